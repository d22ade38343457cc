/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-criteria-editor.h"

#include <glib/gi18n-lib.h>

/* No grid in use gives more to one criterion. */
#define GREATEST_POINTS 1000

struct _SceauCriteriaEditor
{
  GtkBox parent_instance;

  GPtrArray *lines; /* (element-type Line) */
  GtkBox *box;
  guint n_competences;
};

/* The widgets of one criterion; they are the box's. */
typedef struct
{
  SceauCriteriaEditor *editor;
  GtkWidget *grid;
  GtkEditable *code;
  GtkEditable *title;
  GtkSpinButton *points;
  GtkDropDown *competence; /* "none", 1, 2… */
} Line;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauCriteriaEditor, sceau_criteria_editor, GTK_TYPE_BOX)

static void
emit_changed (SceauCriteriaEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
name_widget (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (widget), name);
}

static GListModel *
list_competences (guint n)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("No competence"));
  for (guint i = 1; i <= n; i++)
    gtk_string_list_take (list, g_strdup_printf (_("Competence %u"), i));
  return G_LIST_MODEL (list);
}

static void
remove_cb (GtkButton *button, Line *line)
{
  SceauCriteriaEditor *self = line->editor;

  gtk_box_remove (self->box, line->grid);
  g_ptr_array_remove (self->lines, line);
  emit_changed (self);
}

static GtkEditable *
entry_new (const char *name, const char *text, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  name_widget (entry, name);
  return GTK_EDITABLE (entry);
}

static void
lay_out (Line *line)
{
  GtkGrid *grid = GTK_GRID (line->grid);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_grid_set_column_spacing (grid, 6);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_set_hexpand (GTK_WIDGET (line->title), TRUE);
  gtk_widget_add_css_class (remove, "flat");
  name_widget (remove, _("Remove this criterion"));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), line);
  gtk_grid_attach (grid, GTK_WIDGET (line->code), 0, 0, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->title), 1, 0, 1, 1);
  gtk_grid_attach (grid, remove, 2, 0, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->points), 0, 1, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->competence), 1, 1, 1, 1);
}

static Line *
add_line (SceauCriteriaEditor *self, const SceauCriterion *criterion)
{
  Line *line = g_new0 (Line, 1);

  line->editor = self;
  line->grid = gtk_grid_new ();
  line->code = entry_new (_("Code"), criterion->code, 5);
  line->title = entry_new (_("What is looked at"), criterion->title, 12);
  line->points = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, GREATEST_POINTS, 1));
  gtk_spin_button_set_digits (line->points, 2);
  gtk_spin_button_set_value (line->points, criterion->points / 100.0);
  name_widget (line->points, _("Points"));
  line->competence = GTK_DROP_DOWN (gtk_drop_down_new (list_competences (self->n_competences), NULL));
  gtk_drop_down_set_selected (line->competence, MIN ((guint) criterion->competence, self->n_competences));
  name_widget (line->competence, _("Competence that it shows"));
  lay_out (line);

  g_signal_connect_object (line->code, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line->title, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line->points, "value-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lines, line);
  gtk_box_append (self->box, line->grid);
  return line;
}

/* "C3", one after those that are there. */
static void
add_cb (SceauCriteriaEditor *self)
{
  g_autoptr (SceauCriterion) criterion = sceau_criterion_new ();
  Line *line;

  criterion->code = g_strdup_printf ("C%u", self->lines->len + 1);
  criterion->points = 100;
  line = add_line (self, criterion);
  gtk_widget_grab_focus (GTK_WIDGET (line->title));
  emit_changed (self);
}

static void
sceau_criteria_editor_finalize (GObject *object)
{
  g_ptr_array_unref (SCEAU_CRITERIA_EDITOR (object)->lines);
  G_OBJECT_CLASS (sceau_criteria_editor_parent_class)->finalize (object);
}

static void
sceau_criteria_editor_class_init (SceauCriteriaEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_criteria_editor_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_CRITERIA_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_criteria_editor_init (SceauCriteriaEditor *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add a C_riterion"));

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (self), add);
}

SceauCriteriaEditor *
sceau_criteria_editor_new (const GPtrArray *criteria, guint n_competences)
{
  SceauCriteriaEditor *self = g_object_new (SCEAU_TYPE_CRITERIA_EDITOR, NULL);

  self->n_competences = n_competences;
  for (guint i = 0; i < criteria->len; i++)
    add_line (self, g_ptr_array_index (criteria, i));
  return self;
}

void
sceau_criteria_editor_set_competences (SceauCriteriaEditor *self, guint n_competences)
{
  if (self->n_competences == n_competences)
    return;
  self->n_competences = n_competences;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      g_autoptr (GListModel) model = list_competences (n_competences);

      gtk_drop_down_set_model (line->competence, model);
    }
}

void
sceau_criteria_editor_read (SceauCriteriaEditor *self, GPtrArray *criteria)
{
  g_ptr_array_set_size (criteria, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      SceauCriterion *criterion = sceau_criterion_new ();

      criterion->code = g_strstrip (g_strdup (gtk_editable_get_text (line->code)));
      criterion->title = g_strstrip (g_strdup (gtk_editable_get_text (line->title)));
      criterion->points = (gint32) (gtk_spin_button_get_value (line->points) * 100 + 0.5);
      criterion->competence = (int) gtk_drop_down_get_selected (line->competence);
      g_ptr_array_add (criteria, criterion);
    }
}

const char *
sceau_criteria_editor_find_fault (SceauCriteriaEditor *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_free);

  sceau_criteria_editor_read (self, criteria);
  for (guint i = 0; i < criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (criteria, i);

      if (*criterion->code == '\0' || *criterion->title == '\0')
        return _("A criterion lacks its code or what is looked at.");
      if (!g_hash_table_add (codes, criterion->code))
        return _("Two criteria have the same code.");
      if (criterion->points <= 0)
        return _("A criterion is worth no point.");
    }
  return NULL;
}
