/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-hold-jury.h"
#include "sceau-keep-key.h"
#include "sceau-progress.h"
#include "sceau-run-demo.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* What the files of the demonstration share.  Everyone in it is invented. */

/* What happens to a person, so that every odd case of the rules is in the demonstration. */
typedef enum
{
  SCEAU_DEMO_ORDINARY,
  SCEAU_DEMO_VAE_PARTIAL,     /* VAE: two blocks acquired, the others not */
  SCEAU_DEMO_RETAKE_PASSED,   /* a block missed at the first session, passed at the retake */
  SCEAU_DEMO_ABSENT_ONCE,     /* absent from one assessment, retaken */
  SCEAU_DEMO_EXEMPT_MODALITY, /* dispense of one modality */
  SCEAU_DEMO_ACQUIRED_BEFORE, /* one block acquired earlier, with its proof */
  SCEAU_DEMO_RETAKE_FAILED,   /* one block missed twice: partial result */
  SCEAU_DEMO_ABSENT,          /* never came */
  SCEAU_DEMO_THESIS_EXCUSED,  /* thesis defence put off: deferred */
  SCEAU_DEMO_ONE_BLOCK,       /* came for one block only */
  SCEAU_DEMO_VAE_FULL,
  SCEAU_DEMO_NEAR_MISS,       /* a block missed by a little: the jury decides otherwise */
  SCEAU_DEMO_SHORT_PERIOD,    /* three months in the company instead of four */
  SCEAU_DEMO_WITHDRAWN,
  SCEAU_DEMO_INTERRUPTED,     /* left for a while; may come back */
  SCEAU_DEMO_EXCLUDED,        /* excluded for fraud, after a hearing */
  SCEAU_N_DEMO_STORIES
} SceauDemoStory;

typedef struct
{
  SceauLearner *learner;
  gint64 enrolment;         /* known once enrolled */
  SceauDemoStory story;
  SceauRoute route;
  SceauAdmission admission;
  const char *company;      /* static */
  SceauDate company_start;
  SceauDate company_end;
  int skill;                /* hundredths around which the marks fall */
  const char *group;        /* static: of the collective modality, or NULL; the mark comes with the group's, not with the file */
  gboolean graded;          /* the mark of the modality with a grid comes with the points, not with the file */
  const char *exception;    /* static: why the derogation is accepted beyond its quota, or NULL */
} SceauDemoPerson;

/* How the people of one cohort are drawn. */
typedef struct
{
  const char *prefix;    /* of their numbers: "26-" */
  guint n;
  gboolean stories;      /* FALSE: ordinary people only */
  const SceauRoute *routes;
  guint n_routes;
  int derogations_a;     /* how many are admitted on basis a, b */
  int derogations_b;
  SceauDate start;       /* of the cohort: the company period follows */
  gboolean company;      /* whether there is one */
  const char *exception; /* of the last of them, or NULL */
} SceauDemoCast;

/* A certification and its plan, for the length of a chapter. */
typedef struct
{
  SceauCertification *certification;
  SceauPlan *plan;
} SceauDemoReferential;

#define SCEAU_DEMO_CODE "RNCP41445"
#define SCEAU_DEMO_PLACE "Villeneuve-d’Ascq"

void       sceau_demo_person_free (SceauDemoPerson *self);
/* (transfer full) (element-type SceauDemoPerson) */
GPtrArray *sceau_demo_cast_people (const SceauDemoCast *cast, GRand *random);

/* The roster as a school would type it. */
gboolean   sceau_demo_write_roster  (GPtrArray *people, const SceauCertification *certification, const char *path, GError **error);
/* Marks of one attempt, in the shape of the template; FALSE in @any when there are none. */
gboolean   sceau_demo_write_results (GPtrArray *people, const SceauPlan *plan, int attempt, gboolean thesis_done, GRand *random,
                                     const char *path, gboolean *any, GError **error);

/* The jury of the fiche, two internal and three external members, then two alternates. */
#define SCEAU_N_DEMO_TITULARS 5
#define SCEAU_N_DEMO_JURORS 7

/* The demonstration while it is being made. */
typedef struct
{
  const char *folder;
  guint learners;
  GRand *random;
  gint64 now;           /* microseconds since 1970: what the school takes for now */
  SceauSchool *school;
  guint32 seed;
  SceauSigner *signer;  /* of a key that the seed decides: it proves nothing */
  gint64 jurors[SCEAU_N_DEMO_JURORS];
  SceauFaults *faults;
  GPtrArray *files;     /* (element-type SceauDemoFile) */
  SceauProgress *progress;
  GCancellable *cancellable;
  guint steps;          /* done so far, for the progress */
} SceauDemo;

/* The day that the story has reached; the clock of the journal never goes back. */
void       sceau_demo_set_day   (SceauDemo *demo, SceauDate day);
/* (transfer full): a path in the folder. */
char      *sceau_demo_path      (SceauDemo *demo, const char *name);
void       sceau_demo_add_file  (SceauDemo *demo, const char *name, const char *purpose);
/* FALSE with G_IO_ERROR_CANCELLED once the user has enough. */
gboolean   sceau_demo_step      (SceauDemo *demo, const char *what, GError **error);

/* Bytes as a file of the folder. */
gboolean   sceau_demo_save      (SceauDemo *demo, GBytes *bytes, const char *name, const char *purpose, GError **error);

/* The person of the cohort who lives @story, or NULL in a small cohort. */
const SceauDemoPerson *sceau_demo_find_story (GPtrArray *people, SceauDemoStory story);
gint64     sceau_demo_find_cohort (SceauDemo *demo, const char *name, GError **error);

/* Chapters of the story; each leaves the school in a state that a user could be in. */
gboolean   sceau_demo_play_inventaire (SceauDemo *demo, GError **error);
gboolean   sceau_demo_play_past       (SceauDemo *demo, GError **error);
gboolean   sceau_demo_play_current    (SceauDemo *demo, GError **error);

/* Enrols @people from the roster file @name, which stays beside the school as an example. */
gboolean   sceau_demo_enrol (SceauDemo *demo, GPtrArray *people, const SceauCertification *certification, const char *cohort,
                             const char *name, const char *purpose, GError **error);

/* The shipped plan with what the school adds to it: invented, and marked as such. */
gboolean   sceau_demo_refine_plan  (SceauDemo *demo, SceauDemoReferential *referential, GError **error);
/* Marks that come otherwise than by the file: groups and grids. */
gboolean   sceau_demo_mark_by_hand (SceauDemo *demo, GPtrArray *people, const char *cohort, GError **error);
/* Every sheet of the first session: typed twice where the plan asks for it, handed in, one taken back. */
gboolean   sceau_demo_submit_sheets (SceauDemo *demo, const SceauDemoReferential *referential, const char *cohort, GError **error);
gboolean   sceau_demo_submit_sheet (SceauDemo *demo, const char *cohort, const char *modality, int attempt, GError **error);

gboolean   sceau_demo_add_jurors   (SceauDemo *demo, GError **error);
/* What is known of the jurors when the past cohort comes before them. */
gboolean   sceau_demo_know_jurors  (SceauDemo *demo, GPtrArray *people, GError **error);
/* From the convocation to the seal; the id of the session, or 0. */
gint64     sceau_demo_hold_jury    (SceauDemo *demo, GPtrArray *people, const char *cohort, GError **error);
/* Signed minutes and notification; then appeals, with a rectification in @rectifying, or 0. */
gboolean   sceau_demo_notify       (SceauDemo *demo, gint64 session, GError **error);
gboolean   sceau_demo_hear_appeals (SceauDemo *demo, gint64 session, GPtrArray *people, gint64 *rectifying, GError **error);
gboolean   sceau_demo_file_session (SceauDemo *demo, gint64 session, GError **error);

G_END_DECLS
