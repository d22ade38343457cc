/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-lazy-list.h"

/* A store of numbers: the query is how many there are; a page holds their texts. */
typedef struct
{
  guint length;
  gboolean fails;
} Numbers;

static gint pages_read;

static gboolean
count_numbers (SceauSchool *school, gconstpointer query, guint *count, GError **error)
{
  const Numbers *numbers = query;

  *count = numbers->length;
  if (numbers->fails)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no numbers");
  return !numbers->fails;
}

static GPtrArray *
list_numbers (SceauSchool *school, gconstpointer query, guint offset, guint limit, GError **error)
{
  const Numbers *numbers = query;
  GPtrArray *page = g_ptr_array_new_with_free_func (g_free);

  g_atomic_int_inc (&pages_read);
  for (guint i = offset; i < MIN (offset + limit, numbers->length); i++)
    g_ptr_array_add (page, g_strdup_printf ("%u of %u", i, numbers->length));
  return page;
}

static const SceauLazySource source = { count_numbers, list_numbers, g_free };

typedef struct
{
  SceauWorker *worker;
  SceauLazyList *list;
  guint counted;
  guint failed;
  guint position, removed, added;
} Fixture;

static void
counted_cb (SceauLazyList *list, Fixture *fixture)
{
  fixture->counted++;
}

static void
failed_cb (SceauLazyList *list, const GError *error, Fixture *fixture)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  fixture->failed++;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_atomic_int_set (&pages_read, 0);
  fixture->worker = sceau_worker_new ();
  fixture->list = sceau_lazy_list_new (fixture->worker, &source);
  g_signal_connect (fixture->list, "counted", G_CALLBACK (counted_cb), fixture);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->worker);
}

static void
show (Fixture *fixture, guint length)
{
  Numbers *numbers = g_new0 (Numbers, 1);
  guint counted = fixture->counted;

  numbers->length = length;
  sceau_lazy_list_set_query (fixture->list, numbers, g_free);
  while (fixture->counted == counted)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_row (Fixture *fixture, guint position, const char *expected)
{
  g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_assert_cmpuint (sceau_lazy_row_get_position (row), ==, position);
  while (g_strcmp0 (sceau_lazy_row_get_record (row), expected) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
reads_what_is_looked_at (Fixture *fixture, gconstpointer data)
{
  show (fixture, 100000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 100000);
  g_assert_cmpint (g_atomic_int_get (&pages_read), ==, 0);
  assert_row (fixture, 0, "0 of 100000");
  assert_row (fixture, 99999, "99999 of 100000");
  assert_row (fixture, 1, "1 of 100000");
  g_assert_cmpint (g_atomic_int_get (&pages_read), ==, 2);
}

static void
is_empty_without_rows (Fixture *fixture, gconstpointer data)
{
  g_assert_false (sceau_lazy_list_is_counted (fixture->list));
  show (fixture, 0);
  g_assert_true (sceau_lazy_list_is_counted (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 0));
}

static void
replaces_everything_for_another_query (Fixture *fixture, gconstpointer data)
{
  show (fixture, 200);
  assert_row (fixture, 0, "0 of 200");
  show (fixture, 200);
  g_assert_cmpuint (fixture->position, ==, 0);
  g_assert_cmpuint (fixture->removed, ==, 200);
  g_assert_cmpuint (fixture->added, ==, 200);
  show (fixture, 3);
  g_assert_cmpuint (fixture->removed, ==, 200);
  assert_row (fixture, 2, "2 of 3");
}

/* The same length again: the row that a view holds gets the new record, and nothing jumps. */
static void
reloads_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauLazyRow) before = NULL;
  g_autoptr (SceauLazyRow) after = NULL;
  gpointer record;
  guint counted;

  show (fixture, 200);
  assert_row (fixture, 7, "7 of 200");
  before = g_list_model_get_item (G_LIST_MODEL (fixture->list), 7);
  record = sceau_lazy_row_get_record (before);
  fixture->removed = fixture->added = 0;
  counted = fixture->counted;
  sceau_lazy_list_reload (fixture->list);
  while (fixture->counted == counted || sceau_lazy_row_get_record (before) == record)
    g_main_context_iteration (NULL, TRUE);
  after = g_list_model_get_item (G_LIST_MODEL (fixture->list), 7);
  g_assert_true (after == before);
  g_assert_cmpuint (fixture->removed + fixture->added, ==, 0);
}

static void
forgets_pages_out_of_sight (Fixture *fixture, gconstpointer data)
{
  show (fixture, 100 * SCEAU_LAZY_LIST_PAGE);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u of %u", i * SCEAU_LAZY_LIST_PAGE, 100 * SCEAU_LAZY_LIST_PAGE);

      assert_row (fixture, i * SCEAU_LAZY_LIST_PAGE, expected);
    }
  g_assert_cmpint (g_atomic_int_get (&pages_read), ==, 100);
  assert_row (fixture, 99 * SCEAU_LAZY_LIST_PAGE + 1, "6337 of 6400");
  g_assert_cmpint (g_atomic_int_get (&pages_read), ==, 100);
  assert_row (fixture, 0, "0 of 6400");
  g_assert_cmpint (g_atomic_int_get (&pages_read), ==, 101);
}

static void
says_that_it_failed (Fixture *fixture, gconstpointer data)
{
  Numbers *numbers = g_new0 (Numbers, 1);

  numbers->fails = TRUE;
  sceau_lazy_list_set_query (fixture->list, numbers, g_free);
  while (fixture->failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (sceau_lazy_list_is_counted (fixture->list));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/app/lazy-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("reads-what-is-looked-at", reads_what_is_looked_at);
  ADD ("is-empty-without-rows", is_empty_without_rows);
  ADD ("replaces-everything-for-another-query", replaces_everything_for_another_query);
  ADD ("reloads-in-place", reloads_in_place);
  ADD ("forgets-pages-out-of-sight", forgets_pages_out_of_sight);
  ADD ("says-that-it-failed", says_that_it_failed);
#undef ADD
  return g_test_run ();
}
