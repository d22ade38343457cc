/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* After the seal: the signed minutes, the notification, appeals and what they mend, the file of the session. */

#include "sceau-demo-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-export-session.h"
#include "sceau-flow.h"
#include "sceau-jury-table.h"
#include "sceau-notify-results.h"
#include "sceau-print-session.h"

/* A page in the place of the scan that a school would make: nobody has signed it, and it says so. */
static GBytes *
draw_scan (gint64 session, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, "Procès-verbal signé (démonstration)", NULL);
  g_autofree char *which = g_strdup_printf ("Session de jury n°\302\240%" G_GINT64_FORMAT " du 12 mai 2026", session);

  sceau_flow_add_page (flow);
  sceau_flow_centred (flow, &sceau_flow_bold, 2, "Procès-verbal signé (démonstration)");
  sceau_flow_space (flow, 12);
  sceau_flow_paragraph (flow, &sceau_flow_text, which);
  sceau_flow_paragraph (flow, &sceau_flow_text,
                        "Cette page tient lieu de la numérisation du procès-verbal signé par les membres du jury. "
                        "Les membres sont des personnes fictives\302\240: personne n’a signé.");
  sceau_flow_finish (flow, "Document de démonstration sans valeur");
  sceau_pdf_set_title (pdf, "Procès-verbal signé (démonstration)");
  sceau_pdf_set_created (pdf, sceau_date_new (2026, 5, 13));
  return sceau_pdf_finish (pdf, error);
}

static gboolean
attach_scan (SceauDemo *demo, gint64 session, GError **error)
{
  static const char name[] = "RNCP41445-proces-verbal-signe.pdf";
  g_autofree char *path = sceau_demo_path (demo, name);
  g_autoptr (GBytes) scan = draw_scan (session, error);
  g_autoptr (SceauSignedMinutes) kept = NULL;

  if (!sceau_demo_save (demo, scan, name, _("a page that stands for the scan of the signed minutes; the school file keeps it too"), error))
    return FALSE;
  kept = sceau_attach_signed_minutes (demo->school, session, path, error);
  return kept != NULL;
}

gboolean
sceau_demo_notify (SceauDemo *demo, gint64 session, GError **error)
{
  static const char name[] = "RNCP41445-lettres";
  const SceauDate day = sceau_date_new (2026, 5, 18);
  g_autofree char *folder = sceau_demo_path (demo, name);
  g_autoptr (GPtrArray) letters = NULL;

  sceau_demo_set_day (demo, sceau_date_new (2026, 5, 13));
  if (!attach_scan (demo, session, error))
    return FALSE;
  sceau_demo_set_day (demo, day);
  if (!sceau_notify_results (demo->school, session, day, demo->faults, NULL, demo->cancellable, error))
    return FALSE;
  letters = sceau_write_result_letters (demo->school, session, folder, NULL, demo->cancellable, error);
  if (letters == NULL)
    return FALSE;
  sceau_demo_add_file (demo, name, _("the letters that notify the results, sent once the embargo was over"));
  return TRUE;
}

/* Appeals ---------------------------------------------------------------------------- */

/* @appeal: NULL when the person is not in a small cohort. */
static gboolean
file_appeal (SceauDemo *demo, gint64 session, const SceauDemoPerson *person, const char *ground, SceauAppeal **appeal, GError **error)
{
  *appeal = NULL;
  if (person == NULL)
    return TRUE;
  *appeal = sceau_appeal_new ();
  (*appeal)->session_id = session;
  (*appeal)->enrolment_id = person->enrolment;
  (*appeal)->filed = sceau_school_today (demo->school);
  (*appeal)->ground = g_strdup (ground);
  return sceau_file_appeal (demo->school, *appeal, demo->faults, error);
}

static gboolean
answer (SceauDemo *demo, SceauAppeal *appeal, SceauAppealState state, gint64 rectifying, const char *reasons, GError **error)
{
  if (appeal == NULL)
    return TRUE;
  appeal->state = state;
  appeal->answered = sceau_school_today (demo->school);
  appeal->rectifying_id = rectifying;
  g_free (appeal->answer);
  appeal->answer = g_strdup (reasons);
  return sceau_answer_appeal (demo->school, appeal, demo->faults, error);
}

/* Whoever sat at the end sits again; nobody is taken for present who was not named. */
static GArray *
list_present (SceauDemo *demo, gint64 session_id, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (demo->school, session_id, error);
  GArray *present;

  if (session == NULL)
    return NULL;
  present = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->present)
        g_array_append_val (present, member->juror->id);
    }
  return present;
}

/* The retake of the candidate had been copied from another line: the jury mends it. */
static gint64
rectify (SceauDemo *demo, gint64 session, const SceauDemoPerson *person, GError **error)
{
  const SceauDate day = sceau_date_new (2026, 6, 9);
  const SceauVerdict verdict = {
    .learner_number = person->learner->number,
    .outcome = SCEAU_OUTCOME_CERTIFIED,
    .reason = "Les notes du rattrapage avaient été reportées d’une autre ligne\302\240: les copies portent des notes suffisantes (cas fictif).",
    .votes_for = -1,
    .votes_against = -1,
    .votes_abstain = -1,
  };
  g_autoptr (GArray) present = list_present (demo, session, error);
  const SceauMeeting meeting = { .date = day, .present = present };
  g_autoptr (GBytes) minutes = NULL;
  gint64 rectifying;

  if (present == NULL)
    return 0;
  sceau_demo_set_day (demo, day);
  rectifying = sceau_rectify_jury_at (demo->school, session, &verdict, &meeting, demo->faults, error);
  if (rectifying == 0)
    return 0;
  minutes = sceau_render_minutes (demo->school, rectifying, error);
  if (!sceau_demo_save (demo, minutes, "RNCP41445-proces-verbal-rectificatif.pdf",
                        _("the minutes of the session that mended one decision; the first one stays"), error))
    return 0;
  sceau_demo_set_day (demo, day + 1);
  return sceau_notify_results (demo->school, rectifying, day + 1, demo->faults, NULL, demo->cancellable, error) ? rectifying : 0;
}

gboolean
sceau_demo_hear_appeals (SceauDemo *demo, gint64 session, GPtrArray *people, gint64 *rectifying, GError **error)
{
  const SceauDemoPerson *wronged = sceau_demo_find_story (people, SCEAU_DEMO_RETAKE_FAILED);
  const SceauDemoPerson *unhappy = sceau_demo_find_story (people, SCEAU_DEMO_VAE_PARTIAL);
  g_autoptr (SceauAppeal) upheld = NULL;
  g_autoptr (SceauAppeal) inadmissible = NULL;

  *rectifying = 0;
  sceau_demo_set_day (demo, sceau_date_new (2026, 6, 2));
  if (!file_appeal (demo, session, wronged, "Les notes de mon rattrapage ne sont pas celles de mes copies.", &upheld, error)
      || !file_appeal (demo, session, unhappy, "Mon expérience méritait la certification entière.", &inadmissible, error))
    return FALSE;
  if (wronged != NULL && (*rectifying = rectify (demo, session, wronged, error)) == 0)
    return FALSE;
  return answer (demo, upheld, SCEAU_APPEAL_UPHELD, *rectifying, "L’erreur de report est établie\302\240; le jury a rectifié sa décision.", error)
         && answer (demo, inadmissible, SCEAU_APPEAL_INADMISSIBLE, 0,
                    "La demande porte sur l’appréciation du jury, qui est souverain\302\240; aucune erreur matérielle n’est invoquée.", error);
}

gboolean
sceau_demo_file_session (SceauDemo *demo, gint64 session, GError **error)
{
  static const char name[] = "RNCP41445-dossier-de-session.zip";
  g_autofree char *path = sceau_demo_path (demo, name);

  if (!sceau_export_session (demo->school, session, path, NULL, demo->cancellable, error))
    return FALSE;
  sceau_demo_add_file (demo, name, _("everything about the session in one file, with the hash of each part"));
  return TRUE;
}
