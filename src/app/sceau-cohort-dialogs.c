/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cohort-dialogs.h"

#include <glib/gi18n-lib.h>

#include "sceau-enrol-work.h"
#include "sceau-long-work.h"

#define GREATEST_COHORT 5000

/* What either form holds; lives as long as the window. */
typedef struct
{
  SceauContext *context;
  gint64 cohort_id;
  AdwEntryRow *name;
  SceauDateRow *start;
  SceauDateRow *end;
  GtkSpinButton *planned;
  AdwComboRow *group;   /* (nullable): a new one, or one of those that there are */
  GPtrArray *groups;    /* (element-type utf8): those that there are, by name */
  GArray *enrolments;   /* (element-type gint64): who may be in a group */
  GPtrArray *belonging; /* (element-type utf8): the group of each, "" for none */
  GPtrArray *checks;    /* (element-type GtkCheckButton): who is to be in it */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_clear_pointer (&form->enrolments, g_array_unref);
  g_clear_pointer (&form->checks, g_ptr_array_unref);
  g_clear_pointer (&form->belonging, g_ptr_array_unref);
  g_clear_pointer (&form->groups, g_ptr_array_unref);
  g_free (form);
}

static Form *
attach_form (SceauFormDialog *dialog, SceauContext *context, gint64 cohort_id, GCallback changed, GCallback accepted)
{
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->cohort_id = cohort_id;
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", changed, form);
  g_signal_connect (dialog, "accepted", accepted, form);
  return form;
}

static void
cohort_changed_cb (SceauFormDialog *dialog, Form *form)
{
  SceauDate start = sceau_date_row_get_date (form->start);
  SceauDate end = sceau_date_row_get_date (form->end);
  g_autofree char *name = sceau_form_text (form->name);
  const char *fault = NULL;

  if (*name == '\0' || start == SCEAU_NO_DATE || end == SCEAU_NO_DATE)
    fault = _("Name and both days are needed. Dates are written like 01/10/2026.");
  else if (end < start)
    fault = _("The cohort ends before it begins.");
  sceau_form_dialog_judge (dialog, fault, _("With a planned number, places for derogations are known while enrolling."));
}

static void
cohort_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();

  work->cohort = sceau_cohort_new ();
  work->cohort->id = form->cohort_id;
  work->cohort->name = sceau_form_text (form->name);
  work->cohort->start = sceau_date_row_get_date (form->start);
  work->cohort->end = sceau_date_row_get_date (form->end);
  work->cohort->planned_learners = gtk_spin_button_get_value_as_int (form->planned);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Writing the cohort"), sceau_enrol_work_cohort, work,
                       sceau_enrol_work_free, sceau_enrol_work_end);
}

SceauFormDialog *
sceau_cohort_dialog_new (GtkWidget *from, SceauContext *context, const SceauCohort *cohort)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Cohort"), _("_Apply"));
  Form *form = attach_form (dialog, context, cohort->id, G_CALLBACK (cohort_changed_cb), G_CALLBACK (cohort_accepted_cb));

  form->name = sceau_form_dialog_add_entry (dialog, _("Name"), cohort->name);
  form->start = sceau_form_dialog_add_date (dialog, _("First day"), cohort->start);
  form->end = sceau_form_dialog_add_date (dialog, _("Last day"), cohort->end);
  form->planned = sceau_form_dialog_add_number (dialog, _("Learners planned"), _("0: not known"), cohort->planned_learners, GREATEST_COHORT);
  return dialog;
}

static void
group_changed_cb (SceauFormDialog *dialog, Form *form)
{
  g_autofree char *name = sceau_form_text (form->name);

  sceau_form_dialog_judge (dialog, *name == '\0' ? _("A group needs a name.") : NULL,
                           _("Those ticked, and nobody else, form the group; nobody ticked dissolves it."));
}

static void
group_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();

  work->id = form->cohort_id;
  work->text = sceau_form_text (form->name);
  for (guint i = 0; i < form->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->checks, i)))
      g_array_append_val (work->enrolments, g_array_index (form->enrolments, gint64, i));
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Forming the group"), sceau_enrol_work_group, work,
                       sceau_enrol_work_free, sceau_enrol_work_end);
}

/* A group that there is begins with its members; its name says which group it is and cannot change. */
static void
group_chosen_cb (AdwComboRow *row, GParamSpec *property, Form *form)
{
  guint chosen = adw_combo_row_get_selected (row);
  const char *group = chosen > 0 ? g_ptr_array_index (form->groups, chosen - 1) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (form->name), group != NULL ? group : "");
  gtk_widget_set_sensitive (GTK_WIDGET (form->name), group == NULL);
  for (guint i = 0; i < form->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (form->checks, i),
                                 group != NULL && g_str_equal (g_ptr_array_index (form->belonging, i), group));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
list_groups (const GPtrArray *enrolments)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      if (enrolment->group != NULL && !g_ptr_array_find_with_equal_func (groups, enrolment->group, g_str_equal, NULL))
        g_ptr_array_add (groups, g_strdup (enrolment->group));
    }
  g_ptr_array_sort (groups, compare_names);
  return groups;
}

static void
add_group_choice (SceauFormDialog *dialog, Form *form)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  if (form->groups->len == 0)
    return;
  g_ptr_array_add (choices, (gpointer) _("A new group"));
  for (guint i = 0; i < form->groups->len; i++)
    g_ptr_array_add (choices, g_ptr_array_index (form->groups, i));
  g_ptr_array_add (choices, NULL);
  form->group = sceau_form_dialog_add_choice (dialog, _("Group"), (const char *const *) choices->pdata, 0);
  g_signal_connect (form->group, "notify::selected", G_CALLBACK (group_chosen_cb), form);
}

static void
add_member (SceauFormDialog *dialog, Form *form, const SceauEnrolment *enrolment)
{
  g_autofree char *title = enrolment->group != NULL ? g_strdup_printf (_("%s (%s)"), enrolment->learner_name, enrolment->group)
                                                    : g_strdup (enrolment->learner_name);

  g_array_append_val (form->enrolments, enrolment->id);
  g_ptr_array_add (form->belonging, g_strdup (enrolment->group != NULL ? enrolment->group : ""));
  g_ptr_array_add (form->checks, sceau_form_dialog_add_check (dialog, title, FALSE));
}

SceauFormDialog *
sceau_group_dialog_new (GtkWidget *from, SceauContext *context, gint64 cohort_id, const GPtrArray *enrolments)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Group"), _("_Form"));
  Form *form = attach_form (dialog, context, cohort_id, G_CALLBACK (group_changed_cb), G_CALLBACK (group_accepted_cb));

  form->groups = list_groups (enrolments);
  form->enrolments = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->belonging = g_ptr_array_new_with_free_func (g_free);
  form->checks = g_ptr_array_new ();
  add_group_choice (dialog, form);
  form->name = sceau_form_dialog_add_entry (dialog, _("Name of the group"), NULL);
  sceau_form_dialog_add_group (dialog, _("Learners"), NULL);
  for (guint i = 0; i < enrolments->len; i++)
    if (((const SceauEnrolment *) g_ptr_array_index (enrolments, i))->state == SCEAU_ENROLMENT_ACTIVE)
      add_member (dialog, form, g_ptr_array_index (enrolments, i));
  return dialog;
}
