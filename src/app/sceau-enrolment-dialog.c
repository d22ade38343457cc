/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrolment-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-enrol-work.h"
#include "sceau-evaluation.h"
#include "sceau-learner-dialog.h"
#include "sceau-long-work.h"

#define N_ADMISSIONS (SCEAU_ADMISSION_DEROGATION_B + 1)

typedef struct
{
  SceauContext *context;
  SceauPlan *plan;       /* or NULL */
  gint64 cohort_id;
  gint64 enrolment_id;   /* 0: a new one */
  char *certification_code;
  SceauCivilStatus *civil_status; /* of a new learner, or NULL */
  GArray *routes;        /* (element-type SceauRoute): of the entries of the choice */
  AdwComboRow *route;
  AdwComboRow *admission;
  SceauDateRow *entry;
  GPtrArray *block_codes; /* (element-type utf8) */
  GPtrArray *blocks;      /* (element-type GtkCheckButton): whether each is targeted */
  AdwEntryRow *company;
  SceauDateRow *company_start;
  SceauDateRow *company_end;
  AdwEntryRow *tutor;
  AdwEntryRow *group;
  AdwEntryRow *exception; /* hidden until a quota asks for it */
  char *refusal;          /* what the quota said, or NULL */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_clear_pointer (&form->plan, sceau_plan_free);
  g_free (form->certification_code);
  g_array_unref (form->routes);
  g_ptr_array_unref (form->block_codes);
  g_ptr_array_unref (form->blocks);
  g_free (form->refusal);
  g_free (form);
}

static SceauRoute
get_route (Form *form)
{
  guint selected = adw_combo_row_get_selected (form->route);

  return selected < form->routes->len ? g_array_index (form->routes, SceauRoute, selected) : SCEAU_ROUTE_INITIAL;
}

/* Whether every block is wanted, or none is said: that is the whole. */
static gboolean
targets_all (Form *form)
{
  for (guint i = 0; i < form->blocks->len; i++)
    if (!gtk_check_button_get_active (g_ptr_array_index (form->blocks, i)))
      return FALSE;
  return TRUE;
}

static SceauEnrolment *
read_enrolment (Form *form)
{
  SceauEnrolment *enrolment = sceau_enrolment_new ();

  enrolment->id = form->enrolment_id;
  enrolment->cohort_id = form->cohort_id;
  enrolment->certification_code = g_strdup (form->certification_code);
  enrolment->route = get_route (form);
  enrolment->admission = (SceauAdmission) adw_combo_row_get_selected (form->admission);
  enrolment->entry = sceau_date_row_get_date (form->entry);
  enrolment->company = sceau_form_optional (form->company);
  enrolment->company_start = sceau_date_row_get_date (form->company_start);
  enrolment->company_end = sceau_date_row_get_date (form->company_end);
  enrolment->tutor = sceau_form_optional (form->tutor);
  enrolment->group = sceau_form_optional (form->group);
  for (guint i = 0; i < form->blocks->len && !targets_all (form); i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->blocks, i)))
      g_ptr_array_add (enrolment->targeted_blocks, g_strdup (g_ptr_array_index (form->block_codes, i)));
  return enrolment;
}

static const char *
find_fault (Form *form)
{
  g_autoptr (SceauEnrolment) enrolment = read_enrolment (form);
  g_autofree char *exception = sceau_form_text (form->exception);
  const char *fault = form->civil_status != NULL ? sceau_civil_status_find_fault (form->civil_status) : NULL;

  if (fault != NULL)
    return fault;
  if (enrolment->entry == SCEAU_NO_DATE)
    return _("The day of entry is needed, written like 01/10/2026.");
  if (sceau_date_row_is_wrong (form->company_start) || sceau_date_row_is_wrong (form->company_end))
    return _("This is no day: dates are written like 22/11/2026.");
  if (enrolment->company_start != SCEAU_NO_DATE && enrolment->company_end != SCEAU_NO_DATE
      && enrolment->company_end < enrolment->company_start)
    return _("The period in the company ends before it begins.");
  if (form->blocks->len > 0 && !targets_all (form) && enrolment->targeted_blocks->len == 0)
    return _("At least one block is targeted.");
  if (form->refusal != NULL && *exception == '\0')
    return form->refusal;
  return NULL;
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  g_autofree char *length = sceau_describe_period (sceau_date_row_get_date (form->company_start),
                                                   sceau_date_row_get_date (form->company_end));
  g_autofree char *judgement = sceau_judge_company_period (form->plan, get_route (form), sceau_date_row_get_date (form->company_start),
                                                           sceau_date_row_get_date (form->company_end));
  g_autofree char *said = length != NULL ? g_strdup_printf (_("The period in the company lasts %s."), length) : NULL;

  sceau_form_dialog_judge (dialog, find_fault (form), judgement != NULL ? judgement : said);
}

/* Another basis may have a place: what the quota said is forgotten. */
static void
admission_cb (Form *form)
{
  g_clear_pointer (&form->refusal, g_free);
  gtk_widget_set_visible (GTK_WIDGET (form->exception), FALSE);
}

static void
ended_cb (GtkWidget *dialog, gpointer data, const GError *error)
{
  SceauEnrolWork *work = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  const char *quota = error != NULL ? sceau_enrol_work_find_quota (work) : NULL;

  if (quota == NULL)
    {
      sceau_enrol_work_end (dialog, data, error);
      return;
    }
  g_free (form->refusal);
  form->refusal = g_strdup_printf (_("%s Give the reason of the written exception, or another admission."), quota);
  gtk_widget_set_visible (GTK_WIDGET (form->exception), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (form->exception));
  changed_cb (SCEAU_FORM_DIALOG (dialog), form);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();
  gboolean is_new = form->civil_status != NULL;

  work->enrolment = read_enrolment (form);
  work->learner = is_new ? sceau_civil_status_read (form->civil_status, NULL) : NULL;
  work->id = form->cohort_id;
  work->text = sceau_form_optional (form->exception);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, is_new ? _("Enrolling the learner") : _("Writing the enrolment"),
                       is_new ? sceau_enrol_work_enrol : sceau_enrol_work_amend, work, sceau_enrol_work_free, ended_cb);
}

/* The routes that the fiche opens, and the one that an enrolment has although it was closed meanwhile. */
static void
add_routes (SceauFormDialog *dialog, Form *form, const SceauCertification *certification, const SceauEnrolment *enrolment)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = 0;

  for (int i = 0; i < SCEAU_N_ROUTES; i++)
    {
      SceauRoute route = (SceauRoute) i;
      const SceauAccessRoute *access = sceau_certification_find_route (certification, route);
      gboolean has_it = enrolment != NULL && enrolment->route == route;

      if (certification->routes->len > 0 && (access == NULL || !access->open) && !has_it)
        continue;
      if (has_it)
        selected = form->routes->len;
      g_ptr_array_add (titles, (gpointer) sceau_route_title (route));
      g_array_append_val (form->routes, route);
    }
  g_ptr_array_add (titles, NULL);
  form->route = sceau_form_dialog_add_choice (dialog, _("Access route"), (const char *const *) titles->pdata, selected);
}

static void
add_admissions (SceauFormDialog *dialog, Form *form, const SceauEnrolment *enrolment)
{
  const char *titles[N_ADMISSIONS + 1] = { NULL };

  for (guint i = 0; i < N_ADMISSIONS; i++)
    titles[i] = sceau_admission_title ((SceauAdmission) i);
  form->admission = sceau_form_dialog_add_choice (dialog, _("Admission"), titles, enrolment != NULL ? enrolment->admission : 0);
  form->exception = sceau_form_dialog_add_entry (dialog, _("Reason of the written exception"), NULL);
  gtk_widget_set_visible (GTK_WIDGET (form->exception), FALSE);
  g_signal_connect_swapped (form->admission, "notify::selected", G_CALLBACK (admission_cb), form);
}

static void
add_blocks (SceauFormDialog *dialog, Form *form, const SceauCertification *certification, const SceauEnrolment *enrolment)
{
  if (certification->blocks->len == 0)
    return;
  sceau_form_dialog_add_group (dialog, _("Targeted Blocks"), NULL);
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);
      gboolean targeted = enrolment == NULL || sceau_enrolment_targets (enrolment, block->code);

      g_ptr_array_add (form->block_codes, g_strdup (block->code));
      g_ptr_array_add (form->blocks, sceau_form_dialog_add_check (dialog, block->title, targeted));
    }
}

static void
build (SceauFormDialog *dialog, Form *form, const SceauCertification *certification, const SceauEnrolment *enrolment)
{
  static const SceauEnrolment nothing = { 0 };
  const SceauEnrolment *at_first = enrolment != NULL ? enrolment : &nothing;

  sceau_form_dialog_add_group (dialog, _("Enrolment"), NULL);
  add_routes (dialog, form, certification, enrolment);
  add_admissions (dialog, form, enrolment);
  form->entry = sceau_form_dialog_add_date (dialog, _("Entry"), at_first->entry);
  form->group = sceau_form_dialog_add_entry (dialog, _("Group"), at_first->group);
  add_blocks (dialog, form, certification, enrolment);
  sceau_form_dialog_add_group (dialog, _("Company"), NULL);
  form->company = sceau_form_dialog_add_entry (dialog, _("Company"), at_first->company);
  form->tutor = sceau_form_dialog_add_entry (dialog, _("Tutor"), at_first->tutor);
  form->company_start = sceau_form_dialog_add_date (dialog, _("Company period, from"), at_first->company_start);
  form->company_end = sceau_form_dialog_add_date (dialog, _("Company period, to"), at_first->company_end);
}

SceauFormDialog *
sceau_enrolment_dialog_new (GtkWidget *from, SceauContext *context, const SceauCertification *certification,
                            const SceauPlan *plan, gint64 cohort_id, const SceauEnrolment *enrolment)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, enrolment != NULL ? _("Enrolment") : _("Enrol a Learner"),
                                                   enrolment != NULL ? _("_Apply") : _("_Enrol"));
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->plan = plan != NULL ? sceau_plan_copy (plan) : NULL;
  form->cohort_id = cohort_id;
  form->enrolment_id = enrolment != NULL ? enrolment->id : 0;
  form->certification_code = g_strdup (certification->code);
  form->routes = g_array_new (FALSE, FALSE, sizeof (SceauRoute));
  form->block_codes = g_ptr_array_new_with_free_func (g_free);
  form->blocks = g_ptr_array_new ();
  if (enrolment == NULL)
    form->civil_status = sceau_civil_status_add (dialog, NULL);
  build (dialog, form, certification, enrolment);
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  return dialog;
}
