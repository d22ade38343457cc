/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SceauFault: one thing that is wrong with what the user gave, said so that it
 * can be mended: place, value, reason, remedy.  Readers and checks collect all
 * faults before they refuse, so that the user mends the file once.
 */
typedef enum
{
  SCEAU_FAULT_ERROR,   /* the line, or the operation, is refused */
  SCEAU_FAULT_WARNING  /* it goes on, the user is told */
} SceauFaultSeverity;

typedef struct
{
  SceauFaultSeverity severity;
  char *place;  /* "line 12", "block RNCP41445BC02"; %NULL when it concerns the whole */
  int line;     /* 1-based line of the source file, 0 when there is none */
  int column;   /* 1-based column of the source file, 0 when there is none */
  char *field;  /* name of the column or element, or %NULL */
  char *value;  /* what was read, shortened to 60 characters, or %NULL */
  char *reason; /* a translated sentence: what is wrong */
  char *remedy; /* a translated sentence: what to do, or %NULL */
  char *source; /* the law, format or rule that says so, in French, or %NULL */
} SceauFault;

/* The faults of one operation, in the order they were met. */
typedef struct _SceauFaults SceauFaults;

SceauFaults      *sceau_faults_new          (void);
void              sceau_faults_free         (SceauFaults *faults);
void              sceau_faults_add          (SceauFaults        *faults,
                                             SceauFaultSeverity  severity,
                                             int                 line,
                                             int                 column,
                                             const char         *field,
                                             const char         *value,
                                             const char         *reason,
                                             const char         *remedy);
/* The same for what has no line in a file: @place names it ("block RNCP41445BC02"), or is %NULL for the whole. */
void              sceau_faults_add_at       (SceauFaults        *faults,
                                             SceauFaultSeverity  severity,
                                             const char         *place,
                                             const char         *field,
                                             const char         *value,
                                             const char         *reason,
                                             const char         *remedy);
/* Names the @source of the fault added last. */
void              sceau_faults_set_source   (SceauFaults *faults, const char *source);
guint             sceau_faults_length       (const SceauFaults *faults);
const SceauFault *sceau_faults_get          (const SceauFaults *faults, guint index);
guint             sceau_faults_count_errors (const SceauFaults *faults);
gboolean          sceau_faults_line_has_error (const SceauFaults *faults, int line);

/* One line of text: "line 12, column 3 (birth_date) « 31/02/1999 »: … Remedy. [source]" */
char             *sceau_fault_to_string     (const SceauFault *fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFaults, sceau_faults_free)

/**
 * SCEAU_CORE_ERROR: what the caller of a rule can act on.
 * @SCEAU_CORE_ERROR_INVALID: the value cannot be what it should be.
 * @SCEAU_CORE_ERROR_REFUSED: a rule of the certification or of the law forbids it now.
 */
#define SCEAU_CORE_ERROR (sceau_core_error_quark ())
GQuark sceau_core_error_quark (void);

typedef enum
{
  SCEAU_CORE_ERROR_INVALID,
  SCEAU_CORE_ERROR_REFUSED
} SceauCoreError;

G_END_DECLS
