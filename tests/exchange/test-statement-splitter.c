/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "exchange-test.h"
#include "sceau-statement-splitter.h"

static void
test_splits (void)
{
  static const struct
  {
    const char *sentence;
    const char *text;
    const char *statements; /* joined with " / " */
  } rows[] = {
    { "nothing", NULL, "" },
    { "blank", "  \n ", "" },
    { "one statement stays one", "Lire un plan", "Lire un plan" },
    { "single blanks do not separate", "Lire un plan. Tracer une coupe", "Lire un plan. Tracer une coupe" },
    { "runs of blanks separate", "Lire un plan    Tracer une coupe", "Lire un plan / Tracer une coupe" },
    { "two blanks are a run", "Lire un plan  Tracer une coupe", "Lire un plan / Tracer une coupe" },
    { "a line break separates", "Lire un plan\nTracer une coupe", "Lire un plan / Tracer une coupe" },
    { "no-break spaces are blanks", "Lire un plan\302\240\302\240Tracer une coupe", "Lire un plan / Tracer une coupe" },
    { "hyphens are dropped", "- Lire    - Tracer", "Lire / Tracer" },
    { "a hyphen may touch its word", "-Lire    -Tracer", "Lire / Tracer" },
    { "stars are dropped", "* Lire    * Tracer", "Lire / Tracer" },
    { "round bullets are dropped", "• Lire    • Tracer", "Lire / Tracer" },
    { "round bullets separate even after one blank", "• Lire • Tracer", "Lire / Tracer" },
    { "square bullets are dropped", "▪ Lire    ▪ Tracer", "Lire / Tracer" },
    { "a bullet cut off from its item", "-    Lire    -    Tracer", "Lire / Tracer" },
    { "codes stay", "C1.1 Lire    C1.2 Tracer", "C1.1 Lire / C1.2 Tracer" },
    { "codes with points", "A5.C1. Lire    A5.C2. Tracer", "A5.C1. Lire / A5.C2. Tracer" },
    { "a code cut off from its item", "C5.    Lire", "C5. Lire" },
    { "lower case goes on", "Lire un plan   de masse    Tracer", "Lire un plan de masse / Tracer" },
    { "an opening bracket goes on", "Lire un plan   (de masse)    Tracer", "Lire un plan (de masse) / Tracer" },
    { "an open bracket goes on", "Lire (plan,   RGPD)    Tracer", "Lire (plan, RGPD) / Tracer" },
    { "a comma goes on", "Lire,   ISO 27001 comprise    Tracer", "Lire, ISO 27001 comprise / Tracer" },
    { "a linking word goes on", "Lire les textes de   France    Tracer", "Lire les textes de France / Tracer" },
    { "an item in lower case is an item", "- lire    - tracer", "lire / tracer" },
    { "an announcement joins the first", "Être capable de :    - Lire    - Tracer", "Être capable de : Lire / Tracer" },
    { "a list inside a coded statement", "C1. Lire :    - un plan    - une carte    C2. Tracer",
      "C1. Lire : - un plan - une carte / C2. Tracer" },
    { "a list inside a hyphen statement", "- Lire :    * Plan    * Carte    - Tracer",
      "Lire : * Plan * Carte / Tracer" },
    { "a list in lower case inside its own kind", "- Lire :    - un plan    - une carte    - Tracer",
      "Lire : - un plan - une carte / Tracer" },
    { "several announcements are the statements", "Lire :    - Plan    - Carte    Tracer :    - Coupe",
      "Lire : - Plan - Carte / Tracer : - Coupe" },
    { "numbered sub-items", "4. Soigner :    4.1 une plaie    4.2 une brûlure    5. Alerter",
      "4. Soigner : 4.1 une plaie 4.2 une brûlure / 5. Alerter" },
    { "a quantity is no code", "Lire    3 plans sur 4", "Lire / 3 plans sur 4" },
    { "a temperature is no bullet", "Conserver à    -5 °C", "Conserver à -5 °C" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) statements = sceau_statement_splitter_split (rows[i].text);
      g_autofree char *joined = NULL;

      g_ptr_array_add (statements, NULL);
      joined = g_strjoinv (" / ", (char **) statements->pdata);
      g_test_message ("%s", rows[i].sentence);
      g_assert_cmpstr (joined, ==, rows[i].statements);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/statement-splitter/splits", test_splits);
  return g_test_run ();
}
