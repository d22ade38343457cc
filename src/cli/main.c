/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <locale.h>

#include "sceau-cli.h"

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);

  setlocale (LC_ALL, "");
  return sceau_cli_main (arguments);
}
