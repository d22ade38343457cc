/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-life-line.h"

#include <glib/gi18n-lib.h>

#define N_STEPS ((int) SCEAU_SESSION_SEALED + 1)

struct _SceauLifeLine
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *steps[SCEAU_SESSION_SEALED + 1];
  gboolean named;
};

enum
{
  PROP_0,
  PROP_NAMED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SceauLifeLine, sceau_life_line, GTK_TYPE_WIDGET)

static GtkWidget *
stroke_new (gboolean visible)
{
  GtkWidget *stroke = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_hexpand (stroke, TRUE);
  gtk_widget_set_valign (stroke, GTK_ALIGN_CENTER);
  gtk_widget_set_opacity (stroke, visible ? 1 : 0);
  return stroke;
}

/* A dot between two strokes; the ends of the line have one stroke that is not seen, so that all dots are centred. */
static GtkWidget *
step_new (SceauSessionState state, gboolean named)
{
  GtkWidget *step = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (step, "step");
  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), stroke_new (state != SCEAU_SESSION_PREPARATION));
  gtk_box_append (GTK_BOX (line), dot);
  gtk_box_append (GTK_BOX (line), stroke_new (state != SCEAU_SESSION_SEALED));
  gtk_box_append (GTK_BOX (step), line);
  if (named)
    {
      GtkWidget *label = gtk_label_new (sceau_session_state_title (state));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (step), label);
    }
  return step;
}

static void
sceau_life_line_constructed (GObject *object)
{
  SceauLifeLine *self = SCEAU_LIFE_LINE (object);

  G_OBJECT_CLASS (sceau_life_line_parent_class)->constructed (object);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->named ? "named" : "compact");
  for (int state = 0; state < N_STEPS; state++)
    {
      self->steps[state] = step_new ((SceauSessionState) state, self->named);
      gtk_box_append (GTK_BOX (self->box), self->steps[state]);
    }
  sceau_life_line_set_state (self, SCEAU_SESSION_PREPARATION);
}

static void
sceau_life_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NAMED)
    g_value_set_boolean (value, SCEAU_LIFE_LINE (object)->named);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sceau_life_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NAMED)
    SCEAU_LIFE_LINE (object)->named = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sceau_life_line_dispose (GObject *object)
{
  g_clear_pointer (&SCEAU_LIFE_LINE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sceau_life_line_parent_class)->dispose (object);
}

static void
sceau_life_line_class_init (SceauLifeLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sceau_life_line_constructed;
  object_class->get_property = sceau_life_line_get_property;
  object_class->set_property = sceau_life_line_set_property;
  object_class->dispose = sceau_life_line_dispose;

  properties[PROP_NAMED] = g_param_spec_boolean ("named", NULL, NULL, TRUE,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lifeline");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sceau_life_line_init (SceauLifeLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

SceauLifeLine *
sceau_life_line_new (gboolean named)
{
  return g_object_new (SCEAU_TYPE_LIFE_LINE, "named", named, NULL);
}

static void
mark (GtkWidget *step, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (step, css_class);
  else
    gtk_widget_remove_css_class (step, css_class);
}

void
sceau_life_line_set_state (SceauLifeLine *self, SceauSessionState state)
{
  /* Translators: where a session is in its life: name of the step, its number, the number of steps. */
  g_autofree char *said = g_strdup_printf (_("%s, step %d of %d"), sceau_session_state_title (state), (int) state + 1, N_STEPS);

  for (int i = 0; i < N_STEPS; i++)
    {
      mark (self->steps[i], "done", i < (int) state);
      mark (self->steps[i], "now", i == (int) state);
    }
  mark (GTK_WIDGET (self), "sealed", state == SCEAU_SESSION_SEALED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}
