/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-application.h"
#include "sceau-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (SceauApplication) application = NULL;

  sceau_locale_init ();
  gtk_disable_setlocale ();
  application = sceau_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
