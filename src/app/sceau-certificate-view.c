/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-issue-certificates.h"
#include "sceau-page.h"
#include "sceau-paper-window.h"
#include "sceau-rows.h"

struct _SceauCertificateView
{
  AdwBin parent_instance;

  GtkBox *groups;
  GtkWidget *revocation;
  GtkLabel *revocation_label;
  GtkStack *document;
  SceauPaperSheets *sheets;
  GtkLabel *fault;
  SceauPaperPages *pages; /* of the document, or NULL until it was read */
  SceauContext *context;
  char *number;
  SceauCertificate *certificate; /* or NULL until it was read */
  GPtrArray *acts;               /* (element-type SceauRegisterAct): likewise */
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauCertificateView, sceau_certificate_view, ADW_TYPE_BIN)

/* What the worker reads. */
typedef struct
{
  char *number;
  gboolean wants_document;
  SceauCertificate *certificate;
  SceauCertification *certification;
  GPtrArray *acts; /* (element-type SceauRegisterAct) */
  GBytes *pdf;
  char *fault; /* why there is no document */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->number);
  sceau_certificate_free (reading->certificate);
  sceau_certification_free (reading->certification);
  g_clear_pointer (&reading->acts, g_ptr_array_unref);
  g_clear_pointer (&reading->pdf, g_bytes_unref);
  g_free (reading->fault);
  g_free (reading);
}

static gboolean
read_records (SceauSchool *school, Reading *reading, GError **error)
{
  return (reading->certificate = sceau_certificate_table_find (school, reading->number, error)) != NULL
         && (reading->certification = sceau_certification_table_find (school, reading->certificate->certification_code, error)) != NULL
         && (reading->acts = sceau_certificate_table_list_acts (school, reading->number, error)) != NULL;
}

/* A document that cannot be shown does not hide what the register says of it. */
static gboolean
read_certificate (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  g_autoptr (GError) local = NULL;
  gboolean done;

  if (!sceau_school_begin_read (school, error))
    return FALSE;
  done = read_records (school, reading, error);
  sceau_school_end_read (school);
  if (!done || !reading->wants_document)
    return done;

  reading->pdf = sceau_load_certificate_pdf (school, reading->number, &local);
  if (reading->pdf == NULL)
    reading->fault = g_strdup (local->message);
  return TRUE;
}

static void
show_fault (SceauCertificateView *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault);
  gtk_stack_set_visible_child_name (self->document, "fault");
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificateView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPaperPages) pages = sceau_paper_pages_open_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (pages == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  g_set_object (&self->pages, pages);
  sceau_paper_sheets_set_pages (self->sheets, pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.enlarge", TRUE);
  gtk_stack_set_visible_child_name (self->document, "page");
}

static void
show_document (SceauCertificateView *self, const Reading *reading)
{
  g_autofree char *number = sceau_certificate_print_number (reading->certificate->number);
  g_autofree char *name = NULL;

  if (!reading->wants_document)
    return;
  if (reading->pdf == NULL)
    {
      show_fault (self, reading->fault);
      return;
    }
  name = g_strdup_printf (_("Page of the certificate %s of %s"), number, reading->certificate->learner_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  sceau_paper_pages_open_async (reading->pdf, NULL, opened_cb, g_object_ref (self));
}

static void
enlarge_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauCertificateView *self = SCEAU_CERTIFICATE_VIEW (widget);
  g_autofree char *number = sceau_certificate_print_number (self->number);
  g_autofree char *title = g_strdup_printf (_("Certificate %s"), number);
  g_autofree char *name = g_strdup_printf (_("certificate-%s.pdf"), self->number);
  SceauPaperWindow *window = sceau_paper_window_new (widget, title);

  sceau_paper_preview_show (sceau_paper_window_get_preview (window), sceau_paper_pages_get_bytes (self->pages), name);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_revocation (SceauCertificateView *self, const SceauCertificate *certificate)
{
  g_autofree char *number = certificate->replaced_by != NULL ? sceau_certificate_print_number (certificate->replaced_by) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->revocation, certificate->state != SCEAU_CERTIFICATE_ISSUED);
  if (certificate->state == SCEAU_CERTIFICATE_REVOKED)
    text = g_strdup_printf (_("Revoked: %s"), certificate->revocation_reason);
  else if (certificate->state == SCEAU_CERTIFICATE_REPLACED)
    text = g_strdup_printf (_("Replaced by %s"), number);
  if (text != NULL)
    gtk_label_set_text (self->revocation_label, text);
}

static AdwPreferencesGroup *
add_group (SceauCertificateView *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (self->groups, GTK_WIDGET (group));
  return group;
}

static void
add_number (AdwPreferencesGroup *group, const char *name, const char *number)
{
  g_autofree char *printed = number != NULL ? sceau_certificate_print_number (number) : NULL;

  sceau_group_add_property (group, name, printed);
}

static void
add_details (SceauCertificateView *self, const Reading *reading)
{
  const SceauCertificate *certificate = reading->certificate;
  AdwPreferencesGroup *group = add_group (self, _("Certificate"));
  g_autofree char *holder = g_strdup_printf ("%s (%s)", certificate->learner_name, certificate->learner_number);
  g_autofree char *certification = g_strdup_printf ("%s – %s", certificate->certification_code, reading->certification->title);
  g_autofree char *decided = sceau_date_format_long (certificate->decided);
  g_autofree char *day = sceau_date_format_long (certificate->delivered);
  g_autofree char *delivered = g_strdup_printf (_("%s, in %s"), day, certificate->place);
  g_autofree char *printed = sceau_certificate_print_number (certificate->number);
  AdwActionRow *number = sceau_property_row_new (_("Number"), printed);
  AdwActionRow *hash = sceau_property_row_new (_("SHA-256 of the document"), certificate->sha256);

  adw_action_row_add_suffix (number, sceau_tag_new (sceau_certificate_state_title (certificate->state),
                                                    certificate->state == SCEAU_CERTIFICATE_ISSUED ? SCEAU_TAG_SUCCESS
                                                                                                   : SCEAU_TAG_ERROR));
  adw_preferences_group_add (group, GTK_WIDGET (number));
  sceau_group_add_property (group, _("Holder"), holder);
  add_number (group, _("Replaces"), certificate->replaces);
  add_number (group, _("Replaced by"), certificate->replaced_by);
  sceau_group_add_property (group, _("Sheet"), sceau_sheet_place_title (sceau_register_sheet (certificate, reading->acts)));
  sceau_group_add_property (group, _("Certification"), certification);
  sceau_group_add_property (group, _("Decided by the jury"), decided);
  sceau_group_add_property (group, _("Delivered by the head of the school"), delivered);
  gtk_widget_add_css_class (GTK_WIDGET (hash), "sceau-hash");
  adw_preferences_group_add (group, GTK_WIDGET (hash));
}

/* What a line says beside its title and day: who, with what, and why. */
static char *
describe_act (const SceauRegisterAct *act)
{
  GString *text = g_string_new (NULL);
  g_autofree char *number
    = act->kind == SCEAU_REGISTER_REPLACED && act->detail != NULL ? sceau_certificate_print_number (act->detail) : g_strdup (act->detail);
  const char *const parts[] = { act->person, number, act->reason };
  g_autofree char *day = sceau_date_format_long (act->date);

  g_string_append (text, day);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, " · %s", parts[i]);
  return g_string_free (text, FALSE);
}

static const char *
act_icon (SceauRegisterActKind kind)
{
  switch (kind)
    {
    case SCEAU_REGISTER_REVOKED:
    case SCEAU_REGISTER_REPLACED:
    case SCEAU_REGISTER_SPOILED:
      return "action-unavailable-symbolic";
    case SCEAU_REGISTER_PRINTED:
      return "document-print-symbolic";
    case SCEAU_REGISTER_DUPLICATE:
      return "edit-copy-symbolic";
    default:
      return "mail-send-symbolic";
    }
}

static void
add_act (AdwPreferencesGroup *group, const SceauRegisterAct *act)
{
  g_autofree char *subtitle = describe_act (act);
  g_autofree char *title = act->kind == SCEAU_REGISTER_DUPLICATE ? g_strdup_printf (_("Duplicate %d"), act->rank)
                                                                 : g_strdup (sceau_register_act_title (act->kind));
  AdwActionRow *row = sceau_row_new (title, subtitle);

  adw_action_row_set_icon_name (row, act_icon (act->kind));
  adw_action_row_set_subtitle_lines (row, 0);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
add_history (SceauCertificateView *self, const Reading *reading)
{
  AdwPreferencesGroup *group = add_group (self, _("History"));
  g_autofree char *delivered = sceau_date_format_long (reading->certificate->delivered);
  AdwActionRow *issued = sceau_row_new (_("Issued"), delivered);

  adw_action_row_set_icon_name (issued, "sceau-certificate-symbolic");
  adw_preferences_group_add (group, GTK_WIDGET (issued));
  for (guint i = 0; i < reading->acts->len; i++)
    add_act (group, g_ptr_array_index (reading->acts, i));
}

static void
show_reading (SceauCertificateView *self, Reading *reading)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  show_document (self, reading);
  show_revocation (self, reading->certificate);
  add_details (self, reading);
  add_history (self, reading);
  g_clear_pointer (&self->certificate, sceau_certificate_free);
  self->certificate = g_steal_pointer (&reading->certificate);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  self->acts = g_steal_pointer (&reading->acts);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificateView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (done)
    show_reading (self, sceau_worker_get_job (result));
  else
    sceau_page_read_failed (GTK_WIDGET (self), _("The Certificate Could Not Be Read"), error);
}

static void
sceau_certificate_view_finalize (GObject *object)
{
  SceauCertificateView *self = SCEAU_CERTIFICATE_VIEW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->certificate, sceau_certificate_free);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  g_free (self->number);
  G_OBJECT_CLASS (sceau_certificate_view_parent_class)->finalize (object);
}

static void
sceau_certificate_view_class_init (SceauCertificateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_certificate_view_finalize;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", SCEAU_TYPE_CERTIFICATE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SCEAU_TYPE_PAPER_SHEETS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-certificate-view.ui");
  gtk_widget_class_install_action (widget_class, "certificate.enlarge", NULL, enlarge_action);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateView, groups);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateView, revocation);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateView, revocation_label);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateView, document);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateView, sheets);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateView, fault);
}

static void
sceau_certificate_view_init (SceauCertificateView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.enlarge", FALSE);
  sceau_paper_sheets_set_fit (self->sheets, SCEAU_PAPER_FIT_WIDTH);
}

SceauCertificateView *
sceau_certificate_view_new (SceauContext *context, const char *number)
{
  SceauCertificateView *self = g_object_new (SCEAU_TYPE_CERTIFICATE_VIEW, NULL);

  self->context = g_object_ref (context);
  self->number = g_strdup (number);
  sceau_certificate_view_reload (self);
  return self;
}

void
sceau_certificate_view_reload (SceauCertificateView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->number = g_strdup (self->number);
  /* The document never changes: it is read once. */
  reading->wants_document = self->pages == NULL;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_certificate, reading, reading_free,
                          NULL, read_cb, g_object_ref (self));
}

const char *
sceau_certificate_view_get_number (SceauCertificateView *self)
{
  return self->number;
}

const SceauCertificate *
sceau_certificate_view_get_certificate (SceauCertificateView *self)
{
  return self->certificate;
}

gboolean
sceau_certificate_view_may (SceauCertificateView *self, SceauRegisterActKind kind)
{
  return self->certificate != NULL && sceau_register_may (self->certificate, self->acts, kind);
}
