/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fault-field.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *field;
  const char *title;
} Field;

/* Sorted by the field. */
static const Field fields[] = {
  /* clang-format off */
  { "admission", NC_("field", "admission") },
  { "admissions", NC_("field", "admissions") },
  { "alternate", NC_("field", "alternates") },
  { "answer", NC_("field", "answer") },
  { "answered", NC_("field", "day of the answer") },
  { "attempt", NC_("field", "attempt") },
  { "author", NC_("field", "author") },
  { "birth_commune", NC_("field", "commune of birth") },
  { "birth_country", NC_("field", "country of birth") },
  { "birth_date", NC_("field", "birth date") },
  { "birth_name", NC_("field", "birth name") },
  { "birth_place", NC_("field", "birth place") },
  { "block", NC_("field", "block") },
  { "blocks", NC_("field", "blocks") },
  { "certification", NC_("field", "certification") },
  { "certifier", NC_("field", "certifier") },
  { "certifier_name", NC_("field", "name of the certifier") },
  { "city", NC_("field", "city") },
  { "code", NC_("field", "code") },
  { "cohort", NC_("field", "cohort") },
  { "comment", NC_("field", "comment") },
  { "company", NC_("field", "company") },
  { "company_end", NC_("field", "end of the period in the company") },
  { "company_start", NC_("field", "start of the period in the company") },
  { "competences", NC_("field", "competences") },
  { "composition", NC_("field", "composition") },
  { "count", NC_("field", "number of entries") },
  { "criteria", NC_("field", "criteria") },
  { "criterion", NC_("field", "criterion") },
  { "date", NC_("field", "date") },
  { "decision", NC_("field", "decision") },
  { "decision_date", NC_("field", "day of the decision") },
  { "delivered", NC_("field", "day of delivery") },
  { "derogation", NC_("field", "derogation") },
  { "embargo", NC_("field", "embargo") },
  { "employer", NC_("field", "employer") },
  { "end", NC_("field", "last day") },
  { "entry", NC_("field", "entry") },
  { "examiner", NC_("field", "examiner") },
  { "exception", NC_("field", "exception") },
  { "external", NC_("field", "external members") },
  { "field", NC_("field", "field") },
  { "file", NC_("field", "file") },
  { "filed", NC_("field", "day of the appeal") },
  { "first_name", NC_("field", "first name") },
  { "function", NC_("field", "function") },
  { "ground", NC_("field", "ground") },
  { "group", NC_("field", "group") },
  { "head", NC_("field", "head of the journal") },
  { "hearing", NC_("field", "hearing") },
  { "horizon", NC_("field", "horizon") },
  { "internal", NC_("field", "internal members") },
  { "journal", NC_("field", "journal") },
  { "juror", NC_("field", "juror") },
  { "jury", NC_("field", "jury") },
  { "jury_session", NC_("field", "jury session") },
  { "learner", NC_("field", "learner") },
  { "level", NC_("field", "level") },
  { "mandate", NC_("field", "mandate") },
  { "mandate_end", NC_("field", "end of the mandate") },
  { "mandate_start", NC_("field", "start of the mandate") },
  { "mark", NC_("field", "mark") },
  { "max_attempts", NC_("field", "attempts allowed") },
  { "members", NC_("field", "members") },
  { "modalities", NC_("field", "modalities") },
  { "modality", NC_("field", "modality") },
  { "months", NC_("field", "months") },
  { "name", NC_("field", "name") },
  { "nsf", NC_("field", "NSF") },
  { "number", NC_("field", "number") },
  { "outcome", NC_("field", "outcome") },
  { "passphrase", NC_("field", "passphrase") },
  { "place", NC_("field", "place") },
  { "planned", NC_("field", "learners expected") },
  { "points", NC_("field", "points") },
  { "present", NC_("field", "members present") },
  { "president", NC_("field", "president") },
  { "proof", NC_("field", "proof") },
  { "public_key", NC_("field", "public key") },
  { "qualified", NC_("field", "qualified members") },
  { "quorum", NC_("field", "quorum") },
  { "reason", NC_("field", "reason") },
  { "reference", NC_("field", "reference") },
  { "requirements", NC_("field", "requirements") },
  { "retake_cap", NC_("field", "cap of the retakes") },
  { "route", NC_("field", "access route") },
  { "rule", NC_("field", "rule") },
  { "scale", NC_("field", "scale") },
  { "schema", NC_("field", "schema") },
  { "session", NC_("field", "session") },
  { "sex", NC_("field", "sex") },
  { "signatory", NC_("field", "signatory") },
  { "signatory_title", NC_("field", "title of the signatory") },
  { "signature", NC_("field", "signature") },
  { "siret", NC_("field", "SIRET") },
  { "start", NC_("field", "first day") },
  { "state", NC_("field", "state") },
  { "state_reason", NC_("field", "reason of the departure") },
  { "state_since", NC_("field", "day of the departure") },
  { "target_job", NC_("field", "target job") },
  { "targeted_blocks", NC_("field", "blocks asked for") },
  { "text", NC_("field", "text") },
  { "time", NC_("field", "time") },
  { "title", NC_("field", "title") },
  { "tutor", NC_("field", "tutor") },
  { "usage_name", NC_("field", "usage name") },
  { "votes", NC_("field", "votes") },
  { "weight", NC_("field", "weight") },
  /* clang-format on */
};

static int
compare (gconstpointer key, gconstpointer member)
{
  return strcmp (key, ((const Field *) member)->field);
}

const char *
sceau_fault_field_title (const char *field)
{
  const Field *found;

  g_return_val_if_fail (field != NULL, "");

  found = bsearch (field, fields, G_N_ELEMENTS (fields), sizeof *fields, compare);
  return found != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "field", found->title) : field;
}
