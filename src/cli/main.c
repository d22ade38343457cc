/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-output.h"
#include "sceau-cli.h"
#include "sceau-locale.h"

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);

  sceau_cli_hold_streams ();
  sceau_locale_init ();
  return sceau_cli_main (arguments);
}
