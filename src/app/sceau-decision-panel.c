/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-decision-panel.h"

#include <glib/gi18n-lib.h>

#include "sceau-jury-words.h"
#include "sceau-rows.h"

struct _SceauDecisionPanel
{
  AdwBin parent_instance;

  GtkLabel *state;
  GtkFlowBox *outcomes;
  GtkWidget *blocks_title;
  GtkListBox *blocks;
  AdwEntryRow *reason_row;
  AdwExpanderRow *vote_row;
  GtkSpinButton *for_spin;
  GtkSpinButton *against_spin;
  GtkSpinButton *abstain_spin;
  GtkLabel *message;
  GtkButton *submit_button;
  GtkToggleButton *outcome_buttons[SCEAU_N_OUTCOMES];
  GPtrArray *ticks; /* (element-type GtkCheckButton): in the order of the fiche's blocks, owned by the list */
  const SceauCandidateFile *file;
  gboolean filling; /* widgets change because they are being shown */
};

enum
{
  SIGNAL_SUBMITTED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauDecisionPanel, sceau_decision_panel, ADW_TYPE_BIN)

static const SceauBlock *
get_block (SceauDecisionPanel *self, guint index)
{
  return g_ptr_array_index (self->file->certification->blocks, index);
}

static gboolean
is_proposed (SceauDecisionPanel *self, const SceauBlock *block)
{
  for (guint i = 0; i < self->file->decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->file->decision->proposal_blocks, i);

      if (g_strcmp0 (verdict->block_code, block->code) == 0)
        return verdict->state == SCEAU_BLOCK_ACQUIRED;
    }
  return FALSE;
}

static gboolean
is_acquired (SceauDecisionPanel *self, const SceauBlock *block)
{
  for (guint i = 0; i < self->file->acquired_blocks->len; i++)
    if (g_str_equal (((SceauAcquiredBlock *) g_ptr_array_index (self->file->acquired_blocks, i))->block_code, block->code))
      return TRUE;
  return FALSE;
}

static gboolean
is_decided (SceauDecisionPanel *self, const SceauBlock *block)
{
  return g_ptr_array_find_with_equal_func (self->file->decision->acquired_blocks, block->code, g_str_equal, NULL);
}

/* What goes with an outcome unless the jury says otherwise, block by block. */
static gboolean
goes_with (SceauDecisionPanel *self, const SceauBlock *block, SceauOutcome outcome)
{
  if (outcome == SCEAU_OUTCOME_CERTIFIED)
    return !block->optional || is_proposed (self, block);
  if (outcome == self->file->decision->proposal || outcome == SCEAU_OUTCOME_PARTIAL || outcome == SCEAU_OUTCOME_DEFERRED)
    return is_proposed (self, block);
  return is_acquired (self, block);
}

static void
update (SceauDecisionPanel *self)
{
  gboolean differs = sceau_decision_panel_differs (self);

  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row),
                                 differs ? _("Reason of the jury (needed)") : _("Reason of the jury"));
  gtk_button_set_label (self->submit_button, differs ? _("_Record the Decision") : _("_Accept the Proposal"));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
edited_cb (SceauDecisionPanel *self)
{
  if (!self->filling)
    update (self);
}

static void
outcome_toggled_cb (GtkToggleButton *button, SceauDecisionPanel *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (int outcome = 0; outcome < SCEAU_N_OUTCOMES; outcome++)
    if (self->outcome_buttons[outcome] == button)
      sceau_decision_panel_choose (self, (SceauOutcome) outcome);
}

static void
submit_cb (SceauDecisionPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_SUBMITTED], 0);
}

/* Enter in a number records like Enter elsewhere; the entry has taken its number by then. */
static void
submit_by_enter (SceauDecisionPanel *self, GtkSpinButton *spin)
{
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate", G_CALLBACK (submit_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static GtkWidget *
outcome_label_new (SceauOutcome outcome)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *digit = g_strdup_printf ("%d", sceau_outcome_digit (outcome));
  GtkWidget *key = gtk_label_new (digit);
  GtkWidget *title = gtk_label_new (sceau_outcome_title (outcome));

  gtk_widget_add_css_class (key, "sceau-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), title);
  return box;
}

static void
add_outcome_button (SceauDecisionPanel *self, SceauOutcome outcome)
{
  GtkWidget *button = gtk_toggle_button_new ();

  self->outcome_buttons[outcome] = GTK_TOGGLE_BUTTON (button);
  if (outcome > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->outcome_buttons[0]);
  gtk_button_set_child (GTK_BUTTON (button), outcome_label_new (outcome));
  /* A click leaves the keyboard where it was, so that Enter still records. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, sceau_outcome_title (outcome));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sceau_outcome_title (outcome), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (outcome_toggled_cb), self, 0);
  gtk_flow_box_insert (self->outcomes, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
clear_blocks (SceauDecisionPanel *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->ticks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks))) != NULL)
    gtk_list_box_remove (self->blocks, child);
}

/* A block acquired before stays acquired, so its box cannot be cleared. */
static void
append_block (SceauDecisionPanel *self, const SceauBlock *block)
{
  AdwActionRow *row = sceau_row_new (block->title, is_acquired (self, block) ? _("acquired before") : NULL);
  GtkWidget *tick = gtk_check_button_new ();

  adw_action_row_set_title_lines (row, 2);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), block->title);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (tick, !is_acquired (self, block));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, block->title, -1);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (row, tick);
  adw_action_row_set_activatable_widget (row, tick);
  gtk_list_box_append (self->blocks, GTK_WIDGET (row));
  g_ptr_array_add (self->ticks, tick);
}

static void
tick_blocks (SceauDecisionPanel *self, SceauOutcome outcome)
{
  gboolean decided = self->file->decision->decided && outcome == self->file->decision->outcome;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const SceauBlock *block = get_block (self, i);

      gtk_check_button_set_active (g_ptr_array_index (self->ticks, i),
                                   decided ? is_decided (self, block) : goes_with (self, block, outcome));
    }
}

static void
show_votes (SceauDecisionPanel *self, const SceauDecision *decision)
{
  gboolean voted = decision->decided && decision->votes_for >= 0;

  adw_expander_row_set_enable_expansion (self->vote_row, voted);
  adw_expander_row_set_expanded (self->vote_row, voted);
  gtk_spin_button_set_value (self->for_spin, voted ? decision->votes_for : 0);
  gtk_spin_button_set_value (self->against_spin, voted ? decision->votes_against : 0);
  gtk_spin_button_set_value (self->abstain_spin, voted ? decision->votes_abstain : 0);
}

static void
show_state (SceauDecisionPanel *self, const SceauDecision *decision)
{
  g_autofree char *text = NULL;

  if (!decision->decided)
    text = g_strdup (_("Not decided yet"));
  else if (sceau_decision_differs (decision))
    text = g_strdup_printf (_("Decided otherwise than proposed: %s"), sceau_outcome_title (decision->outcome));
  else
    text = g_strdup_printf (_("Decided as proposed: %s"), sceau_outcome_title (decision->outcome));
  gtk_label_set_text (self->state, text);
}

static void
sceau_decision_panel_finalize (GObject *object)
{
  g_ptr_array_unref (SCEAU_DECISION_PANEL (object)->ticks);
  G_OBJECT_CLASS (sceau_decision_panel_parent_class)->finalize (object);
}

static void
sceau_decision_panel_class_init (SceauDecisionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_decision_panel_finalize;
  signals[SIGNAL_SUBMITTED] = g_signal_new ("submitted", SCEAU_TYPE_DECISION_PANEL, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_DECISION_PANEL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-decision-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, state);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, outcomes);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, blocks_title);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, blocks);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, reason_row);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, vote_row);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, for_spin);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, against_spin);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, abstain_spin);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, message);
  gtk_widget_class_bind_template_child (widget_class, SceauDecisionPanel, submit_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
sceau_decision_panel_init (SceauDecisionPanel *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (SceauOutcome outcome = 0; outcome < SCEAU_N_OUTCOMES; outcome++)
    add_outcome_button (self, outcome);
  submit_by_enter (self, self->for_spin);
  submit_by_enter (self, self->against_spin);
  submit_by_enter (self, self->abstain_spin);
}

void
sceau_decision_panel_show (SceauDecisionPanel *self, const SceauCandidateFile *file)
{
  const SceauDecision *decision = file->decision;
  SceauOutcome outcome = decision->decided ? decision->outcome : decision->proposal;

  g_return_if_fail (SCEAU_IS_DECISION_PANEL (self));

  self->filling = TRUE;
  self->file = file;
  gtk_widget_set_sensitive (GTK_WIDGET (self->outcome_buttons[SCEAU_OUTCOME_PARTIAL]), file->certification->partial_allowed);
  gtk_toggle_button_set_active (self->outcome_buttons[outcome], TRUE);
  clear_blocks (self);
  for (guint i = 0; i < file->certification->blocks->len; i++)
    append_block (self, get_block (self, i));
  gtk_widget_set_visible (self->blocks_title, self->ticks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), self->ticks->len > 0);
  tick_blocks (self, outcome);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), decision->decided && decision->reason != NULL ? decision->reason : "");
  show_votes (self, decision);
  show_state (self, decision);
  self->filling = FALSE;
  update (self);
}

SceauOutcome
sceau_decision_panel_get_outcome (SceauDecisionPanel *self)
{
  for (SceauOutcome outcome = 0; outcome < SCEAU_N_OUTCOMES; outcome++)
    if (gtk_toggle_button_get_active (self->outcome_buttons[outcome]))
      return outcome;
  return self->file->decision->proposal;
}

void
sceau_decision_panel_choose (SceauDecisionPanel *self, SceauOutcome outcome)
{
  g_return_if_fail (self->file != NULL);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->outcome_buttons[outcome])))
    return;
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->outcome_buttons[outcome], TRUE);
  tick_blocks (self, outcome);
  self->filling = FALSE;
  update (self);
  if (sceau_decision_panel_differs (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

gboolean
sceau_decision_panel_differs (SceauDecisionPanel *self)
{
  if (self->file == NULL)
    return FALSE;
  if (sceau_decision_panel_get_outcome (self) != self->file->decision->proposal)
    return TRUE;
  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)) != is_proposed (self, get_block (self, i)))
      return TRUE;
  return FALSE;
}

gboolean
sceau_decision_panel_validate (SceauDecisionPanel *self)
{
  g_autofree char *reason = sceau_decision_panel_get_reason (self);

  if (reason != NULL || !sceau_decision_panel_differs (self))
    return TRUE;
  gtk_label_set_text (self->message, _("This is not what is proposed: write why, the minutes will say it."));
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason_row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
  return FALSE;
}

char **
sceau_decision_panel_get_blocks (SceauDecisionPanel *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
      g_ptr_array_add (codes, g_strdup (get_block (self, i)->code));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

char *
sceau_decision_panel_get_reason (SceauDecisionPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

gboolean
sceau_decision_panel_is_voting (SceauDecisionPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->vote_row));
}

/* What was typed counts, also before the entry was left. */
static int
read_votes (GtkSpinButton *spin)
{
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin);
}

void
sceau_decision_panel_get_votes (SceauDecisionPanel *self, int *votes_for, int *votes_against, int *votes_abstain)
{
  gboolean voted = adw_expander_row_get_enable_expansion (self->vote_row);

  *votes_for = voted ? read_votes (self->for_spin) : -1;
  *votes_against = voted ? read_votes (self->against_spin) : -1;
  *votes_abstain = voted ? read_votes (self->abstain_spin) : -1;
}
