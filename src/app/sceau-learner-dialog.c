/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-learner-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-enrol-work.h"
#include "sceau-long-work.h"

struct _SceauCivilStatus
{
  AdwEntryRow *number;
  AdwEntryRow *birth_name;
  AdwEntryRow *usage_name;
  AdwEntryRow *first_name;
  AdwEntryRow *other_names;
  AdwComboRow *sex; /* not chosen, female, male */
  SceauDateRow *birth_date;
  AdwEntryRow *birth_commune;
  AdwEntryRow *birth_place;
  AdwEntryRow *birth_country;
  AdwEntryRow *email;
};

SceauCivilStatus *
sceau_civil_status_add (SceauFormDialog *dialog, const SceauLearner *learner)
{
  static const SceauLearner nobody = { 0 };
  const char *sexes[] = { _("Not said"), _("Female"), _("Male"), NULL };
  const SceauLearner *at_first = learner != NULL ? learner : &nobody;
  SceauCivilStatus *self = g_new0 (SceauCivilStatus, 1);

  sceau_form_dialog_add_group (dialog, _("Civil Status"), NULL);
  self->birth_name = sceau_form_dialog_add_entry (dialog, _("Birth name"), at_first->birth_name);
  self->first_name = sceau_form_dialog_add_entry (dialog, _("First name"), at_first->first_name);
  self->other_names = sceau_form_dialog_add_entry (dialog, _("Other first names"), at_first->other_names);
  self->usage_name = sceau_form_dialog_add_entry (dialog, _("Name in use"), at_first->usage_name);
  self->sex = sceau_form_dialog_add_choice (dialog, _("Sex"), sexes, at_first->sex);
  self->birth_date = sceau_form_dialog_add_date (dialog, _("Day of birth"), at_first->birth_date);
  self->birth_place = sceau_form_dialog_add_entry (dialog, _("Place of birth"), at_first->birth_place);
  self->birth_commune = sceau_form_dialog_add_entry (dialog, _("INSEE code of the commune (99… abroad)"), at_first->birth_commune);
  self->birth_country = sceau_form_dialog_add_entry (dialog, _("Country of birth (empty: France)"), at_first->birth_country);
  self->number = sceau_form_dialog_add_entry (dialog, _("The school’s number of the learner"), at_first->number);
  self->email = sceau_form_dialog_add_entry (dialog, _("Email"), at_first->email);
  g_object_set_data_full (G_OBJECT (dialog), "civil-status", self, g_free);
  return self;
}

SceauLearner *
sceau_civil_status_read (SceauCivilStatus *self, const SceauLearner *learner)
{
  SceauLearner *read = sceau_learner_new ();

  read->id = learner != NULL ? learner->id : 0;
  read->number = sceau_form_optional (self->number);
  read->birth_name = sceau_form_optional (self->birth_name);
  read->usage_name = sceau_form_optional (self->usage_name);
  read->first_name = sceau_form_optional (self->first_name);
  read->other_names = sceau_form_optional (self->other_names);
  read->sex = (SceauSex) adw_combo_row_get_selected (self->sex);
  read->birth_date = sceau_date_row_get_date (self->birth_date);
  read->birth_commune = sceau_form_optional (self->birth_commune);
  read->birth_place = sceau_form_optional (self->birth_place);
  read->birth_country = sceau_form_optional (self->birth_country);
  read->email = sceau_form_optional (self->email);
  return read;
}

const char *
sceau_civil_status_find_fault (SceauCivilStatus *self)
{
  g_autoptr (SceauLearner) learner = sceau_civil_status_read (self, NULL);

  if (learner->birth_name == NULL || learner->first_name == NULL || learner->number == NULL)
    return _("Birth name, first name and number are needed.");
  if (learner->sex == SCEAU_SEX_UNKNOWN)
    return _("The declaration to the Caisse des Dépôts needs the sex.");
  if (learner->birth_date == SCEAU_NO_DATE)
    return _("The day of birth is needed, written like 12/03/1999.");
  return NULL;
}

/* What the form of a civil status holds. */
typedef struct
{
  SceauContext *context;
  SceauLearner *learner;
  SceauCivilStatus *rows;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  sceau_learner_free (form->learner);
  g_free (form);
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  sceau_form_dialog_judge (dialog, sceau_civil_status_find_fault (form->rows), NULL);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();

  work->learner = sceau_civil_status_read (form->rows, form->learner);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Writing the civil status"), sceau_enrol_work_edit, work,
                       sceau_enrol_work_free, sceau_enrol_work_end);
}

SceauFormDialog *
sceau_learner_dialog_new (GtkWidget *from, SceauContext *context, const SceauLearner *learner)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Civil Status"), _("_Apply"));
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->learner = sceau_learner_copy (learner);
  form->rows = sceau_civil_status_add (dialog, learner);
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  return dialog;
}
