/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificates-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-attestation-dialog.h"
#include "sceau-certificate-issue-dialog.h"
#include "sceau-certificate-table.h"
#include "sceau-certificate-view.h"
#include "sceau-certificate-work.h"
#include "sceau-columns.h"
#include "sceau-keys-dialog.h"
#include "sceau-lazy-list.h"
#include "sceau-register-dialogs.h"
#include "sceau-replace-dialog.h"
#include "sceau-session-papers.h"

struct _SceauCertificatesPage
{
  SceauPage parent_instance;

  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *count;
  SceauLazyList *list; /* or NULL without a school */
  char *search;        /* or NULL */
};

G_DEFINE_FINAL_TYPE (SceauCertificatesPage, sceau_certificates_page, SCEAU_TYPE_PAGE)

static gboolean
count_certificates (SceauSchool *school, gconstpointer search, guint *count, GError **error)
{
  const SceauCertificateQuery query = { .search = search };
  gint64 n = sceau_certificate_table_count (school, &query, error);

  *count = (guint) MAX (n, 0);
  return n >= 0;
}

static GPtrArray *
list_certificates (SceauSchool *school, gconstpointer search, guint offset, guint limit, GError **error)
{
  const SceauCertificateQuery query = { .search = search, .offset = offset, .limit = limit };

  return sceau_certificate_table_list (school, &query, error);
}

static const SceauLazySource source = { count_certificates, list_certificates, (GDestroyNotify) sceau_certificate_free };

static char *
format_number (gconstpointer record)
{
  return sceau_certificate_print_number (((const SceauCertificate *) record)->number);
}

static char *
format_holder (gconstpointer record)
{
  return g_strdup (((const SceauCertificate *) record)->learner_name);
}

static char *
format_certification (gconstpointer record)
{
  return g_strdup (((const SceauCertificate *) record)->certification_code);
}

static char *
format_decided (gconstpointer record)
{
  return sceau_date_format_french (((const SceauCertificate *) record)->decided);
}

static char *
format_delivered (gconstpointer record)
{
  return sceau_date_format_french (((const SceauCertificate *) record)->delivered);
}

static char *
format_state (gconstpointer record)
{
  return g_strdup (sceau_certificate_state_title (((const SceauCertificate *) record)->state));
}

static SceauTagStyle
style_state (gconstpointer record)
{
  return ((const SceauCertificate *) record)->state == SCEAU_CERTIFICATE_ISSUED ? SCEAU_TAG_PLAIN : SCEAU_TAG_ERROR;
}

static char *
format_duplicates (gconstpointer record)
{
  int duplicates = ((const SceauCertificate *) record)->duplicates;

  return duplicates > 0 ? g_strdup_printf ("%d", duplicates) : NULL;
}

static void
show_query (SceauCertificatesPage *self)
{
  sceau_lazy_list_set_query (self->list, g_strdup (self->search), g_free);
}

static void
counted_cb (SceauLazyList *list, SceauCertificatesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree char *text = g_strdup_printf (ngettext ("%u certificate", "%u certificates", n), n);

  gtk_label_set_text (self->count, text);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->search != NULL ? "not-found" : "empty");
}

static void
failed_cb (SceauLazyList *list, const GError *error, SceauCertificatesPage *self)
{
  sceau_page_read_failed (GTK_WIDGET (self), _("The Register Could Not Be Read"), error);
}

/* One certificate ----------------------------------------------------------------- */

static gboolean
can_write (SceauCertificatesPage *self)
{
  SceauContext *context = sceau_page_get_context (SCEAU_PAGE (self));

  return context != NULL && !sceau_context_is_read_only (context);
}

/* (nullable): the certificate on top. */
static SceauCertificateView *
get_shown (SceauCertificatesPage *self)
{
  GtkWidget *top = sceau_page_get_top (SCEAU_PAGE (self));

  return SCEAU_IS_CERTIFICATE_VIEW (top) ? SCEAU_CERTIFICATE_VIEW (top) : NULL;
}

/* What can be written in the register of the certificate on top. */
static const struct
{
  const char *action;
  SceauRegisterActKind kind;
} acts[] = {
  { "sheet-printed", SCEAU_REGISTER_PRINTED }, { "sheet-spoiled", SCEAU_REGISTER_SPOILED }, { "hand-over", SCEAU_REGISTER_HANDED },
  { "post", SCEAU_REGISTER_POSTED },           { "came-back", SCEAU_REGISTER_RETURNED },
};

static void
update_actions (SceauCertificatesPage *self)
{
  SceauPage *page = SCEAU_PAGE (self);
  SceauCertificateView *shown = get_shown (self);
  const SceauCertificate *certificate = shown != NULL ? sceau_certificate_view_get_certificate (shown) : NULL;
  gboolean in_force = certificate != NULL && certificate->state == SCEAU_CERTIFICATE_ISSUED;

  sceau_page_enable_action (page, "issue", can_write (self));
  sceau_page_enable_action (page, "attest", can_write (self));
  sceau_page_enable_action (page, "verify", sceau_page_get_context (page) != NULL);
  sceau_page_enable_action (page, "keys", sceau_page_get_context (page) != NULL);
  sceau_page_enable_action (page, "open", certificate != NULL);
  sceau_page_enable_action (page, "save-copy", certificate != NULL);
  sceau_page_enable_action (page, "badge", in_force);
  sceau_page_enable_action (page, "duplicate",
                            in_force && can_write (self) && sceau_certificate_view_may (shown, SCEAU_REGISTER_DUPLICATE));
  sceau_page_enable_action (page, "revoke", in_force && can_write (self));
  sceau_page_enable_action (page, "replace", in_force && can_write (self));
  sceau_page_enable_action (page, "papers", sceau_page_get_context (page) != NULL);
  sceau_page_enable_action (page, "export-register", sceau_page_get_context (page) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    sceau_page_enable_action (page, acts[i].action, in_force && can_write (self) && sceau_certificate_view_may (shown, acts[i].kind));
}

static GtkWidget *
header_new (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sceau/Sceau/sceau-certificate-header.ui");

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "header")));
}

static void
activate_cb (GtkColumnView *view, guint position, SceauCertificatesPage *self)
{
  g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const SceauCertificate *certificate = row != NULL ? sceau_lazy_row_get_record (row) : NULL;
  g_autoptr (GtkWidget) header = NULL;
  g_autofree char *number = NULL;
  SceauCertificateView *shown;

  if (certificate == NULL)
    return;
  header = header_new ();
  number = sceau_certificate_print_number (certificate->number);
  shown = sceau_certificate_view_new (sceau_page_get_context (SCEAU_PAGE (self)), certificate->number);
  g_signal_connect_object (shown, "loaded", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  sceau_page_push (SCEAU_PAGE (self), GTK_WIDGET (shown), number, header);
}

typedef void (*CertificateWork) (SceauPage *page, const char *number);

static void
work_on_shown (gpointer page, CertificateWork work)
{
  SceauCertificateView *shown = get_shown (page);

  if (shown != NULL)
    work (page, sceau_certificate_view_get_number (shown));
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  work_on_shown (user_data, sceau_certificate_open);
}

static void
save_copy_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  work_on_shown (user_data, sceau_certificate_save_copy);
}

static void
badge_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  work_on_shown (user_data, sceau_certificate_save_badge);
}

static void
duplicate_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  work_on_shown (user_data, sceau_certificate_duplicate);
}

static void
revoke_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  work_on_shown (user_data, sceau_certificate_revoke);
}

static void
act_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCertificateView *shown = get_shown (user_data);

  for (guint i = 0; shown != NULL && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, g_action_get_name (G_ACTION (action))))
      {
        const char *const numbers[] = { sceau_certificate_view_get_number (shown), NULL };

        gtk_window_present (GTK_WINDOW (sceau_register_act_dialog_new (SCEAU_PAGE (user_data), acts[i].kind, numbers)));
      }
}

static void
replace_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCertificateView *shown = get_shown (user_data);
  const SceauCertificate *certificate = shown != NULL ? sceau_certificate_view_get_certificate (shown) : NULL;

  if (certificate != NULL)
    gtk_window_present (GTK_WINDOW (sceau_replace_dialog_new (SCEAU_PAGE (user_data), certificate)));
}

/* The register -------------------------------------------------------------------- */

static void
papers_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_page_push (SCEAU_PAGE (user_data), GTK_WIDGET (sceau_session_papers_new (SCEAU_PAGE (user_data))), _("Proofs and Hand-Over"), NULL);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (sceau_register_export_dialog_new (SCEAU_PAGE (user_data))));
}

static void
issue_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (sceau_certificate_issue_dialog_new (SCEAU_PAGE (user_data))));
}

static void
attest_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (sceau_certificate_attestation_dialog_new (SCEAU_PAGE (user_data))));
}

static void
verify_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_certificate_verify (SCEAU_PAGE (user_data));
}

static void
keys_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (sceau_keys_dialog_new (SCEAU_PAGE (user_data))));
}

static void
sceau_certificates_page_set_context (SceauPage *page, SceauContext *context)
{
  SceauCertificatesPage *self = SCEAU_CERTIFICATES_PAGE (page);

  SCEAU_PAGE_CLASS (sceau_certificates_page_parent_class)->set_context (page, context);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->search, g_free);
  update_actions (self);
  if (context == NULL)
    return;

  self->list = sceau_lazy_list_new (sceau_context_get_worker (context), &source);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (counted_cb), self, 0);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, 0);
  sceau_columns_show (self->view, G_LIST_MODEL (self->list));
}

static void
sceau_certificates_page_refresh (SceauPage *page)
{
  SceauCertificatesPage *self = SCEAU_CERTIFICATES_PAGE (page);
  SceauCertificateView *shown = get_shown (self);
  GtkWidget *top = sceau_page_get_top (page);

  if (sceau_lazy_list_is_counted (self->list))
    sceau_lazy_list_reload (self->list);
  else
    show_query (self);
  if (shown != NULL)
    sceau_certificate_view_reload (shown);
  if (SCEAU_IS_SESSION_PAPERS (top))
    sceau_session_papers_reload (SCEAU_SESSION_PAPERS (top));
}

static void
sceau_certificates_page_search (SceauPage *page, const char *text)
{
  SceauCertificatesPage *self = SCEAU_CERTIFICATES_PAGE (page);

  g_free (self->search);
  self->search = *text != '\0' ? g_strdup (text) : NULL;
  show_query (self);
}

static void
sceau_certificates_page_dispose (GObject *object)
{
  SceauCertificatesPage *self = SCEAU_CERTIFICATES_PAGE (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (sceau_certificates_page_parent_class)->dispose (object);
}

static void
sceau_certificates_page_class_init (SceauCertificatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_certificates_page_dispose;
  page_class->set_context = sceau_certificates_page_set_context;
  page_class->refresh = sceau_certificates_page_refresh;
  page_class->search = sceau_certificates_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-certificates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCertificatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificatesPage, view);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificatesPage, count);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sceau_certificates_page_init (SceauCertificatesPage *self)
{
  static const GActionEntry actions[] = {
    { "issue", issue_action },         { "attest", attest_action },       { "verify", verify_action }, { "keys", keys_action }, { "badge", badge_action }, { "open", open_action },
    { "save-copy", save_copy_action }, { "duplicate", duplicate_action }, { "revoke", revoke_action },
    { "sheet-printed", act_action },   { "sheet-spoiled", act_action },   { "hand-over", act_action },
    { "post", act_action },            { "came-back", act_action },       { "papers", papers_action },
    { "export-register", export_action }, { "replace", replace_action },
  };

  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "level-changed", G_CALLBACK (update_actions), NULL);
  sceau_columns_append (self->view, _("Number"), format_number, SCEAU_COLUMN_NUMERIC);
  sceau_columns_append (self->view, _("Holder"), format_holder, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("Certification"), format_certification, SCEAU_COLUMN_DIM | SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Decided"), format_decided, SCEAU_COLUMN_NUMERIC | SCEAU_COLUMN_DIM | SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Delivered"), format_delivered, SCEAU_COLUMN_NUMERIC | SCEAU_COLUMN_WIDE);
  sceau_columns_append_tags (self->view, _("State"), format_state, style_state, SCEAU_COLUMN_DEFAULT);
  sceau_columns_append (self->view, _("Duplicates"), format_duplicates, SCEAU_COLUMN_NUMERIC | SCEAU_COLUMN_WIDE);
}
