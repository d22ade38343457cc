/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-matrix.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sceau-plan-rows.h"
#include "sceau-rows.h"

struct _SceauPlanMatrix
{
  AdwBin parent_instance;

  SceauPlanDraft *draft;
  GtkBox *box;
  GPtrArray *tables; /* (element-type Table) */
  char *shape;       /* the modalities that the columns stand for */
  gboolean showing;  /* boxes are being set to what the draft says */
};

G_DEFINE_FINAL_TYPE (SceauPlanMatrix, sceau_plan_matrix, ADW_TYPE_BIN)

/* One block: rows are its competences, columns its modalities. */
typedef struct
{
  SceauPlanMatrix *matrix;
  char *block_code;
  GPtrArray *codes;  /* (element-type utf8): of the columns */
  GPtrArray *texts;  /* (element-type utf8): of the rows */
  GPtrArray *boxes;  /* (element-type GtkCheckButton): row by row; the grid's */
  GPtrArray *marks;  /* (element-type GtkWidget): "not covered", one a row; the grid's */
  GtkLabel *detail;
  GtkLabel *summary;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->block_code);
  g_ptr_array_unref (table->codes);
  g_ptr_array_unref (table->texts);
  g_ptr_array_unref (table->boxes);
  g_ptr_array_unref (table->marks);
  g_free (table);
}

static int
find_box (Table *table, gpointer box)
{
  guint index;

  return g_ptr_array_find (table->boxes, box, &index) ? (int) index : -1;
}

static void
toggled_cb (GtkCheckButton *box, Table *table)
{
  int index = find_box (table, box);
  g_autofree char *code = NULL;

  if (table->matrix->showing || index < 0)
    return;
  code = g_strdup (g_ptr_array_index (table->codes, index % (int) table->codes->len));
  sceau_plan_draft_toggle_competence (table->matrix->draft, code, index / (int) table->codes->len + 1);
}

static void
focus_cb (GtkEventControllerFocus *controller, Table *table)
{
  int index = find_box (table, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  guint row = (guint) index / table->codes->len;
  g_autofree char *text = g_strdup_printf (_("Competence %u: %s"), row + 1, (const char *) g_ptr_array_index (table->texts, row));

  gtk_label_set_text (table->detail, text);
}

/* Arrows move by one box; at the edge they leave the table, as Tab does. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, Table *table)
{
  int columns = (int) table->codes->len;
  int index = find_box (table, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  int next = index;

  if (keyval == GDK_KEY_Left && index % columns > 0)
    next = index - 1;
  else if (keyval == GDK_KEY_Right && index % columns < columns - 1)
    next = index + 1;
  else if (keyval == GDK_KEY_Up)
    next = index - columns;
  else if (keyval == GDK_KEY_Down)
    next = index + columns;
  else if (keyval == GDK_KEY_Home)
    next = index - index % columns;
  else if (keyval == GDK_KEY_End)
    next = index - index % columns + columns - 1;
  if (next == index || next < 0 || next >= (int) table->boxes->len)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (g_ptr_array_index (table->boxes, next));
  return GDK_EVENT_STOP;
}

static GtkWidget *
box_new (Table *table, const char *code, guint competence)
{
  GtkWidget *box = gtk_check_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = g_strdup_printf (_("%s covers competence %u"), code, competence);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), table);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), table);
  g_signal_connect (box, "toggled", G_CALLBACK (toggled_cb), table);
  gtk_widget_add_controller (box, keys);
  gtk_widget_add_controller (box, focus);
  return box;
}

/* "BC02-EC1" → "EC1" in the table of its block. */
static const char *
short_code (const char *code)
{
  const char *dash = strchr (code, '-');

  return g_str_has_prefix (code, "BC") && dash != NULL && dash[1] != '\0' ? dash + 1 : code;
}

static void
add_head (GtkGrid *grid, Table *table)
{
  const SceauPlan *plan = sceau_plan_draft_get_plan (table->matrix->draft);

  for (guint i = 0; i < table->codes->len; i++)
    {
      const char *code = g_ptr_array_index (table->codes, i);
      GtkWidget *label = gtk_label_new (short_code (code));

      gtk_widget_set_tooltip_text (label, sceau_plan_find_modality (plan, code)->title);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (grid, label, (int) i + 1, 0, 1, 1);
    }
}

static void
add_competence (GtkGrid *grid, Table *table, guint row)
{
  const char *text = g_ptr_array_index (table->texts, row);
  g_autofree char *numbered = g_strdup_printf ("%u. %s", row + 1, text);
  GtkWidget *label = gtk_label_new (numbered);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *mark = sceau_tag_new (_("Not covered"), SCEAU_TAG_WARNING);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), mark);
  g_ptr_array_add (table->marks, mark);
  gtk_grid_attach (grid, cell, 0, (int) row + 1, 1, 1);
  for (guint i = 0; i < table->codes->len; i++)
    {
      GtkWidget *box = box_new (table, g_ptr_array_index (table->codes, i), row + 1);

      g_ptr_array_add (table->boxes, box);
      gtk_grid_attach (grid, box, (int) i + 1, (int) row + 1, 1, 1);
    }
}

static Table *
table_new (SceauPlanMatrix *self, const SceauBlock *block)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (sceau_plan_draft_get_plan (self->draft), block->code);
  Table *table = g_new0 (Table, 1);

  table->matrix = self;
  table->block_code = g_strdup (block->code);
  table->codes = g_ptr_array_new_with_free_func (g_free);
  table->texts = g_ptr_array_new_with_free_func (g_free);
  table->boxes = g_ptr_array_new ();
  table->marks = g_ptr_array_new ();
  for (guint i = 0; i < modalities->len; i++)
    g_ptr_array_add (table->codes, g_strdup (((SceauModality *) g_ptr_array_index (modalities, i))->code));
  for (guint i = 0; i < block->competences->len; i++)
    g_ptr_array_add (table->texts, g_strdup (g_ptr_array_index (block->competences, i)));
  return table;
}

static GtkWidget *
grid_new (Table *table, const char *title)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 9);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "sceau-matrix");
  gtk_widget_add_css_class (GTK_WIDGET (grid), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_head (grid, table);
  for (guint i = 0; i < table->texts->len; i++)
    add_competence (grid, table, i);
  return GTK_WIDGET (grid);
}

static void
add_table (SceauPlanMatrix *self, const SceauBlock *block)
{
  Table *table = table_new (self, block);
  AdwPreferencesGroup *group = sceau_plan_group_new (block->title, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  table->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (table->summary), GTK_ALIGN_CENTER);
  table->detail = GTK_LABEL (gtk_label_new (_("Arrows move, Space ticks.")));
  gtk_label_set_wrap (table->detail, TRUE);
  gtk_label_set_xalign (table->detail, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (table->detail), 6);
  gtk_widget_add_css_class (GTK_WIDGET (table->detail), "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid_new (table, block->title));
  adw_preferences_group_set_header_suffix (group, GTK_WIDGET (table->summary));
  adw_preferences_group_add (group, scrolled);
  adw_preferences_group_add (group, GTK_WIDGET (table->detail));
  gtk_box_append (self->box, GTK_WIDGET (group));
  g_ptr_array_add (self->tables, table);
}

static void
show_table (SceauPlanMatrix *self, Table *table)
{
  const SceauPlan *plan = sceau_plan_draft_get_plan (self->draft);
  guint uncovered = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < table->boxes->len; i++)
    {
      const SceauModality *modality = sceau_plan_find_modality (plan, g_ptr_array_index (table->codes, i % table->codes->len));

      gtk_check_button_set_active (g_ptr_array_index (table->boxes, i),
                                   sceau_modality_covers (modality, (int) (i / table->codes->len) + 1));
    }
  for (guint i = 0; i < table->marks->len; i++)
    {
      gboolean covered = sceau_plan_draft_is_covered (self->draft, table->block_code, (int) i + 1);

      gtk_widget_set_visible (g_ptr_array_index (table->marks, i), !covered);
      uncovered += covered ? 0 : 1;
    }
  text = g_strdup_printf (ngettext ("%u not covered", "%u not covered", uncovered), uncovered);
  gtk_label_set_text (table->summary, uncovered > 0 ? text : _("All covered"));
  sceau_tag_set_style (GTK_WIDGET (table->summary), uncovered > 0 ? SCEAU_TAG_WARNING : SCEAU_TAG_SUCCESS);
}

static char *
shape_of (SceauPlanDraft *draft)
{
  const SceauPlan *plan = sceau_plan_draft_get_plan (draft);
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (plan->modalities, i);

      g_string_append_printf (shape, "%s\t%s\t%s\n", modality->code, modality->block_code != NULL ? modality->block_code : "",
                              modality->title);
    }
  return g_string_free (g_steal_pointer (&shape), FALSE);
}

static void
rebuild (SceauPlanMatrix *self)
{
  const SceauCertification *certification = sceau_plan_draft_get_certification (self->draft);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->tables, 0);
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      if (block->competences->len > 0)
        add_table (self, block);
    }
  if (self->tables->len == 0)
    gtk_box_append (self->box, GTK_WIDGET (sceau_plan_group_new (_("No Competences"),
                                                                 _("The fiche names no competence by block: there is nothing to cover."))));
}

/* Boxes stay where they are as long as the columns do, and with them the keyboard. */
static void
show (SceauPlanMatrix *self)
{
  g_autofree char *shape = shape_of (self->draft);

  self->showing = TRUE;
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      rebuild (self);
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
    }
  for (guint i = 0; i < self->tables->len; i++)
    show_table (self, g_ptr_array_index (self->tables, i));
  self->showing = FALSE;
}

static void
sceau_plan_matrix_dispose (GObject *object)
{
  SceauPlanMatrix *self = SCEAU_PLAN_MATRIX (object);

  /* The boxes point to their table. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (sceau_plan_matrix_parent_class)->dispose (object);
}

static void
sceau_plan_matrix_class_init (SceauPlanMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sceau_plan_matrix_dispose;
}

static void
sceau_plan_matrix_init (SceauPlanMatrix *self)
{
  self->tables = g_ptr_array_new_with_free_func (table_free);
  adw_bin_set_child (ADW_BIN (self), sceau_plan_scrolled_new (&self->box));
}

SceauPlanMatrix *
sceau_plan_matrix_new (SceauPlanDraft *draft)
{
  SceauPlanMatrix *self = g_object_new (SCEAU_TYPE_PLAN_MATRIX, NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}
