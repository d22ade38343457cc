/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <gio/gio.h>

#include "sceau-config.h"

int
main (void)
{
  g_print ("%s\n", SCEAU_VERSION);
  return 0;
}
