/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The jurors of the demonstration, and the session of the past cohort from the convocation to the seal. */

#include "sceau-demo-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-keep-jurors.h"
#include "sceau-print-session.h"

/* Who is who in the table below. */
enum
{
  PROGRAMME_DIRECTOR,
  DIRECTOR,
  SECURITY_OFFICER,
  CONSULTANT,
  WATCH_OFFICER,      /* away on the day of the jury */
  EXTERNAL_ALTERNATE, /* sits in her place */
  INTERNAL_ALTERNATE,
};

/* Hours from eight in the morning in UTC to two in the afternoon in France, in summer. */
#define SITTING_STARTS 4

G_STATIC_ASSERT (INTERNAL_ALTERNATE + 1 == SCEAU_N_DEMO_JURORS);

static const struct
{
  const char *name, *function, *employer, *field, *email, *phone;
  gboolean internal;
  SceauSex sex;
} jurors[SCEAU_N_DEMO_JURORS] = {
  { "Hélène MARCHAND-ROY", "Directrice des programmes", "IMT Nord Europe (personne fictive)", "Ingénierie de formation",
    "h.marchand-roy@ecole.example", "+33 1 99 00 10 01", TRUE, SCEAU_SEX_FEMALE },
  { "Étienne VASSEUR", "Directeur", "IMT Nord Europe (personne fictive)", "Gouvernance de la sécurité",
    "e.vasseur@ecole.example", "+33 1 99 00 10 02", TRUE, SCEAU_SEX_MALE },
  { "Nadia BELKACEM", "Responsable de la sécurité des systèmes d’information", "Sentinelle du Nord (entreprise fictive)",
    "Gestion des risques", "n.belkacem@sentinelle.example", "+33 1 99 00 10 03", FALSE, SCEAU_SEX_FEMALE },
  { "Paweł ZIELIŃSKI", "Consultant en cybersécurité", "Cabinet Ardoise (entreprise fictive)", "Tests d’intrusion",
    "p.zielinski@ardoise.example", "+33 1 99 00 10 04", FALSE, SCEAU_SEX_MALE },
  { "Béatrice LE CŒUR", "Responsable du SOC", "Clinique des Trois-Tilleuls (établissement fictif)", "Réponse à incident",
    "b.lecoeur@trois-tilleuls.example", "+33 1 99 00 10 05", FALSE, SCEAU_SEX_FEMALE },
  { "Solène KERMADEC", "Auditrice en sécurité", "Atelier Vigie (entreprise fictive)", "Audit et conformité",
    "s.kermadec@vigie.example", "+33 1 99 00 10 06", FALSE, SCEAU_SEX_FEMALE },
  { "Grégoire ALLAIS", "Responsable de la pédagogie", "IMT Nord Europe (personne fictive)", "Évaluation",
    "g.allais@ecole.example", "+33 1 99 00 10 07", TRUE, SCEAU_SEX_MALE },
};

gboolean
sceau_demo_add_jurors (SceauDemo *demo, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (jurors); i++)
    {
      g_autoptr (SceauJuror) juror = sceau_juror_new ();

      juror->name = g_strdup (jurors[i].name);
      juror->function = g_strdup (jurors[i].function);
      juror->employer = g_strdup (jurors[i].employer);
      juror->field = g_strdup (jurors[i].field);
      juror->email = g_strdup (jurors[i].email);
      juror->phone = g_strdup (jurors[i].phone);
      juror->internal = jurors[i].internal;
      juror->sex = jurors[i].sex;
      demo->jurors[i] = sceau_add_juror (demo->school, juror, demo->faults, error);
      if (demo->jurors[i] == 0)
        return FALSE;
    }
  return TRUE;
}

/* What is known of them ------------------------------------------------------------ */

static gboolean
know_recognition (SceauDemo *demo, GError **error)
{
  g_autoptr (SceauJurorRecognition) recognition = sceau_juror_recognition_new ();

  recognition->juror_id = demo->jurors[SECURITY_OFFICER];
  recognition->title = g_strdup ("ExpertCyber");
  recognition->reference = g_strdup ("EC-0000 (référence fictive)");
  recognition->start = sceau_date_new (2025, 1, 15);
  recognition->end = sceau_date_new (2028, 1, 14);
  return sceau_record_recognition (demo->school, recognition, demo->faults, error);
}

static gboolean
know_trainer (SceauDemo *demo, GPtrArray *people, GError **error)
{
  const SceauDemoPerson *person = sceau_demo_find_story (people, SCEAU_DEMO_ABSENT_ONCE);
  g_autoptr (SceauJurorConflict) conflict = sceau_juror_conflict_new ();

  if (person == NULL)
    return TRUE;
  conflict->juror_id = demo->jurors[CONSULTANT];
  conflict->kind = SCEAU_CONFLICT_TRAINER;
  conflict->learner_number = g_strdup (person->learner->number);
  conflict->note = g_strdup ("A encadré ses travaux pratiques (cas fictif)");
  return sceau_declare_conflict (demo->school, conflict, demo->faults, error);
}

gboolean
sceau_demo_know_jurors (SceauDemo *demo, GPtrArray *people, GError **error)
{
  sceau_demo_set_day (demo, sceau_date_new (2026, 4, 13));
  return know_recognition (demo, error) && know_trainer (demo, people, error);
}

/* She says so once she is convened: her alternate will sit. */
static gboolean
know_absence (SceauDemo *demo, GError **error)
{
  g_autoptr (SceauUnavailability) days = g_new0 (SceauUnavailability, 1);

  days->juror_id = demo->jurors[WATCH_OFFICER];
  days->start = sceau_date_new (2026, 5, 11);
  days->end = sceau_date_new (2026, 5, 13);
  days->note = g_strdup ("Exercice de crise (cas fictif)");
  return sceau_record_unavailability (demo->school, days, demo->faults, error);
}

/* The session ------------------------------------------------------------------------ */

static gboolean
set_hour_and_embargo (SceauDemo *demo, gint64 session, GError **error)
{
  g_autoptr (SceauJuryFile) file = sceau_load_jury (demo->school, session, error);

  if (file == NULL)
    return FALSE;
  g_free (file->session->start_time);
  file->session->start_time = g_strdup ("14:00");
  file->session->embargo = sceau_date_new (2026, 5, 18);
  return sceau_amend_jury (demo->school, file->session, demo->faults, error);
}

static gboolean
convene (SceauDemo *demo, gint64 session, GError **error)
{
  static const char name[] = "RNCP41445-convocations";
  const SceauPanel panel = { demo->jurors, SCEAU_N_DEMO_TITULARS, demo->jurors + SCEAU_N_DEMO_TITULARS,
                             SCEAU_N_DEMO_JURORS - SCEAU_N_DEMO_TITULARS, demo->jurors[PROGRAMME_DIRECTOR] };
  g_autofree char *folder = sceau_demo_path (demo, name);
  g_autoptr (GPtrArray) letters = NULL;

  if (!sceau_convene_panel (demo->school, session, &panel, demo->faults, error))
    return FALSE;
  letters = sceau_write_convocations (demo->school, session, folder, error);
  if (letters == NULL)
    return FALSE;
  sceau_demo_add_file (demo, name, _("the letters that convene the jury and its alternates, and the appointment for their calendars"));
  return TRUE;
}

static gboolean
print_attendance (SceauDemo *demo, gint64 session, GError **error)
{
  g_autoptr (GBytes) members = sceau_render_attendance (demo->school, session, SCEAU_ATTENDANCE_JURORS, error);
  g_autoptr (GBytes) candidates = NULL;

  if (!sceau_demo_save (demo, members, "RNCP41445-emargement-jury.pdf", _("the sheet that the members of the jury sign"), error))
    return FALSE;
  candidates = sceau_render_attendance (demo->school, session, SCEAU_ATTENDANCE_CANDIDATES, error);
  return sceau_demo_save (demo, candidates, "RNCP41445-emargement-candidats.pdf", _("the sheet that the candidates sign"), error);
}

/* Declared when the case comes up, unlike what the school knew before. */
static gboolean
recuse (SceauDemo *demo, gint64 session, GPtrArray *people, GError **error)
{
  const SceauDemoPerson *person = sceau_demo_find_story (people, SCEAU_DEMO_ONE_BLOCK);
  SceauRecusal recusal = { .juror_id = demo->jurors[DIRECTOR], .kind = SCEAU_CONFLICT_PERSONAL,
                           .reason = (char *) "A été son voisin de bureau (cas fictif)" };

  if (person == NULL)
    return TRUE;
  recusal.enrolment_id = person->enrolment;
  return sceau_recuse_member (demo->school, session, &recusal, demo->faults, error);
}

/* The jury lifts a candidate who missed a block by half a point, by a vote and with its reason. */
static gboolean
decide_near_miss (SceauDemo *demo, gint64 session, GPtrArray *people, GError **error)
{
  const SceauDemoPerson *person = sceau_demo_find_story (people, SCEAU_DEMO_NEAR_MISS);
  const SceauVerdict verdict = {
    .learner_number = person != NULL ? person->learner->number : NULL,
    .outcome = SCEAU_OUTCOME_CERTIFIED,
    .reason = "Le jury relève la qualité de la soutenance et la régularité des résultats dans les autres blocs, et valide le bloc 3.",
    .votes_for = 4,
    .votes_against = 1,
    .votes_abstain = 0,
  };

  return person == NULL || sceau_decide (demo->school, session, &verdict, demo->faults, error);
}

/* The alternate holds the seat of the member who is away. */
static gboolean
sit (SceauDemo *demo, gint64 session, GPtrArray *people, GError **error)
{
  const gint64 present[] = { demo->jurors[PROGRAMME_DIRECTOR], demo->jurors[DIRECTOR], demo->jurors[SECURITY_OFFICER],
                             demo->jurors[CONSULTANT], demo->jurors[EXTERNAL_ALTERNATE] };
  const char *derogation = "Le jury siège avec une admission par dérogation au-delà du quota, acceptée par écrit le 27 octobre 2025 (cas fictif).";

  if (!sceau_open_jury (demo->school, session, present, G_N_ELEMENTS (present), derogation, demo->faults, error)
      || !sceau_propose_decisions (demo->school, session, NULL, demo->cancellable, error)
      || !recuse (demo, session, people, error) || !decide_near_miss (demo, session, people, error))
    return FALSE;
  demo->now += 70 * G_TIME_SPAN_MINUTE;
  if (!sceau_suspend_jury (demo->school, session, "Relecture d’une thèse demandée par un membre (cas fictif)", demo->faults, error))
    return FALSE;
  demo->now += 20 * G_TIME_SPAN_MINUTE;
  /* The quota is judged again with the members, and the same reason answers. */
  return sceau_resume_jury (demo->school, session, present, G_N_ELEMENTS (present), derogation, demo->faults, error)
         && sceau_accept_proposals (demo->school, session, NULL, error)
         && sceau_seal_jury (demo->school, session, demo->faults, NULL, demo->cancellable, error);
}

static gboolean
print_minutes (SceauDemo *demo, gint64 session, GError **error)
{
  g_autoptr (GBytes) minutes = sceau_render_minutes (demo->school, session, error);
  g_autoptr (GBytes) anonymous = NULL;

  if (!sceau_demo_save (demo, minutes, "RNCP41445-proces-verbal.pdf",
                        _("the minutes of the jury, with proposals, decisions, quotas and the seal"), error))
    return FALSE;
  anonymous = sceau_render_anonymous_minutes (demo->school, session, error);
  return sceau_demo_save (demo, anonymous, "RNCP41445-proces-verbal-anonyme.pdf", _("the same minutes without names"), error);
}

gint64
sceau_demo_hold_jury (SceauDemo *demo, GPtrArray *people, const char *cohort, GError **error)
{
  const SceauDate day = sceau_date_new (2026, 5, 12);
  gint64 session;

  sceau_demo_set_day (demo, sceau_date_new (2026, 4, 28));
  session = sceau_plan_jury (demo->school, SCEAU_DEMO_CODE, cohort, day, SCEAU_DEMO_PLACE, demo->faults, error);
  if (session == 0 || !set_hour_and_embargo (demo, session, error) || !convene (demo, session, error))
    return 0;
  sceau_demo_set_day (demo, sceau_date_new (2026, 5, 5));
  if (!know_absence (demo, error) || !print_attendance (demo, session, error))
    return 0;
  sceau_demo_set_day (demo, day);
  demo->now += SITTING_STARTS * G_TIME_SPAN_HOUR;
  return sit (demo, session, people, error) && print_minutes (demo, session, error) ? session : 0;
}
