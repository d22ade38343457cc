/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The auditor's table.  Two blocks of two competences and a thesis: BC01 by every modality passed (A),
 * BC02 by the mean of C and D with a floor of 7 for D, the thesis T.  A step reads
 * "subject/rule/found/expected" after + met, - lost or ? pending, and ! when it is decisive. */

#include "test-dossier.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *a; /* modality of BC01, with its cap and attempts */
  const char *targets;
  const char *acquired;
  const char *results;
  SceauEnrolmentState state;
  const char *step;
} Row;

#define ACTIVE SCEAU_ENROLMENT_ACTIVE
#define PLAIN "A"
#define PASSED "A=10 C=10 D=10 T=10"

static const Row rows[] = {
  { "a pass mark that is reached is met", PLAIN, "", "", PASSED, ACTIVE, "+! A/seuil/10 sur 20/au moins 10 sur 20" },
  { "a pass mark that is missed is lost", PLAIN, "", "", "A=9,75 C=10 D=10 T=10", ACTIVE, "-! A/seuil/9,75 sur 20/au moins 10 sur 20" },
  { "a blank is pending", PLAIN, "", "", "C=10 D=10 T=10", ACTIVE, "?! A/seuil/résultat non saisi/au moins 10 sur 20" },
  { "an absence is lost", PLAIN, "", "", "A=ABS C=10 D=10 T=10", ACTIVE, "-! A/seuil/absence injustifiée/au moins 10 sur 20" },
  { "a dispense is met", PLAIN, "", "", "A=DISP C=10 D=10 T=10", ACTIVE, "+! A/seuil/dispense/au moins 10 sur 20" },
  { "a mark of a mean is counted by its coefficient", PLAIN, "", "", PASSED, ACTIVE, "+! C/note/10 sur 20/une note, coefficient 3" },
  { "a low mark of a mean is met, and the mean decides", PLAIN, "", "", "A=10 C=5 D=10 T=10", ACTIVE, "+ C/note/5 sur 20/une note, coefficient 3" },
  { "a floor that is reached is met", PLAIN, "", "", PASSED, ACTIVE, "+! D/plancher/10 sur 20/au moins 7 sur 20" },
  { "a floor that is missed decides", PLAIN, "", "", "A=10 C=20 D=6 T=10", ACTIVE, "-! D/plancher/6 sur 20/au moins 7 sur 20" },
  { "a mean below its threshold decides", PLAIN, "", "", "A=10 C=9 D=10 T=10", ACTIVE,
    "-! BC02/moyenne pondérée/moyenne de 9,25 sur 20/au moins 10 sur 20, aucune absence ni note éliminatoire" },
  { "a mean just below its threshold is told by three decimals", PLAIN, "", "", "A=10 C=10 D=9,99 T=10", ACTIVE,
    "-! BC02/moyenne pondérée/moyenne de 9,997 sur 20/au moins 10 sur 20, aucune absence ni note éliminatoire" },
  { "a mean with a mark missing is not told", PLAIN, "", "", "A=10 C=10 T=10", ACTIVE,
    "?! BC02/moyenne pondérée/moyenne non calculée/au moins 10 sur 20, aucune absence ni note éliminatoire" },
  { "a block of modalities passed is counted", PLAIN, "", "", PASSED, ACTIVE,
    "+! BC01/toutes les modalités validées/1 modalité validée sur 1/1 sur 1" },
  { "a block acquired before tells its proof", PLAIN, "", "BC01:vae", "C=10 D=10 T=10", ACTIVE,
    "+! BC01/bloc déjà acquis/par la VAE le 1er mars 2025 (preuve : PV 2025-03)/un bloc acquis le reste" },
  { "a block that is not targeted keeps from the whole", PLAIN, "BC02", "", "C=10 D=10", ACTIVE,
    "-! BC01/blocs visés/bloc non visé/bloc visé par le parcours" },
  { "a requirement that is not asked for decides nothing", PLAIN, "BC02", "", "C=10 D=10 T=9", ACTIVE,
    "- THESE/modalité exigée/9 sur 20/au moins 10 sur 20" },
  { "a requirement that is met tells its mark", PLAIN, "", "", PASSED, ACTIVE, "+! THESE/modalité exigée/10 sur 20/au moins 10 sur 20" },
  { "a requirement that is lost decides", PLAIN, "", "", "A=10 C=10 D=10 T=9", ACTIVE, "-! T/seuil/9 sur 20/au moins 10 sur 20" },
  { "a capped retake is told with its cap", "A:1:10:::10", "", "", "A1=8 A2=14 C=10 D=10 T=10", ACTIVE,
    "+! A/seuil/14 sur 20 (2e passage, plafonné à 10)/au moins 10 sur 20" },
  { "the cap itself is a step", "A:1:10:::10", "", "", "A1=8 A2=14 C=10 D=10 T=10", ACTIVE,
    "+ A/rattrapage plafonné/14 sur 20 au 2e passage/compté pour 10 sur 20 au plus" },
  { "attempts that are left are told", "A:1:10::::2", "", "", "A=8 C=10 D=10 T=10", ACTIVE, "+ A/passages/1 passage utilisé/2 au plus" },
  { "attempts that are spent are told", "A:1:10::::2", "", "", "A1=8 A2=9 C=10 D=10 T=10", ACTIVE, "- A/passages/2 passages utilisés/2 au plus" },
  { "a fraud decides alone", PLAIN, "", "", "A=FRAUDE C=10 D=10 T=10", ACTIVE, "-! A/fraude/fraude retenue/aucune fraude" },
  { "beside a fraud a success decides nothing", PLAIN, "", "", "A=FRAUDE C=10 D=10 T=10", ACTIVE,
    "+ THESE/modalité exigée/10 sur 20/au moins 10 sur 20" },
  { "a fraud in a block acquired before is told", PLAIN, "", "BC01:vae", "A=FRAUDE C=10 D=10 T=10", ACTIVE,
    "-! A/fraude/fraude retenue/aucune fraude" },
  { "a withdrawal decides alone", PLAIN, "", "", PASSED, SCEAU_ENROLMENT_WITHDRAWN, "-! ENSEMBLE/parcours/parcours abandonné/parcours en cours ou achevé" },
  { "an interruption is pending", PLAIN, "", "", PASSED, SCEAU_ENROLMENT_INTERRUPTED,
    "?! ENSEMBLE/parcours/parcours interrompu/parcours en cours ou achevé" },
  { "an exclusion decides alone", PLAIN, "", "", PASSED, SCEAU_ENROLMENT_EXCLUDED,
    "-! ENSEMBLE/parcours/exclusion pour fraude/parcours en cours ou achevé" },
  { "a success ends with the certification", PLAIN, "", "", PASSED, ACTIVE,
    "+! ENSEMBLE/proposition/Certifié(e)/tous les blocs requis et toutes les exigences transversales" },
  { "a missing mark ends with a deferral", PLAIN, "", "", "A=10 C=10 D=10", ACTIVE,
    "?! ENSEMBLE/proposition/Ajourné(e)/tous les blocs requis et toutes les exigences transversales" },
  { "one block ends with a partial validation", PLAIN, "", "", "A=10 C=5 D=10 T=10", ACTIVE,
    "-! ENSEMBLE/proposition/Validation partielle/tous les blocs requis et toutes les exigences transversales" },
  { "absent everywhere ends with an absence", PLAIN, "", "", "A=ABS C=ABS D=ABS T=ABS", ACTIVE,
    "-! ENSEMBLE/proposition/Absent(e)/tous les blocs requis et toutes les exigences transversales" },
};

static TestDossier *
make_dossier (const Row *row)
{
  TestDossier *dossier = test_dossier_new ();
  SceauRequirement *thesis = sceau_requirement_new ();

  test_dossier_add_block (dossier, "BC01", 2);
  test_dossier_add_block (dossier, "BC02", 2);
  test_dossier_add_modalities (dossier, "BC01", row->a);
  test_dossier_add_modalities (dossier, "BC02", "C:3 D:1:10:7");
  test_dossier_add_modalities (dossier, NULL, "T");
  test_dossier_add_rule (dossier, "BC02", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000);
  thesis->code = g_strdup ("THESE");
  thesis->modality_code = g_strdup ("T");
  g_ptr_array_add (dossier->plan->requirements, thesis);
  dossier->enrolment->state = row->state;
  test_dossier_target (dossier, row->targets);
  test_dossier_add_acquired (dossier, row->acquired);
  test_dossier_add_results (dossier, row->results);
  return dossier;
}

/* With ordinary spaces, as the rows are typed. */
static char *
print_step (const SceauProposalStep *step)
{
  g_autoptr (GString) text = g_string_new (step->met ? "+" : step->pending ? "?" : "-");

  g_string_append_printf (text, "%s %s/%s/%s/%s", step->decisive ? "!" : "", step->subject, step->rule, step->found, step->expected);
  g_string_replace (text, "\302\240", " ", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TestDossier) dossier = make_dossier (row);
  g_autoptr (GPtrArray) steps = sceau_proposal_explain (&dossier->dossier);
  gboolean found = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *step = print_step (g_ptr_array_index (steps, i));

      g_test_message ("%s", step);
      found = found || g_str_equal (step, row->step);
    }
  g_assert_true (found);
}

/* Modalities, their block, the requirements, the whole: as a reader goes. */
static void
test_order (void)
{
  static const char *const subjects[] = { "A", "BC01", "C", "D", "D", "BC02", "T", "THESE", "ENSEMBLE" };
  g_autoptr (TestDossier) dossier = make_dossier (&rows[0]);
  g_autoptr (GPtrArray) steps = sceau_proposal_explain (&dossier->dossier);

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (subjects));
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpstr (((SceauProposalStep *) g_ptr_array_index (steps, i))->subject, ==, subjects[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("explanation", rows, test_row);
  g_test_add_func ("/core/explanation/in-the-order-of-the-plan", test_order);
  return g_test_run ();
}
