/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-modality-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-criteria-editor.h"

/* What the form holds; lives as long as its window. */
typedef struct
{
  SceauPlanDraft *draft;
  char *code; /* under which the plan knows it, or NULL */
  SceauModality *before;
  SceauScale scale; /* that the marks are written on now */
  AdwEntryRow *code_row;
  AdwEntryRow *title_row;
  AdwComboRow *type_row;
  AdwEntryRow *deliverable_row;
  AdwComboRow *block_row;
  AdwComboRow *scale_row;
  GtkSpinButton *weight;
  AdwEntryRow *pass_row;
  AdwEntryRow *floor_row;
  AdwEntryRow *cap_row;
  GtkSpinButton *attempts;
  GtkSpinButton *delay;
  GtkSwitch *collective;
  GtkSwitch *double_entry;
  SceauCriteriaEditor *criteria;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->draft);
  g_free (form->code);
  sceau_modality_free (form->before);
  g_free (form);
}

static char *
mark_text (gint32 value, SceauScale scale)
{
  return value < 0 ? g_strdup ("") : sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, value }, scale);
}

static void
set_mark (AdwEntryRow *row, gint32 value, SceauScale scale)
{
  g_autofree char *text = mark_text (value, scale);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* FALSE when what is typed is no value of the scale; nothing typed is -1 where it may be. */
static gboolean
read_mark (AdwEntryRow *row, SceauScale scale, gboolean optional, gint32 *value)
{
  g_autofree char *text = sceau_form_text (row);
  SceauMark mark = SCEAU_MARK_NONE;
  gboolean good = sceau_mark_parse (text, scale, &mark, NULL)
                  && (mark.kind == SCEAU_MARK_VALUE || (optional && mark.kind == SCEAU_MARK_BLANK));

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  *value = mark.kind == SCEAU_MARK_VALUE ? mark.value : -1;
  return good;
}

static const char *
get_block_code (Form *form)
{
  const SceauCertification *certification = sceau_plan_draft_get_certification (form->draft);
  guint selected = adw_combo_row_get_selected (form->block_row);

  if (selected >= certification->blocks->len)
    return NULL;
  return ((SceauBlock *) g_ptr_array_index (certification->blocks, selected))->code;
}

/* The marks of another scale mean nothing on this one: each begins with what is usual there. */
static void
change_scale (Form *form, SceauScale scale)
{
  static const gint32 usual[] = { [SCEAU_SCALE_TWENTY] = 1000, [SCEAU_SCALE_LETTERS] = 300, [SCEAU_SCALE_ACQUISITION] = 100 };

  form->scale = scale;
  set_mark (form->pass_row, usual[scale], scale);
  set_mark (form->floor_row, -1, scale);
  set_mark (form->cap_row, -1, scale);
}

/* (transfer full): what the form says. @fault: (out): what stands in the way, or NULL. */
static SceauModality *
read_form (Form *form, const char **fault)
{
  SceauModality *modality = sceau_modality_copy (form->before);
  const SceauModality *other;
  gboolean marks;

  g_free (modality->code);
  g_free (modality->title);
  g_free (modality->deliverable);
  g_free (modality->block_code);
  modality->code = sceau_form_text (form->code_row);
  modality->title = sceau_form_text (form->title_row);
  modality->deliverable = sceau_form_optional (form->deliverable_row);
  modality->block_code = g_strdup (get_block_code (form));
  modality->type = (SceauModalityType) adw_combo_row_get_selected (form->type_row);
  modality->scale = form->scale;
  modality->weight = (int) (gtk_spin_button_get_value (form->weight) * 100 + 0.5);
  modality->max_attempts = gtk_spin_button_get_value_as_int (form->attempts);
  modality->retake_delay = gtk_spin_button_get_value_as_int (form->delay);
  modality->collective = gtk_switch_get_active (form->collective);
  modality->double_entry = gtk_switch_get_active (form->double_entry);
  marks = read_mark (form->pass_row, form->scale, FALSE, &modality->pass_mark);
  marks = read_mark (form->floor_row, form->scale, TRUE, &modality->floor) && marks;
  marks = read_mark (form->cap_row, form->scale, TRUE, &modality->retake_cap) && marks;
  sceau_criteria_editor_read (form->criteria, modality->criteria);

  other = sceau_plan_find_modality (sceau_plan_draft_get_plan (form->draft), modality->code);
  if (*modality->code == '\0' || *modality->title == '\0')
    *fault = _("Code and title are needed: the title is what learners read.");
  else if (other != NULL && g_strcmp0 (modality->code, form->code) != 0)
    *fault = _("Another modality has this code.");
  else if (!marks)
    *fault = _("A mark does not lie on the scale.");
  else
    *fault = sceau_criteria_editor_find_fault (form->criteria);
  return modality;
}

static const SceauBlock *
get_block (Form *form)
{
  const char *code = get_block_code (form);

  return code != NULL ? sceau_certification_find_block (sceau_plan_draft_get_certification (form->draft), code) : NULL;
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  SceauScale scale = (SceauScale) adw_combo_row_get_selected (form->scale_row);
  g_autoptr (SceauModality) modality = NULL;
  const SceauBlock *block = get_block (form);
  const char *fault = NULL;

  if (scale != form->scale)
    change_scale (form, scale);
  sceau_criteria_editor_set_competences (form->criteria, block != NULL ? block->competences->len : 0);
  modality = read_form (form, &fault);
  sceau_form_dialog_judge (dialog, fault, NULL);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  const char *fault = NULL;
  g_autoptr (SceauModality) modality = read_form (form, &fault);

  gtk_window_close (GTK_WINDOW (dialog));
  sceau_plan_draft_put_modality (form->draft, form->code, modality);
}

static AdwComboRow *
add_types (SceauFormDialog *dialog, SceauModalityType type)
{
  const char *titles[SCEAU_N_MODALITY_TYPES + 1] = { NULL };

  for (guint i = 0; i < SCEAU_N_MODALITY_TYPES; i++)
    titles[i] = sceau_modality_type_title ((SceauModalityType) i);
  return sceau_form_dialog_add_choice (dialog, _("Kind"), titles, type);
}

/* The blocks in the order of the fiche, and last what stands beside them. */
static AdwComboRow *
add_blocks (SceauFormDialog *dialog, const SceauCertification *certification, const char *block_code)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = certification->blocks->len;

  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      g_ptr_array_add (titles, block->title);
      if (g_strcmp0 (block->code, block_code) == 0)
        selected = i;
    }
  g_ptr_array_add (titles, certification->blocks->len > 0 ? (gpointer) _("Transversal: beside the blocks") : (gpointer) _("The whole"));
  g_ptr_array_add (titles, NULL);
  return sceau_form_dialog_add_choice (dialog, _("Assesses"), (const char *const *) titles->pdata, selected);
}

static void
add_marks (SceauFormDialog *dialog, Form *form)
{
  const char *scales[] = { _("Marks from 0 to 20"), _("Letters from A to F"), _("Acquired, partially, not acquired"), NULL };
  const SceauModality *modality = form->before;
  g_autofree char *pass = mark_text (modality->pass_mark, modality->scale);
  g_autofree char *floor = mark_text (modality->floor, modality->scale);

  sceau_form_dialog_add_group (dialog, _("Marks"), NULL);
  form->scale_row = sceau_form_dialog_add_choice (dialog, _("Scale"), scales, modality->scale);
  form->weight = sceau_form_dialog_add_number (dialog, _("Weight"), _("In the weighted mean of the block"), 0, 1000);
  gtk_spin_button_set_digits (form->weight, 2);
  gtk_spin_button_set_value (form->weight, modality->weight / 100.0);
  form->pass_row = sceau_form_dialog_add_entry (dialog, _("Passed from"), pass);
  form->floor_row = sceau_form_dialog_add_entry (dialog, _("Eliminatory below (empty: no floor)"), floor);
  form->collective = sceau_form_dialog_add_switch (dialog, _("One mark for a group"),
                                                   _("It may be adjusted for one of its members."), modality->collective);
  form->double_entry = sceau_form_dialog_add_switch (dialog, _("Typed twice"),
                                                     _("Two people type the marks; they are compared before they count."),
                                                     modality->double_entry);
}

static void
add_retakes (SceauFormDialog *dialog, Form *form)
{
  const SceauModality *modality = form->before;
  g_autofree char *cap = mark_text (modality->retake_cap, modality->scale);

  sceau_form_dialog_add_group (dialog, _("Attempts"), NULL);
  form->attempts = sceau_form_dialog_add_number (dialog, _("Attempts allowed"), _("With the first; 0: any number"), modality->max_attempts, 20);
  form->delay = sceau_form_dialog_add_number (dialog, _("Days between two attempts"), _("0: no delay"), modality->retake_delay, 730);
  form->cap_row = sceau_form_dialog_add_entry (dialog, _("A retake counts at most for (empty: for what it is worth)"), cap);
}

static void
build (SceauFormDialog *dialog, Form *form)
{
  const SceauCertification *certification = sceau_plan_draft_get_certification (form->draft);
  const SceauModality *modality = form->before;
  const SceauBlock *block
      = modality->block_code != NULL ? sceau_certification_find_block (certification, modality->block_code) : NULL;

  form->title_row = sceau_form_dialog_add_entry (dialog, _("Title"), modality->title);
  form->code_row = sceau_form_dialog_add_entry (dialog, _("Code"), modality->code);
  form->type_row = add_types (dialog, modality->type);
  form->deliverable_row = sceau_form_dialog_add_entry (dialog, _("Deliverable"), modality->deliverable);
  form->block_row = add_blocks (dialog, certification, modality->block_code);
  add_marks (dialog, form);
  add_retakes (dialog, form);
  form->criteria = sceau_criteria_editor_new (modality->criteria, block != NULL ? block->competences->len : 0);
  g_signal_connect_object (form->criteria, "changed", G_CALLBACK (sceau_form_dialog_changed), dialog, G_CONNECT_SWAPPED);
  sceau_form_dialog_add_group (dialog, _("Criteria Grid"),
                               _("What an examiner looks at, and how many points it is worth; their sum makes the mark."));
  sceau_form_dialog_add_row (dialog, GTK_WIDGET (form->criteria));
}

SceauFormDialog *
sceau_modality_dialog_new (GtkWidget *from, SceauPlanDraft *draft, const char *code, const char *block_code)
{
  const SceauModality *modality = code != NULL ? sceau_plan_find_modality (sceau_plan_draft_get_plan (draft), code) : NULL;
  SceauFormDialog *dialog = sceau_form_dialog_new (from, modality != NULL ? _("Modality") : _("New Modality"),
                                                   modality != NULL ? _("_Apply") : _("_Add"));
  Form *form = g_new0 (Form, 1);

  form->draft = g_object_ref (draft);
  form->code = g_strdup (code);
  form->before = modality != NULL ? sceau_modality_copy (modality) : sceau_plan_draft_propose_modality (draft, block_code);
  form->scale = form->before->scale;
  build (dialog, form);
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  return dialog;
}
