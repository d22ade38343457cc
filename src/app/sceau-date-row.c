/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-date-row.h"

#include <glib/gi18n-lib.h>

struct _SceauDateRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar;
  gboolean showing; /* the calendar is being set to the day typed */
};

G_DEFINE_FINAL_TYPE (SceauDateRow, sceau_date_row, ADW_TYPE_ENTRY_ROW)

static void
changed_cb (SceauDateRow *self)
{
  gboolean wrong = sceau_date_row_is_wrong (self);

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
day_selected_cb (SceauDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->showing)
    return;
  sceau_date_row_set_date (self, sceau_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                                                 g_date_time_get_day_of_month (day)));
  gtk_menu_button_popdown (self->button);
}

static void
popover_shown_cb (SceauDateRow *self)
{
  SceauDate typed = sceau_date_row_get_date (self);
  SceauDate date = typed != SCEAU_NO_DATE ? typed : sceau_date_today ();
  g_autoptr (GDateTime) day = g_date_time_new_local (sceau_date_year (date), sceau_date_month (date), sceau_date_day (date), 12, 0, 0);

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->showing = FALSE;
}

static void
sceau_date_row_class_init (SceauDateRowClass *klass)
{
}

static void
sceau_date_row_init (SceauDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Choose in a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose in a calendar"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));

  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

SceauDate
sceau_date_row_get_date (SceauDateRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  SceauDate date = SCEAU_NO_DATE;

  return sceau_date_parse_any (text, &date) ? date : SCEAU_NO_DATE;
}

void
sceau_date_row_set_date (SceauDateRow *self, SceauDate date)
{
  g_autofree char *text = date != SCEAU_NO_DATE ? sceau_date_format_french (date) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

gboolean
sceau_date_row_is_wrong (SceauDateRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  return *text != '\0' && sceau_date_row_get_date (self) == SCEAU_NO_DATE;
}
