/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-editor.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-fault-list.h"
#include "sceau-import-fiche.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-narrow.h"
#include "sceau-page.h"
#include "sceau-plan-conflict.h"
#include "sceau-plan-json.h"
#include "sceau-plan-list.h"
#include "sceau-plan-matrix.h"
#include "sceau-plan-modalities.h"
#include "sceau-plan-rows.h"
#include "sceau-plan-rules.h"

/* Below this width the checks are a section of their own instead of standing beside. */
#define SIDE_WIDTH 1000

struct _SceauPlanEditor
{
  AdwBin parent_instance;

  AdwViewSwitcher *switcher;
  AdwViewStack *stack;
  GtkWidget *side;
  GtkWidget *side_line;
  SceauFaultList *side_faults;
  SceauFaultList *faults;     /* the same, in the section */
  AdwViewStackPage *checks;   /* that section */
  GtkWidget *steps;           /* (weak): undo and redo in the header bar, which the menu has as well */
  GSimpleActionGroup *actions;
  SceauContext *context;
  SceauPlanDraft *draft;
};

G_DEFINE_FINAL_TYPE (SceauPlanEditor, sceau_plan_editor, ADW_TYPE_BIN)

/* A plan on its way into the school file. */
typedef struct
{
  SceauPlan *base;    /* (nullable): what it was edited from */
  SceauPlan *plan;
  SceauPlan *current; /* (nullable): what somebody else made of it meanwhile */
  SceauFaults *faults;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_pointer (&saving->base, sceau_plan_free);
  sceau_plan_free (saving->plan);
  g_clear_pointer (&saving->current, sceau_plan_free);
  g_clear_pointer (&saving->faults, sceau_faults_free);
  g_free (saving);
}

static gboolean
save_plan (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Saving *saving = job;

  return sceau_save_plan (school, saving->base, saving->plan, &saving->current, saving->faults, error);
}

/* @faults: (transfer full). */
static void
report (GtkWidget *from, const char *title, const char *summary, SceauFaults *faults)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));

  gtk_window_present (GTK_WINDOW (sceau_import_report_new (window, title, summary, faults, NULL)));
}

static void save (SceauPlanEditor *self);

/* Either way the draft knows from then on what the school holds; what was edited can be brought back by a step back. */
static void
conflict_answered_cb (GtkWidget *from, SceauPlanConflictAnswer answer, const SceauPlan *current)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (from);

  if (answer == SCEAU_PLAN_CONFLICT_RELOAD)
    sceau_plan_draft_replace (self->draft, current);
  sceau_plan_draft_mark_saved (self->draft, current);
  if (answer == SCEAU_PLAN_CONFLICT_KEEP)
    save (self);
  else
    sceau_toast (from, _("This is the plan of the school; Undo brings yours back."));
}

static void
saved_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (from);
  Saving *saving = job;

  if (error == NULL)
    {
      sceau_plan_draft_mark_saved (self->draft, saving->plan);
      sceau_toast (from, _("Plan saved."));
    }
  else if (saving->current != NULL)
    sceau_plan_conflict_ask (from, saving->base, saving->current, sceau_plan_draft_get_plan (self->draft), conflict_answered_cb);
  else if (sceau_faults_length (saving->faults) > 0)
    report (from, _("The plan was not saved"), error->message, g_steal_pointer (&saving->faults));
  else
    sceau_show_error (from, _("The plan was not saved"), error);
}

static void
save (SceauPlanEditor *self)
{
  const SceauPlan *base = sceau_plan_draft_get_saved (self->draft);
  Saving *saving = g_new0 (Saving, 1);

  saving->base = base != NULL ? sceau_plan_copy (base) : NULL;
  saving->plan = sceau_plan_copy (sceau_plan_draft_get_plan (self->draft));
  saving->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Saving the plan"), save_plan, saving, saving_free, saved_cb);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (SCEAU_PLAN_EDITOR (user_data));
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_plan_draft_undo (SCEAU_PLAN_EDITOR (user_data)->draft);
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_plan_draft_redo (SCEAU_PLAN_EDITOR (user_data)->draft);
}

static void
section_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (user_data);

  adw_view_stack_set_visible_child_name (self->stack, g_variant_get_string (parameter, NULL));
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* What comes from a file is an edit like another: looked at, taken back, saved when the user says so. */
static void
import_chosen_cb (const char *path, gpointer user_data)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (user_data);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_json_read_file (file, faults, NULL, &error);

  if (plan != NULL)
    sceau_plan_draft_replace (self->draft, plan);
  else if (sceau_faults_length (faults) > 0)
    report (GTK_WIDGET (self), _("The plan could not be imported"), error->message, g_steal_pointer (&faults));
  else
    sceau_show_error (GTK_WIDGET (self), _("The plan could not be imported"), error);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Evaluation plans (JSON)"), "*.json" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Import a Plan"), NULL, &kind,
                     import_chosen_cb, user_data);
}

static void
import_path_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  import_chosen_cb (g_variant_get_string (parameter, NULL), user_data);
}

static void
export_chosen_cb (const char *path, gpointer user_data)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (user_data);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (sceau_plan_json_write_file (sceau_plan_draft_get_plan (self->draft), file, TRUE, &error))
    sceau_toast (GTK_WIDGET (self), _("Plan exported."));
  else
    sceau_show_error (GTK_WIDGET (self), _("The plan could not be exported"), error);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (user_data);
  const SceauFileKind kind = { _("Evaluation plans (JSON)"), "*.json" };
  g_autofree char *name = g_strdup_printf ("%s.plan.json", sceau_plan_draft_get_plan (self->draft)->certification_code);

  sceau_choose_file (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Export the Plan"), name, &kind,
                     export_chosen_cb, self);
}

static void
enable (SceauPlanEditor *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
show (SceauPlanEditor *self)
{
  g_autoptr (SceauFaults) faults = sceau_plan_draft_check (self->draft);
  gboolean modified = sceau_plan_draft_is_modified (self->draft);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SCEAU_TYPE_PAGE);

  sceau_fault_list_show (self->side_faults, faults, _("The plan is complete."));
  sceau_fault_list_show (self->faults, faults, _("The plan is complete."));
  adw_view_stack_page_set_needs_attention (self->checks, sceau_faults_count_errors (faults) > 0);
  adw_view_stack_page_set_badge_number (self->checks, sceau_faults_length (faults));
  enable (self, "save", modified && !sceau_context_is_read_only (self->context));
  enable (self, "undo", sceau_plan_draft_can_undo (self->draft));
  enable (self, "redo", sceau_plan_draft_can_redo (self->draft));
  if (page != NULL)
    sceau_page_set_unsaved (SCEAU_PAGE (page), modified);
}

static void
narrow_cb (GtkWidget *widget, gboolean narrow)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (widget);

  gtk_widget_set_visible (self->side, !narrow);
  gtk_widget_set_visible (self->side_line, !narrow);
  adw_view_stack_page_set_visible (self->checks, narrow);
  adw_view_switcher_set_policy (self->switcher, narrow ? ADW_VIEW_SWITCHER_POLICY_NARROW : ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_set_halign (GTK_WIDGET (self->switcher), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  if (self->steps != NULL)
    gtk_widget_set_visible (self->steps, !narrow);
  if (!narrow && g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "checks") == 0)
    adw_view_stack_set_visible_child_name (self->stack, "modalities");
}

static AdwViewStackPage *
add_section (SceauPlanEditor *self, GtkWidget *child, const char *name, const char *title, const char *icon_name)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, child, name, title);

  adw_view_stack_page_set_icon_name (page, icon_name);
  return page;
}

static GtkWidget *
scrolled_list_new (SceauPlanDraft *draft, SceauPlanListKind kind)
{
  GtkBox *box;
  GtkWidget *scrolled = sceau_plan_scrolled_new (&box);

  gtk_box_append (box, GTK_WIDGET (sceau_plan_list_new (draft, kind)));
  return scrolled;
}

static void
add_sections (SceauPlanEditor *self)
{
  GtkBox *box;
  GtkWidget *checks = sceau_plan_scrolled_new (&box);

  self->faults = g_object_new (SCEAU_TYPE_FAULT_LIST, NULL);
  gtk_box_append (box, GTK_WIDGET (self->faults));
  add_section (self, GTK_WIDGET (sceau_plan_modalities_new (self->draft)), "modalities", _("Modalities"), "view-list-symbolic");
  add_section (self, GTK_WIDGET (sceau_plan_matrix_new (self->draft)), "competences", _("Competences"), "view-grid-symbolic");
  add_section (self, GTK_WIDGET (sceau_plan_rules_new (self->draft)), "rules", _("Rules"), "emblem-system-symbolic");
  add_section (self, scrolled_list_new (self->draft, SCEAU_PLAN_LIST_QUOTAS), "quotas", _("Quotas"), "changes-prevent-symbolic");
  add_section (self, scrolled_list_new (self->draft, SCEAU_PLAN_LIST_JURIES), "juries", _("Jury"), "sceau-jury-symbolic");
  self->checks = add_section (self, checks, "checks", _("Checks"), "dialog-warning-symbolic");
}

static void
sceau_plan_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sceau_plan_editor_parent_class)->root (widget);
  show (SCEAU_PLAN_EDITOR (widget));
}

static void
sceau_plan_editor_finalize (GObject *object)
{
  SceauPlanEditor *self = SCEAU_PLAN_EDITOR (object);

  g_clear_weak_pointer (&self->steps);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (sceau_plan_editor_parent_class)->finalize (object);
}

static void
sceau_plan_editor_class_init (SceauPlanEditorClass *klass)
{
  static const char *const sections[] = { "modalities", "competences", "rules", "quotas", "juries" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_plan_editor_finalize;
  widget_class->root = sceau_plan_editor_root;
  g_type_ensure (SCEAU_TYPE_FAULT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-plan-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauPlanEditor, switcher);
  gtk_widget_class_bind_template_child (widget_class, SceauPlanEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauPlanEditor, side);
  gtk_widget_class_bind_template_child (widget_class, SceauPlanEditor, side_line);
  gtk_widget_class_bind_template_child (widget_class, SceauPlanEditor, side_faults);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "plan.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "plan.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "plan.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "plan.redo", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "plan.section", "s", sections[i]);
}

static void
sceau_plan_editor_init (SceauPlanEditor *self)
{
  static const GActionEntry entries[] = {
    { "save", save_action },
    { "undo", undo_action },
    { "redo", redo_action },
    { "section", section_action, "s" },
    { "import", import_action },
    { "import-path", import_path_action, "s" },
    { "export", export_action },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "plan", G_ACTION_GROUP (self->actions));
  sceau_narrow_watch (GTK_WIDGET (self), SIDE_WIDTH, narrow_cb);
}

SceauPlanEditor *
sceau_plan_editor_new (SceauContext *context, SceauPlanDraft *draft)
{
  SceauPlanEditor *self = g_object_new (SCEAU_TYPE_PLAN_EDITOR, NULL);

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  add_sections (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}

GtkWidget *
sceau_plan_editor_new_header (SceauPlanEditor *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sceau/Sceau/sceau-plan-header.ui");
  GtkWidget *header = GTK_WIDGET (gtk_builder_get_object (builder, "header"));

  g_set_weak_pointer (&self->steps, GTK_WIDGET (gtk_builder_get_object (builder, "steps")));
  gtk_widget_insert_action_group (header, "plan", G_ACTION_GROUP (self->actions));
  return g_object_ref (header);
}
