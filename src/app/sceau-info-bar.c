/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-info-bar.h"

struct _SceauInfoBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SceauInfoBar, sceau_info_bar, ADW_TYPE_BIN)

static void
sceau_info_bar_class_init (SceauInfoBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-info-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauInfoBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SceauInfoBar, label);
}

static void
sceau_info_bar_init (SceauInfoBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sceau_info_bar_set_text (SceauInfoBar *self, const char *text)
{
  gboolean shown = text != NULL && *text != '\0';

  if (shown)
    gtk_label_set_text (self->label, text);
  gtk_revealer_set_reveal_child (self->revealer, shown);
}
