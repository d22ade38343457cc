/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrolments-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-columns.h"
#include "sceau-enrolment-table.h"
#include "sceau-lazy-list.h"
#include "sceau-page.h"

struct _SceauEnrolmentsView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *count;
  SceauLazyList *list;
  gint64 cohort_id;
  char *search; /* or NULL */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauEnrolmentsView, sceau_enrolments_view, ADW_TYPE_BIN)

/* What the list asks for; read in the worker's thread. */
typedef struct
{
  gint64 cohort_id;
  char *search;
} Filter;

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_free (filter->search);
  g_free (filter);
}

static SceauEnrolmentQuery
query_of (gconstpointer data)
{
  const Filter *filter = data;

  return (SceauEnrolmentQuery) { .cohort_id = filter->cohort_id, .search = filter->search };
}

static gboolean
count_enrolments (SceauSchool *school, gconstpointer filter, guint *count, GError **error)
{
  SceauEnrolmentQuery query = query_of (filter);
  gint64 n = sceau_enrolment_table_count (school, &query, error);

  *count = (guint) MAX (n, 0);
  return n >= 0;
}

static GPtrArray *
list_enrolments (SceauSchool *school, gconstpointer filter, guint offset, guint limit, GError **error)
{
  SceauEnrolmentQuery query = query_of (filter);

  query.offset = offset;
  query.limit = limit;
  return sceau_enrolment_table_list (school, &query, error);
}

static const SceauLazySource source = { count_enrolments, list_enrolments, (GDestroyNotify) sceau_enrolment_free };

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SceauEnrolment *) record)->learner_name);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const SceauEnrolment *) record)->learner_number);
}

static char *
format_cohort (gconstpointer record)
{
  return g_strdup (((const SceauEnrolment *) record)->cohort_name);
}

static char *
format_route (gconstpointer record)
{
  return g_strdup (sceau_route_title (((const SceauEnrolment *) record)->route));
}

/* A learner who has left is said so first; the usual admission goes without saying. */
static char *
format_remark (gconstpointer record)
{
  const SceauEnrolment *enrolment = record;

  if (enrolment->state != SCEAU_ENROLMENT_ACTIVE)
    return g_strdup (sceau_enrolment_state_title (enrolment->state));
  return enrolment->admission == SCEAU_ADMISSION_NORMAL ? NULL : g_strdup (sceau_admission_title (enrolment->admission));
}

static char *
format_group (gconstpointer record)
{
  return g_strdup (((const SceauEnrolment *) record)->group);
}

static char *
format_entry (gconstpointer record)
{
  return sceau_date_format_french (((const SceauEnrolment *) record)->entry);
}

static void
show_filter (SceauEnrolmentsView *self)
{
  Filter *filter = g_new0 (Filter, 1);

  filter->cohort_id = self->cohort_id;
  filter->search = g_strdup (self->search);
  sceau_lazy_list_set_query (self->list, filter, filter_free);
}

static void
counted_cb (SceauLazyList *list, SceauEnrolmentsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree char *text = g_strdup_printf (ngettext ("%u learner", "%u learners", n), n);

  gtk_label_set_text (self->count, text);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->search != NULL ? "not-found" : "empty");
}

static void
failed_cb (SceauLazyList *list, const GError *error, SceauEnrolmentsView *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    sceau_page_read_failed (GTK_WIDGET (self), _("The learners could not be read"), error);
}

static void
activate_cb (GtkColumnView *view, guint position, SceauEnrolmentsView *self)
{
  g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const SceauEnrolment *enrolment = row != NULL ? sceau_lazy_row_get_record (row) : NULL;

  if (enrolment != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, enrolment->learner_id, enrolment->learner_name);
}

static void
sceau_enrolments_view_finalize (GObject *object)
{
  SceauEnrolmentsView *self = SCEAU_ENROLMENTS_VIEW (object);

  g_clear_object (&self->list);
  g_free (self->search);
  G_OBJECT_CLASS (sceau_enrolments_view_parent_class)->finalize (object);
}

static void
sceau_enrolments_view_class_init (SceauEnrolmentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_enrolments_view_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SCEAU_TYPE_ENROLMENTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-enrolments-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauEnrolmentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauEnrolmentsView, view);
  gtk_widget_class_bind_template_child (widget_class, SceauEnrolmentsView, count);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sceau_enrolments_view_init (SceauEnrolmentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_columns (SceauEnrolmentsView *self)
{
  sceau_columns_append (self->view, _("Name"), format_name, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("Number"), format_number, SCEAU_COLUMN_NUMERIC | SCEAU_COLUMN_DIM);
  if (self->cohort_id == 0)
    sceau_columns_append (self->view, _("Cohort"), format_cohort, SCEAU_COLUMN_EXPAND | SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Access route"), format_route, SCEAU_COLUMN_EXPAND | SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Entry"), format_entry, SCEAU_COLUMN_NUMERIC | SCEAU_COLUMN_WIDE);
  if (self->cohort_id != 0)
    sceau_columns_append (self->view, _("Group"), format_group, SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Remark"), format_remark, SCEAU_COLUMN_EXPAND | SCEAU_COLUMN_WIDE);
}

SceauEnrolmentsView *
sceau_enrolments_view_new (SceauContext *context, gint64 cohort_id)
{
  SceauEnrolmentsView *self = g_object_new (SCEAU_TYPE_ENROLMENTS_VIEW, NULL);

  self->cohort_id = cohort_id;
  self->list = sceau_lazy_list_new (sceau_context_get_worker (context), &source);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (counted_cb), self, 0);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, 0);
  add_columns (self);
  sceau_columns_show (self->view, G_LIST_MODEL (self->list));
  show_filter (self);
  return self;
}

void
sceau_enrolments_view_search (SceauEnrolmentsView *self, const char *text)
{
  g_return_if_fail (SCEAU_IS_ENROLMENTS_VIEW (self));

  g_free (self->search);
  self->search = *text != '\0' ? g_strdup (text) : NULL;
  show_filter (self);
}

void
sceau_enrolments_view_reload (SceauEnrolmentsView *self)
{
  g_return_if_fail (SCEAU_IS_ENROLMENTS_VIEW (self));

  sceau_lazy_list_reload (self->list);
}

GListModel *
sceau_enrolments_view_get_model (SceauEnrolmentsView *self)
{
  return G_LIST_MODEL (self->list);
}
