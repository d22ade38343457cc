/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The outcome that is proposed to the jury.  The certification has three blocks, each with one
 * modality (A, B, C), a thesis (T) and four to six months in a company, which VAE candidates are spared. */

#include "test-dossier.h"
#include "test-rows.h"

#define FI SCEAU_ROUTE_INITIAL
#define VAE SCEAU_ROUTE_VAE
#define FOUR_MONTHS "2026-03-01 2026-06-30"
#define NO_MONTHS ""

/* What a row may change in the case. */
typedef enum
{
  PLAIN = 0,
  WITHDRAWN = 1 << 0,
  NO_PARTIAL = 1 << 1,    /* the certification admits no partial validation */
  OPTIONAL_BC03 = 1 << 2, /* the third block is not required */
  NO_REQUIREMENT = 1 << 3,
  INTERRUPTED = 1 << 4,
  EXCLUDED = 1 << 5,
  DATED = 1 << 6          /* left on 12 March 2026, heard on the 5th */
} Variant;

typedef struct
{
  const char *sentence;
  SceauRoute route;
  const char *targets;
  const char *acquired;
  const char *results;
  const char *company;
  int variant;
  SceauOutcome outcome;
  const char *says;
} Row;

static const Row rows[] = {
  { "everything passed certifies", FI, "", "", "A=10 B=10 C=10 T=10", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED,
    "Certification obtenue : tous les blocs de compétences requis sont acquis et les exigences transversales sont remplies." },
  { "without requirements the blocks are enough", FI, "", "", "A=10 B=10 C=10", NO_MONTHS, NO_REQUIREMENT,
    SCEAU_OUTCOME_CERTIFIED, "tous les blocs de compétences requis sont acquis." },
  { "blocks do not compensate each other", FI, "", "", "A=20 B=20 C=9,99 T=20", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "Validation partielle : 2 blocs acquis sur 3 (BC01, BC02). Bloc BC03 non acquis" },
  { "one block is in the singular", FI, "", "", "A=20 B=5 C=5 T=20", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "1 bloc acquis sur 3 (BC01)" },
  { "no block acquired is a failure", FI, "", "", "A=9 B=9 C=9 T=20", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FAILED,
    "Certification non obtenue. Bloc BC01 non acquis" },
  { "some blocks are a failure where partial results are not admitted", FI, "", "", "A=20 B=20 C=9 T=20", FOUR_MONTHS,
    NO_PARTIAL, SCEAU_OUTCOME_FAILED, "Bloc BC03 non acquis" },
  { "a failed thesis leaves the blocks acquired", FI, "", "", "A=10 B=10 C=10 T=9", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "3 blocs acquis sur 3 (BC01, BC02, BC03). Thèse professionnelle : exigence non remplie" },
  { "a missing thesis defers", FI, "", "", "A=10 B=10 C=10", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "Décision ajournée : des éléments manquent. Thèse professionnelle : exigence en attente" },
  { "a dispensed thesis is met", FI, "", "", "A=10 B=10 C=10 T=DISP", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a company period one day short does not certify", FI, "", "", "A=10 B=10 C=10 T=10", "2026-03-01 2026-06-29", PLAIN,
    SCEAU_OUTCOME_PARTIAL, "Période en entreprise : exigence non remplie" },
  { "missing company dates defer", FI, "", "", "A=10 B=10 C=10 T=10", NO_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "dates de la période non renseignées" },
  { "VAE needs no company period", VAE, "", "", "A=10 B=10 C=10 T=10", NO_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a missing mark that may certify defers", FI, "", "", "A=10 B=10 T=10", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "Bloc BC03 en attente : « Épreuve C » (résultat non saisi)." },
  { "a missing mark that cannot change the outcome does not defer", FI, "", "", "A=10 B=9 T=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "Bloc BC03 en attente" },
  { "a missing mark that may bring a first block defers", FI, "", "", "A=9 B=9 T=10", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "Bloc BC03 en attente" },
  { "no result at all is deferred and not failed", FI, "", "", "", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED, "manquent" },
  { "blanks are deferred and not failed", FI, "", "", "A= B= C= T=", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED, "manquent" },
  { "zeros are failed and not deferred", FI, "", "", "A=0 B=0 C=0 T=0", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FAILED, "0 sur 20" },
  { "one excused mark defers", FI, "", "", "A=10 B=10 C=EXC T=10", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "absence justifiée" },
  { "absent everywhere is absent", FI, "", "", "A=ABS B=ABS C=ABS T=ABS", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_ABSENT,
    "Absence injustifiée à toutes les évaluations." },
  { "absent everywhere but where dispensed is absent", FI, "", "", "A=ABS B=ABS C=ABS T=DISP", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_ABSENT, "Absence injustifiée" },
  { "one mark and absences elsewhere is a failure", FI, "", "", "A=9 B=ABS C=ABS T=ABS", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_FAILED, "9 sur 20" },
  { "absent everywhere with a block acquired before is partial", FI, "", "BC01:vae", "B=ABS C=ABS T=ABS", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "1 bloc acquis sur 3 (BC01)" },
  { "who was absent where it decides nothing waits for the company dates", FI, "", "BC01:vae BC02:vae", "C=ABS T=DISP", NO_MONTHS,
    OPTIONAL_BC03, SCEAU_OUTCOME_DEFERRED, "dates de la période non renseignées" },
  { "excused everywhere is excused", FI, "", "", "A=EXC B=EXC C=EXC T=EXC", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_EXCUSED,
    "un nouveau passage est dû" },
  { "excused here and absent there is deferred", FI, "", "", "A=EXC B=ABS C=ABS T=ABS", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_DEFERRED, "manquent" },
  { "a withdrawal comes before everything", FI, "", "", "A=FRAUDE B=10 C=10 T=10", FOUR_MONTHS, WITHDRAWN,
    SCEAU_OUTCOME_WITHDRAWN, "Parcours abandonné" },
  { "a fraud comes before the marks", FI, "", "", "A=20 B=20 C=FRAUDE T=20", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FRAUD,
    "Fraude retenue à l’évaluation : « Épreuve C »." },
  { "a fraud in the thesis is a fraud", FI, "", "", "A=20 B=20 C=20 T=FRAUDE", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FRAUD,
    "« Épreuve T »" },
  { "two frauds are both named", FI, "", "", "A=FRAUDE B=FRAUDE C=10 T=10", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FRAUD,
    "« Épreuve A », « Épreuve B »" },
  { "a fraud in a block that is not targeted does not count", FI, "BC01 BC02", "", "A=10 B=10 C=FRAUDE", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "2 blocs acquis sur 3" },
  { "a fraud made good at an allowed retake is no longer the outcome", FI, "", "", "A1=FRAUDE A2=10 B=10 C=10 T=10",
    FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "who came for one block and has it is partial", FI, "BC01", "", "A=10", NO_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "1 bloc acquis sur 3 (BC01)." },
  { "who came for a few blocks is never certified by them", FI, "BC01 BC02", "", "A=20 B=20 T=20", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "2 blocs acquis sur 3" },
  { "who came for one block is told that the whole was not asked for", FI, "BC02", "", "B=10", NO_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "Validation partielle : 1 bloc acquis sur 3 (BC02). Le parcours ne vise pas la certification entière." },
  { "who came for one block and lost it failed that block", FI, "BC01", "", "A=9", NO_MONTHS, PLAIN, SCEAU_OUTCOME_FAILED,
    "Le bloc visé n’est pas acquis. Bloc BC01 non acquis" },
  { "who came for two blocks and lost them failed those blocks", FI, "BC01 BC02", "", "A=9 B=9", NO_MONTHS, PLAIN, SCEAU_OUTCOME_FAILED,
    "Aucun des blocs visés n’est acquis. Bloc BC01 non acquis" },
  { "who came for two blocks and has one is partial", FI, "BC01 BC02", "", "A=9 B=10", NO_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "1 bloc acquis sur 3 (BC02). Le parcours ne vise pas la certification entière. Bloc BC01 non acquis" },
  { "a block acquired before makes who fails the one targeted partial", FI, "BC01", "BC02:vae", "A=9", NO_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "1 bloc acquis sur 3 (BC02)" },
  { "who came for the required blocks came for the whole", FI, "BC01 BC02", "", "A=10 B=10 T=10", FOUR_MONTHS, OPTIONAL_BC03,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "who came for an optional block alone is never certified by it", FI, "BC03", "", "C=20 T=20", FOUR_MONTHS, OPTIONAL_BC03,
    SCEAU_OUTCOME_PARTIAL, "ne vise pas la certification entière" },
  { "one of some blocks without partial results leads to nothing", FI, "BC01", "", "A=20", FOUR_MONTHS, NO_PARTIAL,
    SCEAU_OUTCOME_FAILED, "elle n’admet pas de validation partielle. Bloc BC01 non acquis : réussi, mais" },
  { "where partial results are not admitted a block passed waits with the whole", FI, "", "", "A=20 B=20 T=20", FOUR_MONTHS, NO_PARTIAL,
    SCEAU_OUTCOME_DEFERRED, "Bloc BC01 en attente : réussi, il sera acquis avec la certification entière." },
  { "where partial results are not admitted a block acquired before stays", FI, "", "BC01:vae", "B=0 C=0 T=0", FOUR_MONTHS, NO_PARTIAL,
    SCEAU_OUTCOME_FAILED, "Certification non obtenue. Bloc BC02 non acquis" },
  { "where partial results are not admitted the whole gives every block", FI, "", "", "A=10 B=10 C=10 T=10", FOUR_MONTHS, NO_PARTIAL,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "where partial results are not admitted a withdrawal leaves no block", FI, "", "", "A=10 B=10 C=10 T=10", FOUR_MONTHS,
    NO_PARTIAL | WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN, "aucune certification n’est proposée." },
  { "two blocks without partial results say why they lead to nothing", FI, "", "", "A=20 B=20 C=0 T=20", FOUR_MONTHS, NO_PARTIAL,
    SCEAU_OUTCOME_FAILED, "Certification non obtenue : elle n’admet pas de validation partielle. Bloc BC01 non acquis : réussi" },
  { "who came for one block is not waited for the thesis", FI, "BC01", "", "A=10 T=ATT", NO_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "1 bloc acquis" },
  { "who came for one block is not absent for missing the thesis", FI, "BC01", "", "A=9 T=ABS", NO_MONTHS, PLAIN, SCEAU_OUTCOME_FAILED,
    "Le bloc visé" },
  { "who came for one block and was absent is absent", FI, "BC01", "", "A=ABS", NO_MONTHS, PLAIN, SCEAU_OUTCOME_ABSENT,
    "Absence" },
  { "who came for one block waits only for its mark", FI, "BC01", "", "A=ATT", NO_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "Bloc BC01 en attente" },
  { "the last missing block completes the certification", FI, "BC03", "BC01:earlier BC02:vae", "C=10 T=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "the last missing block still wants the thesis", FI, "BC03", "BC01:earlier BC02:vae", "C=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_DEFERRED, "Thèse professionnelle : exigence en attente" },
  { "blocks acquired each in another way certify together", FI, "", "BC01:correspondence BC02:dispense", "C=10 T=10",
    FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "all blocks acquired before and the thesis certify", FI, "", "BC01:vae BC02:vae BC03:vae", "T=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a failure in a block acquired before takes nothing away", FI, "", "BC01:earlier", "A=0 B=10 C=10 T=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "an absence where the block is acquired before does not make absent", FI, "", "BC01:earlier", "A=ABS B=10 C=10 T=10",
    FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a fraud where the block is acquired before is still a fraud", FI, "", "BC01:earlier", "A=FRAUDE B=10 C=10 T=10",
    FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FRAUD, "« Épreuve A »" },
  { "an optional block that is lost prevents nothing", FI, "", "", "A=10 B=10 C=0 T=10", FOUR_MONTHS, OPTIONAL_BC03,
    SCEAU_OUTCOME_CERTIFIED, "requis" },
  { "an optional block that is missing is not waited for", FI, "", "", "A=10 B=10 T=10", FOUR_MONTHS, OPTIONAL_BC03,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "an optional block alone is a partial result", FI, "", "", "A=9 B=9 C=10 T=10", FOUR_MONTHS, OPTIONAL_BC03,
    SCEAU_OUTCOME_PARTIAL, "1 bloc acquis sur 3 (BC03)" },
  /* Departures */
  { "a withdrawal is told with its day", FI, "", "", "A=10", FOUR_MONTHS, WITHDRAWN | DATED, SCEAU_OUTCOME_WITHDRAWN,
    "Parcours abandonné le 12 mars 2026 : aucune certification n’est proposée. Bloc acquis : BC01." },
  { "a withdrawal keeps what was acquired before", FI, "", "BC02:vae", "", FOUR_MONTHS, WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN,
    "Parcours abandonné : aucune certification n’est proposée. Bloc acquis : BC02." },
  { "a withdrawal comes before a full success", FI, "", "", "A=20 B=20 C=20 T=20", FOUR_MONTHS, WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN,
    "Blocs acquis : BC01, BC02, BC03." },
  { "an interruption defers and loses nothing", FI, "", "", "A=10 B=5", FOUR_MONTHS, INTERRUPTED | DATED, SCEAU_OUTCOME_DEFERRED,
    "Parcours interrompu depuis le 12 mars 2026 : décision ajournée, rien de ce qui est obtenu n’est perdu. Bloc acquis : BC01." },
  { "an interruption without a single mark defers", FI, "", "", "", NO_MONTHS, INTERRUPTED | DATED, SCEAU_OUTCOME_DEFERRED,
    "n’est perdu." },
  { "an interruption defers though everything was failed", FI, "", "", "A=0 B=0 C=0 T=0", FOUR_MONTHS, INTERRUPTED, SCEAU_OUTCOME_DEFERRED,
    "Parcours interrompu : décision ajournée" },
  { "an interruption defers though everything was passed", FI, "", "", "A=10 B=10 C=10 T=10", FOUR_MONTHS, INTERRUPTED,
    SCEAU_OUTCOME_DEFERRED, "Blocs acquis : BC01, BC02, BC03." },
  { "an interruption defers who was absent since", FI, "", "", "A=ABS B=ABS C=ABS T=ABS", FOUR_MONTHS, INTERRUPTED,
    SCEAU_OUTCOME_DEFERRED, "Parcours interrompu" },
  { "an interruption does not hide a fraud", FI, "", "", "A=10 B=FRAUDE", FOUR_MONTHS, INTERRUPTED, SCEAU_OUTCOME_FRAUD,
    "Fraude retenue à l’évaluation : « Épreuve B ». Bloc acquis : BC01." },
  { "an exclusion is a fraud with its hearing", FI, "", "", "A=10 B=10 C=10 T=10", FOUR_MONTHS, EXCLUDED | DATED, SCEAU_OUTCOME_FRAUD,
    "Exclusion pour fraude le 12 mars 2026, après audition le 5 mars 2026 : aucune certification n’est proposée." },
  { "an exclusion keeps what was acquired before", FI, "", "BC01:earlier", "A=10 B=10 C=10 T=10", FOUR_MONTHS, EXCLUDED | DATED,
    SCEAU_OUTCOME_FRAUD, "aucune certification n’est proposée. Bloc acquis : BC01." },
  { "an exclusion without days is told without them", FI, "", "", "A=10", FOUR_MONTHS, EXCLUDED, SCEAU_OUTCOME_FRAUD,
    "Exclusion pour fraude : aucune certification" },
  { "a VAE candidate excluded after a hearing is a fraud", VAE, "", "", "", NO_MONTHS, EXCLUDED | DATED, SCEAU_OUTCOME_FRAUD,
    "après audition le 5 mars 2026" },
  { "a fraud says which blocks remain", FI, "", "BC01:vae", "B=10 C=FRAUDE T=20", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_FRAUD,
    "« Épreuve C ». Blocs acquis : BC01, BC02." },
  /* VAE */
  { "a VAE candidate keeps one block of three", VAE, "", "", "A=10 B=9 C=9 T=9", NO_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL,
    "1 bloc acquis sur 3 (BC01). Bloc BC02 non acquis" },
  { "a VAE candidate completes what an earlier VAE gave", VAE, "BC03", "BC01:vae BC02:vae", "C=10 T=10", NO_MONTHS, PLAIN,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a VAE candidate completes what training gave", VAE, "BC02 BC03", "BC01:earlier", "B=10 C=10 T=10", NO_MONTHS, PLAIN,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a VAE candidate without any result is deferred", VAE, "", "", "", NO_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED, "manquent" },
  { "a VAE candidate without any block failed", VAE, "", "", "A=0 B=0 C=0 T=0", NO_MONTHS, PLAIN, SCEAU_OUTCOME_FAILED, "non obtenue" },
  { "a learner in training who acquired the rest by VAE still owes the company period", FI, "", "BC01:vae BC02:vae BC03:vae", "T=10",
    NO_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED, "Période en entreprise : exigence en attente" },
  /* Several ways to the same blocks */
  { "a correspondence of every block still wants the thesis", FI, "", "BC01:correspondence BC02:correspondence BC03:correspondence", "",
    FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED, "Thèse professionnelle" },
  { "a block acquired twice is one block", FI, "", "BC01:vae BC01:correspondence", "B=9 C=9 T=9", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "1 bloc acquis sur 3 (BC01)." },
  { "a block of another certification acquires nothing here", FI, "", "BC09:vae", "A=9 B=9 C=9 T=9", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_FAILED, "non obtenue" },
  { "an equivalence of one block and failures elsewhere is partial", FI, "", "BC03:dispense", "A=0 B=0 T=0", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "1 bloc acquis sur 3 (BC03)" },
  { "everything acquired before and no thesis at all is partial once it is lost", FI, "", "BC01:vae BC02:vae BC03:vae", "T=ABS",
    FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_PARTIAL, "3 blocs acquis sur 3 (BC01, BC02, BC03). Thèse professionnelle : exigence non remplie" },
  { "a dispense in one block and success elsewhere certify", FI, "", "", "A=DISP B=10 C=10 T=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "a dispense in a block beside a fraud in another is a fraud", FI, "", "", "A=DISP B=FRAUDE C=10 T=10", FOUR_MONTHS, PLAIN,
    SCEAU_OUTCOME_FRAUD, "« Épreuve B »" },
  { "excused everywhere but where dispensed is excused", FI, "", "", "A=EXC B=EXC C=DISP T=EXC", FOUR_MONTHS, NO_PARTIAL,
    SCEAU_OUTCOME_EXCUSED, "un nouveau passage est dû" },
  { "one blank among justified absences is deferred", FI, "", "", "A=EXC B=EXC C= T=EXC", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED,
    "manquent" },
  { "pending everywhere is deferred", FI, "", "", "A=ATT B=ATT C=ATT T=ATT", FOUR_MONTHS, PLAIN, SCEAU_OUTCOME_DEFERRED, "manquent" },
  { "a VAE candidate with two blocks has them for good", VAE, "", "", "A=10 B=10 C=5 T=5", NO_MONTHS, PLAIN,
    SCEAU_OUTCOME_PARTIAL, "2 blocs acquis sur 3" },
  { "everything dispensed certifies", VAE, "", "", "A=DISP B=DISP C=DISP T=DISP", NO_MONTHS, PLAIN, SCEAU_OUTCOME_CERTIFIED,
    "obtenue" },
};

static void
add_requirements (TestDossier *dossier)
{
  SceauRequirement *thesis = sceau_requirement_new ();
  SceauRequirement *company = sceau_requirement_new ();

  thesis->code = g_strdup ("THESE");
  thesis->title = g_strdup ("Thèse professionnelle");
  thesis->kind = SCEAU_REQUIREMENT_MODALITY;
  thesis->modality_code = g_strdup ("T");
  g_ptr_array_add (dossier->plan->requirements, thesis);
  company->code = g_strdup ("ENTREPRISE");
  company->title = g_strdup ("Période en entreprise");
  company->kind = SCEAU_REQUIREMENT_COMPANY_PERIOD;
  company->min_months = 4;
  company->max_months = 6;
  company->exempt_routes = 1u << SCEAU_ROUTE_VAE;
  g_ptr_array_add (dossier->plan->requirements, company);
}

static SceauEnrolmentState
get_state (int variant)
{
  return variant & WITHDRAWN     ? SCEAU_ENROLMENT_WITHDRAWN
         : variant & INTERRUPTED ? SCEAU_ENROLMENT_INTERRUPTED
         : variant & EXCLUDED    ? SCEAU_ENROLMENT_EXCLUDED
                                 : SCEAU_ENROLMENT_ACTIVE;
}

static TestDossier *
make_dossier (const Row *row)
{
  TestDossier *dossier = test_dossier_new ();
  SceauBlock *last;

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_block (dossier, "BC02", 0);
  test_dossier_add_block (dossier, "BC03", 0);
  test_dossier_add_modalities (dossier, "BC01", "A");
  test_dossier_add_modalities (dossier, "BC02", "B");
  test_dossier_add_modalities (dossier, "BC03", "C");
  test_dossier_add_modalities (dossier, NULL, "T");
  if (!(row->variant & NO_REQUIREMENT))
    add_requirements (dossier);
  last = g_ptr_array_index (dossier->certification->blocks, 2);
  last->optional = (row->variant & OPTIONAL_BC03) != 0;
  dossier->certification->partial_allowed = !(row->variant & NO_PARTIAL);
  dossier->enrolment->state = get_state (row->variant);
  if (row->variant & DATED)
    {
      dossier->enrolment->state_since = sceau_date_new (2026, 3, 12);
      dossier->enrolment->hearing = sceau_date_new (2026, 3, 5);
    }
  dossier->enrolment->route = row->route;
  if (*row->company != '\0')
    {
      g_auto (GStrv) dates = g_strsplit (row->company, " ", 2);

      g_assert_true (sceau_date_parse_iso (dates[0], &dossier->enrolment->company_start));
      g_assert_true (sceau_date_parse_iso (dates[1], &dossier->enrolment->company_end));
    }
  test_dossier_target (dossier, row->targets);
  test_dossier_add_acquired (dossier, row->acquired);
  test_dossier_add_results (dossier, row->results);
  return dossier;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TestDossier) dossier = make_dossier (row);
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&dossier->dossier);

  g_test_message ("%s", proposal->reason);
  g_assert_cmpstr (sceau_outcome_to_id (proposal->outcome), ==, sceau_outcome_to_id (row->outcome));
  g_assert_cmpuint (proposal->blocks->len, ==, 3);
  g_assert_cmpuint (proposal->requirements->len, ==, dossier->plan->requirements->len);
  test_assert_says (proposal->reason, row->says);
}

typedef struct
{
  const char *sentence;
  const char *results;
  gboolean partial_allowed;
  SceauOutcome outcome;
  const char *says;
} WholeRow;

static const WholeRow whole_rows[] = {
  { "a certification without blocks is obtained on the whole", "A=10 B=10", FALSE, SCEAU_OUTCOME_CERTIFIED,
    "Certification obtenue : l’évaluation d’ensemble est réussie. Évaluation d’ensemble acquise" },
  { "without blocks half a success is a failure", "A=20 B=9", FALSE, SCEAU_OUTCOME_FAILED, "Évaluation d’ensemble non acquise" },
  { "without blocks nothing is partial whatever the fiche says", "A=20 B=9", TRUE, SCEAU_OUTCOME_FAILED, "non obtenue" },
  { "without blocks a missing mark defers", "A=20", FALSE, SCEAU_OUTCOME_DEFERRED, "Évaluation d’ensemble en attente" },
  { "without blocks absent everywhere is absent", "A=ABS B=ABS", FALSE, SCEAU_OUTCOME_ABSENT, "Absence injustifiée" },
  { "without blocks excused everywhere is excused", "A=EXC B=EXC", FALSE, SCEAU_OUTCOME_EXCUSED, "Absence justifiée" },
  { "without blocks a pending mark defers", "A=20 B=ATT", FALSE, SCEAU_OUTCOME_DEFERRED, "note en attente" },
  { "without blocks one absence is a failure", "A=20 B=ABS", FALSE, SCEAU_OUTCOME_FAILED, "absence injustifiée" },
  { "without blocks a dispense and a success certify", "A=DISP B=10", FALSE, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "without blocks everything dispensed certifies", "A=DISP B=DISP", FALSE, SCEAU_OUTCOME_CERTIFIED, "dispense de toutes" },
  { "without blocks no result at all is deferred", "", FALSE, SCEAU_OUTCOME_DEFERRED, "résultat non saisi" },
  { "without blocks a retake saves", "A1=8 A2=10 B=10", FALSE, SCEAU_OUTCOME_CERTIFIED, "obtenue" },
  { "without blocks a retake to come defers", "A1=8 A2=ATT B=10", FALSE, SCEAU_OUTCOME_DEFERRED, "nouveau passage en attente" },
  { "without blocks a zero is a failure", "A=20 B=0", FALSE, SCEAU_OUTCOME_FAILED, "0 sur 20" },
  { "without blocks a fraud is a fraud", "A=20 B=FRAUDE", FALSE, SCEAU_OUTCOME_FRAUD, "« Épreuve B »" },
};

static void
test_whole (gconstpointer data)
{
  const WholeRow *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauProposal) proposal = NULL;

  dossier->certification->partial_allowed = row->partial_allowed;
  test_dossier_add_modalities (dossier, NULL, "A B");
  test_dossier_add_results (dossier, row->results);
  proposal = sceau_proposal_new (&dossier->dossier);
  g_assert_cmpstr (sceau_outcome_to_id (proposal->outcome), ==, sceau_outcome_to_id (row->outcome));
  g_assert_cmpuint (proposal->blocks->len, ==, 0);
  test_assert_says (proposal->reason, row->says);
}

static void
test_only_optional (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauProposal) proposal = NULL;
  g_autoptr (SceauProposal) acquired = NULL;

  test_dossier_add_block (dossier, "BC01", 0);
  ((SceauBlock *) g_ptr_array_index (dossier->certification->blocks, 0))->optional = TRUE;
  test_dossier_add_modalities (dossier, "BC01", "A");
  test_dossier_add_results (dossier, "A=5");
  proposal = sceau_proposal_new (&dossier->dossier);
  g_assert_cmpint (proposal->outcome, ==, SCEAU_OUTCOME_FAILED);
  test_dossier_add_results (dossier, "A2=15");
  acquired = sceau_proposal_new (&dossier->dossier);
  g_assert_cmpint (acquired->outcome, ==, SCEAU_OUTCOME_PARTIAL);
}

/* Where the thesis is a requirement it stands by itself and lifts no mean. */
static void
test_whole_with_thesis (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauProposal) failed = NULL;
  g_autoptr (SceauProposal) certified = NULL;

  add_requirements (dossier);
  g_ptr_array_set_size (dossier->plan->requirements, 1);
  test_dossier_add_modalities (dossier, NULL, "A T");
  test_dossier_add_rule (dossier, NULL, SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000);
  test_dossier_add_results (dossier, "A=9 T=20");
  failed = sceau_proposal_new (&dossier->dossier);
  g_assert_cmpint (failed->outcome, ==, SCEAU_OUTCOME_FAILED);
  test_dossier_add_results (dossier, "A2=10");
  certified = sceau_proposal_new (&dossier->dossier);
  g_assert_cmpint (certified->outcome, ==, SCEAU_OUTCOME_CERTIFIED);
}

static void
test_find_block (void)
{
  g_autoptr (TestDossier) dossier = make_dossier (&rows[0]);
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&dossier->dossier);

  g_assert_cmpstr (sceau_proposal_find_block (proposal, "BC02")->block_code, ==, "BC02");
  g_assert_null (sceau_proposal_find_block (proposal, "BC09"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("proposal", rows, test_row);
  TEST_ROWS_ADD ("proposal/whole", whole_rows, test_whole);
  g_test_add_func ("/core/proposal/optional-blocks-alone-certify-nobody", test_only_optional);
  g_test_add_func ("/core/proposal/without-blocks-a-thesis-stands-by-itself", test_whole_with_thesis);
  g_test_add_func ("/core/proposal/find-block", test_find_block);
  return g_test_run ();
}
