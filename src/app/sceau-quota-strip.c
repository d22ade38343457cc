/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-quota-strip.h"

#include <glib/gi18n-lib.h>

#include "sceau-rows.h"

#define N_ADMISSIONS (SCEAU_ADMISSION_DEROGATION_B + 1)
#define GREATEST_SIMULATION 500

struct _SceauQuotaStrip
{
  GtkBox parent_instance;

  GtkFlowBox *tags;
  GtkSpinButton *more[N_ADMISSIONS];
  GtkWidget *simulated; /* "with those simulated" */
};

enum
{
  SIGNAL_SIMULATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauQuotaStrip, sceau_quota_strip, GTK_TYPE_BOX)

static void
changed_cb (SceauQuotaStrip *self)
{
  g_autoptr (GArray) more = sceau_quota_strip_get_more (self);

  gtk_widget_set_visible (self->simulated, more->len > 0);
  g_signal_emit (self, signals[SIGNAL_SIMULATED], 0);
}

static void
reset_cb (SceauQuotaStrip *self)
{
  for (guint i = 0; i < N_ADMISSIONS; i++)
    gtk_spin_button_set_value (self->more[i], 0);
}

/* The popover of "what if". */
static GtkWidget *
simulation_new (SceauQuotaStrip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (_("If so many more came"));
  GtkWidget *reset = gtk_button_new_with_mnemonic (_("_Nobody More"));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (title, "heading");
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 2, 1);
  for (int i = 0; i < N_ADMISSIONS; i++)
    {
      const char *name = sceau_admission_title ((SceauAdmission) i);
      GtkWidget *label = gtk_label_new (name);

      self->more[i] = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, GREATEST_SIMULATION, 1));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->more[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (self->more[i], "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), label, 0, i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->more[i]), 1, i + 1, 1, 1);
    }
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), reset, 0, N_ADMISSIONS + 1, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static void
sceau_quota_strip_class_init (SceauQuotaStripClass *klass)
{
  signals[SIGNAL_SIMULATED] = g_signal_new ("simulated", SCEAU_TYPE_QUOTA_STRIP, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_quota_strip_init (SceauQuotaStrip *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->tags = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->tags, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->tags, 6);
  gtk_widget_set_hexpand (GTK_WIDGET (self->tags), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tags), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quotas of derogations"), -1);
  self->simulated = sceau_tag_new (_("Simulation"), SCEAU_TAG_WARNING);
  gtk_widget_set_visible (self->simulated, FALSE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_What If…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), simulation_new (self));
  gtk_widget_set_tooltip_text (button, _("How the quotas would stand with more learners"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "sceau-quota-strip");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->tags));
  gtk_box_append (GTK_BOX (self), self->simulated);
  gtk_box_append (GTK_BOX (self), button);
}

SceauQuotaStrip *
sceau_quota_strip_new (void)
{
  return g_object_new (SCEAU_TYPE_QUOTA_STRIP, NULL);
}

static SceauTagStyle
style_of (const SceauQuotaOutlook *outlook)
{
  if (outlook->used > outlook->places)
    return SCEAU_TAG_ERROR;
  return outlook->left == 0 ? SCEAU_TAG_WARNING : SCEAU_TAG_SUCCESS;
}

static GtkWidget *
tag_new (const SceauQuotaOutlook *outlook)
{
  g_autofree char *text = sceau_quota_outlook_describe (outlook);
  g_autofree char *figures = g_strdup_printf (_("%d of %d places taken: %d %% of %d learners"), outlook->used, outlook->places,
                                              outlook->max_percent, outlook->learners);
  GtkWidget *tag = sceau_tag_new (text, style_of (outlook));

  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (tag), 44);
  gtk_widget_set_tooltip_text (tag, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tag), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figures, -1);
  return tag;
}

void
sceau_quota_strip_show (SceauQuotaStrip *self, const GPtrArray *outlooks)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    gtk_flow_box_remove (self->tags, child);
  for (guint i = 0; i < outlooks->len; i++)
    gtk_flow_box_append (self->tags, tag_new (g_ptr_array_index (outlooks, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), outlooks->len > 0);
}

GArray *
sceau_quota_strip_get_more (SceauQuotaStrip *self)
{
  GArray *more = g_array_new (FALSE, FALSE, sizeof (SceauAdmission));

  for (int i = 0; i < N_ADMISSIONS; i++)
    for (int j = gtk_spin_button_get_value_as_int (self->more[i]); j > 0; j--)
      {
        SceauAdmission admission = (SceauAdmission) i;

        g_array_append_val (more, admission);
      }
  return more;
}
