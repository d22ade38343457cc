/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-manners.h"

#include <string.h>

#include "sceau-config.h"

/* --- French, from the catalogue itself: another language cannot be chosen while threads read this one */

/* The text between the quotes of @line and of those that go on with it; @line moves to the one after them. */
static char *
take_text (char ***line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  do
    {
      const char *from = strchr (**line, '"');
      const char *to = strrchr (**line, '"');

      if (from != NULL && to > from)
        g_string_append_len (text, from + 1, to - from - 1);
      (*line)++;
    }
  while (**line != NULL && ***line == '"');
  return g_strcompress (text->str);
}

/* (transfer full): English to French; of what has a plural only the English, since its label is made when it is shown. */
static GHashTable *
read_catalogue (void)
{
  g_autofree char *path = g_build_filename (SCEAU_SOURCE_DATA_DIR, "..", "po", "fr.po", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *english = NULL;
  GHashTable *catalogue = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  char **line;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (line = lines; *line != NULL;)
    if (g_str_has_prefix (*line, "msgid "))
      {
        g_free (english);
        english = take_text (&line);
      }
    else if (g_str_has_prefix (*line, "msgstr ") && english != NULL)
      g_hash_table_insert (catalogue, g_steal_pointer (&english), take_text (&line));
    else
      line++;
  return catalogue;
}

static const char *
say_in_french (const char *label)
{
  static GHashTable *catalogue;
  const char *french;

  if (catalogue == NULL)
    catalogue = read_catalogue ();
  french = g_hash_table_lookup (catalogue, label);
  return french != NULL && *french != '\0' ? french : label;
}

/* --- the Alt keys */

/* (nullable): the letter after the underscore, folded. */
static char *
get_mnemonic (const char *label)
{
  for (const char *at = strchr (label, '_'); at != NULL; at = strchr (at + 2, '_'))
    {
      if (at[1] == '\0')
        return NULL;
      if (at[1] != '_')
        return g_utf8_casefold (at + 1, g_utf8_next_char (at + 1) - (at + 1));
    }
  return NULL;
}

static void
claim (GHashTable *claimed, const char *label, GString *faults)
{
  g_autofree char *key = get_mnemonic (label);
  const char *other = key != NULL ? g_hash_table_lookup (claimed, key) : NULL;

  if (other != NULL)
    g_string_append_printf (faults, "\n  Alt+%s is “%s” and “%s”", key, other, label);
  else if (key != NULL)
    g_hash_table_insert (claimed, g_steal_pointer (&key), g_strdup (label));
}

typedef struct
{
  GHashTable *english; /* letter to label */
  GHashTable *french;
  GString *faults;
  GtkWidget *in_content; /* the first thing outside the header bar that takes the focus, or NULL */
} Look;

static void
look_at_label (Look *look, GtkLabel *label)
{
  const char *text = gtk_label_get_label (label);

  if (gtk_label_get_mnemonic_keyval (label) == GDK_KEY_VoidSymbol)
    return;
  claim (look->english, text, look->faults);
  claim (look->french, say_in_french (text), look->faults);
}

/* --- names */

static gboolean
contains_text (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (contains_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_label (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
is_within (GtkWidget *widget, const char *type)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
      return TRUE;
  return FALSE;
}

/* Parts of the toolkit's own widgets, which it names or which cannot be named. */
static gboolean
belongs_to_toolkit (GtkWidget *widget)
{
  static const char *const wholes[] = { "GtkWindowControls", "GtkShortcutsWindow", "GtkFileChooserDialog", "GtkPopover",
                                        "GtkPopoverMenu", "AdwToastWidget", "GtkCalendar", "GtkColumnViewTitle" };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (is_within (widget, wholes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (has_label (widget) || contains_text (widget) || belongs_to_toolkit (widget))
    return TRUE;
  /* The text of an entry is read out as the entry; a button inside one as its part. */
  if (GTK_IS_TEXT (widget))
    return parent != NULL && (has_label (parent) || row != NULL);
  /* The switch of an expander row and the halves of a split button have no name of their own. */
  if (row != NULL && (ADW_IS_EXPANDER_ROW (row) || gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW) != NULL) && GTK_IS_SWITCH (widget))
    return TRUE;
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_SPLIT_BUTTON) != NULL || GTK_IS_SPIN_BUTTON (parent))
    return TRUE;
  /* The button in a menu button is named by it. */
  return parent != NULL && GTK_IS_MENU_BUTTON (parent) && has_label (parent);
}

/* What is read out by what it contains, or not at all. */
static gboolean
needs_no_name (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) || GTK_IS_WINDOW (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
         || GTK_IS_STACK (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_BASE (widget)
         || GTK_IS_LIST_BASE (gtk_widget_get_parent (widget));
}

static void
look_at_name (Look *look, GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || needs_no_name (widget) || is_named (widget))
    return;
  g_string_append_printf (look->faults, "\n  a %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

/* --- the whole window */

static gboolean
takes_entry (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget)
         || ADW_IS_COMBO_ROW (widget) || GTK_IS_DROP_DOWN (widget);
}

static void
look_at (Look *look, GtkWidget *widget, gboolean content)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  content = content && !ADW_IS_HEADER_BAR (widget) && !GTK_IS_HEADER_BAR (widget);
  if (GTK_IS_LABEL (widget))
    look_at_label (look, GTK_LABEL (widget));
  look_at_name (look, widget);
  if (content && look->in_content == NULL && takes_entry (widget) && gtk_widget_is_sensitive (widget))
    look->in_content = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (look, child, content);
}

static gboolean
is_in_header (GtkWidget *focus)
{
  return focus == NULL || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL;
}

void
sceau_test_manners_check (GtkWindow *window)
{
  g_autoptr (GHashTable) english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) french = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) faults = g_string_new (NULL);
  Look look = { .english = english, .french = french, .faults = faults };

  look_at (&look, GTK_WIDGET (window), TRUE);
  if (GTK_IS_WINDOW (window) && gtk_window_get_transient_for (window) != NULL && look.in_content != NULL
      && is_in_header (gtk_window_get_focus (window)))
    g_string_append_printf (faults, "\n  it begins in its header bar, not in its first field");
  if (faults->len > 0)
    {
      g_test_message ("“%s” (%s):%s", gtk_window_get_title (window), G_OBJECT_TYPE_NAME (window), faults->str);
      g_test_fail ();
    }
}

static gboolean
check_cb (gpointer data)
{
  GWeakRef *reference = data;
  g_autoptr (GtkWindow) window = g_weak_ref_get (reference);

  if (window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
    sceau_test_manners_check (window);
  return G_SOURCE_REMOVE;
}

static void
forget_cb (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Later, when the focus has settled. */
static void
mapped_cb (GtkWidget *window)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, window);
  g_idle_add_full (G_PRIORITY_LOW, check_cb, reference, forget_cb);
}

static void
opened_cb (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect_after (window, "map", G_CALLBACK (mapped_cb), NULL);
    }
}

void
sceau_test_manners_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (opened_cb), NULL);
}
