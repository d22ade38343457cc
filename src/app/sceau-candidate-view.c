/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-candidate-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-jury-words.h"
#include "sceau-rows.h"

struct _SceauCandidateView
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (SceauCandidateView, sceau_candidate_view, ADW_TYPE_BIN)

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
card_new (SceauCandidateView *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sceau-case");
  gtk_box_append (self->box, card);
  return card;
}

/* A title with a word on the right. */
static void
append_heading (GtkWidget *card, const char *title, const char *css_class, GtkWidget *tag)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = label_new (title, css_class);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (tag != NULL)
    {
      gtk_widget_set_valign (tag, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), tag);
    }
  gtk_box_append (GTK_BOX (card), line);
}

static void
append_text (GtkWidget *card, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (card), label_new (text, css_class));
}

/* What was found and what was asked, side by side; the verdict by its word. */
static void
attach_step (GtkGrid *grid, const SceauProposalStep *step, int row)
{
  g_autofree char *subject = g_strdup_printf ("%s · %s", step->subject, step->rule);
  GtkWidget *what = label_new (subject, step->decisive ? "caption-heading" : "caption");
  GtkWidget *found = label_new (step->found, "caption");
  GtkWidget *expected = label_new (step->expected, "caption");
  GtkWidget *tag = step->pending ? sceau_tag_new (_("Pending"), SCEAU_TAG_WARNING)
                   : step->met   ? sceau_tag_new (_("Met"), SCEAU_TAG_SUCCESS)
                                 : sceau_tag_new (_("Not met"), SCEAU_TAG_ERROR);

  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_add_css_class (expected, "dim-label");
  gtk_widget_set_valign (tag, GTK_ALIGN_START);
  gtk_widget_set_halign (tag, GTK_ALIGN_END);
  gtk_grid_attach (grid, what, 0, row, 1, 1);
  gtk_grid_attach (grid, found, 1, row, 1, 1);
  gtk_grid_attach (grid, expected, 2, row, 1, 1);
  gtk_grid_attach (grid, tag, 3, row, 1, 1);
}

static void
append_steps (GtkWidget *card, GPtrArray *steps)
{
  GtkWidget *expander = gtk_expander_new (_("How this was reached"));
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  /* An expander is a button to those who cannot see it, and does not take its label for its name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How this was reached"), -1);
  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_set_margin_top (GTK_WIDGET (grid), 6);
  for (guint i = 0; i < steps->len; i++)
    attach_step (grid, g_ptr_array_index (steps, i), (int) i);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (grid));
  gtk_box_append (GTK_BOX (card), expander);
}

static void
add_proposal (SceauCandidateView *self, const SceauCandidateFile *file)
{
  const SceauDecision *decision = file->decision;
  GtkWidget *card = card_new (self);

  append_heading (card, _("Proposal"), "heading",
                  sceau_tag_new (sceau_outcome_title (decision->proposal), sceau_outcome_style (decision->proposal)));
  append_text (card, decision->proposal_reason, NULL);
  if (decision->outdated)
    append_text (card, _("Out of date: something it rests on was changed afterwards. It is made afresh when the jury decides."), "warning");
  if (file->steps->len > 0)
    append_steps (card, file->steps);
}

static int
last_attempt (const SceauCandidateFile *file)
{
  int last = 1;

  for (guint i = 0; i < file->results->len; i++)
    last = MAX (last, ((SceauResult *) g_ptr_array_index (file->results, i))->attempt);
  return last;
}

static const SceauResult *
find_result (const SceauCandidateFile *file, const char *modality_code, int attempt)
{
  for (guint i = 0; i < file->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (file->results, i);

      if (result->attempt == attempt && g_str_equal (result->modality_code, modality_code))
        return result;
    }
  return NULL;
}

static gboolean
is_changed (const SceauCandidateFile *file, const char *modality_code, int attempt)
{
  for (guint i = 0; i < file->changes->len; i++)
    {
      const SceauMarkChange *change = g_ptr_array_index (file->changes, i);

      if (change->attempt == attempt && g_str_equal (change->modality_code, modality_code))
        return TRUE;
    }
  return FALSE;
}

/* A mark that misses its pass mark is said by weight and colour; one changed in deliberation has a star. */
static GtkWidget *
mark_label_new (const SceauCandidateFile *file, const SceauModality *modality, int attempt)
{
  const SceauResult *result = find_result (file, modality->code, attempt);
  g_autofree char *text = result != NULL ? sceau_mark_to_text (result->mark, modality->scale) : g_strdup ("–");
  gboolean changed = is_changed (file, modality->code, attempt);
  g_autofree char *shown = g_strconcat (text, changed ? " *" : "", NULL);
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  if (result == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else if (result->mark.kind != SCEAU_MARK_BLANK && !sceau_mark_passes (result->mark, modality->pass_mark))
    gtk_widget_add_css_class (label, "error");
  if (changed)
    gtk_widget_set_tooltip_text (label, _("Changed in deliberation"));
  return label;
}

static void
attach_attempts (GtkGrid *grid, int attempts)
{
  for (int attempt = 1; attempt <= attempts; attempt++)
    {
      /* Translators: the heading of a column of marks: attempt 1, attempt 2… kept short. */
      g_autofree char *text = g_strdup_printf (_("Att. %d"), attempt);
      GtkWidget *label = label_new (text, "caption");

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, attempt, 0, 1, 1);
    }
}

static void
append_marks (GtkWidget *card, const SceauCandidateFile *file, const char *block_code)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (file->plan, block_code);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int attempts = last_attempt (file);

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 4);
  if (attempts > 1)
    attach_attempts (grid, attempts);
  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);
      GtkWidget *title = label_new (modality->title, NULL);

      gtk_widget_set_hexpand (title, TRUE);
      gtk_grid_attach (grid, title, 0, (int) i + 1, 1, 1);
      for (int attempt = 1; attempt <= attempts; attempt++)
        gtk_grid_attach (grid, mark_label_new (file, modality, attempt), attempt, (int) i + 1, 1, 1);
    }
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (grid));
}

static const SceauBlockVerdict *
find_verdict (const SceauCandidateFile *file, const char *block_code)
{
  for (guint i = 0; i < file->decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (file->decision->proposal_blocks, i);

      if (g_strcmp0 (verdict->block_code, block_code) == 0)
        return verdict;
    }
  return NULL;
}

static void
add_block (SceauCandidateView *self, const SceauCandidateFile *file, const char *block_code, const char *title)
{
  const SceauBlockVerdict *verdict = find_verdict (file, block_code);
  GtkWidget *card = card_new (self);

  append_heading (card, title, "heading",
                  verdict != NULL ? sceau_tag_new (sceau_block_state_title (verdict->state), sceau_block_state_style (verdict->state))
                                  : NULL);
  append_marks (card, file, block_code);
  if (verdict != NULL)
    append_text (card, verdict->reason, "dim-label");
}

static const char *
requirement_title (const SceauPlan *plan, const char *code)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (g_str_equal (requirement->code, code))
        return requirement->title;
    }
  return code;
}

static void
add_requirements (SceauCandidateView *self, const SceauCandidateFile *file)
{
  GPtrArray *requirements = file->proposal->requirements;

  for (guint i = 0; i < requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (requirements, i);
      GtkWidget *card = card_new (self);
      GtkWidget *tag;

      if (verdict->met)
        tag = sceau_tag_new (_("Met"), SCEAU_TAG_SUCCESS);
      else
        tag = sceau_tag_new (verdict->pending ? _("Pending") : _("Not met"), verdict->pending ? SCEAU_TAG_WARNING : SCEAU_TAG_ERROR);
      append_heading (card, requirement_title (file->plan, verdict->requirement_code), "heading", tag);
      append_text (card, verdict->reason, "dim-label");
    }
}

static void
add_blocks (SceauCandidateView *self, const SceauCandidateFile *file)
{
  GPtrArray *blocks = file->certification->blocks;
  g_autoptr (GPtrArray) transversal = sceau_plan_list_modalities (file->plan, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);

      add_block (self, file, block->code, block->title);
    }
  if (transversal->len > 0)
    add_block (self, file, NULL, blocks->len > 0 ? _("Beside the blocks") : _("The whole"));
}

static GtkWidget *
lift_button_new (const SceauRecusal *recusal)
{
  GtkWidget *button = gtk_button_new_with_label (_("Lift…"));
  g_autofree char *name = g_strdup_printf (_("Lift the recusal of %s"), recusal->juror_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "deliberation.lift");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", recusal->juror_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
append_recusal (GtkWidget *card, const SceauRecusal *recusal, gboolean sealed)
{
  /* Translators: a juror. */
  g_autofree char *text = g_strdup_printf (_("%s takes no part in this case."), recusal->juror_name);
  g_autofree char *why = recusal->reason != NULL ? g_strdup_printf ("%s · %s", sceau_conflict_kind_title (recusal->kind), recusal->reason)
                                                 : g_strdup (sceau_conflict_kind_title (recusal->kind));

  append_heading (card, text, NULL, sealed ? NULL : lift_button_new (recusal));
  append_text (card, why, "dim-label");
}

static void
add_recusals (SceauCandidateView *self, const SceauCandidateFile *file)
{
  gboolean sealed = file->session->state == SCEAU_SESSION_SEALED;
  GtkWidget *card;

  if (file->recusals->len == 0)
    return;
  card = card_new (self);
  append_heading (card, _("Conflicts of Interest"), "heading", sceau_tag_new (_("Recusal"), SCEAU_TAG_WARNING));
  for (guint i = 0; i < file->recusals->len; i++)
    append_recusal (card, g_ptr_array_index (file->recusals, i), sealed);
}

static void
add_changes (SceauCandidateView *self, const SceauCandidateFile *file)
{
  GtkWidget *card;

  if (file->changes->len == 0)
    return;
  card = card_new (self);
  append_heading (card, _("Marks Changed in Deliberation"), "heading", NULL);
  for (guint i = 0; i < file->changes->len; i++)
    {
      const SceauMarkChange *change = g_ptr_array_index (file->changes, i);
      const SceauModality *modality = sceau_plan_find_modality (file->plan, change->modality_code);
      SceauScale scale = modality != NULL ? modality->scale : SCEAU_SCALE_TWENTY;
      g_autofree char *before = sceau_mark_to_text (change->before, scale);
      g_autofree char *after = sceau_mark_to_text (change->after, scale);
      /* Translators: modality, attempt, mark before, mark after. */
      g_autofree char *text = g_strdup_printf (_("%s, attempt %d: %s → %s"),
                                               modality != NULL ? modality->title : change->modality_code, change->attempt,
                                               *before != '\0' ? before : "–", *after != '\0' ? after : "–");

      append_text (card, text, NULL);
    }
}

static void
add_history (SceauCandidateView *self, const SceauCandidateFile *file)
{
  GtkWidget *card;

  if (file->history->len == 0)
    return;
  card = card_new (self);
  append_heading (card, _("Other Sessions"), "heading", NULL);
  for (guint i = 0; i < file->history->len; i++)
    {
      const SceauEarlierDecision *earlier = g_ptr_array_index (file->history, i);
      const SceauDecision *decision = earlier->decision;
      g_autofree char *title = sceau_jury_session_title (earlier->session);

      append_heading (card, title, NULL,
                      decision->decided ? sceau_tag_new (sceau_outcome_title (decision->outcome), sceau_outcome_style (decision->outcome))
                                        : sceau_tag_new (_("not decided yet"), SCEAU_TAG_PLAIN));
      append_text (card, decision->reason != NULL ? decision->reason : decision->proposal_reason, "dim-label");
    }
}

/* Who the candidate works for says who the candidate is: it is not projected. */
static void
add_person (SceauCandidateView *self, const SceauCandidateFile *file, gboolean anonymous)
{
  const SceauEnrolment *enrolment = file->enrolment;
  GtkWidget *card;

  if (enrolment->admission == SCEAU_ADMISSION_NORMAL && enrolment->state == SCEAU_ENROLMENT_ACTIVE
      && (anonymous || enrolment->company == NULL))
    return;
  card = card_new (self);
  append_heading (card, _("Parcours"), "heading",
                  enrolment->state != SCEAU_ENROLMENT_ACTIVE
                      ? sceau_tag_new (sceau_enrolment_state_title (enrolment->state), SCEAU_TAG_WARNING)
                      : NULL);
  if (enrolment->admission != SCEAU_ADMISSION_NORMAL)
    append_text (card, sceau_admission_title (enrolment->admission), NULL);
  if (!anonymous && enrolment->company != NULL)
    append_text (card, enrolment->company, NULL);
}

static void
sceau_candidate_view_class_init (SceauCandidateViewClass *klass)
{
}

static void
sceau_candidate_view_init (SceauCandidateView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
sceau_candidate_view_show (SceauCandidateView *self, const SceauCandidateFile *file, gboolean anonymous)
{
  GtkWidget *child;

  g_return_if_fail (SCEAU_IS_CANDIDATE_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_proposal (self, file);
  if (!anonymous)
    add_recusals (self, file);
  add_changes (self, file);
  add_blocks (self, file);
  add_requirements (self, file);
  add_person (self, file, anonymous);
  add_history (self, file);
}
