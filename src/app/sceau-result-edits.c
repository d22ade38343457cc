/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-edits.h"

#include <glib/gi18n-lib.h>

#include "sceau-record-results.h"
#include "sceau-result-table.h"
#include "sceau-store-error.h"

/* One edit; shared with the worker's thread, which alone writes it until the callback. */
typedef struct _Edit Edit;
struct _Edit
{
  gatomicrefcount references;
  SceauResultEditKind kind;
  char *what;
  Edit *source;       /* (owned): the edit that this one takes back, or NULL */
  GPtrArray *results; /* (element-type SceauResult): what shall stand; of an undo, known once its source is written */
  GArray *upon;       /* (element-type SceauMark): what stands there before, as the user saw it */
  GPtrArray *before;  /* (element-type SceauResult): what stood there, once written */
};

struct _SceauResultEdits
{
  GObject parent_instance;

  SceauWorker *worker;
  GPtrArray *undo; /* (element-type Edit): the last one is the next to be taken back */
  GPtrArray *redo;
  guint busy;
  guint done;
};

enum
{
  SIGNAL_ENDED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauResultEdits, sceau_result_edits, G_TYPE_OBJECT)

static Edit *
edit_ref (Edit *edit)
{
  g_atomic_ref_count_inc (&edit->references);
  return edit;
}

static void
edit_unref (gpointer data)
{
  Edit *edit = data;

  if (!g_atomic_ref_count_dec (&edit->references))
    return;
  g_clear_pointer (&edit->source, edit_unref);
  g_clear_pointer (&edit->results, g_ptr_array_unref);
  g_clear_pointer (&edit->upon, g_array_unref);
  g_clear_pointer (&edit->before, g_ptr_array_unref);
  g_free (edit->what);
  g_free (edit);
}

static Edit *
edit_new (SceauResultEditKind kind, const char *what)
{
  Edit *edit = g_new0 (Edit, 1);

  g_atomic_ref_count_init (&edit->references);
  edit->kind = kind;
  edit->what = g_strdup (what);
  return edit;
}

/* What to write to take @source back, and upon what: it has been written by now, or it failed. */
static gboolean
derive (Edit *edit, GError **error)
{
  Edit *source = edit->source;

  if (source == NULL)
    return TRUE;
  if (source->before == NULL)
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED, _("%s was not saved: there is nothing to take back."),
                   source->what);
      return FALSE;
    }
  edit->results = g_ptr_array_ref (source->before);
  edit->upon = g_array_new (FALSE, FALSE, sizeof (SceauMark));
  /* Marks that @source did not change are not in its "before": look each one up. */
  for (guint i = 0; i < edit->results->len; i++)
    {
      const SceauResult *wanted = g_ptr_array_index (edit->results, i);

      for (guint k = i; k < source->results->len + i; k++)
        {
          const SceauResult *written = g_ptr_array_index (source->results, k % source->results->len);

          if (written->enrolment_id == wanted->enrolment_id && g_str_equal (written->modality_code, wanted->modality_code))
            {
              g_array_append_val (edit->upon, written->mark);
              break;
            }
        }
    }
  return TRUE;
}

static gboolean
read_mark (SceauSchool *school, const SceauResult *place, SceauMark *mark, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SceauResult) found = sceau_result_table_find (school, place->enrolment_id, place->modality_code,
                                                           place->attempt, &local_error);

  *mark = found != NULL ? found->mark : SCEAU_MARK_NONE;
  if (found != NULL || g_error_matches (local_error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
stands_as_seen (SceauSchool *school, const Edit *edit, GError **error)
{
  for (guint i = 0; i < edit->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (edit->results, i);
      SceauMark mark;

      if (!read_mark (school, result, &mark, error))
        return FALSE;
      if (!sceau_mark_equal (mark, g_array_index (edit->upon, SceauMark, i)))
        {
          g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED,
                       _("The mark for %s was changed elsewhere in the meantime and was left as it is. Look at it, then type again."),
                       result->modality_code);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_edit (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Edit *edit = job;

  return derive (edit, error) && stands_as_seen (school, edit, error)
         && sceau_record_results (school, edit->results, &edit->before, error);
}

/* What was not written can not be taken back; what could not be taken back still can, later. */
static void
forget (SceauResultEdits *self, Edit *edit)
{
  if (edit->kind == SCEAU_RESULT_EDIT_UNDO)
    {
      if (g_ptr_array_remove (self->redo, edit) && edit->source->before != NULL)
        g_ptr_array_add (self->undo, edit_ref (edit->source));
    }
  else if (g_ptr_array_remove (self->undo, edit) && edit->kind == SCEAU_RESULT_EDIT_REDO && edit->source->before != NULL)
    g_ptr_array_add (self->redo, edit_ref (edit->source));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauResultEdits) self = user_data;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Edit *edit = edit_ref (sceau_worker_get_job (result));
  g_autoptr (GError) error = NULL;

  self->busy--;
  if (sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    self->done++;
  else
    forget (self, edit);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, edit->kind, edit->results != NULL ? edit->results : none, edit->what, error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  edit_unref (edit);
}

static void
start (SceauResultEdits *self, Edit *edit)
{
  self->busy++;
  sceau_worker_change_async (self->worker, write_edit, edit_ref (edit), edit_unref, NULL, NULL, NULL, written_cb,
                             g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sceau_result_edits_finalize (GObject *object)
{
  SceauResultEdits *self = SCEAU_RESULT_EDITS (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (sceau_result_edits_parent_class)->finalize (object);
}

static void
sceau_result_edits_class_init (SceauResultEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_result_edits_finalize;

  signals[SIGNAL_ENDED] = g_signal_new ("ended", SCEAU_TYPE_RESULT_EDITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 4, G_TYPE_INT, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE,
                                        G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_RESULT_EDITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
sceau_result_edits_init (SceauResultEdits *self)
{
  self->undo = g_ptr_array_new_with_free_func (edit_unref);
  self->redo = g_ptr_array_new_with_free_func (edit_unref);
}

SceauResultEdits *
sceau_result_edits_new (SceauWorker *worker)
{
  SceauResultEdits *self = g_object_new (SCEAU_TYPE_RESULT_EDITS, NULL);

  self->worker = g_object_ref (worker);
  return self;
}

void
sceau_result_edits_write (SceauResultEdits *self, GPtrArray *results, GArray *upon, const char *what)
{
  Edit *edit = edit_new (SCEAU_RESULT_EDIT_WRITE, what);

  g_return_if_fail (SCEAU_IS_RESULT_EDITS (self));
  g_return_if_fail (results->len == upon->len);

  edit->results = results;
  edit->upon = upon;
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, edit);
  start (self, edit);
}

/* Moves the last edit of @from over to @to, as one that takes it back. */
static void
take_back (SceauResultEdits *self, GPtrArray *from, GPtrArray *to, SceauResultEditKind kind)
{
  Edit *source;
  Edit *edit;

  if (from->len == 0)
    return;
  source = g_ptr_array_steal_index (from, from->len - 1);
  edit = edit_new (kind, source->what);
  edit->source = source;
  g_ptr_array_add (to, edit);
  start (self, edit);
}

void
sceau_result_edits_undo (SceauResultEdits *self)
{
  g_return_if_fail (SCEAU_IS_RESULT_EDITS (self));

  take_back (self, self->undo, self->redo, SCEAU_RESULT_EDIT_UNDO);
}

void
sceau_result_edits_redo (SceauResultEdits *self)
{
  g_return_if_fail (SCEAU_IS_RESULT_EDITS (self));

  take_back (self, self->redo, self->undo, SCEAU_RESULT_EDIT_REDO);
}

gboolean
sceau_result_edits_can_undo (SceauResultEdits *self)
{
  return self->undo->len > 0;
}

gboolean
sceau_result_edits_can_redo (SceauResultEdits *self)
{
  return self->redo->len > 0;
}

guint
sceau_result_edits_get_busy (SceauResultEdits *self)
{
  return self->busy;
}

guint
sceau_result_edits_get_done (SceauResultEdits *self)
{
  return self->done;
}
