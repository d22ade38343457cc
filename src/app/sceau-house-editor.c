/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-editor.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-house-colours.h"
#include "sceau-house-designs.h"
#include "sceau-house-layouts.h"
#include "sceau-house-lists.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-narrow.h"
#include "sceau-page.h"
#include "sceau-picture-row.h"
#include "sceau-rows.h"
#include "sceau-signatory-dialog.h"

/* Below this width the specimen stands over the form. */
#define SIDE_WIDTH 1060
#define FORM_WIDTH 420
#define SPECIMEN_HEIGHT 380

struct _SceauHouseEditor
{
  AdwBin parent_instance;

  GtkBox *body;
  GtkWidget *form, *line;
  AdwBin *designs_place, *preview_place;
  AdwPreferencesGroup *pictures, *signatories, *templates;
  AdwActionRow *primary_row, *accent_row;
  GtkColorButton *primary_button, *accent_button;
  GtkWidget *primary_reset, *accent_reset;
  AdwComboRow *border_row, *divider_row, *seal_row;
  GtkSwitch *proof_switch;
  SceauHouseDesigns *designs;
  SceauPictureRow *logo, *seal;
  SceauHousePreview *preview;
  GPtrArray *signatory_rows, *template_rows;
  GSimpleActionGroup *actions;
  SceauContext *context;
  SceauHouseFile *file;          /* as the school has it; NULL until it was read */
  SceauHouseStyle *style;        /* as it is edited */
  SceauOrnaments ornaments;
  gboolean filling;              /* what changes is not the user's doing */
};

G_DEFINE_FINAL_TYPE (SceauHouseEditor, sceau_house_editor, ADW_TYPE_BIN)

/* State ---------------------------------------------------------------------------------- */

static SceauOrnaments
ornaments_of (const SceauDesign *design)
{
  return (SceauOrnaments) { design->border, design->divider, design->seal };
}

static const SceauDesign *
get_design (SceauHouseEditor *self)
{
  return sceau_house_file_find_design (self->file, self->style->design);
}

static gboolean
same_picture (const SceauPicture *one, const SceauPicture *other)
{
  return one == other || (one != NULL && other != NULL && g_bytes_equal (one->png, other->png));
}

gboolean
sceau_house_editor_is_modified (SceauHouseEditor *self)
{
  const SceauHouseStyle *saved = self->file != NULL ? self->file->style : NULL;
  SceauOrnaments ornaments;

  if (saved == NULL)
    return FALSE;
  ornaments = ornaments_of (sceau_house_file_find_design (self->file, saved->design));
  return get_design (self) != sceau_house_file_find_design (self->file, saved->design) || self->style->primary != saved->primary
         || self->style->accent != saved->accent || self->style->proof_required != saved->proof_required
         || !same_picture (self->style->logo, saved->logo) || !same_picture (self->style->seal, saved->seal)
         || self->ornaments.border != ornaments.border || self->ornaments.divider != ornaments.divider
         || self->ornaments.seal != ornaments.seal;
}

/* Showing -------------------------------------------------------------------------------- */

static void
enable (SceauHouseEditor *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
show_state (SceauHouseEditor *self)
{
  const gboolean modified = sceau_house_editor_is_modified (self);
  const gboolean may_change = !sceau_context_is_read_only (self->context);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SCEAU_TYPE_PAGE);

  enable (self, "save", modified && may_change);
  enable (self, "discard", modified);
  if (page != NULL)
    sceau_page_set_unsaved (SCEAU_PAGE (page), modified);
}

/* What the user changed is in the draft; everything that depends on it follows. */
static void
changed (SceauHouseEditor *self)
{
  const SceauDesign *design = get_design (self);

  sceau_house_show_colour (self->primary_row, self->primary_button, self->primary_reset, self->style->primary,
                           design->colours[SCEAU_COLOUR_PRIMARY]);
  sceau_house_show_colour (self->accent_row, self->accent_button, self->accent_reset, self->style->accent,
                           design->colours[SCEAU_COLOUR_ACCENT]);
  sceau_house_preview_show (self->preview, self->style, &self->ornaments);
  show_state (self);
}

static void
show_draft (SceauHouseEditor *self)
{
  self->filling = TRUE;
  sceau_house_designs_choose (self->designs, self->style->design);
  sceau_picture_row_set (self->logo, self->style->logo);
  sceau_picture_row_set (self->seal, self->style->seal);
  adw_combo_row_set_selected (self->border_row, self->ornaments.border);
  adw_combo_row_set_selected (self->divider_row, self->ornaments.divider);
  adw_combo_row_set_selected (self->seal_row, self->ornaments.seal);
  gtk_switch_set_active (self->proof_switch, self->style->proof_required);
  self->filling = FALSE;
  changed (self);
}

static void
take_draft (SceauHouseEditor *self)
{
  sceau_house_style_free (self->style);
  self->style = sceau_house_style_copy (self->file->style);
  self->ornaments = ornaments_of (get_design (self));
}

static void
show_file (SceauHouseEditor *self)
{
  static const char *const changing[] = { "add-signatory", "signatory", "import", "import-path", "remove" };
  const gboolean may_change = !sceau_context_is_read_only (self->context);

  sceau_house_list_clear (self->signatories, &self->signatory_rows);
  sceau_house_list_clear (self->templates, &self->template_rows);
  self->signatory_rows = sceau_house_list_signatories (self->signatories, self->file, may_change);
  self->template_rows = sceau_house_list_layouts (self->templates, self->file, may_change);
  self->filling = TRUE;
  sceau_house_designs_fill (self->designs, self->file);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->form, TRUE);
  /* Nothing can be done before there is something to do it with. */
  enable (self, "export", TRUE);
  enable (self, "colour", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    enable (self, changing[i], may_change);
}

/* Reading -------------------------------------------------------------------------------- */

static void
reading_free (gpointer data)
{
  SceauHouseFile **reading = data;

  sceau_house_file_free (*reading);
  g_free (reading);
}

static gboolean
read_house (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauHouseFile **reading = job;

  *reading = sceau_house_file_load (school, error);
  return *reading != NULL;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauHouseEditor) self = user_data;
  SceauHouseFile **reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);
  gboolean modified;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!done)
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The style of the papers could not be read"), error);
      return;
    }
  modified = sceau_house_editor_is_modified (self);
  sceau_house_file_free (self->file);
  self->file = g_steal_pointer (reading);
  show_file (self);
  if (!modified)
    take_draft (self);
  show_draft (self);
}

void
sceau_house_editor_reload (SceauHouseEditor *self)
{
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_house, g_new0 (SceauHouseFile *, 1), reading_free, NULL, read_cb,
                          g_object_ref (self));
}

/* Saving --------------------------------------------------------------------------------- */

typedef struct
{
  SceauHouseStyle *base, *style;
  SceauOrnaments ornaments;
  SceauFaults *faults;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  sceau_house_style_free (saving->base);
  sceau_house_style_free (saving->style);
  sceau_faults_free (saving->faults);
  g_free (saving);
}

static gboolean
save (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Saving *saving = job;

  return sceau_save_house_style (school, saving->base, saving->style, &saving->ornaments, saving->faults, error);
}

static void
saved_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauHouseEditor *self = SCEAU_HOUSE_EDITOR (from);
  Saving *saving = job;

  if (error != NULL)
    {
      sceau_show_faults (from, _("The style was not saved"), saving->faults, error);
      return;
    }
  /* What is read again is what was saved, and the design that the ornaments made. */
  sceau_house_style_free (self->file->style);
  self->file->style = sceau_house_style_copy (self->style);
  take_draft (self);
  sceau_house_editor_reload (self);
  sceau_toast (from, _("Style of the papers saved."));
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauHouseEditor *self = user_data;
  Saving *saving = g_new0 (Saving, 1);

  saving->base = sceau_house_style_copy (self->file->style);
  saving->style = sceau_house_style_copy (self->style);
  saving->ornaments = self->ornaments;
  saving->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Saving the style of the papers"), save, saving, saving_free, saved_cb);
}

static void
discard_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauHouseEditor *self = user_data;

  take_draft (self);
  show_draft (self);
}

/* Editing -------------------------------------------------------------------------------- */

static void
design_cb (SceauHouseDesigns *designs, SceauHouseEditor *self)
{
  g_free (self->style->design);
  self->style->design = g_strdup (sceau_house_designs_get (designs));
  self->ornaments = ornaments_of (get_design (self));
  show_draft (self);
}

static void
picture_cb (SceauPictureRow *row, SceauHouseEditor *self)
{
  SceauPicture **picture = row == self->logo ? &self->style->logo : &self->style->seal;

  sceau_picture_free (*picture);
  *picture = sceau_picture_copy (sceau_picture_row_get (row));
  changed (self);
}

static void
colour_cb (GtkColorButton *button, SceauHouseEditor *self)
{
  gint64 *colour = button == self->primary_button ? &self->style->primary : &self->style->accent;
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  *colour = (gint64) (rgba.red * 255 + 0.5f) << 16 | (gint64) (rgba.green * 255 + 0.5f) << 8 | (gint64) (rgba.blue * 255 + 0.5f);
  changed (self);
}

static void
colour_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauHouseEditor *self = user_data;

  if (g_str_equal (g_variant_get_string (parameter, NULL), "primary"))
    self->style->primary = -1;
  else
    self->style->accent = -1;
  changed (self);
}

static void
ornament_cb (AdwComboRow *row, GParamSpec *pspec, SceauHouseEditor *self)
{
  if (self->filling)
    return;
  self->ornaments.border = adw_combo_row_get_selected (self->border_row);
  self->ornaments.divider = adw_combo_row_get_selected (self->divider_row);
  self->ornaments.seal = adw_combo_row_get_selected (self->seal_row);
  changed (self);
}

static void
proof_cb (GtkSwitch *control, GParamSpec *pspec, SceauHouseEditor *self)
{
  if (self->filling)
    return;
  self->style->proof_required = gtk_switch_get_active (control);
  show_state (self);
}

/* Signatories and layouts ---------------------------------------------------------------- */

static void
present_signatory (SceauHouseEditor *self, const SceauSignatory *signatory)
{
  SceauFormDialog *dialog = sceau_signatory_dialog_new (GTK_WIDGET (self), self->context, signatory, self->file->today);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_signatory_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_signatory (user_data, NULL);
}

static void
signatory_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauHouseEditor *self = user_data;

  for (guint i = 0; i < self->file->signatories->len; i++)
    {
      const SceauSignatory *signatory = g_ptr_array_index (self->file->signatories, i);

      if (signatory->id == g_variant_get_int64 (parameter))
        present_signatory (self, signatory);
    }
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_house_choose_layout (user_data, SCEAU_HOUSE_EDITOR (user_data)->context);
}

static void
import_path_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_house_import_layout (user_data, SCEAU_HOUSE_EDITOR (user_data)->context, g_variant_get_string (parameter, NULL));
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  sceau_house_export_layout (user_data, SCEAU_HOUSE_EDITOR (user_data)->context, kind, id);
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  sceau_house_remove_layout (user_data, SCEAU_HOUSE_EDITOR (user_data)->context, kind, id);
}

/* The widget ----------------------------------------------------------------------------- */

static void
narrow_cb (GtkWidget *widget, gboolean narrow)
{
  SceauHouseEditor *self = SCEAU_HOUSE_EDITOR (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  /* The specimen is looked at first where it stands above. */
  gtk_box_reorder_child_after (self->body, GTK_WIDGET (self->preview_place), narrow ? NULL : self->line);
  gtk_box_reorder_child_after (self->body, self->line, narrow ? GTK_WIDGET (self->preview_place) : self->form);
  gtk_widget_set_size_request (self->form, narrow ? -1 : FORM_WIDTH, -1);
  gtk_widget_set_hexpand (self->form, narrow);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview_place), !narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview_place), -1, narrow ? SPECIMEN_HEIGHT : -1);
}

static void
sceau_house_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sceau_house_editor_parent_class)->root (widget);
  if (SCEAU_HOUSE_EDITOR (widget)->file != NULL)
    show_state (SCEAU_HOUSE_EDITOR (widget));
}

static void
sceau_house_editor_finalize (GObject *object)
{
  SceauHouseEditor *self = SCEAU_HOUSE_EDITOR (object);

  g_clear_pointer (&self->signatory_rows, g_ptr_array_unref);
  g_clear_pointer (&self->template_rows, g_ptr_array_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);
  sceau_house_file_free (self->file);
  sceau_house_style_free (self->style);
  G_OBJECT_CLASS (sceau_house_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, body);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, form);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, line);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, designs_place);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, preview_place);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, pictures);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, signatories);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, templates);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, primary_row);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, accent_row);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, primary_button);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, accent_button);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, primary_reset);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, accent_reset);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, border_row);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, divider_row);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, seal_row);
  gtk_widget_class_bind_template_child (widget_class, SceauHouseEditor, proof_switch);
}

static void
sceau_house_editor_class_init (SceauHouseEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_house_editor_finalize;
  widget_class->root = sceau_house_editor_root;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-house-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "house.save", NULL);
}

static void
sceau_house_editor_init (SceauHouseEditor *self)
{
  static const GActionEntry entries[] = {
    { "save", save_action },
    { "discard", discard_action },
    { "add-signatory", add_signatory_action },
    { "signatory", signatory_action, "x" },
    { "import", import_action },
    { "import-path", import_path_action, "s" },
    { "export", export_action, "(ss)" },
    { "remove", remove_action, "(ss)" },
    { "colour", colour_action, "s" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "house", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    enable (self, entries[i].name, FALSE);
  gtk_widget_set_sensitive (self->form, FALSE);
  sceau_narrow_watch (GTK_WIDGET (self), SIDE_WIDTH, narrow_cb);
}

static void
set_models (SceauHouseEditor *self)
{
  g_autoptr (GListModel) borders = sceau_house_borders_new ();
  g_autoptr (GListModel) dividers = sceau_house_dividers_new ();
  g_autoptr (GListModel) seals = sceau_house_seals_new ();

  adw_combo_row_set_model (self->border_row, borders);
  adw_combo_row_set_model (self->divider_row, dividers);
  adw_combo_row_set_model (self->seal_row, seals);
}

static void
add_parts (SceauHouseEditor *self)
{
  self->designs = sceau_house_designs_new ();
  self->preview = sceau_house_preview_new (self->context);
  self->logo = sceau_picture_row_new (self->context, _("Logo"));
  self->seal = sceau_picture_row_new (self->context, _("Seal"));
  adw_bin_set_child (self->designs_place, GTK_WIDGET (self->designs));
  adw_bin_set_child (self->preview_place, GTK_WIDGET (self->preview));
  adw_preferences_group_add (self->pictures, GTK_WIDGET (self->logo));
  adw_preferences_group_add (self->pictures, GTK_WIDGET (self->seal));
  if (!sceau_context_is_read_only (self->context))
    {
      sceau_group_set_button (self->signatories, _("_Add…"), "house.add-signatory", NULL);
      sceau_group_set_button (self->templates, _("_Import…"), "house.import", NULL);
    }
}

SceauHouseEditor *
sceau_house_editor_new (SceauContext *context)
{
  SceauHouseEditor *self = g_object_new (SCEAU_TYPE_HOUSE_EDITOR, NULL);

  self->context = g_object_ref (context);
  set_models (self);
  sceau_house_name_colour_button (self->primary_button);
  sceau_house_name_colour_button (self->accent_button);
  add_parts (self);
  g_signal_connect_object (self->designs, "changed", G_CALLBACK (design_cb), self, 0);
  g_signal_connect_object (self->logo, "changed", G_CALLBACK (picture_cb), self, 0);
  g_signal_connect_object (self->seal, "changed", G_CALLBACK (picture_cb), self, 0);
  g_signal_connect_object (self->primary_button, "color-set", G_CALLBACK (colour_cb), self, 0);
  g_signal_connect_object (self->accent_button, "color-set", G_CALLBACK (colour_cb), self, 0);
  g_signal_connect_object (self->border_row, "notify::selected", G_CALLBACK (ornament_cb), self, 0);
  g_signal_connect_object (self->divider_row, "notify::selected", G_CALLBACK (ornament_cb), self, 0);
  g_signal_connect_object (self->seal_row, "notify::selected", G_CALLBACK (ornament_cb), self, 0);
  g_signal_connect_object (self->proof_switch, "notify::active", G_CALLBACK (proof_cb), self, 0);
  return self;
}

GtkWidget *
sceau_house_editor_new_header (SceauHouseEditor *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sceau/Sceau/sceau-house-header.ui");
  GtkWidget *header = GTK_WIDGET (gtk_builder_get_object (builder, "header"));

  gtk_widget_insert_action_group (header, "house", G_ACTION_GROUP (self->actions));
  return g_object_ref (header);
}

SceauHousePreview *
sceau_house_editor_get_preview (SceauHouseEditor *self)
{
  return self->preview;
}
