/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-designs.h"

#include "sceau-paper-sheets.h"

#define THUMB_WIDTH 150

struct _SceauHouseDesigns
{
  AdwBin parent_instance;

  GtkFlowBox *box;
  GPtrArray *buttons; /* (element-type GtkToggleButton): (unowned), one a design */
  GPtrArray *ids;     /* (element-type utf8) */
  gboolean filling;   /* what changes is not the user's doing */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauHouseDesigns, sceau_house_designs, ADW_TYPE_BIN)

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPaperSheets) sheets = user_data;
  g_autoptr (SceauPaperPages) pages = sceau_paper_pages_open_finish (result, NULL);

  /* A design whose specimen cannot be drawn is chosen by its title. */
  sceau_paper_sheets_set_pages (sheets, pages);
}

static GtkWidget *
thumb_new (const SceauDesign *design, GBytes *specimen)
{
  SceauPaperSheets *sheets = sceau_paper_sheets_new ();

  gtk_widget_set_size_request (GTK_WIDGET (sheets), THUMB_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheets), GTK_ACCESSIBLE_PROPERTY_LABEL, design->title, -1);
  gtk_widget_set_can_target (GTK_WIDGET (sheets), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (sheets), FALSE);
  sceau_paper_pages_open_async (specimen, NULL, opened_cb, g_object_ref (sheets));
  return GTK_WIDGET (sheets);
}

static void
toggled_cb (GtkToggleButton *button, SceauHouseDesigns *self)
{
  if (!self->filling && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_design (SceauHouseDesigns *self, const SceauDesign *design, GBytes *specimen)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (design->title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_box_append (GTK_BOX (box), thumb_new (design, specimen));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "sceau-design");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, design->title, -1);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->ids, g_strdup (design->id));
  gtk_flow_box_insert (self->box, button, -1);
  /* The button takes the focus, not the cell around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

void
sceau_house_designs_fill (SceauHouseDesigns *self, const SceauHouseFile *file)
{
  g_autofree char *chosen = g_strdup (sceau_house_designs_get (self));
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < file->designs->len; i++)
    add_design (self, g_ptr_array_index (file->designs, i), g_ptr_array_index (file->specimens, i));
  self->filling = FALSE;
  sceau_house_designs_choose (self, chosen);
}

void
sceau_house_designs_choose (SceauHouseDesigns *self, const char *id)
{
  guint chosen = 0;

  if (self->buttons->len == 0)
    return;
  for (guint i = 0; id != NULL && i < self->ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      chosen = i;
  self->filling = TRUE;
  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, chosen), TRUE);
  self->filling = FALSE;
}

const char *
sceau_house_designs_get (SceauHouseDesigns *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      return g_ptr_array_index (self->ids, i);
  return NULL;
}

static void
sceau_house_designs_finalize (GObject *object)
{
  SceauHouseDesigns *self = SCEAU_HOUSE_DESIGNS (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (sceau_house_designs_parent_class)->finalize (object);
}

static void
sceau_house_designs_class_init (SceauHouseDesignsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_house_designs_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_HOUSE_DESIGNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_house_designs_init (SceauHouseDesigns *self)
{
  self->buttons = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_min_children_per_line (self->box, 2);
  gtk_flow_box_set_max_children_per_line (self->box, 4);
  gtk_flow_box_set_row_spacing (self->box, 9);
  gtk_flow_box_set_column_spacing (self->box, 9);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

SceauHouseDesigns *
sceau_house_designs_new (void)
{
  return g_object_new (SCEAU_TYPE_HOUSE_DESIGNS, NULL);
}
