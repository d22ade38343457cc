/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-fault.h"
#include "sceau-plan.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* What became of one fiche of the file. */
typedef enum
{
  SCEAU_FICHE_ADDED,
  SCEAU_FICHE_UPDATED,   /* France compétences publishes corrections: the new text replaces the old, the journal keeps it */
  SCEAU_FICHE_UNCHANGED
} SceauFicheFate;

typedef struct
{
  char *code;
  char *title;
  SceauFicheFate fate;
} SceauImportedFiche;

void sceau_imported_fiche_free (SceauImportedFiche *self);

/**
 * sceau_import_fiche: reads the fiches of an official V4.1 file into the school.
 * @codes: only these, or %NULL for every fiche; a code that the file lacks is an error.
 * A plan CODE.plan.json that lies beside the file comes in with the fiche when the school has none yet;
 * otherwise a plan is drafted from the fiche (one modality a block), for the school to edit.
 * With @dry_run nothing is written and the answer is the same: the import is done and rolled back, so
 * the file must be opened to write.  Nothing is written either
 * when one fiche is faulty.
 *
 * Returns: (transfer full) (element-type SceauImportedFiche): one entry a fiche, or %NULL.
 */
GPtrArray *sceau_import_fiche (SceauSchool         *school,
                               const char          *path,
                               const char *const   *codes,
                               gboolean             dry_run,
                               SceauFaults         *faults,
                               SceauProgress       *progress,
                               GCancellable        *cancellable,
                               GError             **error);

/* (transfer full) (element-type utf8): paths of the fiches that are shipped with Sceau. */
GPtrArray *sceau_list_shipped_fiches (void);

/* A first plan for a certification of which only the fiche is known: one modality a block
 * on twenty with pass mark ten, no quota, open juries.  To be edited by the school. */
SceauPlan *sceau_draft_plan (const SceauCertification *certification);

/* Replaces the plan; refused when it would lose a modality that has results. */
gboolean   sceau_import_plan (SceauSchool *school, const char *code, const char *path, SceauFaults *faults, GError **error);
gboolean   sceau_replace_plan (SceauSchool *school, const SceauPlan *plan, SceauFaults *faults, GError **error);
/**
 * sceau_save_plan: replaces the plan that somebody edited from @base (%NULL: the school had none).
 * When the school holds another plan by now, nothing is written: FALSE with SCEAU_WORKFLOW_ERROR_CHANGED and that plan
 * in @current (transfer full) (nullable: it was removed).
 */
gboolean   sceau_save_plan (SceauSchool *school, const SceauPlan *base, const SceauPlan *plan, SceauPlan **current,
                            SceauFaults *faults, GError **error);
gboolean   sceau_export_plan (SceauSchool *school, const char *code, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauImportedFiche, sceau_imported_fiche_free)

G_END_DECLS
