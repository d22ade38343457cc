/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The verdict on one block by each rule, with the words that the candidate reads. */

#include "test-dossier.h"
#include "test-rows.h"

#define ALL SCEAU_BLOCK_RULE_ALL_PASSED
#define MEAN SCEAU_BLOCK_RULE_WEIGHTED_MEAN
#define SHARE SCEAU_BLOCK_RULE_COMPETENCE_SHARE
#define BEST SCEAU_RETAKE_BEST
#define LAST SCEAU_RETAKE_LAST
#define ACQUIRED SCEAU_BLOCK_ACQUIRED
#define NOT_ACQUIRED SCEAU_BLOCK_NOT_ACQUIRED
#define PENDING SCEAU_BLOCK_PENDING
#define NO_MEAN (-1)

typedef struct
{
  const char *sentence;
  SceauBlockRuleKind rule;
  gint32 threshold;
  const char *modalities; /* of BC01, which has four competences */
  const char *results;
  SceauRetakePolicy retakes;
  SceauBlockState state;
  gint32 mean;
  const char *says;
} Row;

static const Row rows[] = {
  /* Every modality passed */
  { "every modality passed acquires", ALL, 0, "A B", "A=10 B=20", BEST, ACQUIRED, NO_MEAN,
    "Bloc BC01 acquis : toutes les modalités sont validées." },
  { "one modality below its pass mark loses the block", ALL, 0, "A B", "A=9,99 B=20", BEST, NOT_ACQUIRED, NO_MEAN,
    "Bloc BC01 non acquis : « Épreuve A » (9,99 sur 20, seuil de 10)." },
  { "every failed modality is named", ALL, 0, "A B", "A=5 B=6", BEST, NOT_ACQUIRED, NO_MEAN,
    "« Épreuve A » (5 sur 20, seuil de 10) ; « Épreuve B » (6 sur 20, seuil de 10)." },
  { "each modality has its own pass mark", ALL, 0, "A B:1:12", "A=10 B=11,5", BEST, NOT_ACQUIRED, NO_MEAN,
    "« Épreuve B » (11,5 sur 20, seuil de 12)" },
  { "no result at all is pending", ALL, 0, "A B", "", BEST, PENDING, NO_MEAN, "Bloc BC01 en attente" },
  { "a blank is pending and never zero", ALL, 0, "A B", "A=12 B=", BEST, PENDING, NO_MEAN, "résultat non saisi" },
  { "a real zero loses", ALL, 0, "A B", "A=12 B=0", BEST, NOT_ACQUIRED, NO_MEAN, "(0 sur 20, seuil de 10)" },
  { "a real zero passes a pass mark of zero", ALL, 0, "A B:1:0", "A=12 B=0", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "excused is pending", ALL, 0, "A B", "A=12 B=EXC", BEST, PENDING, NO_MEAN, "absence justifiée" },
  { "pending is pending", ALL, 0, "A B", "A=12 B=ATT", BEST, PENDING, NO_MEAN, "note en attente" },
  { "an absence loses", ALL, 0, "A B", "A=20 B=ABS", BEST, NOT_ACQUIRED, NO_MEAN, "absence injustifiée" },
  { "a fraud loses", ALL, 0, "A B", "A=20 B=FRAUDE", BEST, NOT_ACQUIRED, NO_MEAN, "fraude retenue" },
  { "one dispense and one pass acquire", ALL, 0, "A B", "A=DISP B=10", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "a dispense does not save the other modality", ALL, 0, "A B", "A=DISP B=9", BEST, NOT_ACQUIRED, NO_MEAN, "9 sur 20" },
  { "all dispensed acquires by dispense", ALL, 0, "A B", "A=DISP B=DISP", BEST, ACQUIRED, NO_MEAN,
    "Bloc BC01 acquis : dispense de toutes les modalités." },
  { "a certain loss is a loss even if a mark is missing", ALL, 0, "A B", "A=5", BEST, NOT_ACQUIRED, NO_MEAN, "5 sur 20" },
  { "a plan without a rule wants every modality passed", ALL, -1, "A B", "A=10 B=9", BEST, NOT_ACQUIRED, NO_MEAN, "9 sur 20" },
  /* Weighted mean */
  { "a mean on the threshold acquires", MEAN, 1000, "A B", "A=8 B=12", BEST, ACQUIRED, 1000,
    "moyenne de 10 sur 20, seuil de 10 atteint" },
  { "a mean below the threshold loses", MEAN, 1000, "A B", "A=9 B=10,5", BEST, NOT_ACQUIRED, 975,
    "Bloc BC01 non acquis : moyenne de 9,75 sur 20, inférieure au seuil de 10." },
  { "9.995 rounds to 10 and does not reach it", MEAN, 1000, "A B", "A=9,99 B=10", BEST, NOT_ACQUIRED, 1000,
    "moyenne de 9,995 sur 20, inférieure au seuil de 10" },
  { "a third below the threshold is not lifted by rounding", MEAN, 1000, "A B C", "A=10 B=10 C=9,99", BEST, NOT_ACQUIRED,
    1000, "moyenne de 9,996 sur 20" },
  { "13.335 rounds half up in the mean that is shown", MEAN, 1000, "A B", "A=13,33 B=13,34", BEST, ACQUIRED, 1334,
    "moyenne de 13,34 sur 20" },
  { "13.335 does not reach a threshold of 13.34", MEAN, 1334, "A B", "A=13,33 B=13,34", BEST, NOT_ACQUIRED, 1334,
    "moyenne de 13,335 sur 20, inférieure au seuil de 13,34" },
  { "one hundredth under the threshold in one of a thousand weights loses", MEAN, 1000, "A:20 B:0.01", "A=10 B=9,99", BEST,
    NOT_ACQUIRED, 1000, "moyenne de 9,999 sur 20" },
  { "coefficients weigh", MEAN, 1000, "A:3 B:1", "A=12 B=4", BEST, ACQUIRED, 1000, "moyenne de 10 sur 20" },
  { "coefficients with decimals weigh", MEAN, 1000, "A:1.5 B:0.5", "A=8 B=16", BEST, ACQUIRED, 1000, "10 sur 20" },
  { "pass marks do not matter to a mean", MEAN, 1000, "A:1:15 B:1:15", "A=10 B=10", BEST, ACQUIRED, 1000, "acquis" },
  { "a floor missed loses in spite of a high mean", MEAN, 1000, "A B:1:10:7", "A=20 B=6,99", BEST, NOT_ACQUIRED, 1350,
    "note de 6,99 sur 20 à « Épreuve B », inférieure à la note éliminatoire de 7" },
  { "the floor itself is not missed", MEAN, 1000, "A B:1:10:7", "A=13 B=7", BEST, ACQUIRED, 1000, "acquis" },
  { "a floor of zero is never missed", MEAN, 1000, "A B:1:10:0", "A=20 B=0", BEST, ACQUIRED, 1000, "acquis" },
  { "a dispense weighs nothing in a mean", MEAN, 1000, "A:9 B:1", "A=DISP B=10", BEST, ACQUIRED, 1000, "acquis" },
  { "a dispense does not lift a mean", MEAN, 1000, "A:9 B:1", "A=DISP B=9", BEST, NOT_ACQUIRED, 900, "9 sur 20" },
  { "a dispense misses no floor", MEAN, 1000, "A:1:10:7 B", "A=DISP B=10", BEST, ACQUIRED, 1000, "acquis" },
  { "everything dispensed has no mean and acquires", MEAN, 1000, "A B", "A=DISP B=DISP", BEST, ACQUIRED, NO_MEAN, "dispense" },
  { "an absence is no zero in a mean and loses", MEAN, 1000, "A B", "A=20 B=ABS", BEST, NOT_ACQUIRED, NO_MEAN,
    "absence injustifiée" },
  { "a fraud loses in spite of the mean", MEAN, 1000, "A B", "A=20 B=FRAUDE", BEST, NOT_ACQUIRED, NO_MEAN, "fraude" },
  { "a missing mark leaves the mean pending", MEAN, 1000, "A B", "A=20", BEST, PENDING, NO_MEAN, "« Épreuve B » (résultat non saisi)" },
  { "a mark of zero is counted", MEAN, 1000, "A B", "A=19,99 B=0", BEST, NOT_ACQUIRED, 1000, "moyenne de 9,995 sur 20" },
  { "a floor missed is a loss even if a mark is missing", MEAN, 1000, "A:1:10:7 B", "A=6", BEST, NOT_ACQUIRED, NO_MEAN, "note éliminatoire" },
  { "an absence is a loss even if a mark is missing", MEAN, 1000, "A B", "A=ABS", BEST, NOT_ACQUIRED, NO_MEAN, "absence" },
  { "excused leaves the mean pending", MEAN, 1000, "A B", "A=20 B=EXC", BEST, PENDING, NO_MEAN, "absence justifiée" },
  /* Share of competences: four of them */
  { "every competence acquired acquires", SHARE, 10000, "A:1:10::1+2 B:1:10::3+4", "A=10 B=10", BEST, ACQUIRED, NO_MEAN,
    "4 compétences acquises sur 4 (seuil de 100 %)" },
  { "a share on the threshold acquires", SHARE, 7500, "A:1:10::1+2+3 B:1:10::4", "A=10 B=9", BEST, ACQUIRED, NO_MEAN,
    "3 compétences acquises sur 4 (seuil de 75 %)" },
  { "a share a hundredth of a per cent below loses", SHARE, 7501, "A:1:10::1+2+3 B:1:10::4", "A=10 B=9", BEST, NOT_ACQUIRED,
    NO_MEAN, "(seuil de 75,01 %)" },
  { "a competence wants every modality that covers it", SHARE, 7500, "A:1:10::1+2+3+4 B:1:10::3+4", "A=10 B=9", BEST,
    NOT_ACQUIRED, NO_MEAN, "2 compétences acquises sur 4" },
  { "one acquired competence is in the singular", SHARE, 7500, "A:1:10::1 B:1:10::2+3+4", "A=10 B=9", BEST, NOT_ACQUIRED,
    NO_MEAN, "1 compétence acquise sur 4" },
  { "a competence that nothing covers is not acquired", SHARE, 10000, "A:1:10::1+2+3", "A=20", BEST, NOT_ACQUIRED, NO_MEAN,
    "3 compétences acquises sur 4" },
  { "a pending modality can still reach the share", SHARE, 7500, "A:1:10::1+2 B:1:10::3+4", "A=10", BEST, PENDING, NO_MEAN,
    "d’autres attendent un résultat" },
  { "a pending modality that cannot reach the share is a loss", SHARE, 7500, "A:1:10::1+2 B:1:10::3+4", "A=9", BEST,
    NOT_ACQUIRED, NO_MEAN, "0 compétence acquise" },
  { "a share reached waits for nothing", SHARE, 5000, "A:1:10::1+2 B:1:10::3+4", "A=10", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "an absence takes only its competences", SHARE, 5000, "A:1:10::1+2 B:1:10::3+4", "A=10 B=ABS", BEST, ACQUIRED, NO_MEAN,
    "2 compétences acquises sur 4" },
  { "a fraud takes the whole block", SHARE, 5000, "A:1:10::1+2 B:1:10::3+4", "A=10 B=FRAUDE", BEST, NOT_ACQUIRED, NO_MEAN,
    "fraude" },
  { "a dispense acquires its competences", SHARE, 10000, "A:1:10::1+2 B:1:10::3+4", "A=DISP B=10", BEST, ACQUIRED, NO_MEAN,
    "4 compétences" },
  /* Attempts */
  { "the best attempt counts though it is the first", ALL, 0, "A", "A1=12 A2=8", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "the last attempt counts though it is worse", ALL, 0, "A", "A1=12 A2=8", LAST, NOT_ACQUIRED, NO_MEAN, "8 sur 20" },
  { "a retake saves", ALL, 0, "A", "A1=8 A2=10", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "attempts are told by their number and not their order", ALL, 0, "A", "A2=10 A1=8", LAST, ACQUIRED, NO_MEAN, "acquis" },
  { "a blank retake changes nothing", ALL, 0, "A", "A1=12 A2=", LAST, ACQUIRED, NO_MEAN, "acquis" },
  { "an absence at the retake keeps the better mark", ALL, 0, "A", "A1=12 A2=ABS", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "an absence at the retake counts when the last one does", ALL, 0, "A", "A1=12 A2=ABS", LAST, NOT_ACQUIRED, NO_MEAN,
    "absence injustifiée" },
  { "an absence made good at the retake is forgotten", ALL, 0, "A", "A1=ABS A2=10", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "a pending retake may still save", ALL, 0, "A", "A1=8 A2=ATT", BEST, PENDING, NO_MEAN,
    "8 sur 20, nouveau passage en attente" },
  { "an excused retake is still due", ALL, 0, "A", "A1=8 A2=EXC", BEST, PENDING, NO_MEAN, "nouveau passage en attente" },
  { "a pending retake cannot take a pass away", ALL, 0, "A", "A1=12 A2=ATT", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "a pending last attempt is waited for", ALL, 0, "A", "A1=12 A2=ATT", LAST, PENDING, NO_MEAN, "note en attente" },
  { "a mean that fails waits for a pending retake", MEAN, 1000, "A B", "A1=8 A2=ATT B=10", BEST, PENDING, 900,
    "nouveau passage en attente" },
  { "a floor missed waits for a pending retake", MEAN, 1000, "A:1:10:7 B", "A1=6 A2=ATT B=20", BEST, PENDING, 1300, "en attente" },
  { "an excused attempt followed by a failure is over", ALL, 0, "A", "A1=EXC A2=8", BEST, NOT_ACQUIRED, NO_MEAN, "8 sur 20" },
  { "an excused attempt followed by an absence is an absence", ALL, 0, "A", "A1=EXC A2=ABS", BEST, NOT_ACQUIRED, NO_MEAN,
    "absence injustifiée" },
  { "a fraud at the retake voids the mark before it", ALL, 0, "A", "A1=12 A2=FRAUDE", BEST, NOT_ACQUIRED, NO_MEAN, "fraude" },
  { "a later attempt that the school allowed counts after a fraud", ALL, 0, "A", "A1=FRAUDE A2=12", BEST, ACQUIRED, NO_MEAN,
    "acquis" },
  { "a mark before a fraud does not come back with a failed retake", ALL, 0, "A", "A1=15 A2=FRAUDE A3=8", BEST, NOT_ACQUIRED,
    NO_MEAN, "8 sur 20" },
  { "a mark that a fraud voided is not waited for", ALL, 0, "A", "A1=ATT A2=FRAUDE A3=8", BEST, NOT_ACQUIRED, NO_MEAN,
    "8 sur 20 au 3e passage, seuil de 10" },
  { "nothing improves a dispense", MEAN, 1000, "A B", "A1=DISP A2=EXC B=9", BEST, NOT_ACQUIRED, 900, "9 sur 20" },
  { "a dispense after a failure counts", ALL, 0, "A", "A1=8 A2=DISP", BEST, ACQUIRED, NO_MEAN, "dispense" },
  { "an absence at the retake is told by its attempt", ALL, 0, "A", "A1=8 A2=ABS", LAST, NOT_ACQUIRED, NO_MEAN,
    "absence injustifiée au 2e passage" },
  /* Capped retakes */
  { "a capped retake passes at the cap", ALL, 0, "A:1:10:::10", "A1=8 A2=14", BEST, ACQUIRED, NO_MEAN,
    "toutes les modalités sont validées ; « Épreuve A » (14 sur 20 au 2e passage, plafonné à 10, seuil de 10)." },
  { "a capped retake does not lift a first mark above the cap", MEAN, 1200, "A:1:10:::10", "A1=11 A2=18", BEST, NOT_ACQUIRED, 1100,
    "moyenne de 11 sur 20" },
  { "a first mark above the cap is not capped", MEAN, 1200, "A:1:10:::10", "A1=13 A2=9", BEST, ACQUIRED, 1300, "moyenne de 13 sur 20" },
  { "a first mark alone is never capped", ALL, 0, "A:1:10:::10", "A=18", BEST, ACQUIRED, NO_MEAN, "toutes les modalités sont validées." },
  { "a retake below the cap counts for what it is worth", MEAN, 1000, "A:1:10:::12", "A1=8 A2=11", BEST, ACQUIRED, 1100, "moyenne de 11" },
  { "a retake at the cap is not said to be capped", ALL, 0, "A:1:10:::10", "A1=8 A2=10", BEST, ACQUIRED, NO_MEAN,
    "toutes les modalités sont validées." },
  { "the last retake counts capped though the first mark was better", MEAN, 1200, "A:1:10:::10", "A1=13 A2=18", LAST, NOT_ACQUIRED, 1000,
    "« Épreuve A » (18 sur 20 au 2e passage, plafonné à 10" },
  { "the cap enters the mean", MEAN, 1100, "A:1:10:::10 B", "A1=8 A2=16 B=12", BEST, ACQUIRED, 1100, "moyenne de 11 sur 20" },
  { "the cap takes a mean below the threshold", MEAN, 1300, "A:1:10:::10 B", "A1=8 A2=16 B=12", BEST, NOT_ACQUIRED, 1100,
    "moyenne de 11 sur 20, inférieure au seuil de 13 ; « Épreuve A » (16 sur 20 au 2e passage, plafonné à 10" },
  { "a floor is held against the capped mark", MEAN, 500, "A:1:10:9:1:8", "A1=7 A2=16", BEST, NOT_ACQUIRED, 800,
    "note de 8 sur 20 à « Épreuve A », inférieure à la note éliminatoire de 9" },
  { "a capped retake saves from the floor", MEAN, 1000, "A:1:10:7::10 B", "A1=6 A2=16 B=10", BEST, ACQUIRED, 1000, "10 sur 20" },
  { "a cap below the pass mark lets no retake pass", ALL, 0, "A:1:12:::10", "A1=8 A2=19", BEST, NOT_ACQUIRED, NO_MEAN,
    "plafonné à 10, seuil de 12" },
  { "a capped retake acquires its competences", SHARE, 10000, "A:1:10::1+2:10 B:1:10::3+4", "A1=8 A2=19 B=10", BEST, ACQUIRED, NO_MEAN,
    "4 compétences acquises sur 4" },
  { "a third attempt is capped like the second", MEAN, 1100, "A:1:10:::10", "A1=4 A2=6 A3=20", BEST, NOT_ACQUIRED, 1000,
    "20 sur 20 au 3e passage, plafonné à 10" },
  { "an absence at the first attempt makes the second a retake", MEAN, 1100, "A:1:10:::10", "A1=ABS A2=20", BEST, NOT_ACQUIRED, 1000,
    "plafonné à 10" },
  { "a justified absence leaves the second attempt its full mark", MEAN, 1100, "A:1:10:::10", "A1=EXC A2=20", BEST, ACQUIRED, 2000,
    "moyenne de 20 sur 20" },
  { "after a justified absence the third attempt is the retake", MEAN, 1100, "A:1:10:::10", "A1=EXC A2=4 A3=20", BEST, NOT_ACQUIRED, 1000,
    "plafonné à 10" },
  { "a justified absence between two attempts saves no cap", MEAN, 1100, "A:1:10:::10", "A1=4 A2=EXC A3=20", BEST, NOT_ACQUIRED, 1000,
    "plafonné à 10" },
  { "an attempt after a fraud is a retake", MEAN, 1100, "A:1:10:::10", "A1=FRAUDE A2=20", BEST, NOT_ACQUIRED, 1000, "plafonné à 10" },
  { "an absence justified before a fraud saves no cap", MEAN, 1100, "A:1:10:::10", "A1=EXC A2=FRAUDE A3=20", BEST, NOT_ACQUIRED, 1000,
    "plafonné à 10" },
  { "a dispense at the retake is not capped", ALL, 0, "A:1:10:::10", "A1=8 A2=DISP", BEST, ACQUIRED, NO_MEAN, "dispense" },
  { "a cap of zero leaves the retake nothing", ALL, 0, "A:1:10:::0", "A1=8 A2=20", BEST, NOT_ACQUIRED, NO_MEAN, "8 sur 20, seuil de 10" },
  { "a retake that is alone in the file is capped all the same", MEAN, 1100, "A:1:10:::10", "A2=20", BEST, NOT_ACQUIRED, 1000,
    "plafonné à 10" },
  { "a blank first attempt does not make the second the first", MEAN, 1100, "A:1:10:::10", "A1= A2=20", BEST, NOT_ACQUIRED, 1000,
    "plafonné à 10" },
  /* Attempts allowed */
  { "a failure with no attempt left is for good", ALL, 0, "A:1:10::::2", "A1=8 A2=9", BEST, NOT_ACQUIRED, NO_MEAN,
    "« Épreuve A » (9 sur 20 au 2e passage, seuil de 10, plus aucun passage possible)." },
  { "a failure with an attempt left is not for good", ALL, 0, "A:1:10::::2", "A1=8", BEST, NOT_ACQUIRED, NO_MEAN,
    "« Épreuve A » (8 sur 20, seuil de 10)." },
  { "a single attempt that fails is for good", ALL, 0, "A:1:10::::1", "A=8", BEST, NOT_ACQUIRED, NO_MEAN, "plus aucun passage possible" },
  { "a justified absence uses up no attempt", ALL, 0, "A:1:10::::2", "A1=EXC A2=8", BEST, NOT_ACQUIRED, NO_MEAN,
    "(8 sur 20 au 2e passage, seuil de 10)." },
  { "an absence uses up an attempt", ALL, 0, "A:1:10::::2", "A1=8 A2=ABS", LAST, NOT_ACQUIRED, NO_MEAN,
    "absence injustifiée au 2e passage, plus aucun passage possible" },
  { "the better first mark is for good too when the retake is spent", ALL, 0, "A:1:10::::2", "A1=9 A2=8", BEST, NOT_ACQUIRED, NO_MEAN,
    "9 sur 20, seuil de 10, plus aucun passage possible" },
  { "a pending last attempt is not lost yet", ALL, 0, "A:1:10::::2", "A1=8 A2=ATT", BEST, PENDING, NO_MEAN, "nouveau passage en attente" },
  { "a floor missed with no attempt left is for good", MEAN, 1000, "A:1:10:7:::1 B", "A=6 B=20", BEST, NOT_ACQUIRED, 1300,
    "note éliminatoire de 7, plus aucun passage possible" },
  { "an attempt beyond those allowed still counts", ALL, 0, "A:1:10::::2", "A1=8 A2=9 A3=12", BEST, ACQUIRED, NO_MEAN, "acquis" },
  { "any number of attempts leaves one possible", ALL, 0, "A", "A1=8 A2=8 A3=8 A4=8", BEST, NOT_ACQUIRED, NO_MEAN,
    "(8 sur 20 au 4e passage, seuil de 10)." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;

  test_dossier_add_block (dossier, "BC01", 4);
  test_dossier_add_modalities (dossier, "BC01", row->modalities);
  if (row->threshold >= 0)
    test_dossier_add_rule (dossier, "BC01", row->rule, row->threshold);
  dossier->plan->retakes = row->retakes;
  test_dossier_add_results (dossier, row->results);

  verdict = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_test_message ("%s", verdict->reason);
  g_assert_cmpstr (sceau_block_state_to_id (verdict->state), ==, sceau_block_state_to_id (row->state));
  g_assert_cmpint (verdict->mean, ==, row->mean);
  test_assert_says (verdict->reason, row->says);
}

static void
test_mean_of_nothing (void)
{
  const gint32 marks[] = { 1000, 2000 };
  const int weights[] = { 0, -5 };
  gint32 mean = 7;

  g_assert_false (sceau_weighted_mean (NULL, NULL, 0, &mean));
  g_assert_false (sceau_weighted_mean (marks, weights, 2, &mean));
  g_assert_cmpint (mean, ==, 7);
}

/* A thousand modalities with the greatest weights a plan may have do not overflow. */
static void
test_large_sums (void)
{
  g_autofree gint32 *marks = g_new (gint32, 1000);
  g_autofree int *weights = g_new (int, 1000);
  gint32 mean;

  for (int i = 0; i < 1000; i++)
    {
      marks[i] = 2000;
      weights[i] = G_MAXINT;
    }
  g_assert_true (sceau_weighted_mean (marks, weights, 1000, &mean));
  g_assert_cmpint (mean, ==, 2000);
}

static void
test_rounding (void)
{
  const gint32 marks[] = { 1000, 1001, 1001 };
  const int weights[] = { 100, 100, 100 };
  gint32 mean;

  g_assert_true (sceau_weighted_mean (marks, weights, 2, &mean));
  g_assert_cmpint (mean, ==, 1001); /* 10.005 half up */
  g_assert_true (sceau_weighted_mean (marks, weights, 3, &mean));
  g_assert_cmpint (mean, ==, 1001); /* 10.00666… */
}

static void
test_letters (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;
  SceauModality *modality;

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_modalities (dossier, "BC01", "A B");
  modality = g_ptr_array_index (dossier->plan->modalities, 0);
  modality->scale = SCEAU_SCALE_LETTERS;
  modality->pass_mark = 300;
  modality = g_ptr_array_index (dossier->plan->modalities, 1);
  modality->scale = SCEAU_SCALE_ACQUISITION;
  modality->pass_mark = 100;
  test_dossier_add_results (dossier, "A=D B=PA");
  verdict = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_assert_cmpint (verdict->state, ==, NOT_ACQUIRED);
  test_assert_says (verdict->reason, "« Épreuve A » (D, seuil de C) ; « Épreuve B » (PA, seuil de A)");
}

static void
test_whole (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;

  test_dossier_add_modalities (dossier, NULL, "A B");
  test_dossier_add_rule (dossier, NULL, MEAN, 1200);
  test_dossier_add_results (dossier, "A=12 B=11");
  verdict = sceau_block_evaluate (&dossier->dossier, NULL);
  g_assert_cmpint (verdict->state, ==, NOT_ACQUIRED);
  g_assert_null (verdict->block_code);
  test_assert_says (verdict->reason, "Évaluation d’ensemble non acquise : moyenne de 11,5 sur 20, inférieure au seuil de 12.");
}

typedef struct
{
  const char *sentence;
  const char *acquired;
  const char *results;
  SceauAcquisitionKind how;
  const char *says;
} AcquiredRow;

static const AcquiredRow acquired_rows[] = {
  { "a block acquired by VAE stays acquired without any result", "BC01:vae", "", SCEAU_ACQUISITION_VAE, "par la VAE" },
  { "a block acquired earlier stays acquired after a failure", "BC01:earlier", "A=2", SCEAU_ACQUISITION_EARLIER,
    "lors d’un parcours antérieur le 1er mars 2025 (preuve : PV 2025-03)" },
  { "a block acquired by a jury stays acquired after an absence", "BC01:jury", "A=ABS", SCEAU_ACQUISITION_JURY, "jury" },
  { "a block acquired by correspondence stays acquired while a mark is pending", "BC01:correspondence", "A=ATT",
    SCEAU_ACQUISITION_CORRESPONDENCE, "par correspondance" },
  { "a block acquired by dispense stays acquired after a fraud", "BC01:dispense", "A=FRAUDE", SCEAU_ACQUISITION_DISPENSE,
    "par dispense" },
};

static void
test_acquired (gconstpointer data)
{
  const AcquiredRow *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_modalities (dossier, "BC01", "A");
  test_dossier_add_results (dossier, row->results);
  test_dossier_add_acquired (dossier, row->acquired);
  verdict = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_assert_cmpint (verdict->state, ==, ACQUIRED);
  g_assert_cmpint (verdict->how, ==, row->how);
  test_assert_says (verdict->reason, row->says);
}

static void
test_not_targeted (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;
  g_autoptr (SceauBlockVerdict) kept = NULL;

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_block (dossier, "BC02", 0);
  test_dossier_add_modalities (dossier, "BC01", "A");
  test_dossier_target (dossier, "BC02");
  test_dossier_add_results (dossier, "A=20");
  verdict = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_assert_cmpint (verdict->state, ==, SCEAU_BLOCK_NOT_TARGETED);
  test_dossier_add_acquired (dossier, "BC01:vae");
  kept = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_assert_cmpint (kept->state, ==, ACQUIRED);
}

/* A block that nothing assesses cannot be acquired by having nothing to fail. */
static void
test_nothing_to_assess (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;

  test_dossier_add_block (dossier, "BC01", 0);
  verdict = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_assert_cmpint (verdict->state, ==, PENDING);
}

/* Reasons go into the minutes: no ordinary space may stand where French wants a no-break one. */
static void
test_typography (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_modalities (dossier, "BC01", "A B");
  test_dossier_add_results (dossier, "A=5 B=6");
  verdict = sceau_block_evaluate (&dossier->dossier, "BC01");
  g_assert_null (strstr (verdict->reason, " :"));
  g_assert_null (strstr (verdict->reason, " ;"));
  g_assert_null (strstr (verdict->reason, "« "));
  g_assert_null (strchr (verdict->reason, '\''));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("block-rule", rows, test_row);
  TEST_ROWS_ADD ("block-rule/acquired-before", acquired_rows, test_acquired);
  g_test_add_func ("/core/block-rule/a-mean-of-nothing-is-none", test_mean_of_nothing);
  g_test_add_func ("/core/block-rule/large-sums-do-not-overflow", test_large_sums);
  g_test_add_func ("/core/block-rule/means-round-half-up", test_rounding);
  g_test_add_func ("/core/block-rule/letters-and-acquisition-are-named-in-their-scale", test_letters);
  g_test_add_func ("/core/block-rule/a-certification-without-blocks-is-judged-as-a-whole", test_whole);
  g_test_add_func ("/core/block-rule/what-was-not-targeted-is-not-judged", test_not_targeted);
  g_test_add_func ("/core/block-rule/nothing-to-assess-acquires-nothing", test_nothing_to_assess);
  g_test_add_func ("/core/block-rule/french-typography", test_typography);
  return g_test_run ();
}
