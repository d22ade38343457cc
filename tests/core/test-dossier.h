/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"

G_BEGIN_DECLS

/* A dossier built from short texts, so that a table row shows the whole case. */
typedef struct
{
  SceauDossier dossier;
  SceauCertification *certification;
  SceauPlan *plan;
  SceauEnrolment *enrolment;
} TestDossier;

TestDossier *test_dossier_new            (void);
void         test_dossier_free           (TestDossier *self);
void         test_dossier_add_block      (TestDossier *self, const char *code, int n_competences);
/* "A:1:10:7:1+2:10:2:15 B": code, coefficient (1), pass mark (10), floor (none), competences (none), cap of a retake
 * (none), attempts allowed (any number), days between two of them (none). */
void         test_dossier_add_modalities (TestDossier *self, const char *block_code, const char *text);
void         test_dossier_add_rule       (TestDossier *self, const char *block_code, SceauBlockRuleKind kind, gint32 threshold);
/* "A=8 A2=12,5@2026-03-01 B=ABS": code, attempt (1), mark on the scale of the modality, day (none); "A=" is a blank. */
void         test_dossier_add_results    (TestDossier *self, const char *text);
/* "BC01:vae BC02:dispense" */
void         test_dossier_add_acquired   (TestDossier *self, const char *text);
void         test_dossier_target         (TestDossier *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDossier, test_dossier_free)

G_END_DECLS
