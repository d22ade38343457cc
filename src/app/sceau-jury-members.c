/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jury-members.h"

#include <glib/gi18n-lib.h>

#include "sceau-narrow.h"
#include "sceau-rows.h"

/* Pixels of the window below which what is chosen of a juror stands one above the other. */
#define NARROW_WIDTH 600

struct _SceauJuryMembers
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *lines;  /* (element-type Line): in the order of the list */
  gboolean choosing; /* jurors, rather than who is present */
  gboolean filling;  /* boxes change because they are being shown */
  gboolean narrow;
};

/* One juror; the widgets belong to the list. */
typedef struct
{
  gint64 id;
  GtkCheckButton *ticked;
  GtkCheckButton *president;  /* or NULL when it is settled */
  GtkCheckButton *alternate;  /* or NULL unless jurors are chosen */
  GtkBox *roles;              /* of the two before; the same */
} Line;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauJuryMembers, sceau_jury_members, ADW_TYPE_BIN)

static void
emit_changed (SceauJuryMembers *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Only who sits from the start can preside, and only who is convened can be an alternate; of those present anybody presides. */
static void
update_line (const Line *line)
{
  gboolean ticked = gtk_check_button_get_active (line->ticked);
  gboolean eligible = ticked && (line->alternate == NULL || !gtk_check_button_get_active (line->alternate));

  if (line->alternate != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (line->alternate), ticked);
  if (line->president == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (line->president), eligible);
  if (!eligible)
    gtk_check_button_set_active (line->president, FALSE);
}

static void
ticked_cb (GtkWidget *button, GParamSpec *pspec, SceauJuryMembers *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (GTK_WIDGET (line->ticked) == button || GTK_WIDGET (line->alternate) == button)
        update_line (line);
    }
  emit_changed (self);
}

static void
president_cb (GtkCheckButton *button, GParamSpec *pspec, SceauJuryMembers *self)
{
  if (gtk_check_button_get_active (button))
    emit_changed (self);
}

/* "Internal · Programme director · The school" */
static char *
describe (const SceauJuror *juror)
{
  return g_strdup_printf ("%s · %s · %s", juror->internal ? _("Internal") : _("External"), juror->function, juror->employer);
}

static GtkCheckButton *
tick_new (SceauJuryMembers *self, const char *name, gboolean active)
{
  GtkCheckButton *tick = GTK_CHECK_BUTTON (gtk_check_button_new ());

  gtk_check_button_set_active (tick, active);
  gtk_widget_set_valign (GTK_WIDGET (tick), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (tick, "notify::active", G_CALLBACK (ticked_cb), self, 0);
  return tick;
}

static GtkCheckButton *
president_new (SceauJuryMembers *self, const SceauJuror *juror, gboolean ticked, gboolean active)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("presides")));
  g_autofree char *name = g_strdup_printf (_("%s presides"), juror->name);

  if (self->lines->len > 0)
    gtk_check_button_set_group (button, ((Line *) g_ptr_array_index (self->lines, 0))->president);
  gtk_check_button_set_active (button, active);
  gtk_widget_set_sensitive (GTK_WIDGET (button), ticked);
  gtk_widget_set_valign (GTK_WIDGET (button), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (president_cb), self, 0);
  return button;
}

static GtkCheckButton *
alternate_new (SceauJuryMembers *self, const SceauJuror *juror, gboolean active)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("alternate")));
  g_autofree char *name = g_strdup_printf (_("%s is an alternate"), juror->name);

  gtk_check_button_set_active (button, active);
  gtk_widget_set_valign (GTK_WIDGET (button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), _("Sits only in the place of a member who is absent"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (ticked_cb), self, 0);
  return button;
}

static AdwActionRow *
juror_row_new (const SceauJuror *juror)
{
  g_autofree char *subtitle = describe (juror);
  AdwActionRow *row = sceau_row_new (juror->name, subtitle);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  return row;
}

static void
clear (SceauJuryMembers *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

/* What is chosen of one juror. */
typedef struct
{
  gboolean ticked;
  gboolean alternate;
  gboolean president;
} Choice;

static void
append_choice (SceauJuryMembers *self, const SceauJuror *juror, Choice choice)
{
  AdwActionRow *row = juror_row_new (juror);
  Line *line = g_new0 (Line, 1);

  line->roles = GTK_BOX (gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_valign (GTK_WIDGET (line->roles), GTK_ALIGN_CENTER);
  line->id = juror->id;
  line->ticked = tick_new (self, juror->name, choice.ticked);
  line->alternate = alternate_new (self, juror, choice.alternate);
  line->president = president_new (self, juror, choice.ticked, choice.president);
  update_line (line);
  adw_action_row_add_prefix (row, GTK_WIDGET (line->ticked));
  gtk_box_append (line->roles, GTK_WIDGET (line->alternate));
  gtk_box_append (line->roles, GTK_WIDGET (line->president));
  adw_action_row_add_suffix (row, GTK_WIDGET (line->roles));
  adw_action_row_set_activatable_widget (row, GTK_WIDGET (line->ticked));
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_ptr_array_add (self->lines, line);
}

/* While the session is open: who is there now.  Afterwards: who was there, and who only in part. */
static GtkWidget *
presence_new (const SceauJurySession *session, const SceauJuryMember *member)
{
  guint n = sceau_jury_session_count_presence (session, member);

  if (session->state > SCEAU_SESSION_OPEN && n > 0 && n < sceau_jury_session_count_sittings (session))
    return sceau_tag_new (_("present in part"), SCEAU_TAG_WARNING);
  return sceau_tag_new (member->present ? _("present") : _("absent"), member->present ? SCEAU_TAG_SUCCESS : SCEAU_TAG_WARNING);
}

static void
append_member (SceauJuryMembers *self, const SceauJuryMember *member, const SceauJurySession *session, gboolean editable)
{
  AdwActionRow *row = juror_row_new (member->juror);
  gboolean opened = session->state >= SCEAU_SESSION_OPEN;

  if (member->alternate)
    adw_action_row_add_suffix (row, sceau_tag_new (_("alternate"), SCEAU_TAG_PLAIN));
  if (member->president)
    adw_action_row_add_suffix (row, sceau_tag_new (_("presides"), SCEAU_TAG_PLAIN));
  if (opened && !session->suspended)
    adw_action_row_add_suffix (row, presence_new (session, member));
  if (!opened || session->suspended)
    {
      Line *line = g_new0 (Line, 1);
      g_autofree char *name = g_strdup_printf (_("%s is present"), member->juror->name);

      line->id = member->juror->id;
      line->ticked = tick_new (self, name, opened ? member->present : !member->alternate);
      gtk_widget_set_sensitive (GTK_WIDGET (line->ticked), editable);
      adw_action_row_add_prefix (row, GTK_WIDGET (line->ticked));
      adw_action_row_set_activatable_widget (row, GTK_WIDGET (line->ticked));
      g_ptr_array_add (self->lines, line);
    }
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

/* Who met again: presence as in the sitting that decided, and who presides. */
static void
append_present (SceauJuryMembers *self, const SceauJuryMember *member, gboolean present)
{
  AdwActionRow *row = juror_row_new (member->juror);
  g_autofree char *name = g_strdup_printf (_("%s is present"), member->juror->name);
  Line *line = g_new0 (Line, 1);

  line->id = member->juror->id;
  line->ticked = tick_new (self, name, present);
  line->president = president_new (self, member->juror, present, present && member->president);
  if (member->alternate)
    adw_action_row_add_suffix (row, sceau_tag_new (_("alternate"), SCEAU_TAG_PLAIN));
  adw_action_row_add_prefix (row, GTK_WIDGET (line->ticked));
  adw_action_row_add_suffix (row, GTK_WIDGET (line->president));
  adw_action_row_set_activatable_widget (row, GTK_WIDGET (line->ticked));
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_ptr_array_add (self->lines, line);
}

static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  SceauJuryMembers *self = SCEAU_JURY_MEMBERS (widget);

  self->narrow = narrow;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (line->roles != NULL)
        gtk_orientable_set_orientation (GTK_ORIENTABLE (line->roles), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
    }
}

static void
sceau_jury_members_finalize (GObject *object)
{
  g_ptr_array_unref (SCEAU_JURY_MEMBERS (object)->lines);
  G_OBJECT_CLASS (sceau_jury_members_parent_class)->finalize (object);
}

static void
sceau_jury_members_class_init (SceauJuryMembersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_jury_members_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_JURY_MEMBERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_jury_members_init (SceauJuryMembers *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Members"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
}

SceauJuryMembers *
sceau_jury_members_new (void)
{
  return g_object_new (SCEAU_TYPE_JURY_MEMBERS, NULL);
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static Choice
find_choice (const SceauJurySession *session, gint64 juror_id)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->juror->id == juror_id)
        return (Choice) { TRUE, member->alternate, member->president };
    }
  return (Choice) { FALSE, FALSE, FALSE };
}

/* Who no longer sits is not offered, unless chosen before. */
void
sceau_jury_members_show_choice (SceauJuryMembers *self, GPtrArray *jurors, const SceauJurySession *session)
{
  g_autoptr (GArray) ticked = sceau_jury_members_get_ticked (self);
  g_autoptr (GArray) alternates = sceau_jury_members_get_alternates (self);
  gint64 president = sceau_jury_members_get_president (self);
  gboolean known = self->choosing;

  self->filling = TRUE;
  self->choosing = TRUE;
  clear (self);
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);
      gboolean alternate = contains (alternates, juror->id);
      Choice choice = known ? (Choice) { alternate || contains (ticked, juror->id), alternate, president == juror->id }
                            : find_choice (session, juror->id);

      if (!juror->retired || choice.ticked)
        append_choice (self, juror, choice);
    }
  self->filling = FALSE;
}

void
sceau_jury_members_show_session (SceauJuryMembers *self, const SceauJurySession *session, gboolean editable)
{
  g_autoptr (GArray) ticked = sceau_jury_members_get_ticked (self);
  gboolean known = !self->choosing && self->lines->len == session->members->len && session->state == SCEAU_SESSION_CONVENED;

  self->filling = TRUE;
  self->choosing = FALSE;
  clear (self);
  for (guint i = 0; i < session->members->len; i++)
    append_member (self, g_ptr_array_index (session->members, i), session, editable);
  for (guint i = 0; known && i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      gtk_check_button_set_active (line->ticked, contains (ticked, line->id));
    }
  self->filling = FALSE;
}

void
sceau_jury_members_show_meeting (SceauJuryMembers *self, const SceauJurySession *session, const SceauDecision *decision)
{
  self->filling = TRUE;
  self->choosing = FALSE;
  clear (self);
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      append_present (self, member, sceau_jury_session_was_present_for (session, member, decision));
    }
  self->filling = FALSE;
}

static GArray *
list_ticked (SceauJuryMembers *self, gboolean alternates)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      gboolean alternate = line->alternate != NULL && gtk_check_button_get_active (line->alternate);

      if (gtk_check_button_get_active (line->ticked) && alternate == alternates)
        g_array_append_val (ids, line->id);
    }
  return ids;
}

GArray *
sceau_jury_members_get_ticked (SceauJuryMembers *self)
{
  return list_ticked (self, FALSE);
}

GArray *
sceau_jury_members_get_alternates (SceauJuryMembers *self)
{
  return list_ticked (self, TRUE);
}

gint64
sceau_jury_members_get_president (SceauJuryMembers *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (line->president != NULL && gtk_check_button_get_active (line->president))
        return line->id;
    }
  return 0;
}
