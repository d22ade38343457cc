/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * How the school's papers look and what they say, as data: a SceauDesign holds faces,
 * colours and ornaments, a SceauTemplate the lines of one kind of document.  Both are
 * JSON (the keys are in TEMPLATES.md here) and drawn by one engine: nothing of a layout
 * is in the code.
 */

/* What is delivered, one kind of paper each.  A duplicate is the parchemin with its band. */
typedef enum
{
  SCEAU_PAPER_CERTIFICATE,         /* parchemin */
  SCEAU_PAPER_BLOCK_ATTESTATION,   /* attestation de validation de bloc (L6323-6) */
  SCEAU_PAPER_SUCCESS_ATTESTATION, /* attestation de réussite, until the parchemin is delivered */
  SCEAU_PAPER_SUPPLEMENT,          /* supplément: blocks, competences, results */
  SCEAU_N_PAPERS
} SceauPaper;

const char *sceau_paper_to_id   (SceauPaper paper); /* "certificate", "block_attestation", "success_attestation", "supplement" */
gboolean    sceau_paper_from_id (const char *id, SceauPaper *paper);
const char *sceau_paper_title   (SceauPaper paper);

/* --- What a line may say -------------------------------------------------- */

/* The fields between braces in a line: "{name}".  Their values are made by sceau-mentions.h. */
typedef enum
{
  SCEAU_FIELD_ISSUER,          /* in whose name the paper is */
  SCEAU_FIELD_CENTRE,          /* « Session organisée par … », under a mandate */
  SCEAU_FIELD_CERTIFIER,
  SCEAU_FIELD_KIND,            /* « Certification professionnelle » */
  SCEAU_FIELD_TITLE,           /* exact title of the fiche */
  SCEAU_FIELD_CODE,            /* RNCP41445 */
  SCEAU_FIELD_GRANTED_TO,      /* « délivrée à » */
  SCEAU_FIELD_NAME,
  SCEAU_FIELD_BIRTH,
  SCEAU_FIELD_OTHER_NAMES,
  SCEAU_FIELD_JURY,            /* « par décision du jury réuni le … » */
  SCEAU_FIELD_REGISTRATION,
  SCEAU_FIELD_LEVEL,           /* national and European */
  SCEAU_FIELD_NSF,
  SCEAU_FIELD_VALIDITY,        /* répertoire spécifique only */
  SCEAU_FIELD_DELIVERY,        /* « Fait à …, le … » */
  SCEAU_FIELD_SIGNATORY,
  SCEAU_FIELD_SIGNATORY_TITLE,
  SCEAU_FIELD_HOLDER,          /* « La titulaire » */
  SCEAU_FIELD_NUMBER,          /* with its check letter */
  SCEAU_FIELD_BLOCK,           /* « Bloc RNCP41445BC01 » */
  SCEAU_FIELD_BLOCK_TITLE,     /* its exact wording */
  SCEAU_FIELD_BLOCK_SCOPE,     /* « La présente attestation porte sur ce seul bloc… » */
  SCEAU_FIELD_PENDING,         /* « Dans l’attente de la délivrance du parchemin… » */
  SCEAU_N_FIELDS
} SceauField;

const char *sceau_field_to_id    (SceauField field);
gboolean    sceau_field_from_id  (const char *id, SceauField *field);
/* The law or rule that asks for the field on @paper ("France compétences, FAQ parchemin, 3°"), or NULL when the school may leave it out. */
const char *sceau_field_required (SceauPaper paper, SceauField field);

/* --- Design --------------------------------------------------------------- */

typedef enum
{
  SCEAU_COLOUR_PRIMARY,   /* titles */
  SCEAU_COLOUR_ACCENT,    /* ornaments */
  SCEAU_COLOUR_INK,       /* text */
  SCEAU_COLOUR_SECONDARY, /* what matters less */
  SCEAU_N_COLOURS
} SceauColourRole;

typedef enum
{
  SCEAU_BORDER_NONE,
  SCEAU_BORDER_RULE,       /* one fine rule */
  SCEAU_BORDER_DOUBLE,     /* two rules */
  SCEAU_BORDER_INTERLACED, /* two rules and an interlaced band between them */
  SCEAU_BORDER_CORNERS,    /* corners only */
  SCEAU_BORDER_COLUMN,     /* a coloured column along the left edge */
  SCEAU_N_BORDERS
} SceauBorder;

typedef enum
{
  SCEAU_DIVIDER_NONE,
  SCEAU_DIVIDER_RULE,
  SCEAU_DIVIDER_LOZENGE,
  SCEAU_N_DIVIDERS
} SceauDivider;

typedef enum
{
  SCEAU_SEAL_NONE,
  SCEAU_SEAL_ROSETTE,
  SCEAU_SEAL_PICTURE,      /* the school's own, in place of the rosette; the rosette where it has none */
  SCEAU_N_SEALS
} SceauSeal;

typedef enum
{
  SCEAU_FACE_SERIF,
  SCEAU_FACE_SERIF_ITALIC,
  SCEAU_FACE_SMALL_CAPS,
  SCEAU_FACE_SANS,
  SCEAU_FACE_SANS_BOLD,
  SCEAU_FACE_SANS_ITALIC,
  SCEAU_N_FACES
} SceauFace;

/* Their names in JSON. */
const char *sceau_colour_role_to_id   (SceauColourRole role); /* "primary", "accent", "ink", "secondary" */
gboolean    sceau_colour_role_from_id (const char *id, SceauColourRole *role);
const char *sceau_border_to_id        (SceauBorder border);   /* "none", "rule", "double", "interlaced", "corners", "column" */
gboolean    sceau_border_from_id      (const char *id, SceauBorder *border);
const char *sceau_divider_to_id       (SceauDivider divider); /* "none", "rule", "lozenge" */
gboolean    sceau_divider_from_id     (const char *id, SceauDivider *divider);
const char *sceau_seal_to_id          (SceauSeal seal);       /* "none", "rosette", "picture" */
gboolean    sceau_seal_from_id        (const char *id, SceauSeal *seal);
const char *sceau_face_to_id          (SceauFace face);       /* "serif", "serif_italic", "small_caps", "sans", "sans_bold", "sans_italic" */
gboolean    sceau_face_from_id        (const char *id, SceauFace *face);

/* A role that lines refer to: "title", "name", "mention"… */
typedef struct
{
  char *id;
  SceauFace face;
  double size;      /* points */
  double tracking;  /* points after each letter */
  SceauColourRole colour;
} SceauTextStyle;

typedef struct
{
  char *id;                        /* "institutional" */
  char *title;                     /* French: what the user chooses by */
  guint32 colours[SCEAU_N_COLOURS]; /* 0xRRGGBB; the school's own replace the first two */
  SceauBorder border;
  SceauDivider divider;
  SceauSeal seal;
  gboolean centred;                /* else lines begin at the left */
  double margin;                   /* points from the edge of the paper to the border */
  GPtrArray *styles;               /* (element-type SceauTextStyle) */
} SceauDesign;

SceauDesign          *sceau_design_new        (void);
void                  sceau_design_free       (SceauDesign *self);
const SceauTextStyle *sceau_design_find_style (const SceauDesign *self, const char *id);

/* --- Template ------------------------------------------------------------- */

typedef enum
{
  SCEAU_LINE_TEXT,
  SCEAU_LINE_DIVIDER
} SceauLineKind;

/* A line whose fields are all empty is left out: "{other_names}" of somebody who has none. */
typedef struct
{
  SceauLineKind kind;
  char *text;         /* French, with fields; NULL for a divider */
  char *style;        /* id of a SceauTextStyle */
  double gap;         /* points above it, at least */
  int max_lines;      /* it is made smaller before it takes one more */
  double smallest;    /* share of its size it may shrink to, 0 … 1 */
} SceauTemplateLine;

typedef struct
{
  SceauPaper paper;
  char *title;            /* French: "Parchemin" */
  gboolean landscape;
  gboolean holder_signs;
  GPtrArray *lines;       /* (element-type SceauTemplateLine) */
} SceauTemplate;

SceauTemplate *sceau_template_new  (void);
void           sceau_template_free (SceauTemplate *self);
/**
 * sceau_template_check: every field known, every mention that the law requires on this paper present
 * (sceau_field_required()), no forbidden word in the school's own text (FORMATS §4.1), every style in @design.
 * Faults name the line and carry their source.
 */
gboolean       sceau_template_check (const SceauTemplate *self, const SceauDesign *design, SceauFaults *faults);

/* Called for each piece of @text: literal text (@field is SCEAU_N_FIELDS) or a field. */
typedef void (*SceauTemplatePieceFunc) (SceauField field, const char *literal, gpointer data);
/* FALSE with an INVALID SCEAU_CORE_ERROR for an unknown field or a brace without its other. "{{" is a brace. */
gboolean sceau_template_split (const char *text, SceauTemplatePieceFunc piece, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauDesign, sceau_design_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauTemplate, sceau_template_free)

G_END_DECLS
