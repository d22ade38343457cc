/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <libxml/tree.h>

#include "sceau-certification.h"
#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * sceau_fiche_parse: one element FICHE as a record (FORMATS §2.2).
 * @unknown: (element-type utf8): a set of element names already reported as unknown.
 *
 * Returns: (transfer full): the record, also when @faults got errors.
 */
SceauCertification *sceau_fiche_parse          (const xmlNode *fiche, GHashTable *unknown, SceauFaults *faults);
/* The parts that are lists of their own: sceau-fiche-lists.c. */
void                sceau_fiche_parse_blocks     (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults);
void                sceau_fiche_parse_routes     (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults);
void                sceau_fiche_parse_certifiers (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults);
void                sceau_fiche_parse_codes      (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults);
void                sceau_fiche_parse_statistics (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults);

G_END_DECLS
