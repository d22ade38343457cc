/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-roster-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-csv-columns-private.h"
#include "sceau-csv-reader.h"
#include "sceau-csv-writer.h"
#include "sceau-text.h"

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_SEX,
  COLUMN_BIRTH_NAME,
  COLUMN_USAGE_NAME,
  COLUMN_FIRST_NAME,
  COLUMN_OTHER_NAMES,
  COLUMN_BIRTH_DATE,
  COLUMN_BIRTH_COMMUNE,
  COLUMN_BIRTH_PLACE,
  COLUMN_BIRTH_COUNTRY,
  COLUMN_EMAIL,
  COLUMN_ROUTE,
  COLUMN_ADMISSION,
  COLUMN_ENTRY,
  COLUMN_COMPANY_START,
  COLUMN_COMPANY_END,
  COLUMN_COMPANY,
  COLUMN_TUTOR,
  COLUMN_GROUP,
  COLUMN_TARGETED_BLOCKS,
  COLUMN_ACQUIRED_BLOCKS,
  COLUMN_EXCEPTION,
  N_COLUMNS
} Column;

static const SceauCsvColumn columns[N_COLUMNS] = {
  [COLUMN_NUMBER]
  = { "number", "numéro",
      "numero|n|n°|no|numero apprenant|numero d apprenant|numero etudiant|n apprenant|n etudiant|matricule|identifiant",
      TRUE },
  [COLUMN_SEX] = { "sex", "sexe", "sexe|civilite|genre", TRUE },
  [COLUMN_BIRTH_NAME]
  = { "birth_name", "nom de naissance", "nom|nom de naissance|nom naissance|nom de famille|nom patronymique", TRUE },
  [COLUMN_USAGE_NAME] = { "usage_name", "nom d’usage", "nom d usage|nom usage|nom marital|nom d epouse", FALSE },
  [COLUMN_FIRST_NAME]
  = { "first_name", "prénom", "prenom|prenom 1|prenom1|premier prenom|prenom usuel|prenoms|prenom s", TRUE },
  [COLUMN_OTHER_NAMES] = { "other_names", "autres prénoms",
                           "autres prenoms|autre prenom|prenoms suivants|prenom 2|prenom2|deuxieme prenom", FALSE },
  [COLUMN_BIRTH_DATE]
  = { "birth_date", "date de naissance", "date de naissance|date naissance|naissance|ne le|nee le|ne e le", TRUE },
  [COLUMN_BIRTH_COMMUNE]
  = { "birth_commune", "code commune de naissance",
      "code commune|code commune de naissance|code commune naissance|code insee|insee|code insee de naissance|"
      "code insee naissance|code insee commune de naissance|code insee de la commune de naissance",
      FALSE },
  [COLUMN_BIRTH_PLACE]
  = { "birth_place", "commune de naissance",
      "commune de naissance|lieu de naissance|ville de naissance|commune naissance|lieu naissance", FALSE },
  [COLUMN_BIRTH_COUNTRY] = { "birth_country", "pays de naissance", "pays de naissance|pays|pays naissance", FALSE },
  [COLUMN_EMAIL] = { "email", "courriel",
                     "courriel|e mail|mail|adresse electronique|adresse mail|adresse e mail|adresse courriel", FALSE },
  [COLUMN_ROUTE] = { "route", "voie d’accès", "voie d acces|voie acces|voie|modalite d acces|dispositif|statut", TRUE },
  [COLUMN_ADMISSION] = { "admission", "dérogation", "derogation|base d admission|admission par derogation", FALSE },
  [COLUMN_ENTRY] = { "entry", "date d’entrée",
                     "date d entree|entree|date entree|date d entree en formation|entree en formation|debut de "
                     "formation|debut de parcours",
                     FALSE },
  [COLUMN_COMPANY_START]
  = { "company_start", "début de la période en entreprise",
      "debut en entreprise|debut entreprise|debut de la periode en entreprise|debut de periode en entreprise|"
      "debut periode en entreprise|debut du stage|debut de stage|debut stage",
      FALSE },
  [COLUMN_COMPANY_END]
  = { "company_end", "fin de la période en entreprise",
      "fin en entreprise|fin entreprise|fin de la periode en entreprise|fin de periode en entreprise|"
      "fin periode en entreprise|fin du stage|fin de stage|fin stage",
      FALSE },
  [COLUMN_COMPANY] = { "company", "entreprise",
                       "entreprise|employeur|entreprise d accueil|organisme d accueil|structure d accueil", FALSE },
  [COLUMN_TUTOR] = { "tutor", "tuteur", "tuteur|tutrice|tuteur entreprise|maitre d apprentissage|accompagnateur|accompagnateur vae", FALSE },
  [COLUMN_GROUP] = { "group", "groupe", "groupe|equipe|groupe de projet", FALSE },
  [COLUMN_TARGETED_BLOCKS]
  = { "targeted_blocks", "blocs visés", "blocs vises|blocs|blocs cibles|blocs prepares", FALSE },
  [COLUMN_ACQUIRED_BLOCKS] = { "acquired_blocks", "blocs acquis", "blocs acquis|blocs deja acquis", FALSE },
  [COLUMN_EXCEPTION] = { "exception", "exception au quota",
                         "exception|exception au quota|motif de l exception|motif exception|motif d exception", FALSE },
};

typedef struct
{
  const SceauCsv *csv;
  int positions[N_COLUMNS];
  GHashTable *numbers;          /* (element-type utf8 int): folded number → line where it stands first */
  SceauFaults *faults;
  guint row;
  gboolean faulty[N_COLUMNS];   /* of this row: the rules of core need not repeat it */
} Roster;

void
sceau_roster_entry_free (SceauRosterEntry *self)
{
  if (self == NULL)
    return;
  sceau_learner_free (self->learner);
  sceau_enrolment_free (self->enrolment);
  g_ptr_array_unref (self->acquired_blocks);
  g_free (self->exception);
  g_free (self);
}

static const char *
cell (const Roster *roster, Column column)
{
  return roster->positions[column] < 0 ? ""
                                       : sceau_csv_cell (roster->csv, roster->row, (guint) roster->positions[column]);
}

static void
add_fault (Roster *roster,
           Column column,
           SceauFaultSeverity severity,
           const char *value,
           const char *reason,
           const char *remedy)
{
  int position = roster->positions[column];
  int line = position < 0 ? sceau_csv_row_line (roster->csv, roster->row)
                          : sceau_csv_cell_line (roster->csv, roster->row, (guint) position);

  roster->faulty[column] |= severity == SCEAU_FAULT_ERROR;
  sceau_faults_add (roster->faults, severity, line, position + 1, columns[column].name, value, reason, remedy);
}

static char *
read_text (const Roster *roster, Column column)
{
  return sceau_text_normalise (cell (roster, column));
}

static SceauDate
read_date (Roster *roster, Column column)
{
  SceauDate date;

  if (!sceau_csv_read_date (roster->csv, roster->row, roster->positions[column], columns[column].name, &date,
                            roster->faults))
    roster->faulty[column] = TRUE;
  return date;
}

static char *
read_number (Roster *roster)
{
  char *number = read_text (roster, COLUMN_NUMBER);
  g_autofree char *folded = NULL;
  int line = sceau_csv_row_line (roster->csv, roster->row);
  int first;

  if (number == NULL)
    return NULL;
  if (sceau_csv_is_scientific (number))
    add_fault (roster, COLUMN_NUMBER, SCEAU_FAULT_ERROR, number,
               _("The spreadsheet has shortened the number, its digits are lost."),
               _("Give the column the format “text” in the spreadsheet and type the number again."));
  folded = g_utf8_casefold (number, -1);
  first = GPOINTER_TO_INT (g_hash_table_lookup (roster->numbers, folded));
  if (first > 0)
    {
      g_autofree char *reason = g_strdup_printf (_("The number stands already on line %d."), first);

      add_fault (roster, COLUMN_NUMBER, SCEAU_FAULT_ERROR, number, reason,
                 _("Give each learner a number of their own, on one line."));
    }
  else
    g_hash_table_insert (roster->numbers, g_steal_pointer (&folded), GINT_TO_POINTER (line));
  return number;
}

static SceauSex
read_sex (Roster *roster)
{
  SceauSex sex = SCEAU_SEX_UNKNOWN;
  const char *text = cell (roster, COLUMN_SEX);

  if (*text != '\0' && !sceau_sex_from_text (text, &sex))
    add_fault (roster, COLUMN_SEX, SCEAU_FAULT_ERROR, text, _("This is not a sex of the civil status."),
               _("Write F or M."));
  return sex;
}

static char *
read_commune (Roster *roster)
{
  const char *text = cell (roster, COLUMN_BIRTH_COMMUNE);

  if (*text == '\0')
    return NULL;
  if (strlen (text) == 4 && strspn (text, "0123456789") == 4)
    {
      g_autofree char *reason
          = g_strdup_printf (_("The spreadsheet took away the zero at the beginning: the code may be 0%s."), text);

      add_fault (roster, COLUMN_BIRTH_COMMUNE, SCEAU_FAULT_ERROR, text, reason,
                 _("Give the column the format “text” in the spreadsheet and type the five characters again."));
    }
  return g_ascii_strup (text, -1);
}

static char *
read_email (Roster *roster)
{
  char *email = read_text (roster, COLUMN_EMAIL);

  if (email != NULL && !g_regex_match_simple ("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email, 0, 0))
    add_fault (roster, COLUMN_EMAIL, SCEAU_FAULT_WARNING, email, _("This does not look like an e-mail address."),
               _("Check it."));
  return email;
}

/* What core says about the person, with the column of the file; not what was said already. */
static void
check_learner (Roster *roster, const SceauLearner *learner)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();

  sceau_learner_check (learner, 0, found);
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);
      Column column = 0;

      while (column < N_COLUMNS - 1 && g_strcmp0 (columns[column].name, fault->field) != 0)
        column++;
      if (!roster->faulty[column])
        add_fault (roster, column, fault->severity, fault->value, fault->reason, fault->remedy);
    }
}

/* "Zoé, Anne" in one column: the declaration to the CDC wants the first name alone. */
static void
split_first_names (SceauLearner *learner)
{
  char *comma = learner->first_name != NULL ? strchr (learner->first_name, ',') : NULL;

  if (comma == NULL || learner->other_names != NULL)
    return;
  *comma = '\0';
  learner->other_names = sceau_text_normalise (comma + 1);
  g_strchomp (learner->first_name);
}

static SceauLearner *
read_learner (Roster *roster)
{
  SceauLearner *learner = sceau_learner_new ();

  learner->number = read_number (roster);
  learner->sex = read_sex (roster);
  learner->birth_name = read_text (roster, COLUMN_BIRTH_NAME);
  learner->usage_name = read_text (roster, COLUMN_USAGE_NAME);
  learner->first_name = read_text (roster, COLUMN_FIRST_NAME);
  learner->other_names = read_text (roster, COLUMN_OTHER_NAMES);
  split_first_names (learner);
  learner->birth_date = read_date (roster, COLUMN_BIRTH_DATE);
  learner->birth_commune = read_commune (roster);
  learner->birth_place = read_text (roster, COLUMN_BIRTH_PLACE);
  learner->birth_country = read_text (roster, COLUMN_BIRTH_COUNTRY);
  learner->email = read_email (roster);
  check_learner (roster, learner);
  return learner;
}

static SceauRoute
read_route (Roster *roster)
{
  const char *text = cell (roster, COLUMN_ROUTE);
  SceauRoute route = SCEAU_ROUTE_INITIAL;

  if (*text == '\0')
    add_fault (roster, COLUMN_ROUTE, SCEAU_FAULT_ERROR, NULL, _("The access route is missing."),
               _("Write FI, CA, FC, CQ, CL or VAE."));
  else if (!sceau_route_from_text (text, &route))
    add_fault (roster, COLUMN_ROUTE, SCEAU_FAULT_ERROR, text, _("This is not an access route."),
               _("Write FI, CA, FC, CQ, CL or VAE."));
  return route;
}

static SceauAdmission
read_admission (Roster *roster)
{
  const char *text = cell (roster, COLUMN_ADMISSION);
  SceauAdmission admission = SCEAU_ADMISSION_NORMAL;

  if (*text != '\0' && !sceau_admission_from_id (text, &admission) && !sceau_admission_from_text (text, &admission))
    add_fault (roster, COLUMN_ADMISSION, SCEAU_FAULT_ERROR, text, _("This is not a basis of admission."),
               _("Leave it empty for a normal admission; write a or b for a derogation."));
  return admission;
}

static void
read_targeted_blocks (Roster *roster, GPtrArray *blocks)
{
  g_auto (GStrv) codes = g_strsplit_set (cell (roster, COLUMN_TARGETED_BLOCKS), ";,|+ \n", -1);

  for (char **code = codes; *code != NULL; code++)
    if (**code != '\0' && !g_ptr_array_find_with_equal_func (blocks, *code, g_str_equal, NULL))
      g_ptr_array_add (blocks, g_strdup (*code));
}

/* CODE=kind:date:proof; NULL after a fault. */
static SceauAcquiredBlock *
read_acquired_block (Roster *roster, const char *text)
{
  g_autoptr (GRegex) form
      = g_regex_new ("^([^=\\s]+)\\s*=\\s*([a-z]+)\\s*:\\s*([0-9/-]{10})\\s*:\\s*(.*\\S)\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  SceauAcquiredBlock *block;
  SceauAcquisitionKind kind = SCEAU_ACQUISITION_EARLIER;
  SceauDate date = SCEAU_NO_DATE;
  gboolean whole = g_regex_match (form, text, 0, &match);
  g_autofree char *id = whole ? g_match_info_fetch (match, 2) : NULL;
  g_autofree char *day = whole ? g_match_info_fetch (match, 3) : NULL;

  /* "jury" is for the decisions of this file alone: nobody may bring one along. */
  if (!whole || !sceau_acquisition_kind_from_id (id, &kind) || kind == SCEAU_ACQUISITION_JURY
      || !sceau_date_parse_any (day, &date))
    {
      add_fault (roster, COLUMN_ACQUIRED_BLOCKS, SCEAU_FAULT_ERROR, text,
                 _("This does not say how the block was acquired."),
                 _("Write CODE=kind:date:proof, where kind is earlier, vae, correspondence or dispense, for instance "
                   "“RNCP41445BC01=earlier:2024-06-28:PV 2024-06”, and “|” between two blocks."));
      return NULL;
    }
  block = sceau_acquired_block_new ();
  block->block_code = g_match_info_fetch (match, 1);
  block->kind = kind;
  block->date = date;
  block->proof = g_match_info_fetch (match, 4);
  return block;
}

static void
read_acquired_blocks (Roster *roster, GPtrArray *blocks)
{
  g_auto (GStrv) parts = g_strsplit_set (cell (roster, COLUMN_ACQUIRED_BLOCKS), "|\n", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      SceauAcquiredBlock *block = *g_strstrip (*part) != '\0' ? read_acquired_block (roster, *part) : NULL;

      if (block != NULL)
        g_ptr_array_add (blocks, block);
    }
}

static SceauEnrolment *
read_enrolment (Roster *roster, const SceauLearner *learner)
{
  SceauEnrolment *enrolment = sceau_enrolment_new ();

  enrolment->learner_number = g_strdup (learner->number);
  enrolment->route = read_route (roster);
  enrolment->admission = read_admission (roster);
  enrolment->entry = read_date (roster, COLUMN_ENTRY);
  enrolment->company_start = read_date (roster, COLUMN_COMPANY_START);
  enrolment->company_end = read_date (roster, COLUMN_COMPANY_END);
  enrolment->company = read_text (roster, COLUMN_COMPANY);
  enrolment->tutor = read_text (roster, COLUMN_TUTOR);
  enrolment->group = read_text (roster, COLUMN_GROUP);
  read_targeted_blocks (roster, enrolment->targeted_blocks);
  return enrolment;
}

static SceauRosterEntry *
read_entry (Roster *roster)
{
  SceauRosterEntry *entry = g_new0 (SceauRosterEntry, 1);

  memset (roster->faulty, 0, sizeof roster->faulty);
  entry->line = sceau_csv_row_line (roster->csv, roster->row);
  entry->acquired_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_acquired_block_free);
  entry->learner = read_learner (roster);
  entry->enrolment = read_enrolment (roster, entry->learner);
  read_acquired_blocks (roster, entry->acquired_blocks);
  entry->exception = read_text (roster, COLUMN_EXCEPTION);
  return entry;
}

static void
report_unknown_columns (const SceauCsv *csv, SceauFaults *faults)
{
  for (guint i = 0; i < sceau_csv_n_columns (csv); i++)
    {
      gboolean known = FALSE;

      for (guint c = 0; c < N_COLUMNS && !known; c++)
        known = sceau_csv_columns_match (sceau_csv_header (csv, i), &columns[c]);
      if (!known)
        sceau_faults_add (faults, SCEAU_FAULT_WARNING, sceau_csv_header_line (csv), (int) i + 1,
                          sceau_csv_header (csv, i), NULL, _("The column is not known and is not used."),
                          _("Compare its name with the template."));
    }
}

static GPtrArray *
read_rows (const SceauCsv *csv, SceauFaults *faults)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_roster_entry_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Roster roster = { .csv = csv, .numbers = numbers, .faults = faults };

  report_unknown_columns (csv, faults);
  if (!sceau_csv_columns_find (csv, columns, N_COLUMNS, roster.positions, faults))
    return entries;
  if (sceau_csv_n_rows (csv) == 0)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, sceau_csv_header_line (csv), 0, NULL, NULL,
                      _("There is no learner in the file: nothing usable stands below its header."), _("Add one row for each learner."));
  for (; roster.row < sceau_csv_n_rows (csv); roster.row++)
    {
      guint errors = sceau_faults_count_errors (faults);
      SceauRosterEntry *entry = read_entry (&roster);

      if (sceau_faults_count_errors (faults) == errors)
        g_ptr_array_add (entries, entry);
      else
        sceau_roster_entry_free (entry);
    }
  return entries;
}

GPtrArray *
sceau_roster_reader_read (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauCsv) csv = sceau_csv_read (file, faults, cancellable, error);

  return csv != NULL ? read_rows (csv, faults) : NULL;
}

GPtrArray *
sceau_roster_reader_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCsv) csv = sceau_csv_read_bytes (bytes, faults, error);

  return csv != NULL ? read_rows (csv, faults) : NULL;
}

gboolean
sceau_roster_template_write (GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();

  for (guint c = 0; c < N_COLUMNS; c++)
    sceau_csv_writer_add_text (writer, columns[c].name);
  sceau_csv_writer_end_row (writer);
  return sceau_csv_writer_save (writer, file, overwrite, error);
}
