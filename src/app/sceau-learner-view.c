/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-learner-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate.h"
#include "sceau-enrolment-dialog.h"
#include "sceau-evaluation.h"
#include "sceau-jury.h"
#include "sceau-learner-dialog.h"
#include "sceau-learner-file.h"
#include "sceau-page.h"
#include "sceau-parcours-dialogs.h"
#include "sceau-rows.h"

struct _SceauLearnerView
{
  AdwBin parent_instance;

  GtkBox *box;
  SceauContext *context;
  SceauLearnerFile *file; /* what is shown, or NULL */
  gint64 learner_id;
};

G_DEFINE_FINAL_TYPE (SceauLearnerView, sceau_learner_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 learner_id;
  SceauLearnerFile *file;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->file, sceau_learner_file_free);
  g_free (reading);
}

static gboolean
read_learner (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->file = sceau_learner_file_load (school, reading->learner_id, error);
  return reading->file != NULL;
}

static AdwPreferencesGroup *
add_group (SceauLearnerView *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (group, escaped_title);
  adw_preferences_group_set_description (group, escaped);
  gtk_box_append (self->box, GTK_WIDGET (group));
  return group;
}

/* A small button at the head of a group. @enrolment_id: what its action is about. */
static GtkWidget *
group_button_new (const char *label, const char *action, gint64 enrolment_id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", enrolment_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 enrolment_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", enrolment_id);
  g_menu_append_item (menu, item);
}

/* What can be done with one enrolment. */
static GtkWidget *
enrolment_menu_new (const SceauEnrolment *enrolment)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  SceauEnrolmentState state = enrolment->state;

  append_item (menu, _("_Edit the Enrolment…"), "learner.amend", enrolment->id);
  append_item (menu, _("_Acquired Block…"), "learner.acquire", enrolment->id);
  if (state == SCEAU_ENROLMENT_ACTIVE || state == SCEAU_ENROLMENT_INTERRUPTED)
    append_item (menu, _("_Departure…"), "learner.depart", enrolment->id);
  if (state == SCEAU_ENROLMENT_WITHDRAWN || state == SCEAU_ENROLMENT_INTERRUPTED)
    append_item (menu, _("_Return…"), "learner.return", enrolment->id);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Change"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_date (AdwPreferencesGroup *group, const char *name, SceauDate date)
{
  g_autofree char *text = date != SCEAU_NO_DATE ? sceau_date_format_french (date) : NULL;

  sceau_group_add_property (group, name, text);
}

/* "12/03/1999, Besançon (25056)" */
static char *
describe_birth (const SceauLearner *learner)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = sceau_date_format_french (learner->birth_date);

  g_string_append (text, date);
  if (learner->birth_place != NULL)
    g_string_append_printf (text, ", %s", learner->birth_place);
  if (learner->birth_commune != NULL)
    g_string_append_printf (text, " (%s)", learner->birth_commune);
  if (learner->birth_country != NULL)
    g_string_append_printf (text, ", %s", learner->birth_country);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
sex_title (SceauSex sex)
{
  switch (sex)
    {
    case SCEAU_SEX_FEMALE:
      return _("Female");
    case SCEAU_SEX_MALE:
      return _("Male");
    case SCEAU_SEX_UNKNOWN:
    default:
      return NULL;
    }
}

static void
add_civil_status (SceauLearnerView *self, const SceauLearner *learner)
{
  AdwPreferencesGroup *group = add_group (self, _("Civil Status"), NULL);
  g_autofree char *birth = describe_birth (learner);

  if (!sceau_context_is_read_only (self->context))
    adw_preferences_group_set_header_suffix (group, group_button_new (_("_Edit…"), "learner.edit", 0));
  sceau_group_add_property (group, _("Number"), learner->number);
  sceau_group_add_property (group, _("Birth name"), learner->birth_name);
  sceau_group_add_property (group, _("Name in use"), learner->usage_name);
  sceau_group_add_property (group, _("First name"), learner->first_name);
  sceau_group_add_property (group, _("Other first names"), learner->other_names);
  sceau_group_add_property (group, _("Sex"), sex_title (learner->sex));
  sceau_group_add_property (group, _("Birth"), birth);
  sceau_group_add_property (group, _("Email"), learner->email);
}

static const char *
block_title (const SceauCertification *certification, const char *code)
{
  const SceauBlock *block = sceau_certification_find_block (certification, code);

  return block != NULL ? block->title : code;
}

/* "from 01/03/2026 to 31/07/2026: 5 months", and what the plan says of it. */
static void
add_period (AdwPreferencesGroup *group, const SceauParcours *parcours)
{
  const SceauEnrolment *enrolment = parcours->enrolment;
  g_autofree char *start = sceau_date_format_french (enrolment->company_start);
  g_autofree char *end = sceau_date_format_french (enrolment->company_end);
  g_autofree char *length = sceau_describe_period (enrolment->company_start, enrolment->company_end);
  g_autofree char *judgement = sceau_judge_company_period (parcours->plan, enrolment->route, enrolment->company_start, enrolment->company_end);
  g_autofree char *text = NULL;
  AdwActionRow *row;

  if (length == NULL)
    {
      sceau_group_add_property (group, _("Company period, from"), start);
      sceau_group_add_property (group, _("Company period, to"), end);
      return;
    }
  text = g_strdup_printf (_("from %s to %s: %s"), start, end, length);
  row = sceau_property_row_new (_("Company period"), text);
  if (judgement != NULL)
    {
      GtkWidget *tag = sceau_tag_new (_("Not as the plan asks"), SCEAU_TAG_WARNING);

      gtk_widget_set_tooltip_text (tag, judgement);
      adw_action_row_add_suffix (row, tag);
    }
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
add_targets (AdwPreferencesGroup *group, const SceauParcours *parcours)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *targets = parcours->enrolment->targeted_blocks;

  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", block_title (parcours->certification, g_ptr_array_index (targets, i)));
  sceau_group_add_property (group, _("Targeted blocks only"), text->str);
}

/* "Interrupted since 12/01/2026: reason" */
static void
add_state (AdwPreferencesGroup *group, const SceauEnrolment *enrolment)
{
  g_autoptr (GString) text = g_string_new (sceau_enrolment_state_title (enrolment->state));
  g_autofree char *since = sceau_date_format_french (enrolment->state_since);
  g_autofree char *hearing = sceau_date_format_french (enrolment->hearing);

  if (enrolment->state == SCEAU_ENROLMENT_ACTIVE)
    return;
  if (enrolment->state_since != SCEAU_NO_DATE)
    g_string_append_printf (text, _(", since %s"), since);
  if (enrolment->hearing != SCEAU_NO_DATE)
    g_string_append_printf (text, _(", heard on %s"), hearing);
  if (enrolment->state_reason != NULL)
    g_string_append_printf (text, "\n%s", enrolment->state_reason);
  sceau_group_add_property (group, _("State"), text->str);
}

static void
add_enrolment (SceauLearnerView *self, const SceauParcours *parcours)
{
  const SceauEnrolment *enrolment = parcours->enrolment;
  AdwPreferencesGroup *group = add_group (self, parcours->certification->title, enrolment->cohort_name);

  if (!sceau_context_is_read_only (self->context))
    adw_preferences_group_set_header_suffix (group, enrolment_menu_new (enrolment));
  sceau_group_add_property (group, _("Access route"), sceau_route_title (enrolment->route));
  sceau_group_add_property (group, _("Admission"), sceau_admission_title (enrolment->admission));
  add_date (group, _("Entry"), enrolment->entry);
  sceau_group_add_property (group, _("Company"), enrolment->company);
  add_period (group, parcours);
  sceau_group_add_property (group, _("Tutor"), enrolment->tutor);
  sceau_group_add_property (group, _("Group"), enrolment->group);
  add_targets (group, parcours);
  add_state (group, enrolment);
}

/* Every attempt stays: "1: ABS · 2: 14,5". */
static char *
describe_attempts (const SceauParcours *parcours, const SceauModality *modality)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parcours->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (parcours->results, i);
      g_autofree char *mark = NULL;

      if (!g_str_equal (result->modality_code, modality->code))
        continue;
      mark = sceau_mark_to_text (result->mark, modality->scale);
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _("attempt %d: %s"), result->attempt, mark);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AdwActionRow *
modality_row_new (const SceauParcours *parcours, const SceauModality *modality)
{
  g_autofree char *attempts = describe_attempts (parcours, modality);
  AdwActionRow *row = sceau_row_new (modality->title, *attempts != '\0' ? attempts : _("No result yet"));

  adw_action_row_set_title_lines (row, 0);
  return row;
}

static SceauTagStyle
block_style (SceauBlockState state)
{
  static const SceauTagStyle styles[] = {
    [SCEAU_BLOCK_NOT_TARGETED] = SCEAU_TAG_PLAIN,
    [SCEAU_BLOCK_ACQUIRED] = SCEAU_TAG_SUCCESS,
    [SCEAU_BLOCK_NOT_ACQUIRED] = SCEAU_TAG_ERROR,
    [SCEAU_BLOCK_PENDING] = SCEAU_TAG_WARNING,
  };

  return styles[state];
}

/* @block_code: NULL for what is assessed beside the blocks or as a whole. */
static void
add_block (AdwPreferencesGroup *group, const SceauParcours *parcours, const char *block_code, const char *title)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (parcours->plan, block_code);
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (adw_expander_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  for (guint i = 0; i < modalities->len; i++)
    adw_expander_row_add_row (expander, GTK_WIDGET (modality_row_new (parcours, g_ptr_array_index (modalities, i))));
  if (block_code != NULL || parcours->certification->blocks->len == 0)
    {
      SceauDossier dossier = sceau_parcours_get_dossier (parcours);
      g_autoptr (SceauBlockVerdict) verdict = sceau_block_evaluate (&dossier, block_code);

      adw_expander_row_set_subtitle (expander, verdict->reason);
      adw_expander_row_add_action (expander, sceau_tag_new (sceau_block_state_title (verdict->state),
                                                            block_style (verdict->state)));
    }
  if (modalities->len == 0)
    adw_expander_row_set_enable_expansion (expander, FALSE);
  adw_preferences_group_add (group, GTK_WIDGET (expander));
}

static gboolean
has_transversal_modalities (const SceauParcours *parcours)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (parcours->plan, NULL);

  return modalities->len > 0;
}

static void
add_results (SceauLearnerView *self, const SceauParcours *parcours)
{
  GPtrArray *blocks = parcours->certification->blocks;
  AdwPreferencesGroup *group;

  if (parcours->plan == NULL)
    return;
  group = add_group (self, _("Results"), NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);

      add_block (group, parcours, block->code, block->title);
    }
  if (has_transversal_modalities (parcours))
    add_block (group, parcours, NULL, blocks->len > 0 ? _("Beside the blocks") : _("The whole"));
}

static void
add_acquired_blocks (SceauLearnerView *self, const SceauParcours *parcours)
{
  AdwPreferencesGroup *group;

  if (parcours->acquired_blocks->len == 0)
    return;
  group = add_group (self, _("Acquired Blocks"), NULL);
  for (guint i = 0; i < parcours->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (parcours->acquired_blocks, i);
      g_autofree char *date = sceau_date_format_french (block->date);
      g_autofree char *subtitle = block->proof != NULL && *block->proof != '\0'
        ? g_strdup_printf ("%s · %s · %s", sceau_acquisition_kind_title (block->kind), date, block->proof)
        : g_strdup_printf ("%s · %s", sceau_acquisition_kind_title (block->kind), date);
      AdwActionRow *row = sceau_row_new (block_title (parcours->certification, block->block_code), subtitle);

      adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("emblem-ok-symbolic"));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

static SceauTagStyle
outcome_style (SceauOutcome outcome)
{
  switch (outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      return SCEAU_TAG_SUCCESS;
    case SCEAU_OUTCOME_PARTIAL:
    case SCEAU_OUTCOME_DEFERRED:
    case SCEAU_OUTCOME_EXCUSED:
      return SCEAU_TAG_WARNING;
    case SCEAU_OUTCOME_FAILED:
    case SCEAU_OUTCOME_FRAUD:
      return SCEAU_TAG_ERROR;
    case SCEAU_OUTCOME_ABSENT:
    case SCEAU_OUTCOME_WITHDRAWN:
    case SCEAU_N_OUTCOMES:
    default:
      return SCEAU_TAG_PLAIN;
    }
}

static void
add_decisions (SceauLearnerView *self, const SceauParcours *parcours)
{
  AdwPreferencesGroup *group;

  if (parcours->decisions->len == 0)
    return;
  group = add_group (self, _("Decisions of Juries"), NULL);
  for (guint i = 0; i < parcours->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (parcours->decisions, i);
      SceauOutcome outcome = decision->decided ? decision->outcome : decision->proposal;
      g_autofree char *title = g_strdup_printf (_("Session %u"), (guint) decision->session_id);
      const char *reason = decision->reason != NULL ? decision->reason : decision->proposal_reason;
      AdwActionRow *row = sceau_row_new (title, decision->decided ? reason : _("Proposed: the jury has not decided yet"));

      adw_action_row_set_subtitle_lines (row, 0);
      adw_action_row_add_suffix (row, sceau_tag_new (sceau_outcome_title (outcome), outcome_style (outcome)));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

static void
add_certificates (SceauLearnerView *self, const SceauParcours *parcours)
{
  AdwPreferencesGroup *group;

  if (parcours->certificates->len == 0)
    return;
  group = add_group (self, _("Certificates"), NULL);
  for (guint i = 0; i < parcours->certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (parcours->certificates, i);
      g_autofree char *date = sceau_date_format_french (certificate->delivered);
      g_autofree char *subtitle = g_strdup_printf (_("delivered on %s"), date);
      g_autofree char *number = sceau_certificate_print_number (certificate->number);
      AdwActionRow *row = sceau_row_new (number, subtitle);

      adw_action_row_add_suffix (row, sceau_tag_new (sceau_certificate_state_title (certificate->state),
                                                     certificate->state == SCEAU_CERTIFICATE_ISSUED ? SCEAU_TAG_SUCCESS
                                                                                                    : SCEAU_TAG_ERROR));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

static void
show_file (SceauLearnerView *self, const SceauLearnerFile *file)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_civil_status (self, file->learner);
  for (guint i = 0; i < file->parcours->len; i++)
    {
      const SceauParcours *parcours = g_ptr_array_index (file->parcours, i);

      add_enrolment (self, parcours);
      add_results (self, parcours);
      add_acquired_blocks (self, parcours);
      add_decisions (self, parcours);
      add_certificates (self, parcours);
    }
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauLearnerView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    sceau_page_read_failed (GTK_WIDGET (self), _("The learner could not be read"), error);
  else
    {
      g_clear_pointer (&self->file, sceau_learner_file_free);
      self->file = g_steal_pointer (&reading->file);
      show_file (self, self->file);
    }
}

static const SceauParcours *
find_parcours (SceauLearnerView *self, GVariant *enrolment_id)
{
  for (guint i = 0; self->file != NULL && i < self->file->parcours->len; i++)
    {
      const SceauParcours *parcours = g_ptr_array_index (self->file->parcours, i);

      if (parcours->enrolment->id == g_variant_get_int64 (enrolment_id))
        return parcours;
    }
  return NULL;
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauLearnerView *self = SCEAU_LEARNER_VIEW (widget);

  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (sceau_learner_dialog_new (widget, self->context, self->file->learner)));
}

static void
amend_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauLearnerView *self = SCEAU_LEARNER_VIEW (widget);
  const SceauParcours *parcours = find_parcours (self, target);

  if (parcours != NULL)
    gtk_window_present (GTK_WINDOW (sceau_enrolment_dialog_new (widget, self->context, parcours->certification, parcours->plan,
                                                                parcours->enrolment->cohort_id, parcours->enrolment)));
}

static void
depart_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauLearnerView *self = SCEAU_LEARNER_VIEW (widget);
  const SceauParcours *parcours = find_parcours (self, target);

  if (parcours != NULL)
    gtk_window_present (GTK_WINDOW (sceau_departure_dialog_new (widget, self->context, parcours->enrolment)));
}

static void
return_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauLearnerView *self = SCEAU_LEARNER_VIEW (widget);
  const SceauParcours *parcours = find_parcours (self, target);

  if (parcours != NULL)
    gtk_window_present (GTK_WINDOW (sceau_return_dialog_new (widget, self->context, parcours->enrolment)));
}

static void
acquire_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauLearnerView *self = SCEAU_LEARNER_VIEW (widget);
  const SceauParcours *parcours = find_parcours (self, target);

  if (parcours != NULL)
    gtk_window_present (GTK_WINDOW (sceau_acquired_dialog_new (widget, self->context, parcours)));
}

static void
sceau_learner_view_finalize (GObject *object)
{
  SceauLearnerView *self = SCEAU_LEARNER_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->file, sceau_learner_file_free);
  G_OBJECT_CLASS (sceau_learner_view_parent_class)->finalize (object);
}

static void
sceau_learner_view_class_init (SceauLearnerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_learner_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-learner-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauLearnerView, box);
  gtk_widget_class_install_action (widget_class, "learner.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "learner.amend", "x", amend_action);
  gtk_widget_class_install_action (widget_class, "learner.depart", "x", depart_action);
  gtk_widget_class_install_action (widget_class, "learner.return", "x", return_action);
  gtk_widget_class_install_action (widget_class, "learner.acquire", "x", acquire_action);
}

static void
sceau_learner_view_init (SceauLearnerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauLearnerView *
sceau_learner_view_new (SceauContext *context, gint64 learner_id)
{
  SceauLearnerView *self = g_object_new (SCEAU_TYPE_LEARNER_VIEW, NULL);

  self->context = g_object_ref (context);
  self->learner_id = learner_id;
  sceau_learner_view_reload (self);
  return self;
}

void
sceau_learner_view_reload (SceauLearnerView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->learner_id = self->learner_id;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_learner, reading, reading_free,
                          NULL, read_cb, g_object_ref (self));
}
