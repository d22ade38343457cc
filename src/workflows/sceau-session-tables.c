/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The lists in the file of a session: decisions, journal.  French whatever the locale.  Birth dates are not
 * in them: the number tells two people of one name apart. */

#include "sceau-export-private.h"
#include "sceau-spreadsheet-writer.h"

/* One table, as CSV or as a workbook. */
typedef struct
{
  SceauCsvWriter *csv;
  SceauSpreadsheetWriter *sheet;
} Table;

static void
add_heading (Table *self, const char *heading, int width)
{
  if (self->csv != NULL)
    sceau_csv_writer_add_text (self->csv, heading);
  else
    sceau_spreadsheet_writer_add_column (self->sheet, heading, width);
}

static void
add_text (Table *self, const char *text)
{
  if (self->csv != NULL)
    sceau_csv_writer_add_text (self->csv, text);
  else
    sceau_spreadsheet_writer_add_text (self->sheet, text);
}

/* -1: no vote was taken. */
static void
add_votes (Table *self, int votes)
{
  if (votes < 0)
    add_text (self, NULL);
  else if (self->csv != NULL)
    sceau_csv_writer_add_number (self->csv, votes);
  else
    sceau_spreadsheet_writer_add_number (self->sheet, votes);
}

static void
end_row (Table *self)
{
  if (self->csv != NULL)
    sceau_csv_writer_end_row (self->csv);
  else
    sceau_spreadsheet_writer_end_row (self->sheet);
}

static void
add_headings (Table *self, const SceauJuryFile *file)
{
  add_heading (self, "Numéro", 14);
  add_heading (self, "Nom", 30);
  add_heading (self, "Voie d’accès", 28);
  add_heading (self, "Proposition", 20);
  add_heading (self, "Décision", 20);
  for (guint i = 0; i < file->certification->blocks->len; i++)
    add_heading (self, ((const SceauBlock *) g_ptr_array_index (file->certification->blocks, i))->code, 16);
  add_heading (self, "Motif", 60);
  add_heading (self, "Voix pour", 9);
  add_heading (self, "Voix contre", 9);
  add_heading (self, "Abstentions", 11);
  if (self->csv != NULL)
    end_row (self);
}

static const char *
block_words (SceauBlockState state)
{
  switch (state)
    {
    case SCEAU_BLOCK_NOT_TARGETED:
      return "Non visé";
    case SCEAU_BLOCK_ACQUIRED:
      return "Acquis";
    case SCEAU_BLOCK_NOT_ACQUIRED:
      return "Non acquis";
    case SCEAU_BLOCK_PENDING:
      return "En attente";
    }
  g_return_val_if_reached ("");
}

static const SceauBlockVerdict *
find_verdict (const SceauDecision *decision, const char *code)
{
  for (guint i = 0; i < decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, i);

      if (g_strcmp0 (verdict->block_code, code) == 0)
        return verdict;
    }
  return NULL;
}

/* What the jury decided or, until it did, what is proposed. */
static const char *
describe_block (const SceauDecision *decision, const char *code)
{
  const SceauBlockVerdict *verdict = find_verdict (decision, code);

  if (decision->decided && g_ptr_array_find_with_equal_func (decision->acquired_blocks, code, g_str_equal, NULL))
    return block_words (SCEAU_BLOCK_ACQUIRED);
  if (verdict == NULL)
    return NULL;
  return block_words (decision->decided && verdict->state != SCEAU_BLOCK_NOT_TARGETED ? SCEAU_BLOCK_NOT_ACQUIRED : verdict->state);
}

static void
add_decision (Table *self, const SceauJuryFile *file, const SceauDecision *decision)
{
  add_text (self, decision->learner_number);
  add_text (self, decision->learner_name);
  add_text (self, sceau_route_french (decision->route));
  add_text (self, sceau_outcome_french (decision->proposal));
  add_text (self, decision->decided ? sceau_outcome_french (decision->outcome) : NULL);
  for (guint i = 0; i < file->certification->blocks->len; i++)
    add_text (self, describe_block (decision, ((const SceauBlock *) g_ptr_array_index (file->certification->blocks, i))->code));
  add_text (self, decision->decided && decision->reason != NULL ? decision->reason : decision->proposal_reason);
  add_votes (self, decision->votes_for);
  add_votes (self, decision->votes_against);
  add_votes (self, decision->votes_abstain);
  end_row (self);
}

static void
fill_decisions (Table *self, const SceauJuryFile *file)
{
  add_headings (self, file);
  for (guint i = 0; i < file->decisions->len; i++)
    add_decision (self, file, g_ptr_array_index (file->decisions, i));
}

GBytes *
sceau_session_decisions_csv (const SceauJuryFile *file)
{
  g_autoptr (SceauCsvWriter) csv = sceau_csv_writer_new ();
  Table table = { .csv = csv };

  fill_decisions (&table, file);
  return sceau_csv_writer_to_bytes (csv);
}

GBytes *
sceau_session_decisions_xlsx (const SceauJuryFile *file, GError **error)
{
  g_autoptr (SceauSpreadsheetWriter) sheet = sceau_spreadsheet_writer_new ("Décisions du jury", "Décisions", file->session->date, error);
  Table table = { .sheet = sheet };

  if (sheet == NULL)
    return NULL;
  fill_decisions (&table, file);
  return sceau_spreadsheet_writer_to_bytes (sheet, error);
}

GBytes *
sceau_session_journal (const SceauSessionHistory *history)
{
  g_autoptr (SceauCsvWriter) csv = sceau_csv_writer_new ();

  sceau_csv_add_journal_headings (csv);
  for (guint i = 0; i < history->entries->len; i++)
    sceau_csv_add_journal_entry (csv, g_ptr_array_index (history->entries, i));
  return sceau_csv_writer_to_bytes (csv);
}
