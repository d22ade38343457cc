/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "test-dossier.h"

G_BEGIN_DECLS

/* A certification, its plan, an enrolment, results and acquired blocks, all drawn by lot from @seed: the same
 * seed gives the same case.  The plan is one that sceau_plan_check() accepts. */
TestDossier *test_dossier_new_random (guint32 seed);
/* A mark that may stand in a cell of this modality, near what decides more often than not. */
SceauMark    test_draw_mark          (GRand *rand, const SceauModality *modality);
SceauMark    test_draw_value         (GRand *rand, const SceauModality *modality);
void         test_shuffle            (GRand *rand, GPtrArray *array);

typedef gboolean (*TestDossierPredicate) (TestDossier *self, gpointer data);

/* Takes away whatever the case can lose while @fails still holds. */
void         test_dossier_shrink     (TestDossier *self, TestDossierPredicate fails, gpointer data);
/* (transfer full): the whole case in a few lines. */
char        *test_dossier_describe   (const TestDossier *self);

G_END_DECLS
