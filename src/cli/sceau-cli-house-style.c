/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How the papers look: "school style", and a specimen of them: "school specimen". */

#include "sceau-cli-answer.h"
#include "sceau-cli-house-style.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-house-look.h"
#include "sceau-house-style-table.h"
#include "sceau-keep-house-style.h"
#include "sceau-print-session.h"

SceauPicture *
sceau_cli_read_picture (SceauCli *cli, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SceauPicture *picture = sceau_picture_read_file (file, NULL, &error);

  if (picture == NULL)
    sceau_cli_refuse (cli, error);
  return picture;
}

void
sceau_cli_json_picture (JsonBuilder *builder, const char *key, const SceauPicture *picture)
{
  g_autofree char *sha256 = NULL;

  json_builder_set_member_name (builder, key);
  if (picture == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture->png);
  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "width", picture->width);
  sceau_cli_json_integer (builder, "height", picture->height);
  sceau_cli_json_text (builder, "sha256", sha256);
  json_builder_end_object (builder);
}

/* Showing ---------------------------------------------------------------------------- */

/* (transfer full): the school's own colour, else the design's. */
static char *
show_colour (gint64 own, guint32 designs)
{
  return sceau_colour_to_text (own >= 0 ? (guint32) own : designs);
}

static void
print_style_json (const SceauHouseLook *look)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *primary = show_colour (look->style->primary, look->design->colours[SCEAU_COLOUR_PRIMARY]);
  g_autofree char *accent = show_colour (look->style->accent, look->design->colours[SCEAU_COLOUR_ACCENT]);

  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "design", look->design->id);
  sceau_cli_json_text (builder, "title", look->design->title);
  sceau_cli_json_text (builder, "primary", primary);
  sceau_cli_json_text (builder, "accent", accent);
  sceau_cli_json_text (builder, "border", sceau_border_to_id (look->design->border));
  sceau_cli_json_text (builder, "divider", sceau_divider_to_id (look->design->divider));
  sceau_cli_json_text (builder, "seal", sceau_seal_to_id (look->design->seal));
  sceau_cli_json_picture (builder, "logo", look->style->logo);
  sceau_cli_json_picture (builder, "seal_picture", look->style->seal);
  sceau_cli_json_boolean (builder, "proof_required", look->style->proof_required);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

/* (transfer full) */
static char *
show_picture (const SceauPicture *picture)
{
  return picture != NULL ? g_strdup_printf ("%d × %d", picture->width, picture->height) : g_strdup (_("none"));
}

static void
print_style (const SceauHouseLook *look)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("What"), _("Value"), NULL);
  g_autofree char *design = g_strdup_printf ("%s (%s)", look->design->id, look->design->title);
  g_autofree char *primary = show_colour (look->style->primary, look->design->colours[SCEAU_COLOUR_PRIMARY]);
  g_autofree char *accent = show_colour (look->style->accent, look->design->colours[SCEAU_COLOUR_ACCENT]);
  g_autofree char *logo = show_picture (look->style->logo);
  g_autofree char *seal = show_picture (look->style->seal);

  sceau_cli_table_add (table, _("Design"), design, NULL);
  sceau_cli_table_add (table, _("Colour of titles"), primary, NULL);
  sceau_cli_table_add (table, _("Colour of ornaments"), accent, NULL);
  sceau_cli_table_add (table, _("Border"), sceau_border_to_id (look->design->border), NULL);
  sceau_cli_table_add (table, _("Dividers"), sceau_divider_to_id (look->design->divider), NULL);
  sceau_cli_table_add (table, _("Seal"), sceau_seal_to_id (look->design->seal), NULL);
  sceau_cli_table_add (table, _("Logo"), logo, NULL);
  sceau_cli_table_add (table, _("Picture of the seal"), seal, NULL);
  sceau_cli_table_add (table, _("Signed proof before each parchemin"), look->style->proof_required ? _("yes") : _("no"), NULL);
  sceau_cli_table_print (table);
}

static SceauCliStatus
show_style (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauHouseLook) look = sceau_load_house_look (cli->school, &error);

  if (look == NULL)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  if (cli->json)
    print_style_json (look);
  else
    print_style (look);
  return SCEAU_CLI_DONE;
}

/* Changing --------------------------------------------------------------------------- */

typedef struct
{
  char *design, *primary, *accent, *border, *divider, *seal, *logo, *seal_picture, *proof;
  gboolean no_logo, no_seal_picture;
} StyleOptions;

static void
style_options_clear (StyleOptions *self)
{
  g_free (self->design);
  g_free (self->primary);
  g_free (self->accent);
  g_free (self->border);
  g_free (self->divider);
  g_free (self->seal);
  g_free (self->logo);
  g_free (self->seal_picture);
  g_free (self->proof);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StyleOptions, style_options_clear)

static gboolean
parse_style (SceauCli *cli, StyleOptions *self)
{
  const GOptionEntry entries[] = {
    { "design", 0, 0, G_OPTION_ARG_STRING, &self->design },
    { "primary", 0, 0, G_OPTION_ARG_STRING, &self->primary },
    { "accent", 0, 0, G_OPTION_ARG_STRING, &self->accent },
    { "border", 0, 0, G_OPTION_ARG_STRING, &self->border },
    { "divider", 0, 0, G_OPTION_ARG_STRING, &self->divider },
    { "seal", 0, 0, G_OPTION_ARG_STRING, &self->seal },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &self->logo },
    { "no-logo", 0, 0, G_OPTION_ARG_NONE, &self->no_logo },
    { "seal-picture", 0, 0, G_OPTION_ARG_FILENAME, &self->seal_picture },
    { "no-seal-picture", 0, 0, G_OPTION_ARG_NONE, &self->no_seal_picture },
    { "proof", 0, 0, G_OPTION_ARG_STRING, &self->proof },
    { NULL },
  };

  return sceau_cli_parse (cli, entries, 0, 0);
}

static gboolean
is_change (const StyleOptions *self)
{
  return self->design != NULL || self->primary != NULL || self->accent != NULL || self->border != NULL || self->divider != NULL
         || self->seal != NULL || self->logo != NULL || self->seal_picture != NULL || self->proof != NULL || self->no_logo
         || self->no_seal_picture;
}

static void
add_fault (SceauCli *cli, const char *option, const char *value, const char *remedy)
{
  sceau_faults_add_at (cli->faults, SCEAU_FAULT_ERROR, NULL, option, value, _("This is none of the known values."), remedy);
}

/* "design" is the way back to the design's own colour. */
static void
read_colour (SceauCli *cli, const char *option, const char *text, gint64 *colour)
{
  guint32 value;

  if (text == NULL)
    return;
  if (g_str_equal (text, "design"))
    *colour = -1;
  else if (sceau_colour_from_text (text, &value))
    *colour = value;
  else
    add_fault (cli, option, text, _("Write a colour like #1b2a49, or “design”."));
}

static void
read_ornaments (SceauCli *cli, const StyleOptions *self, SceauOrnaments *ornaments)
{
  if (self->border != NULL && !sceau_border_from_id (self->border, &ornaments->border))
    add_fault (cli, "--border", self->border, _("Write none, rule, double, interlaced, corners or column."));
  if (self->divider != NULL && !sceau_divider_from_id (self->divider, &ornaments->divider))
    add_fault (cli, "--divider", self->divider, _("Write none, rule or lozenge."));
  if (self->seal != NULL && !sceau_seal_from_id (self->seal, &ornaments->seal))
    add_fault (cli, "--seal", self->seal, _("Write none, rosette or picture."));
}

static void
read_proof (SceauCli *cli, const char *text, gboolean *required)
{
  if (text == NULL)
    return;
  if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
    *required = g_str_equal (text, "yes");
  else
    add_fault (cli, "--proof", text, _("Write yes or no."));
}

static void
read_picture (SceauCli *cli, const char *option, const char *path, gboolean none, SceauPicture **picture)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL && !none)
    return;
  g_clear_pointer (picture, sceau_picture_free);
  if (file == NULL)
    return;
  *picture = sceau_picture_read_file (file, NULL, &error);
  if (*picture == NULL)
    sceau_faults_add_at (cli->faults, SCEAU_FAULT_ERROR, NULL, option, NULL, error->message, NULL);
}

/* @base: as the school has it.  The fields of the look become those that are wanted. */
static gboolean
save_style (SceauCli *cli, const StyleOptions *self, SceauHouseLook *look, GError **error)
{
  SceauHouseStyle *style = look->style;
  const guint known = sceau_faults_count_errors (cli->faults);
  SceauOrnaments ornaments = { look->design->border, look->design->divider, look->design->seal };

  read_colour (cli, "--primary", self->primary, &style->primary);
  read_colour (cli, "--accent", self->accent, &style->accent);
  read_proof (cli, self->proof, &style->proof_required);
  read_picture (cli, "--logo", self->logo, self->no_logo, &style->logo);
  read_picture (cli, "--seal-picture", self->seal_picture, self->no_seal_picture, &style->seal);
  if (self->design != NULL)
    {
      g_autoptr (SceauDesign) design = sceau_load_design (cli->school, self->design, error);

      if (design == NULL)
        return FALSE;
      g_free (style->design);
      style->design = g_strdup (self->design);
      ornaments = (SceauOrnaments) { design->border, design->divider, design->seal };
    }
  read_ornaments (cli, self, &ornaments);
  return sceau_faults_count_errors (cli->faults) == known
         && sceau_save_house_style (cli->school, NULL, style, &ornaments, cli->faults, error);
}

static SceauCliStatus
school_style (SceauCli *cli)
{
  g_auto (StyleOptions) options = { NULL };
  g_autoptr (SceauHouseLook) look = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_style (cli, &options))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, is_change (&options) ? SCEAU_SCHOOL_READ_WRITE : SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!is_change (&options))
    return show_style (cli);
  look = sceau_load_house_look (cli->school, &error);
  if (look == NULL || !save_style (cli, &options, look, &error))
    return sceau_cli_refuse (cli, error);
  return show_style (cli);
}

static SceauCliStatus
school_specimen (SceauCli *cli)
{
  g_autofree char *paper_id = NULL;
  SceauPaper paper = SCEAU_PAPER_CERTIFICATE;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_id }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if (paper_id != NULL && !sceau_paper_from_id (paper_id, &paper))
    return sceau_cli_refuse_text (cli, _("--paper is certificate, block_attestation, success_attestation or supplement."));
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  pdf = sceau_preview_paper (cli->school, NULL, NULL, paper, &error);
  if (pdf == NULL || !sceau_write_document (pdf, cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[0]);
}

const SceauCliCommand sceau_cli_house_style_commands[] = {
  { "school", "style",
    "[--design ID] [--primary COLOUR|design] [--accent COLOUR|design] [--border B] [--divider D] [--seal none|rosette|picture] "
    "[--logo FILE|--no-logo] [--seal-picture FILE|--no-seal-picture] [--proof yes|no]",
    N_("Show how the papers look, or change it."), school_style },
  { "school", "specimen", "OUT.pdf [--paper certificate|block_attestation|success_attestation|supplement]",
    N_("Write a specimen of a paper, about an invented person."), school_specimen },
  { NULL },
};
