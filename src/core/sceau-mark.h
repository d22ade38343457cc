/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SceauMark: what stands in one cell of the results: a value on a scale, or
 * one of the states that are not a value.  Blank, zero, absent, excused,
 * pending, exempt and fraud are seven different things.
 *
 * The value is an exact integer of hundredths: 14,5 is 1450.  On the letter
 * scale A…F are 500, 400, 300, 200, 100, 0; on the acquisition scale acquis,
 * partiellement acquis and non acquis are 100, 50, 0.  Never a double.
 */
typedef enum
{
  SCEAU_MARK_BLANK,   /* nothing was entered */
  SCEAU_MARK_VALUE,   /* a value, zero included */
  SCEAU_MARK_ABSENT,  /* absence injustifiée */
  SCEAU_MARK_EXCUSED, /* absence justifiée: a later attempt is due */
  SCEAU_MARK_PENDING, /* assessed, the mark is not known yet */
  SCEAU_MARK_EXEMPT,  /* dispense: the modality counts as met and weighs nothing */
  SCEAU_MARK_FRAUD    /* fraude retenue après audition */
} SceauMarkKind;

typedef struct
{
  SceauMarkKind kind;
  gint32 value; /* hundredths; 0 unless kind is SCEAU_MARK_VALUE */
} SceauMark;

typedef enum
{
  SCEAU_SCALE_TWENTY,      /* 0 to 20, at most two decimals */
  SCEAU_SCALE_LETTERS,     /* A B C D E F */
  SCEAU_SCALE_ACQUISITION  /* acquis, partiellement acquis, non acquis */
} SceauScale;

#define SCEAU_MARK_NONE ((SceauMark) { SCEAU_MARK_BLANK, 0 })

/**
 * sceau_mark_parse: reads what a person types or a spreadsheet holds.
 * "14,5" and "14.5" are the same; "ABS", "EXC", "ATT", "DISP", "FRAUDE" and
 * their full French words (absent, excusé, en attente, dispensé, fraude) name
 * the states in any case; "" is blank.  "A", "PA", "NA" on the acquisition scale.
 *
 * Returns: FALSE with SCEAU_CORE_ERROR_INVALID and a sentence with the remedy
 *   when the text is none of these or lies outside the scale.
 */
gboolean    sceau_mark_parse         (const char *text, SceauScale scale, SceauMark *mark, GError **error);
/* Points of a grid, in hundredths, from 0 to @most, which may be more than a mark is; FALSE for anything else. UTF-8. */
gboolean    sceau_points_parse       (const char *text, gint32 most, gint32 *points);
/* The shortest text that sceau_mark_parse() reads back: "14,5", "0", "ABS", "PA", "". */
char       *sceau_mark_to_text       (SceauMark mark, SceauScale scale);
gboolean    sceau_mark_equal         (SceauMark a, SceauMark b);
/* Whether a value, or an exemption, reaches @pass_mark (hundredths). */
gboolean    sceau_mark_passes        (SceauMark mark, gint32 pass_mark);
gint32      sceau_scale_maximum      (SceauScale scale);

/* Identifiers of the files: "twenty", "letters", "acquisition"; "blank", "value", "absent"… */
const char *sceau_scale_to_id        (SceauScale scale);
gboolean    sceau_scale_from_id      (const char *id, SceauScale *scale);
const char *sceau_mark_kind_to_id    (SceauMarkKind kind);
gboolean    sceau_mark_kind_from_id  (const char *id, SceauMarkKind *kind);
const char *sceau_mark_kind_title    (SceauMarkKind kind); /* translated, for the screen */

G_END_DECLS
