/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * The command line: sceau-cli [--school FILE] [--json] NOUN VERB …
 * Results go to stdout, messages to stderr.  The exit status is part of the contract.
 */
typedef enum
{
  SCEAU_CLI_DONE = 0,
  SCEAU_CLI_REFUSED = 1, /* refused, or faulty input, with every reason */
  SCEAU_CLI_USAGE = 2    /* the words of the call are off */
} SceauCliStatus;

typedef struct _SceauCliCommand SceauCliCommand;

/* One call. */
typedef struct
{
  const SceauCliCommand *command;
  char *school_path;   /* --school, else SCEAU_SCHOOL, else NULL */
  gboolean json;
  char **arguments;    /* what stands after the verb; options are taken out by sceau_cli_parse() */
  SceauSchool *school; /* once opened */
  SceauFaults *faults;
} SceauCli;

struct _SceauCliCommand
{
  const char *noun;
  const char *verb;  /* NULL when the noun stands alone */
  const char *usage; /* what follows the verb; the words of the contract are not translated */
  const char *help;  /* N_(): one sentence */
  SceauCliStatus (*run) (SceauCli *cli);
};

/* One table a noun, ended by a row without noun. */
extern const SceauCliCommand sceau_cli_certificate_commands[];
extern const SceauCliCommand sceau_cli_verify_commands[]; /* more verbs of "certificate" */
extern const SceauCliCommand sceau_cli_cohort_commands[];
extern const SceauCliCommand sceau_cli_demo_commands[];
extern const SceauCliCommand sceau_cli_enrolment_commands[]; /* more verbs of "learner" */
extern const SceauCliCommand sceau_cli_fiche_commands[];
extern const SceauCliCommand sceau_cli_house_style_commands[]; /* more verbs of "school" */
extern const SceauCliCommand sceau_cli_journal_commands[];
extern const SceauCliCommand sceau_cli_jury_commands[];
extern const SceauCliCommand sceau_cli_jury_files_commands[];
extern const SceauCliCommand sceau_cli_jury_course_commands[];
extern const SceauCliCommand sceau_cli_jury_sequel_commands[];
extern const SceauCliCommand sceau_cli_juror_commands[];
extern const SceauCliCommand sceau_cli_juror_fact_commands[];
extern const SceauCliCommand sceau_cli_key_commands[];
extern const SceauCliCommand sceau_cli_layout_commands[];
extern const SceauCliCommand sceau_cli_learner_commands[];
extern const SceauCliCommand sceau_cli_proof_commands[]; /* more verbs of "certificate" */
extern const SceauCliCommand sceau_cli_register_commands[]; /* more verbs of "certificate" */
extern const SceauCliCommand sceau_cli_result_commands[];
extern const SceauCliCommand sceau_cli_school_commands[];
extern const SceauCliCommand sceau_cli_sheet_commands[]; /* more verbs of "result" */
extern const SceauCliCommand sceau_cli_signatory_commands[];
extern const SceauCliCommand sceau_cli_statistics_commands[];

/* Runs the program; @arguments is a copy of argv, UTF-8. */
int sceau_cli_main (char **arguments);

/* What the handlers share. */

/**
 * sceau_cli_parse: takes the options of @entries (may be NULL) out of the arguments and checks
 * that @minimum to @maximum (-1: any number) words remain in cli->arguments.
 * Says on stderr what is wrong; the caller then returns SCEAU_CLI_USAGE.
 */
gboolean       sceau_cli_parse      (SceauCli *cli, const GOptionEntry *entries, int minimum, int maximum);
/* Pairs (const char *option, const char *value) ended by NULL; each value must be given. */
gboolean       sceau_cli_require    (SceauCli *cli, const char *option, const char *value, ...) G_GNUC_NULL_TERMINATED;
/* Opens the school of the call; FALSE when refused (said on stderr) or none is named. */
gboolean       sceau_cli_open       (SceauCli *cli, SceauSchoolMode mode);
/* Prints the faults gathered so far and, unless it only announces them, @error; returns SCEAU_CLI_REFUSED. */
SceauCliStatus sceau_cli_refuse     (SceauCli *cli, const GError *error);
SceauCliStatus sceau_cli_refuse_text (SceauCli *cli, const char *sentence);
/* Prints the faults (warnings of something that was done). */
void           sceau_cli_print_faults (SceauCli *cli);

/* The number that a command gives back: alone on a line, or {"id": N}. */
void           sceau_cli_print_id     (SceauCli *cli, gint64 id);

/* Values of options; each says on stderr what is wrong with @text and what it should be. */
gboolean       sceau_cli_read_date   (SceauCli *cli, const char *option, const char *text, SceauDate *date);
gboolean       sceau_cli_read_number (SceauCli *cli, const char *option, const char *text, gint64 *number);
/* The number of a session, a juror, an appeal…: from 1. */
gboolean       sceau_cli_read_id     (SceauCli *cli, const char *option, const char *text, gint64 *id);
/* "3,5,8"; (transfer full) (element-type gint64) or NULL. */
GArray        *sceau_cli_read_numbers (SceauCli *cli, const char *option, const char *text);
GArray        *sceau_cli_read_ids     (SceauCli *cli, const char *option, const char *text);

G_END_DECLS
