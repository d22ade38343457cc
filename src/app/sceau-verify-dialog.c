/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-verify-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-rows.h"
#include "sceau-verify-certificate.h"

struct _SceauVerifyDialog
{
  AdwWindow parent_instance;

  AdwActionRow *file_row;
  AdwEntryRow *code_row;
  GtkWidget *verdict;
  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkBox *content;       /* what the code says */
  SceauContext *context;
  GCancellable *asked;   /* the answer that is waited for, or NULL */
};

G_DEFINE_FINAL_TYPE (SceauVerifyDialog, sceau_verify_dialog, ADW_TYPE_WINDOW)

/* One question: either a file or a text. */
typedef struct
{
  char *path;
  char *text;
  SceauVerified *verified;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_free (question->text);
  sceau_verified_free (question->verified);
  g_free (question);
}

static gboolean
answer (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Question *question = job;

  question->verified = question->path != NULL ? sceau_verify_certificate_file (school, question->path, error)
                                              : sceau_verify_certificate_text (school, question->text, error);
  return question->verified != NULL;
}

/* The answer ---------------------------------------------------------------------- */

/* How each answer is said: never by its colour alone. */
static const struct
{
  const char *heading;
  const char *icon;
  const char *style;
} verdicts[] = {
  [SCEAU_VERIFY_GENUINE] = { N_("Genuine: Certificate %s"), "emblem-ok-symbolic", "success" },
  [SCEAU_VERIFY_DUPLICATE] = { N_("Genuine Duplicate of %s"), "emblem-ok-symbolic", "success" },
  [SCEAU_VERIFY_REVOKED] = { N_("Revoked: Certificate %s"), "action-unavailable-symbolic", "error" },
  [SCEAU_VERIFY_REPLACED] = { N_("Replaced: Certificate %s"), "dialog-warning-symbolic", "warning" },
  [SCEAU_VERIFY_ALTERED] = { N_("Altered, or Not as Issued"), "dialog-error-symbolic", "error" },
  [SCEAU_VERIFY_UNKNOWN] = { N_("Not a Document of This Register"), "dialog-question-symbolic", "warning" },
};

static char *
format_heading (const SceauVerified *verified)
{
  const char *heading = verdicts[verified->verification].heading;
  g_autofree char *number = NULL;

  if (strstr (heading, "%s") == NULL)
    return g_strdup (_(heading));
  /* An attestation is genuine too, and has no number. */
  if (verified->number == NULL)
    return g_strdup (verified->verification == SCEAU_VERIFY_GENUINE ? _("Genuine") : _("No Longer Valid"));
  number = sceau_certificate_print_number (verified->number);
  return g_strdup_printf (_(heading), number);
}

static void
add_fact (AdwPreferencesGroup *group, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    sceau_group_add_property (group, title, value);
}

static void
add_day (AdwPreferencesGroup *group, const char *title, SceauDate day)
{
  g_autofree char *text = day != SCEAU_NO_DATE ? sceau_date_format_long (day) : NULL;

  add_fact (group, title, text);
}

/* What the code says, to be held against the paper in hand. */
static void
show_code (SceauVerifyDialog *self, const SceauVerificationCode *code, gboolean signed_by_us)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *certification = g_strdup_printf ("%s – %s", code->certification_code, code->title != NULL ? code->title : "");

  adw_preferences_group_set_title (group, _("What Its Code Says"));
  adw_preferences_group_set_description (group, signed_by_us ? _("The paper must say exactly the same.")
                                                             : _("Nobody vouches for it: no key of the school signed it."));
  add_fact (group, _("Paper"), sceau_paper_title (code->paper));
  add_fact (group, _("Number"), code->number);
  add_fact (group, _("Holder"), code->holder);
  add_day (group, _("Born on"), code->birth_date);
  add_fact (group, _("Certification"), certification);
  add_fact (group, _("Block"), code->block_code);
  add_day (group, _("Decided by the jury"), code->decided);
  add_day (group, _("Delivered"), code->delivered);
  add_fact (group, _("Place"), code->place);
  add_fact (group, _("In the name of"), code->issuer);
  gtk_box_append (self->content, GTK_WIDGET (group));
}

static void
clear_content (SceauVerifyDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
show_verdict (SceauVerifyDialog *self, const char *icon, const char *style, const char *heading, const char *explanation)
{
  const char *const styles[] = { "sceau-verdict", style, NULL };

  gtk_widget_set_css_classes (self->verdict, (const char **) styles);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->explanation, explanation);
  gtk_widget_set_visible (self->verdict, TRUE);
  /* A screen reader hears it although the keys stay with the field for the next code. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verdict), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

static void
show_answer (SceauVerifyDialog *self, const SceauVerified *verified)
{
  g_autofree char *heading = format_heading (verified);

  show_verdict (self, verdicts[verified->verification].icon, verdicts[verified->verification].style, heading, verified->explanation);
  if (verified->code != NULL)
    show_code (self, verified->code, verified->verification != SCEAU_VERIFY_ALTERED && verified->verification != SCEAU_VERIFY_UNKNOWN);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauVerifyDialog) self = user_data;
  Question *question = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  /* Closed, or another was asked meanwhile. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_content (self);
  if (done)
    show_answer (self, question->verified);
  else
    show_verdict (self, "dialog-error-symbolic", "error", _("It Could Not Be Verified"), error->message);
}

static void
ask (SceauVerifyDialog *self, Question *question)
{
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  self->asked = g_cancellable_new ();
  sceau_worker_run_async (sceau_context_get_worker (self->context), answer, question, question_free, self->asked, answered_cb,
                          g_object_ref (self));
}

void
sceau_verify_dialog_check_file (SceauVerifyDialog *self, const char *path)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *name = g_filename_display_basename (path);

  question->path = g_strdup (path);
  adw_action_row_set_subtitle (self->file_row, name);
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
  ask (self, question);
}

void
sceau_verify_dialog_check_text (SceauVerifyDialog *self, const char *text)
{
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  adw_action_row_set_subtitle (self->file_row, _("Choose it, or drop it on this window"));
  ask (self, question);
}

/* What is asked ------------------------------------------------------------------- */

/* A scanner types the code and Enter: the next one replaces it. */
static void
code_entered_cb (SceauVerifyDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->code_row));

  if (*text == '\0')
    return;
  sceau_verify_dialog_check_text (self, text);
  gtk_editable_select_region (GTK_EDITABLE (self->code_row), 0, -1);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  sceau_verify_dialog_check_file (user_data, path);
}

static void
choose_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Verify a Document"), NULL, &kind, file_chosen_cb, widget);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, SceauVerifyDialog *self)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path == NULL)
    return FALSE;
  sceau_verify_dialog_check_file (self, path);
  return TRUE;
}

static void
sceau_verify_dialog_dispose (GObject *object)
{
  SceauVerifyDialog *self = SCEAU_VERIFY_DIALOG (object);

  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sceau_verify_dialog_parent_class)->dispose (object);
}

static void
sceau_verify_dialog_class_init (SceauVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_verify_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SceauVerifyDialog, content);
  gtk_widget_class_bind_template_callback (widget_class, code_entered_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "dialog.choose", NULL);
}

static void
sceau_verify_dialog_init (SceauVerifyDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
}

SceauVerifyDialog *
sceau_verify_dialog_new (SceauPage *page)
{
  SceauVerifyDialog *self = g_object_new (SCEAU_TYPE_VERIFY_DIALOG, "transient-for", gtk_widget_get_root (GTK_WIDGET (page)),
                                          "destroy-with-parent", TRUE, NULL);

  sceau_release_parent (GTK_WINDOW (self));
  self->context = g_object_ref (sceau_page_get_context (page));
  return self;
}
