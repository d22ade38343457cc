/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-dialogs.h"

#include <glib/gi18n-lib.h>

#include "sceau-text.h"

#define N_ADMISSIONS (SCEAU_ADMISSION_DEROGATION_B + 1)

/* What the three forms share and hold; lives as long as the window. */
typedef struct
{
  SceauPlanDraft *draft;
  int index;
  AdwEntryRow *code;
  AdwEntryRow *title;
  AdwComboRow *kind;
  AdwComboRow *choice; /* modality, or access route */
  GtkSpinButton *numbers[5];
  GtkCheckButton *checks[SCEAU_N_ROUTES];
  GPtrArray *values; /* of the entries of @choice: codes, or routes */
  AdwEntryRow *functions;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->draft);
  g_clear_pointer (&form->values, g_ptr_array_unref);
  g_free (form);
}

static Form *
attach_form (SceauFormDialog *dialog, SceauPlanDraft *draft, int index, GCallback changed, GCallback accepted)
{
  Form *form = g_new0 (Form, 1);

  form->draft = g_object_ref (draft);
  form->index = index;
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", changed, form);
  g_signal_connect (dialog, "accepted", accepted, form);
  return form;
}

static int
number (Form *form, guint index)
{
  return gtk_spin_button_get_value_as_int (form->numbers[index]);
}

static guint
read_checks (Form *form, guint n)
{
  guint bits = 0;

  for (guint i = 0; i < n; i++)
    if (gtk_check_button_get_active (form->checks[i]))
      bits |= 1u << i;
  return bits;
}

/* Whether code and title are there, and the code is not @taken. */
static const char *
judge_names (Form *form, const char *taken)
{
  g_autofree char *code = sceau_form_text (form->code);
  g_autofree char *title = sceau_form_text (form->title);

  if (*code == '\0' || *title == '\0')
    return _("Code and title are needed.");
  return taken != NULL ? _("Something else in the plan has this code.") : NULL;
}

static const char *
find_requirement (Form *form, const char *code)
{
  GPtrArray *requirements = sceau_plan_draft_get_plan (form->draft)->requirements;

  for (guint i = 0; i < requirements->len; i++)
    if ((int) i != form->index && g_strcmp0 (((SceauRequirement *) g_ptr_array_index (requirements, i))->code, code) == 0)
      return code;
  return NULL;
}

static gboolean
is_period (Form *form)
{
  return adw_combo_row_get_selected (form->kind) == SCEAU_REQUIREMENT_COMPANY_PERIOD;
}

static void
requirement_changed_cb (SceauFormDialog *dialog, Form *form)
{
  g_autofree char *code = sceau_form_text (form->code);
  const char *fault = judge_names (form, find_requirement (form, code));

  gtk_widget_set_visible (GTK_WIDGET (form->choice), !is_period (form));
  for (guint i = 0; i < 2; i++)
    gtk_widget_set_sensitive (gtk_widget_get_ancestor (GTK_WIDGET (form->numbers[i]), ADW_TYPE_ACTION_ROW), is_period (form));
  if (fault == NULL && is_period (form) && number (form, 0) == 0 && number (form, 1) == 0)
    fault = _("A period needs a shortest or a longest number of months.");
  else if (fault == NULL && is_period (form) && number (form, 1) > 0 && number (form, 1) < number (form, 0))
    fault = _("The longest period is shorter than the shortest.");
  else if (fault == NULL && !is_period (form) && form->values->len == 0)
    fault = _("There is no modality beside the blocks: add one first.");
  sceau_form_dialog_judge (dialog, fault, NULL);
}

static void
requirement_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  g_autoptr (SceauRequirement) requirement = sceau_requirement_new ();

  requirement->code = sceau_form_text (form->code);
  requirement->title = sceau_form_text (form->title);
  requirement->kind = (SceauRequirementKind) adw_combo_row_get_selected (form->kind);
  requirement->exempt_routes = read_checks (form, SCEAU_N_ROUTES);
  if (is_period (form))
    {
      requirement->min_months = number (form, 0);
      requirement->max_months = number (form, 1);
    }
  else
    requirement->modality_code = g_strdup (g_ptr_array_index (form->values, adw_combo_row_get_selected (form->choice)));
  gtk_window_close (GTK_WINDOW (dialog));
  sceau_plan_draft_put_requirement (form->draft, form->index, requirement);
}

/* The modalities beside the blocks. */
static void
add_modalities (SceauFormDialog *dialog, Form *form, const char *code)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (sceau_plan_draft_get_plan (form->draft), NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = 0;

  form->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);

      g_ptr_array_add (titles, modality->title != NULL ? modality->title : modality->code);
      g_ptr_array_add (form->values, g_strdup (modality->code));
      if (g_strcmp0 (modality->code, code) == 0)
        selected = i;
    }
  g_ptr_array_add (titles, NULL);
  form->choice = sceau_form_dialog_add_choice (dialog, _("Modality"), (const char *const *) titles->pdata, selected);
}

static SceauRequirement *
requirement_at (SceauPlanDraft *draft, int index)
{
  SceauRequirement *requirement;

  if (index >= 0)
    return sceau_requirement_copy (g_ptr_array_index (sceau_plan_draft_get_plan (draft)->requirements, index));
  requirement = sceau_requirement_new ();
  requirement->min_months = 4;
  requirement->max_months = 6;
  return requirement;
}

SceauFormDialog *
sceau_requirement_dialog_new (GtkWidget *from, SceauPlanDraft *draft, int index)
{
  const char *kinds[] = { _("A modality to be passed"), _("A period in a company"), NULL };
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Requirement"), index < 0 ? _("_Add") : _("_Apply"));
  Form *form = attach_form (dialog, draft, index, G_CALLBACK (requirement_changed_cb), G_CALLBACK (requirement_accepted_cb));
  g_autoptr (SceauRequirement) requirement = requirement_at (draft, index);

  form->title = sceau_form_dialog_add_entry (dialog, _("Title"), requirement->title);
  form->code = sceau_form_dialog_add_entry (dialog, _("Code"), requirement->code);
  form->kind = sceau_form_dialog_add_choice (dialog, _("Kind"), kinds, requirement->kind);
  add_modalities (dialog, form, requirement->modality_code);
  form->numbers[0] = sceau_form_dialog_add_number (dialog, _("Shortest period, in months"), _("0: no bound"), requirement->min_months, 60);
  form->numbers[1] = sceau_form_dialog_add_number (dialog, _("Longest period, in months"), _("0: no bound"), requirement->max_months, 60);
  sceau_form_dialog_add_group (dialog, _("Not Asked Of"), NULL);
  for (guint i = 0; i < SCEAU_N_ROUTES; i++)
    form->checks[i] = sceau_form_dialog_add_check (dialog, sceau_route_title ((SceauRoute) i),
                                                   (requirement->exempt_routes & (1u << i)) != 0);
  return dialog;
}

static const char *
find_quota (Form *form, const char *code)
{
  GPtrArray *quotas = sceau_plan_draft_get_plan (form->draft)->quotas;

  for (guint i = 0; i < quotas->len; i++)
    if ((int) i != form->index && g_strcmp0 (((SceauQuota *) g_ptr_array_index (quotas, i))->code, code) == 0)
      return code;
  return NULL;
}

static void
quota_changed_cb (SceauFormDialog *dialog, Form *form)
{
  g_autofree char *code = sceau_form_text (form->code);
  const char *fault = judge_names (form, find_quota (form, code));

  if (fault == NULL && read_checks (form, N_ADMISSIONS) == 0)
    fault = _("A quota counts at least one basis of admission.");
  sceau_form_dialog_judge (dialog, fault, _("The number of places is rounded down."));
}

static void
quota_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  g_autoptr (SceauQuota) quota = sceau_quota_new ();

  quota->code = sceau_form_text (form->code);
  quota->title = sceau_form_text (form->title);
  quota->max_percent = number (form, 0);
  quota->admissions = read_checks (form, N_ADMISSIONS);
  gtk_window_close (GTK_WINDOW (dialog));
  sceau_plan_draft_put_quota (form->draft, form->index, quota);
}

SceauFormDialog *
sceau_quota_dialog_new (GtkWidget *from, SceauPlanDraft *draft, int index)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Quota"), index < 0 ? _("_Add") : _("_Apply"));
  Form *form = attach_form (dialog, draft, index, G_CALLBACK (quota_changed_cb), G_CALLBACK (quota_accepted_cb));
  g_autoptr (SceauQuota) quota
      = index >= 0 ? sceau_quota_copy (g_ptr_array_index (sceau_plan_draft_get_plan (draft)->quotas, index)) : sceau_quota_new ();

  form->title = sceau_form_dialog_add_entry (dialog, _("Title"), quota->title);
  form->code = sceau_form_dialog_add_entry (dialog, _("Code"), quota->code);
  form->numbers[0] = sceau_form_dialog_add_number (dialog, _("At most, in per cent of the cohort"), NULL, quota->max_percent, 100);
  sceau_form_dialog_add_group (dialog, _("Counts"), NULL);
  for (guint i = 0; i < N_ADMISSIONS; i++)
    form->checks[i] = sceau_form_dialog_add_check (dialog, sceau_admission_title ((SceauAdmission) i),
                                                   (quota->admissions & (1u << i)) != 0);
  return dialog;
}

enum
{
  MEMBERS,
  INTERNAL,
  EXTERNAL,
  QUORUM,
  QUALIFIED
};

static void
jury_changed_cb (SceauFormDialog *dialog, Form *form)
{
  int members = number (form, MEMBERS);
  const char *fault = NULL;

  if (form->values->len == 0)
    fault = _("Every access route has its rule already.");
  else if (members > 0 && (number (form, INTERNAL) + number (form, EXTERNAL) > members || number (form, QUORUM) > members
                           || number (form, QUALIFIED) > members))
    fault = _("The jury has fewer members than are asked for among them.");
  sceau_form_dialog_judge (dialog, fault, _("0 means any number; for the quorum, all of them."));
}

static void
jury_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  guint selected = adw_combo_row_get_selected (form->choice);
  g_autoptr (SceauJuryRule) rule = sceau_jury_rule_new ((SceauRoute) GPOINTER_TO_INT (g_ptr_array_index (form->values, selected)));
  g_autofree char *text = sceau_form_text (form->functions);
  g_auto (GStrv) functions = g_strsplit (text, ",", -1);

  rule->members = number (form, MEMBERS);
  rule->internal = number (form, INTERNAL);
  rule->external = number (form, EXTERNAL);
  rule->quorum = number (form, QUORUM);
  rule->qualified = number (form, QUALIFIED);
  for (guint i = 0; functions[i] != NULL; i++)
    {
      char *function = sceau_text_normalise (functions[i]);

      if (function != NULL)
        g_ptr_array_add (rule->functions, function);
    }
  gtk_window_close (GTK_WINDOW (dialog));
  sceau_plan_draft_put_jury_rule (form->draft, rule);
}

/* A rule keeps its route; a new one takes a route that has none yet. */
static void
add_routes (SceauFormDialog *dialog, Form *form, const SceauJuryRule *edited)
{
  const SceauPlan *plan = sceau_plan_draft_get_plan (form->draft);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  form->values = g_ptr_array_new ();
  for (guint i = 0; i < SCEAU_N_ROUTES; i++)
    if (edited != NULL ? edited->route == i : sceau_plan_find_jury_rule (plan, (SceauRoute) i) == NULL)
      {
        g_ptr_array_add (titles, (gpointer) sceau_route_title ((SceauRoute) i));
        g_ptr_array_add (form->values, GINT_TO_POINTER ((int) i));
      }
  g_ptr_array_add (titles, NULL);
  form->choice = sceau_form_dialog_add_choice (dialog, _("Access route"), (const char *const *) titles->pdata, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (form->choice), edited == NULL);
}

SceauFormDialog *
sceau_jury_rule_dialog_new (GtkWidget *from, SceauPlanDraft *draft, int index)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Jury"), index < 0 ? _("_Add") : _("_Apply"));
  Form *form = attach_form (dialog, draft, index, G_CALLBACK (jury_changed_cb), G_CALLBACK (jury_accepted_cb));
  g_autoptr (SceauJuryRule) rule = index >= 0
    ? sceau_jury_rule_copy (g_ptr_array_index (sceau_plan_draft_get_plan (draft)->jury_rules, index)) : NULL;
  g_autofree char *functions = NULL;

  add_routes (dialog, form, rule);
  if (rule == NULL)
    rule = sceau_jury_rule_new (SCEAU_ROUTE_INITIAL);
  g_ptr_array_add (rule->functions, NULL);
  functions = g_strjoinv (", ", (char **) rule->functions->pdata);
  form->numbers[MEMBERS] = sceau_form_dialog_add_number (dialog, _("Members"), NULL, rule->members, 30);
  form->numbers[INTERNAL] = sceau_form_dialog_add_number (dialog, _("Internal"), NULL, rule->internal, 30);
  form->numbers[EXTERNAL] = sceau_form_dialog_add_number (dialog, _("External professionals"), NULL, rule->external, 30);
  form->numbers[QUORUM] = sceau_form_dialog_add_number (dialog, _("Quorum"), _("Members who must be present to open"), rule->quorum, 30);
  form->numbers[QUALIFIED] = sceau_form_dialog_add_number (dialog, _("Qualified"), _("As the VAE asks"), rule->qualified, 30);
  form->functions = sceau_form_dialog_add_entry (dialog, _("Functions that must sit, with commas between"), functions);
  return dialog;
}
