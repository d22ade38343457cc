/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"
#include "sceau-issue-certificates.h"
#include "sceau-workflow-fixture.h"

G_BEGIN_DECLS

/**
 * SceauJuryFixture: the school of #SceauWorkflowFixture as certifier of RNCP41445, with a
 * cohort whose learners A001, A002… have passed everything, and five jurors that make a jury.
 */
typedef struct
{
  SceauWorkflowFixture *base;
  SceauSchool *school;
  gint64 cohort_id;
  GArray *enrolments; /* (element-type gint64): by the learners' numbers */
  gint64 jurors[5];   /* director of programmes, director, three external professionals */
} SceauJuryFixture;

SceauJuryFixture *sceau_jury_fixture_new  (guint learners);
void              sceau_jury_fixture_free (SceauJuryFixture *self);

/* A new session about the cohort, in the state asked for; nobody is decided on otherwise than proposed. */
gint64 sceau_jury_fixture_bring    (SceauJuryFixture *self, SceauSessionState state);
/* The mark of learner @index, counted from 0, in hundredths; -1 takes it away. */
void   sceau_jury_fixture_mark     (SceauJuryFixture *self, guint index, const char *modality, int hundredths);
/* The learner misses the block RNCP41445BC04, at every modality of it. */
void   sceau_jury_fixture_fail_block (SceauJuryFixture *self, guint index);
/* Many more of them at once, past the workflows: for measures. */
void   sceau_jury_fixture_fill     (SceauJuryFixture *self, guint learners);
/* Gives learner @index a name in a script that the fonts do not have. */
void   sceau_jury_fixture_rename   (SceauJuryFixture *self, guint index);
/* One more learner who has passed everything; @route decides about the rest. */
void   sceau_jury_fixture_add      (SceauJuryFixture *self, SceauRoute route, SceauAdmission admission, const char *company);
gboolean sceau_jury_fixture_decide (SceauJuryFixture *self, gint64 session_id, const char *learner, SceauOutcome outcome,
                                    const char *const *blocks, const char *reason, GError **error);
SceauSessionState sceau_jury_fixture_state (SceauJuryFixture *self, gint64 session_id);

/* The faults of the last operation as one text, and a new list. */
char  *sceau_jury_fixture_take_faults (SceauJuryFixture *self);
/* Asserts that @error or the faults say @words, and clears both. */
void   sceau_jury_fixture_assert_said (SceauJuryFixture *self, GError **error, const char *words);
/* The words of a PDF with single spaces between them, or NULL where pdftotext is not installed. (transfer full) */
char  *sceau_pdf_words (const char *path);
#define sceau_assert_contains(text, words) \
  G_STMT_START { if (strstr ((text), (words)) == NULL) g_error ("%s: “%s” is not in “%s”", G_STRLOC, (words), (text)); } G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJuryFixture, sceau_jury_fixture_free)

G_END_DECLS
