/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether the documents can print a name or what is said of a session: asked when it is entered, since later nobody can mend it. */

#include <glib/gi18n-lib.h>

#include "sceau-document-error.h"
#include "sceau-enrol-private.h"
#include "sceau-font.h"
#include "sceau-workflow-private.h"

/* Minutes are set in the sans face, certificates in the serif one. */
static const SceauFace faces[] = { SCEAU_FACE_SERIF, SCEAU_FACE_SANS };

static gboolean
all_known (GHashTable *letters, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_hash_table_contains (letters, GUINT_TO_POINTER (g_utf8_get_char (p))))
      return FALSE;
  return TRUE;
}

static void
learn (GHashTable *letters, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (letters, GUINT_TO_POINTER (g_utf8_get_char (p)));
}

static void
check_text (const char *field, const char *what, const char *text, GHashTable *letters, int line, SceauFaults *faults)
{
  if (text == NULL || (letters != NULL && all_known (letters, text)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      g_autoptr (GError) error = NULL;

      if (sceau_pdf_check_text (faces[i], what, text, NULL, &error))
        continue;
      /* A missing font is for whoever prints to hear of. */
      if (g_error_matches (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH))
        sceau_faults_add (faults, SCEAU_FAULT_WARNING, line, 0, field, text, error->message,
                          _("Write it in Latin letters, as the identity papers do: a jury could not seal it otherwise."));
      return;
    }
  if (letters != NULL)
    learn (letters, text);
}

void
sceau_warn_unprintable (const SceauLearner *learner, GHashTable *letters, int line, SceauFaults *faults)
{
  check_text ("birth_name", _("The learner’s name"), learner->birth_name, letters, line, faults);
  check_text ("usage_name", _("The learner’s usage name"), learner->usage_name, letters, line, faults);
  check_text ("first_name", _("The learner’s name"), learner->first_name, letters, line, faults);
  check_text ("other_names", _("The learner’s other names"), learner->other_names, letters, line, faults);
  check_text ("birth_place", _("The learner’s place of birth"), learner->birth_place, letters, line, faults);
}

gboolean
sceau_refuse_unprintable (const char *text, const char *field, const char *what, SceauFaults *faults)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || sceau_pdf_check_text (SCEAU_FACE_SANS, what, text, NULL, &error)
      || !g_error_matches (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH))
    return FALSE;
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, field, text, error->message, _("Write it in Latin letters: the minutes could not be sealed otherwise."));
  return TRUE;
}
