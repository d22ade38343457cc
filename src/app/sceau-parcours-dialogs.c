/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-parcours-dialogs.h"

#include <glib/gi18n-lib.h>

#include "sceau-enrol-work.h"
#include "sceau-long-work.h"

/* What the three forms share; lives as long as the window. */
typedef struct
{
  SceauContext *context;
  gint64 id;             /* of the enrolment, or of the learner */
  char *certification_code;
  AdwComboRow *kind;
  AdwComboRow *block;
  GPtrArray *codes;      /* (element-type utf8): of the entries of @block */
  SceauDateRow *day;
  SceauDateRow *hearing;
  AdwEntryRow *reason;   /* or the proof */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_clear_pointer (&form->codes, g_ptr_array_unref);
  g_free (form->certification_code);
  g_free (form);
}

static Form *
attach_form (SceauFormDialog *dialog, SceauContext *context, gint64 id, GCallback changed, GCallback accepted)
{
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->id = id;
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", changed, form);
  g_signal_connect (dialog, "accepted", accepted, form);
  return form;
}

static gboolean
is_filled (AdwEntryRow *row)
{
  g_autofree char *text = sceau_form_text (row);

  return *text != '\0';
}

/* In the order of the choice. */
static const SceauEnrolmentState ways_to_leave[] = { SCEAU_ENROLMENT_WITHDRAWN, SCEAU_ENROLMENT_INTERRUPTED, SCEAU_ENROLMENT_EXCLUDED };

static SceauEnrolmentState
get_way (Form *form)
{
  return ways_to_leave[MIN (adw_combo_row_get_selected (form->kind), G_N_ELEMENTS (ways_to_leave) - 1)];
}

static void
departure_changed_cb (SceauFormDialog *dialog, Form *form)
{
  gboolean excluded = get_way (form) == SCEAU_ENROLMENT_EXCLUDED;
  const char *fault = NULL;

  gtk_widget_set_visible (GTK_WIDGET (form->hearing), excluded);
  if (sceau_date_row_get_date (form->day) == SCEAU_NO_DATE)
    fault = _("The day is needed, written like 22/11/2026.");
  else if (excluded && sceau_date_row_get_date (form->hearing) == SCEAU_NO_DATE)
    fault = _("Nobody is excluded without having been heard: give the day of the hearing.");
  else if (!is_filled (form->reason))
    fault = _("A departure needs its reason: it is kept.");
  sceau_form_dialog_judge (dialog, fault, get_way (form) == SCEAU_ENROLMENT_INTERRUPTED ? _("The learner may come back.") : NULL);
}

static void
departure_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();

  work->id = form->id;
  work->departure.state = get_way (form);
  work->departure.since = sceau_date_row_get_date (form->day);
  work->departure.hearing = work->departure.state == SCEAU_ENROLMENT_EXCLUDED ? sceau_date_row_get_date (form->hearing) : SCEAU_NO_DATE;
  work->text = sceau_form_text (form->reason);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Recording the departure"), sceau_enrol_work_depart, work,
                       sceau_enrol_work_free, sceau_enrol_work_end);
}

SceauFormDialog *
sceau_departure_dialog_new (GtkWidget *from, SceauContext *context, const SceauEnrolment *enrolment)
{
  const char *kinds[] = { _("Withdrawal"), _("Interruption"), _("Exclusion for fraud, after a hearing"), NULL };
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Departure"), _("_Record"));
  Form *form = attach_form (dialog, context, enrolment->id, G_CALLBACK (departure_changed_cb), G_CALLBACK (departure_accepted_cb));

  form->kind = sceau_form_dialog_add_choice (dialog, _("How"), kinds, 0);
  form->day = sceau_form_dialog_add_date (dialog, _("Day of the departure"), SCEAU_NO_DATE);
  form->hearing = sceau_form_dialog_add_date (dialog, _("Day of the hearing"), SCEAU_NO_DATE);
  form->reason = sceau_form_dialog_add_entry (dialog, _("Reason"), NULL);
  return dialog;
}

static void
return_changed_cb (SceauFormDialog *dialog, Form *form)
{
  sceau_form_dialog_judge (dialog, is_filled (form->reason) ? NULL : _("A return needs its reason: it is kept in the journal."), NULL);
}

static void
return_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();

  work->id = form->id;
  work->text = sceau_form_text (form->reason);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Recording the return"), sceau_enrol_work_return, work,
                       sceau_enrol_work_free, sceau_enrol_work_end);
}

SceauFormDialog *
sceau_return_dialog_new (GtkWidget *from, SceauContext *context, const SceauEnrolment *enrolment)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Return"), _("_Record"));
  Form *form = attach_form (dialog, context, enrolment->id, G_CALLBACK (return_changed_cb), G_CALLBACK (return_accepted_cb));

  form->reason = sceau_form_dialog_add_entry (dialog, _("Reason"), NULL);
  return dialog;
}

/* What a jury of this file decides is not typed here. */
static const SceauAcquisitionKind kinds_of_proof[] = { SCEAU_ACQUISITION_EARLIER, SCEAU_ACQUISITION_VAE,
                                                       SCEAU_ACQUISITION_CORRESPONDENCE, SCEAU_ACQUISITION_DISPENSE };

static void
acquired_changed_cb (SceauFormDialog *dialog, Form *form)
{
  const char *fault = NULL;

  if (form->codes->len == 0)
    fault = _("The learner has every block already.");
  else if (sceau_date_row_get_date (form->day) == SCEAU_NO_DATE)
    fault = _("The day is needed, written like 22/11/2026.");
  else if (!is_filled (form->reason))
    fault = _("The reference of the proof is needed.");
  sceau_form_dialog_judge (dialog, fault, _("A block once acquired stays acquired, whatever happens later."));
}

static void
acquired_accepted_cb (SceauFormDialog *dialog, Form *form)
{
  SceauEnrolWork *work = sceau_enrol_work_new ();

  work->block = sceau_acquired_block_new ();
  work->block->learner_id = form->id;
  work->block->certification_code = g_strdup (form->certification_code);
  work->block->block_code = g_strdup (g_ptr_array_index (form->codes, adw_combo_row_get_selected (form->block)));
  work->block->kind = kinds_of_proof[adw_combo_row_get_selected (form->kind)];
  work->block->date = sceau_date_row_get_date (form->day);
  work->block->proof = sceau_form_text (form->reason);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Recording the block"), sceau_enrol_work_acquire, work,
                       sceau_enrol_work_free, sceau_enrol_work_end);
}

static gboolean
has_block (const SceauParcours *parcours, const char *code)
{
  for (guint i = 0; i < parcours->acquired_blocks->len; i++)
    if (g_strcmp0 (((SceauAcquiredBlock *) g_ptr_array_index (parcours->acquired_blocks, i))->block_code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
add_blocks (SceauFormDialog *dialog, Form *form, const SceauParcours *parcours)
{
  GPtrArray *blocks = parcours->certification->blocks;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  form->codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);

      if (has_block (parcours, block->code))
        continue;
      g_ptr_array_add (titles, block->title);
      g_ptr_array_add (form->codes, g_strdup (block->code));
    }
  g_ptr_array_add (titles, NULL);
  form->block = sceau_form_dialog_add_choice (dialog, _("Block"), (const char *const *) titles->pdata, 0);
}

SceauFormDialog *
sceau_acquired_dialog_new (GtkWidget *from, SceauContext *context, const SceauParcours *parcours)
{
  const char *titles[G_N_ELEMENTS (kinds_of_proof) + 1] = { NULL };
  SceauFormDialog *dialog = sceau_form_dialog_new (from, _("Acquired Block"), _("_Record"));
  Form *form = attach_form (dialog, context, parcours->enrolment->learner_id, G_CALLBACK (acquired_changed_cb),
                            G_CALLBACK (acquired_accepted_cb));

  for (guint i = 0; i < G_N_ELEMENTS (kinds_of_proof); i++)
    titles[i] = sceau_acquisition_kind_title (kinds_of_proof[i]);
  form->certification_code = g_strdup (parcours->certification->code);
  add_blocks (dialog, form, parcours);
  form->kind = sceau_form_dialog_add_choice (dialog, _("How"), titles, 0);
  form->day = sceau_form_dialog_add_date (dialog, _("Acquired on"), SCEAU_NO_DATE);
  form->reason = sceau_form_dialog_add_entry (dialog, _("Reference of the proof"), NULL);
  return dialog;
}
