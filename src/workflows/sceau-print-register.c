/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register on paper, and the sheet of a hand-over. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-journal.h"
#include "sceau-keep-register-private.h"
#include "sceau-print-session.h"
#include "sceau-register-document.h"

/* --- The register --------------------------------------------------------- */

/* The parchemins with their acts, in the order of the numbers. */
typedef struct
{
  GArray *lines;           /* (element-type SceauRegisterLine) */
  GPtrArray *certificates; /* what the lines point into */
  GPtrArray *acts;
  SceauProgress *progress;
  GCancellable *cancellable;
} Register;

static void
register_clear (Register *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Register, register_clear)

static gboolean
load_acts (SceauSchool *school, Register *self, GError **error)
{
  for (guint i = 0; i < self->certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (self->certificates, i);
      GPtrArray *acts = sceau_certificate_table_list_acts (school, certificate->number, error);
      const SceauRegisterLine line = { certificate, acts };

      if (acts == NULL)
        return FALSE;
      g_ptr_array_add (self->acts, acts);
      g_array_append_val (self->lines, line);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      sceau_progress_report (self->progress, i + 1, self->certificates->len, _("Writing the register"));
    }
  return TRUE;
}

static gboolean
load_register (SceauSchool *school, int year, Register *self, GError **error)
{
  const SceauCertificateQuery query = { .year = year };

  self->lines = g_array_new (FALSE, FALSE, sizeof (SceauRegisterLine));
  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->certificates = sceau_certificate_table_list (school, &query, error);
  return self->certificates != NULL && load_acts (school, self, error);
}

GBytes *
sceau_render_register (SceauSchool *school, int year, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Register) book = { .progress = progress, .cancellable = cancellable };
  g_autoptr (SceauSchoolIdentity) identity = NULL;
  g_autofree char *head = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error) || !load_register (school, year, &book, error))
    return NULL;
  identity = sceau_school_load_identity (school, error);
  head = identity != NULL ? sceau_journal_get_head (school, error) : NULL;
  if (head == NULL)
    return NULL;
  return sceau_register_document_render (identity, year, (const SceauRegisterLine *) book.lines->data, book.lines->len,
                                         sceau_school_today (school), head, error);
}

/* --- The sheet of a hand-over ---------------------------------------------- */

/* What is handed over, certification by certification. */
typedef struct
{
  SceauSchool *school;
  GPtrArray *certificates;   /* (element-type SceauCertificate), as asked for */
  GPtrArray *certifications; /* (element-type SceauCertification), as they come */
  GPtrArray *groups;         /* (element-type GPtrArray), one a certification: borrowed certificates */
} Handover;

static void
handover_clear (Handover *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Handover, handover_clear)

static gboolean
load_session (Handover *self, gint64 session_id, GError **error)
{
  const SceauCertificateQuery query = { .session_id = session_id };
  g_autoptr (SceauJurySession) session = sceau_require_jury (self->school, session_id, error);
  g_autoptr (GPtrArray) certificates = session != NULL ? sceau_certificate_table_list (self->school, &query, error) : NULL;

  if (certificates == NULL)
    return FALSE;
  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);
      g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (self->school, certificate->number, error);

      if (acts == NULL)
        return FALSE;
      if (sceau_register_may (certificate, acts, SCEAU_REGISTER_HANDED))
        g_ptr_array_add (self->certificates, g_steal_pointer (&certificates->pdata[i]));
    }
  return TRUE;
}

static gboolean
has_certificate (const Handover *self, const SceauCertificate *certificate)
{
  for (guint i = 0; i < self->certificates->len; i++)
    if (g_str_equal (((SceauCertificate *) g_ptr_array_index (self->certificates, i))->number, certificate->number))
      return TRUE;
  return FALSE;
}

/* FALSE on errors of the file only; what is refused is a fault. */
static gboolean
load_number (Handover *self, const char *number, SceauFaults *faults, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SceauCertificate) certificate = sceau_require_certificate (self->school, number, &local);
  /* Whether it may be handed over, not by whom and when: that is written by hand on the sheet. */
  SceauRegisterAct act = { .kind = SCEAU_REGISTER_HANDED, .person = (char *) "–", .date = SCEAU_NO_DATE };

  if (certificate != NULL)
    {
      act.date = MAX (sceau_school_today (self->school), certificate->delivered);
      sceau_require_register_act (self->school, certificate, &act, &local);
    }
  if (sceau_register_refused (local))
    {
      sceau_faults_add_field (faults, "number", number, local->message, NULL);
      return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!has_certificate (self, certificate))
    g_ptr_array_add (self->certificates, g_steal_pointer (&certificate));
  return TRUE;
}

static gboolean
load_numbers (Handover *self, const char *const *numbers, SceauFaults *faults, GError **error)
{
  for (; *numbers != NULL; numbers++)
    if (!load_number (self, *numbers, faults, error))
      return FALSE;
  return TRUE;
}

/* The group of the certificate's certification, a new one at need. */
static GPtrArray *
find_group (Handover *self, const SceauCertificate *certificate, GError **error)
{
  SceauCertification *certification;

  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (((SceauCertification *) g_ptr_array_index (self->certifications, i))->code, certificate->certification_code))
      return g_ptr_array_index (self->groups, i);
  certification = sceau_require_certification (self->school, certificate->certification_code, error);
  if (certification == NULL)
    return NULL;
  g_ptr_array_add (self->certifications, certification);
  g_ptr_array_add (self->groups, g_ptr_array_new ());
  return g_ptr_array_index (self->groups, self->groups->len - 1);
}

static gboolean
group_certificates (Handover *self, GError **error)
{
  for (guint i = 0; i < self->certificates->len; i++)
    {
      GPtrArray *group = find_group (self, g_ptr_array_index (self->certificates, i), error);

      if (group == NULL)
        return FALSE;
      g_ptr_array_add (group, g_ptr_array_index (self->certificates, i));
    }
  return TRUE;
}

static GBytes *
draw_handover (const Handover *self, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (self->school, error);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (SceauHandoverSection));

  if (identity == NULL)
    return NULL;
  for (guint i = 0; i < self->groups->len; i++)
    {
      const GPtrArray *group = g_ptr_array_index (self->groups, i);
      const SceauHandoverSection section
        = { g_ptr_array_index (self->certifications, i), (const SceauCertificate *const *) group->pdata, group->len };

      g_array_append_val (sections, section);
    }
  return sceau_handover_document_render (identity, (const SceauHandoverSection *) sections->data, sections->len,
                                         sceau_school_today (self->school), error);
}

static gboolean
refuse_empty (GError **error)
{
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("No parchemin is in the house to be handed over: issue them first, or look in the register where they went."));
  return FALSE;
}

static gboolean
load_handover (Handover *self, gint64 session_id, const char *const *numbers, SceauFaults *faults, GError **error)
{
  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_certificate_free);
  self->certifications = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_certification_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return numbers != NULL ? load_numbers (self, numbers, faults, error) : load_session (self, session_id, error);
}

gboolean
sceau_print_handover (SceauSchool *school, gint64 session_id, const char *const *numbers, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Handover) handover = { .school = school };
  g_autoptr (GBytes) pdf = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin_read (&transaction, school, error) || !load_handover (&handover, session_id, numbers, faults, error)
      || sceau_faults_refuse (faults, known, error))
    return FALSE;
  if (handover.certificates->len == 0)
    return refuse_empty (error);
  if (!group_certificates (&handover, error))
    return FALSE;
  pdf = draw_handover (&handover, error);
  return pdf != NULL && sceau_write_document (pdf, path, error);
}
