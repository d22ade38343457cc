/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-hold-jury.h"
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
  SCEAU_N_DEMO_STORIES
} SceauDemoStory;

typedef struct
{
  SceauLearner *learner;
  SceauDemoStory story;
  SceauRoute route;
  SceauAdmission admission;
  const char *company;      /* static */
  SceauDate company_start;
  SceauDate company_end;
  int skill;                /* hundredths around which the marks fall */
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
} SceauDemoCast;

void       sceau_demo_person_free (SceauDemoPerson *self);
/* (transfer full) (element-type SceauDemoPerson) */
GPtrArray *sceau_demo_cast_people (const SceauDemoCast *cast, GRand *random);

/* The roster as a school would type it. */
gboolean   sceau_demo_write_roster  (GPtrArray *people, const SceauCertification *certification, const char *path, GError **error);
/* Marks of one attempt, in the shape of the template; FALSE in @any when there are none. */
gboolean   sceau_demo_write_results (GPtrArray *people, const SceauPlan *plan, int attempt, gboolean thesis_done, GRand *random,
                                     const char *path, gboolean *any, GError **error);

/* The demonstration while it is being made. */
typedef struct
{
  const char *folder;
  guint learners;
  GRand *random;
  gint64 now;           /* microseconds since 1970: what the school takes for now */
  SceauSchool *school;
  gint64 jurors[5];     /* the jury of the fiche: two internal, three external */
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

/* Chapters of the story; each leaves the school in a state that a user could be in. */
gboolean   sceau_demo_play_inventaire (SceauDemo *demo, GError **error);
gboolean   sceau_demo_play_past       (SceauDemo *demo, GError **error);
gboolean   sceau_demo_play_current    (SceauDemo *demo, GError **error);

/* Enrols @people from the roster file @name, which stays beside the school as an example. */
gboolean   sceau_demo_enrol (SceauDemo *demo, GPtrArray *people, const SceauCertification *certification, const char *cohort,
                             const char *name, const char *purpose, GError **error);

G_END_DECLS
