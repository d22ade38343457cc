/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-conflict.h"

#include <glib/gi18n-lib.h>

/* More lines than that are counted, not said. */
#define MOST_LINES 10

/* A question on its way. */
typedef struct
{
  GtkWidget *from; /* (owned) */
  SceauPlan *current;
  SceauPlanConflictFunc answered;
} Conflict;

static void
conflict_free (gpointer data, GClosure *closure)
{
  Conflict *conflict = data;

  g_object_unref (conflict->from);
  sceau_plan_free (conflict->current);
  g_free (conflict);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Conflict *conflict)
{
  if (g_str_equal (response, "reload"))
    conflict->answered (conflict->from, SCEAU_PLAN_CONFLICT_RELOAD, conflict->current);
  else if (g_str_equal (response, "keep"))
    conflict->answered (conflict->from, SCEAU_PLAN_CONFLICT_KEEP, conflict->current);
}

static void
say (GString *body, const char *heading, const SceauPlan *before, const SceauPlan *after)
{
  g_autoptr (GPtrArray) lines = sceau_plan_list_differences (before, after);

  if (lines->len == 0)
    return;
  if (body->len > 0)
    g_string_append (body, "\n\n");
  g_string_append (body, heading);
  for (guint i = 0; i < MIN (lines->len, MOST_LINES); i++)
    g_string_append_printf (body, "\n• %s", (const char *) g_ptr_array_index (lines, i));
  if (lines->len > MOST_LINES)
    {
      g_string_append (body, "\n• ");
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", lines->len - MOST_LINES), lines->len - MOST_LINES);
    }
}

void
sceau_plan_conflict_ask (GtkWidget *from, const SceauPlan *base, const SceauPlan *current, const SceauPlan *mine,
                         SceauPlanConflictFunc answered)
{
  g_autoptr (GString) body = g_string_new (NULL);
  Conflict *conflict = g_new0 (Conflict, 1);
  AdwMessageDialog *dialog;

  if (base != NULL)
    say (body, _("Changed by somebody else since you opened it:"), base, current);
  say (body, _("Keeping yours would change in the plan of the school:"), current, mine);

  conflict->from = g_object_ref (from);
  conflict->current = sceau_plan_copy (current);
  conflict->answered = answered;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)),
                                                       _("The Plan Was Changed Meanwhile"), body->str));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Go On Editing"), "reload", _("_Take Theirs"), "keep", _("_Keep Mine"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), conflict, conflict_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
