/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-keep-house-style.h"

#include <glib/gi18n-lib.h>

#include "sceau-house-look.h"
#include "sceau-house-style-table.h"
#include "sceau-keep-house-style-private.h"
#include "sceau-layout-json.h"

/* Large letters, WCAG 2.1 (1.4.3): titles are in the first colour, the kind of the paper in the second. */
#define TITLE_CONTRAST 3.0
/* A design's title is French data, like those of the designs that come with Sceau. */
#define OWN_TITLE "Dessin de l’école"

static void
set_colour (JsonObject *object, const char *name, gint64 colour)
{
  g_autofree char *text = colour >= 0 ? sceau_colour_to_text ((guint32) colour) : NULL;

  sceau_json_set_text (object, name, text);
}

static void
set_picture (JsonObject *object, const char *name, const SceauPicture *picture)
{
  JsonObject *member;
  g_autofree char *sha256 = NULL;

  if (picture == NULL)
    return;
  member = json_object_new ();
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture->png);
  sceau_json_set_text (member, "sha256", sha256);
  json_object_set_int_member (member, "width", picture->width);
  json_object_set_int_member (member, "height", picture->height);
  json_object_set_object_member (object, name, member);
}

JsonObject *
sceau_json_from_house_style (const SceauHouseStyle *style)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "design", style->design);
  set_colour (object, "primary", style->primary);
  set_colour (object, "accent", style->accent);
  set_picture (object, "logo", style->logo);
  set_picture (object, "seal", style->seal);
  json_object_set_boolean_member (object, "proof_required", style->proof_required);
  return object;
}

JsonObject *
sceau_json_from_signatory (const SceauSignatory *signatory)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", signatory->id);
  sceau_json_set_text (object, "name", signatory->name);
  sceau_json_set_text (object, "title", signatory->title);
  sceau_json_set_text (object, "reference", signatory->reference);
  sceau_json_set_date (object, "start", signatory->start);
  sceau_json_set_date (object, "end", signatory->end);
  set_picture (object, "signature", signatory->signature);
  return object;
}

SceauDesign *
sceau_design_adorn (const SceauDesign *design, const SceauOrnaments *ornaments, GError **error)
{
  g_autoptr (SceauFaults) faults = NULL;
  g_autofree char *json = NULL;
  SceauDesign *own;

  if (ornaments == NULL
      || (ornaments->border == design->border && ornaments->divider == design->divider && ornaments->seal == design->seal))
    return NULL;
  faults = sceau_faults_new ();
  json = sceau_design_write_json (design);
  own = sceau_design_read_json (json, -1, faults, error);
  if (own == NULL)
    return NULL;
  g_free (own->id);
  g_free (own->title);
  own->id = g_strdup (SCEAU_OWN_DESIGN);
  own->title = g_strdup (OWN_TITLE);
  own->border = ornaments->border;
  own->divider = ornaments->divider;
  own->seal = ornaments->seal;
  return own;
}

/* Saving --------------------------------------------------------------------------------- */

/* What is written besides the style. */
typedef struct
{
  SceauDesign *design; /* that the style will name */
  char *own;           /* content of the school's own design, where its ornaments make one; or NULL */
  char *own_before;
} Change;

static void
change_clear (Change *self)
{
  sceau_design_free (self->design);
  g_free (self->own);
  g_free (self->own_before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
find_design (Change *self, SceauSchool *school, const SceauHouseStyle *style, const SceauOrnaments *ornaments, GError **error)
{
  g_autoptr (GError) local = NULL;
  SceauDesign *own;

  self->design = sceau_load_design (school, style->design, error);
  if (self->design == NULL)
    return FALSE;
  own = sceau_design_adorn (self->design, ornaments, &local);
  if (own != NULL)
    {
      sceau_design_free (self->design);
      self->design = own;
      self->own = sceau_design_write_json (own);
      self->own_before = sceau_layout_table_load (school, SCEAU_LAYOUT_DESIGN, SCEAU_OWN_DESIGN, &local);
      if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
        g_clear_error (&local);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* (transfer none): the fields of @style with the id of the design that was found. */
static SceauHouseStyle
make_style (const SceauHouseStyle *style, const Change *change)
{
  SceauHouseStyle kept = *style;

  if (change->own != NULL || style->design != NULL)
    kept.design = change->design->id;
  return kept;
}

/* (transfer full): the design of the school beside its style, in one entry. */
static JsonObject *
describe (const SceauHouseStyle *style, const char *own)
{
  JsonObject *object = sceau_json_from_house_style (style);

  if (own != NULL)
    json_object_set_object_member (object, "layout", sceau_json_from_layout (SCEAU_LAYOUT_DESIGN, SCEAU_OWN_DESIGN, own));
  return object;
}

static gboolean
check_style (SceauSchool *school, const SceauHouseStyle *style, const Change *change, SceauFaults *faults, GError **error)
{
  const struct
  {
    const char *field;
    gint64 colour;
  } colours[] = { { "primary", style->primary }, { "accent", style->accent } };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (colours[i].colour > 0xFFFFFF)
      sceau_faults_add_field (faults, colours[i].field, NULL, _("A colour is written like #1b2a49."), NULL);
    else if (colours[i].colour >= 0)
      sceau_warn_pale (colours[i].field, (guint32) colours[i].colour, TITLE_CONTRAST, faults);
  if (change->design->seal == SCEAU_SEAL_PICTURE && style->seal == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, "seal", NULL, _("The school has no picture of its seal: a rosette stands in its place."),
                         _("Choose a picture, or the rosette."));
  return sceau_check_design_styles (school, change->design, faults, error);
}

static gboolean
refuse_changed (const SceauHouseStyle *base, const SceauHouseStyle *present, GError **error)
{
  if (base == NULL || sceau_json_same (sceau_json_from_house_style (base), sceau_json_from_house_style (present)))
    return FALSE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED,
                       _("Somebody else changed the style of the papers since it was opened: nothing was saved. Look at theirs, then "
                         "change it again."));
  return TRUE;
}

static gboolean
write_style (SceauSchool *school, const SceauHouseStyle *before, const SceauHouseStyle *style, const Change *change, GError **error)
{
  return (change->own == NULL || sceau_layout_table_save (school, SCEAU_LAYOUT_DESIGN, SCEAU_OWN_DESIGN, change->own, error))
         && sceau_house_style_table_save (school, style, error)
         && sceau_journal_record (school, "style.save", "style", describe (before, change->own_before), describe (style, change->own),
                                  error);
}

gboolean
sceau_save_house_style (SceauSchool *school, const SceauHouseStyle *base, const SceauHouseStyle *style, const SceauOrnaments *ornaments,
                        SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Change) change = { NULL };
  g_autoptr (SceauHouseStyle) before = NULL;
  SceauHouseStyle kept;
  guint known = sceau_faults_count_errors (faults);

  g_return_val_if_fail (school != NULL && style != NULL, FALSE);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_house_style_table_load (school, error);
  if (before == NULL || refuse_changed (base, before, error) || !find_design (&change, school, style, ornaments, error))
    return FALSE;
  kept = make_style (style, &change);
  if (!check_style (school, &kept, &change, faults, error) || sceau_faults_refuse (faults, known, error))
    return FALSE;
  if (sceau_json_same (describe (before, change.own_before), describe (&kept, change.own)))
    return TRUE;
  return write_style (school, before, &kept, &change, error) && sceau_transaction_commit (&transaction, error);
}
