/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-candidate-list.h"

#include <glib/gi18n-lib.h>

#include "sceau-columns.h"
#include "sceau-jury-words.h"
#include "sceau-lazy-row.h"

struct _SceauCandidateList
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkColumnViewColumn *name_column; /* unowned */
  GListStore *rows;                 /* (element-type SceauLazyRow) of SceauDecision */
  GtkFilterListModel *shown;
  GtkFilter *filter; /* unowned: the model has it */
  char **words;      /* folded; or NULL */
  gboolean undecided;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauCandidateList, sceau_candidate_list, ADW_TYPE_BIN)

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SceauDecision *) record)->learner_name);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const SceauDecision *) record)->learner_number);
}

static char *
format_route (gconstpointer record)
{
  return g_strdup (sceau_route_title (((const SceauDecision *) record)->route));
}

static char *
format_proposal (gconstpointer record)
{
  return g_strdup (sceau_outcome_title (((const SceauDecision *) record)->proposal));
}

/* A decision that is not the proposal stands out without colour. */
static char *
format_decision (gconstpointer record)
{
  const SceauDecision *decision = record;

  if (!decision->decided)
    return g_strdup (_("to decide"));
  return g_strconcat (sceau_decision_differs (decision) ? "≠ " : "", sceau_outcome_title (decision->outcome), NULL);
}

static char *
format_reason (gconstpointer record)
{
  const SceauDecision *decision = record;

  return g_strdup (decision->decided && decision->reason != NULL ? decision->reason : decision->proposal_reason);
}

/* Every word typed begins a word of the name or the number; accents and case do not matter. */
static gboolean
matches (const SceauDecision *decision, char **words)
{
  g_autofree char *text = g_strconcat (decision->learner_name, " ", decision->learner_number, NULL);
  g_auto (GStrv) ascii = NULL;
  g_auto (GStrv) parts = g_str_tokenize_and_fold (text, NULL, &ascii);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; !found && parts[j] != NULL; j++)
        found = g_str_has_prefix (parts[j], words[i]);
      for (guint j = 0; !found && ascii[j] != NULL; j++)
        found = g_str_has_prefix (ascii[j], words[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
filter_row (gpointer item, gpointer user_data)
{
  SceauCandidateList *self = user_data;
  const SceauDecision *decision = sceau_lazy_row_get_record (item);

  if (self->undecided && decision->decided)
    return FALSE;
  return self->words == NULL || matches (decision, self->words);
}

static void
activate_cb (SceauCandidateList *self, guint position)
{
  g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  const SceauDecision *decision = row != NULL ? sceau_lazy_row_get_record (row) : NULL;

  if (decision != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, decision->enrolment_id);
}

static void
sceau_candidate_list_dispose (GObject *object)
{
  SceauCandidateList *self = SCEAU_CANDIDATE_LIST (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sceau_candidate_list_parent_class)->dispose (object);
}

static void
sceau_candidate_list_finalize (GObject *object)
{
  g_strfreev (SCEAU_CANDIDATE_LIST (object)->words);
  G_OBJECT_CLASS (sceau_candidate_list_parent_class)->finalize (object);
}

static void
sceau_candidate_list_class_init (SceauCandidateListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sceau_candidate_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sceau_candidate_list_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SCEAU_TYPE_CANDIDATE_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sceau_candidate_list_init (SceauCandidateList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (SCEAU_TYPE_LAZY_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_row, self, NULL));
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), self->filter);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Candidates"), -1);
  self->name_column = sceau_columns_append (self->view, _("Name"), format_name, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("Number"), format_number, SCEAU_COLUMN_DIM);
  sceau_columns_append (self->view, _("Access route"), format_route, SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Proposal"), format_proposal, SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Decision"), format_decision, SCEAU_COLUMN_DEFAULT);
  sceau_columns_append (self->view, _("Reason"), format_reason, SCEAU_COLUMN_EXPAND | SCEAU_COLUMN_WIDE | SCEAU_COLUMN_DIM);
  sceau_columns_show (self->view, G_LIST_MODEL (self->shown));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

SceauCandidateList *
sceau_candidate_list_new (void)
{
  return g_object_new (SCEAU_TYPE_CANDIDATE_LIST, NULL);
}

/* Whether the rows are those of the same candidates, so that they can stay where they are. */
static gboolean
is_same (SceauCandidateList *self, GPtrArray *decisions)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  if (g_list_model_get_n_items (rows) != decisions->len)
    return FALSE;
  for (guint i = 0; i < decisions->len; i++)
    {
      g_autoptr (SceauLazyRow) row = g_list_model_get_item (rows, i);
      const SceauDecision *old = sceau_lazy_row_get_record (row);

      if (old->enrolment_id != ((const SceauDecision *) g_ptr_array_index (decisions, i))->enrolment_id)
        return FALSE;
    }
  return TRUE;
}

static void
update_rows (SceauCandidateList *self, GPtrArray *decisions)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      sceau_lazy_row_take_record (row, g_ptr_array_index (decisions, i), (GDestroyNotify) sceau_decision_free);
    }
  if (self->undecided)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
replace_rows (SceauCandidateList *self, GPtrArray *decisions)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < decisions->len; i++)
    {
      SceauLazyRow *row = sceau_lazy_row_new (i);

      sceau_lazy_row_take_record (row, g_ptr_array_index (decisions, i), (GDestroyNotify) sceau_decision_free);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

void
sceau_candidate_list_take (SceauCandidateList *self, GPtrArray *decisions)
{
  g_ptr_array_set_free_func (decisions, NULL);
  if (is_same (self, decisions))
    update_rows (self, decisions);
  else
    replace_rows (self, decisions);
  g_ptr_array_set_size (decisions, 0);
}

void
sceau_candidate_list_search (SceauCandidateList *self, const char *text)
{
  g_clear_pointer (&self->words, g_strfreev);
  if (*text != '\0')
    self->words = g_str_tokenize_and_fold (text, NULL, NULL);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

void
sceau_candidate_list_filter_undecided (SceauCandidateList *self, gboolean undecided)
{
  self->undecided = undecided;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

void
sceau_candidate_list_set_anonymous (SceauCandidateList *self, gboolean anonymous)
{
  gtk_column_view_column_set_visible (self->name_column, !anonymous);
}

GArray *
sceau_candidate_list_get_order (SceauCandidateList *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      const SceauDecision *decision = sceau_lazy_row_get_record (row);

      g_array_append_val (order, decision->enrolment_id);
    }
  return order;
}

GListModel *
sceau_candidate_list_get_model (SceauCandidateList *self)
{
  return G_LIST_MODEL (self->shown);
}
