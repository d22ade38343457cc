/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-batch.h"

#include "sceau-pdf-file-private.h"

/* Documents that may wait between drawing and delivery, for each core. */
#define WAITING_PER_CORE 8

typedef struct
{
  SceauPdf *specimen;
  SceauPdfHead *head;
  SceauGlyphs *core[SCEAU_N_FACES];
  SceauPdfPrinted *printed;
  SceauFontSet *fonts;      /* of the caller's thread */
  GConverter *deflater;     /* likewise */
  gboolean merged;

  GThreadPool *pool;
  GAsyncQueue *idle;        /* (element-type Worker) */
  GMutex lock;              /* over @is_done of all tasks */
  GCond done;

  GQueue waiting;           /* (element-type Task): in order */
  guint delivered;
} Batch;

/* What one thread needs. */
typedef struct
{
  SceauPdfSetter *setter;
  GConverter *deflater;
} Worker;

typedef struct
{
  SceauPdf *pdf;
  SceauPdfSetPages *pages;
  GBytes *file;             /* of a batch of one file each */
  GError *error;
  gboolean is_done;
} Task;

static void
free_worker (gpointer data)
{
  Worker *worker = data;

  sceau_pdf_setter_free (worker->setter);
  g_object_unref (worker->deflater);
  g_free (worker);
}

static void
free_task (Task *task)
{
  sceau_pdf_set_pages_free (task->pages);
  sceau_pdf_free (task->pdf);
  g_clear_pointer (&task->file, g_bytes_unref);
  g_clear_error (&task->error);
  g_free (task);
}

/* --- In a thread of the pool --------------------------------------------- */

static Worker *
take_worker (Batch *batch)
{
  Worker *worker = g_async_queue_try_pop (batch->idle);

  if (worker != NULL)
    return worker;
  worker = g_new0 (Worker, 1);
  worker->setter = sceau_pdf_setter_new (batch->core);
  worker->deflater = sceau_pdf_deflater_new ();
  return worker;
}

static void
work (gpointer data, gpointer user_data)
{
  Task *task = data;
  Batch *batch = user_data;
  Worker *worker = take_worker (batch);

  task->pages = sceau_pdf_set_pages_new (worker->setter, worker->deflater, batch->printed, task->pdf, &task->error);
  if (task->pages != NULL && !batch->merged)
    {
      g_autoptr (SceauPdfFile) file = sceau_pdf_file_new (batch->head, worker->deflater);

      sceau_pdf_file_add (file, task->pages);
      task->file = sceau_pdf_file_end (file, task->pdf, &task->error);
    }
  g_async_queue_push (batch->idle, worker);
  g_mutex_lock (&batch->lock);
  task->is_done = TRUE;
  g_cond_signal (&batch->done);
  g_mutex_unlock (&batch->lock);
}

/* --- Beginning and end --------------------------------------------------- */

static gboolean
prepare (Batch *batch, GError **error)
{
  g_autoptr (SceauPdfSetter) setter = sceau_pdf_setter_new (NULL);
  g_autoptr (SceauPdfSetPages) pages = NULL;

  if (sceau_pdf_told_error (batch->specimen, error))
    return FALSE;
  pages = sceau_pdf_set_pages_new (setter, batch->deflater, batch->printed, batch->specimen, error);
  if (pages == NULL)
    return FALSE;
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    {
      batch->core[i] = g_steal_pointer (&pages->glyphs[i]);
      pages->glyphs[i] = sceau_glyphs_new ();
    }
  batch->head = sceau_pdf_head_new (batch->core, batch->specimen, batch->deflater, error);
  return batch->head != NULL;
}

static gboolean
batch_begin (Batch *batch, SceauPdf *specimen, gboolean merged, GError **error)
{
  batch->specimen = specimen;
  batch->merged = merged;
  batch->printed = sceau_pdf_printed_new ();
  batch->fonts = sceau_font_set_new ();
  batch->deflater = sceau_pdf_deflater_new ();
  batch->idle = g_async_queue_new_full (free_worker);
  g_mutex_init (&batch->lock);
  g_cond_init (&batch->done);
  g_queue_init (&batch->waiting);
  if (!prepare (batch, error))
    return FALSE;
  batch->pool = g_thread_pool_new (work, batch, g_get_num_processors (), FALSE, error);
  return batch->pool != NULL;
}

static void
batch_clear (Batch *batch)
{
  Task *task;

  /* After an error tasks are left: they are done first, for they read what is freed here. */
  if (batch->pool != NULL)
    g_thread_pool_free (batch->pool, FALSE, TRUE);
  while ((task = g_queue_pop_head (&batch->waiting)) != NULL)
    free_task (task);
  g_async_queue_unref (batch->idle);
  g_clear_pointer (&batch->head, sceau_pdf_head_free);
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    sceau_glyphs_free (batch->core[i]);
  sceau_pdf_printed_free (batch->printed);
  sceau_font_set_free (batch->fonts);
  g_object_unref (batch->deflater);
  g_mutex_clear (&batch->lock);
  g_cond_clear (&batch->done);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

/* --- In the caller's thread ---------------------------------------------- */

/* Where the documents of a batch go. */
typedef gboolean (*DeliverFunc) (Batch *batch, Task *task, gpointer to, GError **error);

static gboolean
deliver_first (Batch *batch, DeliverFunc deliver, gpointer to, GError **error)
{
  Task *task = g_queue_pop_head (&batch->waiting);
  gboolean delivered = FALSE;

  g_mutex_lock (&batch->lock);
  while (!task->is_done)
    g_cond_wait (&batch->done, &batch->lock);
  g_mutex_unlock (&batch->lock);
  if (task->error != NULL)
    g_propagate_error (error, g_steal_pointer (&task->error));
  else
    delivered = deliver (batch, task, to, error);
  batch->delivered++;
  free_task (task);
  return delivered;
}

static gboolean
draw_one (Batch *batch, guint index, SceauPdfBatchDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new_in_batch (batch->specimen, batch->fonts);
  Task *task;

  if (!draw (pdf, index, data, error) || sceau_pdf_told_error (pdf, error))
    return FALSE;
  g_return_val_if_fail (sceau_pdf_n_pages (pdf) > 0, FALSE);
  task = g_new0 (Task, 1);
  task->pdf = g_steal_pointer (&pdf);
  g_queue_push_tail (&batch->waiting, task);
  g_thread_pool_push (batch->pool, task, NULL);
  return TRUE;
}

static gboolean
run (Batch *batch, guint n, SceauPdfBatchDrawFunc draw, gpointer data, DeliverFunc deliver, gpointer to, GCancellable *cancellable,
     GError **error)
{
  const guint most_waiting = WAITING_PER_CORE * g_get_num_processors ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (batch->waiting.length >= most_waiting && !deliver_first (batch, deliver, to, error))
        return FALSE;
      if (draw_one (batch, i, draw, data, &local))
        continue;
      if (local == NULL)
        break;
      /* Those before it come first, and so do their errors. */
      while (batch->waiting.length > 0)
        if (!deliver_first (batch, deliver, to, error))
          return FALSE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  while (batch->waiting.length > 0)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !deliver_first (batch, deliver, to, error))
      return FALSE;
  return TRUE;
}

/* --- One file each ------------------------------------------------------- */

typedef struct
{
  SceauPdfBatchReadyFunc ready;
  gpointer data;
} Each;

static gboolean
deliver_file (Batch *batch, Task *task, gpointer to, GError **error)
{
  const Each *each = to;

  return each->ready (task->file, batch->delivered, each->data, error);
}

gboolean
sceau_pdf_batch_each (SceauPdf *specimen, guint n, SceauPdfBatchDrawFunc draw, SceauPdfBatchReadyFunc ready, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  g_auto (Batch) batch = { 0 };
  Each each = { ready, data };

  return batch_begin (&batch, specimen, FALSE, error) && run (&batch, n, draw, data, deliver_file, &each, cancellable, error);
}

/* --- All in one ---------------------------------------------------------- */

typedef struct
{
  SceauPdfFile *file;
  GOutputStream *out;
  GCancellable *cancellable;
} Merge;

/* Pages that are gathered before they are given away: one write for about 100 kB. */
#define PAGES_PER_WRITE 64

static gboolean
deliver_pages (Batch *batch, Task *task, gpointer to, GError **error)
{
  const Merge *merge = to;

  sceau_pdf_file_add (merge->file, task->pages);
  return batch->delivered % PAGES_PER_WRITE != 0 || sceau_pdf_file_drain (merge->file, merge->out, merge->cancellable, error);
}

gboolean
sceau_pdf_batch_merged (SceauPdf *specimen, guint n, SceauPdfBatchDrawFunc draw, gpointer data, GOutputStream *out,
                        GCancellable *cancellable, GError **error)
{
  g_auto (Batch) batch = { 0 };
  g_autoptr (SceauPdfFile) file = NULL;
  g_autoptr (GBytes) rest = NULL;
  Merge merge = { NULL, out, cancellable };

  g_return_val_if_fail (n > 0, FALSE);

  if (!batch_begin (&batch, specimen, TRUE, error))
    return FALSE;
  merge.file = file = sceau_pdf_file_new (batch.head, batch.deflater);
  if (!run (&batch, n, draw, data, deliver_pages, &merge, cancellable, error))
    return FALSE;
  rest = sceau_pdf_file_end (file, specimen, error);
  return rest != NULL && g_output_stream_write_all (out, g_bytes_get_data (rest, NULL), g_bytes_get_size (rest), NULL, cancellable, error);
}
