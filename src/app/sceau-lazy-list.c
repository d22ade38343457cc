/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-lazy-list.h"

/* Pages kept: more than any screen shows at once, so that a row that is looked at is never dropped. */
#define CACHED_PAGES 24

/* A query is read by the worker's thread while the list may already show another one. */
typedef struct
{
  gatomicrefcount references;
  gpointer query;
  GDestroyNotify query_free;
} Query;

typedef struct
{
  guint index;
  GPtrArray *rows; /* (element-type SceauLazyRow) */
} Page;

struct _SceauLazyList
{
  GObject parent_instance;

  SceauWorker *worker;
  const SceauLazySource *source;
  Query *query;
  GCancellable *cancellable; /* of everything asked for the present generation */
  guint n_items;
  gboolean counted;
  gboolean reset;   /* the next count belongs to another query: no row of before may stay */
  GQueue pages;     /* of Page, the latest used first */
};

/* One question to the worker: the count when @rows is NULL, else the page of these rows. */
typedef struct
{
  SceauLazyList *list; /* (owned) */
  const SceauLazySource *source;
  Query *query;
  GPtrArray *rows;
  guint offset;
  guint count;
  GPtrArray *records;
} Question;

enum
{
  SIGNAL_COUNTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void sceau_lazy_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SceauLazyList, sceau_lazy_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sceau_lazy_list_model_init))

static Query *
query_new (gpointer query, GDestroyNotify query_free)
{
  Query *self = g_new0 (Query, 1);

  g_atomic_ref_count_init (&self->references);
  self->query = query;
  self->query_free = query_free;
  return self;
}

static Query *
query_ref (Query *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
query_unref (Query *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->query_free != NULL)
    self->query_free (self->query);
  g_free (self);
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->rows);
  g_free (page);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->list);
  g_clear_pointer (&question->query, query_unref);
  g_clear_pointer (&question->rows, g_ptr_array_unref);
  g_clear_pointer (&question->records, g_ptr_array_unref);
  g_free (question);
}

static Question *
question_new (SceauLazyList *self, Page *page)
{
  Question *question = g_new0 (Question, 1);

  question->list = g_object_ref (self);
  question->source = self->source;
  question->query = query_ref (self->query);
  if (page != NULL)
    {
      question->rows = g_ptr_array_ref (page->rows);
      question->offset = page->index * SCEAU_LAZY_LIST_PAGE;
    }
  return question;
}

static gboolean
ask_count (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Question *question = job;

  return question->source->count (school, question->query->query, &question->count, error);
}

static gboolean
ask_page (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Question *question = job;

  question->records = question->source->page (school, question->query->query, question->offset,
                                              SCEAU_LAZY_LIST_PAGE, error);
  return question->records != NULL;
}

/* FALSE when the answer is of no use any more: the list has been asked something else since. */
static gboolean
take_answer (SceauWorker *worker, GAsyncResult *result, SceauLazyList *self)
{
  g_autoptr (GError) error = NULL;

  if (sceau_worker_run_finish (worker, result, &error))
    return TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  return FALSE;
}

static void
page_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = user_data;
  Question *question = sceau_worker_get_job (result);

  if (!take_answer (SCEAU_WORKER (object), result, question->list) || g_cancellable_is_cancelled (cancellable))
    return;

  g_ptr_array_set_free_func (question->records, NULL);
  for (guint i = 0; i < question->records->len; i++)
    {
      gpointer record = g_ptr_array_index (question->records, i);

      if (i < question->rows->len)
        sceau_lazy_row_take_record (g_ptr_array_index (question->rows, i), record, question->source->record_free);
      else
        question->source->record_free (record);
    }
}

static void
ask_for_page (SceauLazyList *self, Page *page)
{
  sceau_worker_run_async (self->worker, ask_page, question_new (self, page), question_free,
                          self->cancellable, page_answered_cb, g_object_ref (self->cancellable));
}

static Page *
page_new (SceauLazyList *self, guint index)
{
  Page *page = g_new0 (Page, 1);
  guint first = index * SCEAU_LAZY_LIST_PAGE;
  guint end = MIN (first + SCEAU_LAZY_LIST_PAGE, self->n_items);

  page->index = index;
  page->rows = g_ptr_array_new_full (end - first, g_object_unref);
  for (guint i = first; i < end; i++)
    g_ptr_array_add (page->rows, sceau_lazy_row_new (i));
  return page;
}

static Page *
get_page (SceauLazyList *self, guint index)
{
  Page *page;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      page = link->data;
      if (page->index != index)
        continue;
      g_queue_unlink (&self->pages, link);
      g_queue_push_head_link (&self->pages, link);
      return page;
    }

  page = page_new (self, index);
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > CACHED_PAGES)
    page_free (g_queue_pop_tail (&self->pages));
  ask_for_page (self, page);
  return page;
}

/* Rows that stay keep their place on screen; their pages are read again.  The last page may have
 * another length now, so it is dropped with everything after it. */
static void
update_rows (SceauLazyList *self, guint count)
{
  guint kept = self->reset ? 0 : MIN (self->n_items, count) / SCEAU_LAZY_LIST_PAGE * SCEAU_LAZY_LIST_PAGE;
  guint removed = self->n_items - kept;

  if (!self->reset && count == self->n_items)
    {
      kept = count;
      removed = 0;
    }
  for (GList *link = self->pages.head, *next; link != NULL; link = next)
    {
      Page *page = link->data;

      next = link->next;
      if (page->index * SCEAU_LAZY_LIST_PAGE >= kept)
        {
          page_free (page);
          g_queue_delete_link (&self->pages, link);
        }
      else
        ask_for_page (self, page);
    }

  self->n_items = count;
  self->reset = FALSE;
  if (removed > 0 || count > kept)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, removed, count - kept);
}

static void
count_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = user_data;
  Question *question = sceau_worker_get_job (result);
  SceauLazyList *self = question->list;

  if (!take_answer (SCEAU_WORKER (object), result, self) || g_cancellable_is_cancelled (cancellable))
    return;

  self->counted = TRUE;
  update_rows (self, question->count);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static GType
get_item_type (GListModel *model)
{
  return SCEAU_TYPE_LAZY_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SCEAU_LAZY_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SceauLazyList *self = SCEAU_LAZY_LIST (model);
  Page *page;

  if (position >= self->n_items)
    return NULL;
  page = get_page (self, position / SCEAU_LAZY_LIST_PAGE);
  return g_object_ref (g_ptr_array_index (page->rows, position % SCEAU_LAZY_LIST_PAGE));
}

static void
sceau_lazy_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sceau_lazy_list_finalize (GObject *object)
{
  SceauLazyList *self = SCEAU_LAZY_LIST (object);

  g_queue_clear_full (&self->pages, page_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, query_unref);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (sceau_lazy_list_parent_class)->finalize (object);
}

static void
sceau_lazy_list_class_init (SceauLazyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_lazy_list_finalize;

  signals[SIGNAL_COUNTED] = g_signal_new ("counted", SCEAU_TYPE_LAZY_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SCEAU_TYPE_LAZY_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
sceau_lazy_list_init (SceauLazyList *self)
{
  g_queue_init (&self->pages);
  self->cancellable = g_cancellable_new ();
}

SceauLazyList *
sceau_lazy_list_new (SceauWorker *worker, const SceauLazySource *source)
{
  SceauLazyList *self = g_object_new (SCEAU_TYPE_LAZY_LIST, NULL);

  self->worker = g_object_ref (worker);
  self->source = source;
  return self;
}

void
sceau_lazy_list_set_query (SceauLazyList *self, gpointer query, GDestroyNotify query_free)
{
  g_return_if_fail (SCEAU_IS_LAZY_LIST (self));

  g_clear_pointer (&self->query, query_unref);
  self->query = query_new (query, query_free);
  self->reset = TRUE;
  self->counted = FALSE;
  sceau_lazy_list_reload (self);
}

void
sceau_lazy_list_reload (SceauLazyList *self)
{
  g_return_if_fail (SCEAU_IS_LAZY_LIST (self));

  if (self->query == NULL)
    return;
  /* Answers of before are of no use: they may show what has since been changed. */
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  sceau_worker_run_async (self->worker, ask_count, question_new (self, NULL), question_free,
                          self->cancellable, count_answered_cb, g_object_ref (self->cancellable));
}

gboolean
sceau_lazy_list_is_counted (SceauLazyList *self)
{
  return self->counted;
}
