/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-fault.h"
#include "sceau-mark.h"

G_BEGIN_DECLS

/**
 * SceauPlan: how one certification is assessed, as structured data: its
 * modalities, the rule of each block, the transversal requirements, the quotas
 * of derogations and the composition of the jury on each access route.
 * The fiche says these in prose; the plan is the school's reading of it.
 */
typedef enum
{
  SCEAU_MODALITY_CASE_STUDY,             /* étude de cas */
  SCEAU_MODALITY_PROFESSIONAL_SITUATION, /* mise en situation professionnelle */
  SCEAU_MODALITY_PRACTICAL_WORK,         /* travaux pratiques */
  SCEAU_MODALITY_PROJECT,                /* projet */
  SCEAU_MODALITY_THESIS,                 /* thèse professionnelle, mémoire */
  SCEAU_MODALITY_WRITTEN,                /* épreuve écrite */
  SCEAU_MODALITY_ORAL,                   /* épreuve orale, entretien */
  SCEAU_MODALITY_QUIZ,                   /* questionnaire */
  SCEAU_MODALITY_PORTFOLIO,              /* dossier, livret VAE */
  SCEAU_N_MODALITY_TYPES
} SceauModalityType;

/* One line of a criteria grid: what an examiner looks at, and how many points it is worth. */
typedef struct
{
  char *code;      /* unique in the modality: "C1" */
  char *title;
  gint32 points;   /* at most so many, in hundredths, > 0 */
  int competence;  /* 1-based number of the block's competence that it shows, 0 when none */
} SceauCriterion;

typedef struct
{
  char *code;       /* unique in the plan: "BC01-EC1", "THESE" */
  char *block_code; /* NULL for a transversal modality and for a certification assessed as a whole */
  SceauModalityType type;
  char *title;
  char *deliverable;  /* livrable, or NULL */
  gboolean collective; /* one mark for a group, which may be adjusted for one of its members */
  gboolean double_entry; /* marks are typed twice and compared before they are submitted */
  int weight;          /* > 0; hundredths: 100 is coefficient 1 */
  SceauScale scale;
  gint32 pass_mark;    /* hundredths on the scale */
  gint32 floor;        /* eliminatory floor in hundredths; -1 when there is none */
  int max_attempts;    /* first session included; 0: any number */
  int retake_delay;    /* days that must lie between two attempts; 0: none */
  gint32 retake_cap;   /* a retake counts at most for so much, hundredths on the scale; -1: for what it is worth */
  GArray *competences; /* (element-type int): 1-based numbers of the block's competences that it covers */
  GPtrArray *criteria; /* (element-type SceauCriterion): the grid, in its order; empty: none */
} SceauModality;

typedef enum
{
  SCEAU_BLOCK_RULE_ALL_PASSED,       /* every modality reaches its pass mark */
  SCEAU_BLOCK_RULE_WEIGHTED_MEAN,    /* the weighted mean reaches the threshold and no floor is missed */
  SCEAU_BLOCK_RULE_COMPETENCE_SHARE  /* the share of competences acquired reaches the threshold */
} SceauBlockRuleKind;

typedef struct
{
  char *block_code; /* NULL: the certification as a whole (no blocks) */
  SceauBlockRuleKind kind;
  gint32 threshold; /* hundredths of the scale for a mean, hundredths of a per cent for a share; unused otherwise */
} SceauBlockRule;

typedef enum
{
  SCEAU_REQUIREMENT_MODALITY,       /* a transversal modality that must be passed (thèse) */
  SCEAU_REQUIREMENT_COMPANY_PERIOD  /* a period in a company of min to max months */
} SceauRequirementKind;

typedef struct
{
  char *code;
  char *title;
  SceauRequirementKind kind;
  char *modality_code; /* SCEAU_REQUIREMENT_MODALITY */
  int min_months;      /* SCEAU_REQUIREMENT_COMPANY_PERIOD; 0 when unbounded */
  int max_months;
  /* Routes that do not have to meet it, as bits 1 << SceauRoute; VAE candidates have no internship. */
  guint exempt_routes;
} SceauRequirement;

/* Admission basis of an enrolment: normal, or a derogation counted against quotas. */
typedef enum
{
  SCEAU_ADMISSION_NORMAL,
  SCEAU_ADMISSION_DEROGATION_A, /* RNCP41445: VAPP, five years of experience */
  SCEAU_ADMISSION_DEROGATION_B  /* RNCP41445: M1 with less than three years, or L3 with three years */
} SceauAdmission;

typedef struct
{
  char *code;   /* "a", "b", "a+b" */
  char *title;
  guint admissions; /* what it counts, as bits 1 << SceauAdmission */
  int max_percent;  /* of the cohort; the number of places is the integer floor */
} SceauQuota;

typedef struct
{
  SceauRoute route;
  int members;   /* 0: any number */
  int internal;  /* 0: any number */
  int external;  /* 0: any number */
  GPtrArray *functions; /* (element-type utf8): functions that must sit, matched without case or accents */
  int quorum;           /* members who must be present to open; 0: all */
  int qualified;        /* VAE (D6412-6): at least this many qualified members, that is external professionals */
} SceauJuryRule;

typedef enum
{
  SCEAU_RETAKE_BEST, /* the best attempt counts */
  SCEAU_RETAKE_LAST  /* the last attempt counts */
} SceauRetakePolicy;

typedef struct
{
  char *certification_code;
  GPtrArray *modalities;   /* (element-type SceauModality): in the order of the screens */
  GPtrArray *block_rules;  /* (element-type SceauBlockRule) */
  GPtrArray *requirements; /* (element-type SceauRequirement) */
  GPtrArray *quotas;       /* (element-type SceauQuota) */
  GPtrArray *jury_rules;   /* (element-type SceauJuryRule) */
  SceauRetakePolicy retakes;
  int appeal_days; /* a candidate may appeal for so many days after the notification; 0: the plan does not say */
} SceauPlan;

SceauPlan           *sceau_plan_new              (const char *certification_code);
void                 sceau_plan_free             (SceauPlan *self);
SceauPlan           *sceau_plan_copy             (const SceauPlan *self);
/* Whether both say the same, in the same order. */
gboolean             sceau_plan_equal            (const SceauPlan *a, const SceauPlan *b);
/* (transfer full) (element-type utf8): what @after says otherwise than @before, one translated line a part; empty when equal. */
GPtrArray           *sceau_plan_list_differences (const SceauPlan *before, const SceauPlan *after);
const SceauModality *sceau_plan_find_modality    (const SceauPlan *self, const char *code);
/* The rule of a block (NULL: the whole); SCEAU_BLOCK_RULE_ALL_PASSED is understood when the plan has none. */
const SceauBlockRule *sceau_plan_find_block_rule (const SceauPlan *self, const char *block_code);
const SceauJuryRule *sceau_plan_find_jury_rule   (const SceauPlan *self, SceauRoute route);
/* (transfer container): the modalities of a block, or the transversal ones for NULL. */
GPtrArray           *sceau_plan_list_modalities  (const SceauPlan *self, const char *block_code);

/**
 * sceau_plan_check: whether @self can assess @certification: known blocks, unique
 * codes, positive weights, pass marks on the scale, means over numeric scales
 * only, competences that exist, a modality for each block, grids with points and codes
 * of their own, retakes that make sense, requirements on transversal modalities only,
 * quotas between 0 and 100.  Adds every fault to @faults; returns FALSE when one is an error.
 */
gboolean             sceau_plan_check            (const SceauPlan *self, const SceauCertification *certification, SceauFaults *faults);

SceauModality    *sceau_modality_new     (void);
SceauModality    *sceau_modality_copy    (const SceauModality *self);
gboolean          sceau_modality_equal   (const SceauModality *a, const SceauModality *b);
SceauCriterion   *sceau_criterion_new    (void);
void              sceau_criterion_free   (SceauCriterion *self);
/**
 * sceau_modality_mark_from_grid: the mark that the points of a grid make: their sum brought to the
 * scale, exact and rounded half up to the hundredth.  Only on 0–20; @points has one entry a criterion.
 * FALSE with SCEAU_CORE_ERROR_INVALID when points lie outside a criterion, naming it.
 */
gboolean          sceau_modality_mark_from_grid (const SceauModality *self, const gint32 *points, guint n, SceauMark *mark, GError **error);
void              sceau_modality_free    (SceauModality *self);
SceauBlockRule   *sceau_block_rule_new   (const char *block_code, SceauBlockRuleKind kind, gint32 threshold);
void              sceau_block_rule_free  (SceauBlockRule *self);
SceauRequirement *sceau_requirement_new  (void);
SceauRequirement *sceau_requirement_copy (const SceauRequirement *self);
void              sceau_requirement_free (SceauRequirement *self);
SceauQuota       *sceau_quota_new        (void);
SceauQuota       *sceau_quota_copy       (const SceauQuota *self);
void              sceau_quota_free       (SceauQuota *self);
SceauJuryRule    *sceau_jury_rule_new    (SceauRoute route);
SceauJuryRule    *sceau_jury_rule_copy   (const SceauJuryRule *self);
void              sceau_jury_rule_free   (SceauJuryRule *self);

/* "case_study", "professional_situation", "practical_work"… ; "all_passed", "weighted_mean", "competence_share";
 * "modality", "company_period"; "normal", "derogation_a", "derogation_b"; "best", "last" */
const char *sceau_modality_type_to_id      (SceauModalityType type);
gboolean    sceau_modality_type_from_id    (const char *id, SceauModalityType *type);
const char *sceau_modality_type_title      (SceauModalityType type);  /* translated */
const char *sceau_block_rule_kind_to_id    (SceauBlockRuleKind kind);
gboolean    sceau_block_rule_kind_from_id  (const char *id, SceauBlockRuleKind *kind);
const char *sceau_requirement_kind_to_id   (SceauRequirementKind kind);
gboolean    sceau_requirement_kind_from_id (const char *id, SceauRequirementKind *kind);
const char *sceau_admission_to_id          (SceauAdmission admission);
gboolean    sceau_admission_from_id        (const char *id, SceauAdmission *admission);
/* Also "", "a", "b", "VAPP", "dérogation a"… as rosters hold them. */
gboolean    sceau_admission_from_text      (const char *text, SceauAdmission *admission);
const char *sceau_admission_title          (SceauAdmission admission); /* translated */
const char *sceau_retake_policy_to_id      (SceauRetakePolicy policy);
gboolean    sceau_retake_policy_from_id    (const char *id, SceauRetakePolicy *policy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPlan, sceau_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauModality, sceau_modality_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCriterion, sceau_criterion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauRequirement, sceau_requirement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauQuota, sceau_quota_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJuryRule, sceau_jury_rule_free)

G_END_DECLS
