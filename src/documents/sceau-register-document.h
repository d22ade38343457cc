/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper-lint.h"

G_BEGIN_DECLS

/* A parchemin with what happened to it; owns nothing. */
typedef struct
{
  const SceauCertificate *certificate;
  const GPtrArray *acts; /* (element-type SceauRegisterAct) */
} SceauRegisterLine;

/* The register of one year, A4 landscape: number, holder, certification, decision, delivery, remarks. @head is that of the journal. */
GBytes *sceau_register_document_render   (const SceauSchoolIdentity *school, int year, const SceauRegisterLine *lines, gsize n,
                                          SceauDate printed, const char *head, GError **error);
/* The sheet that holders sign when parchemins are handed over. */
GBytes *sceau_handover_document_render   (const SceauSchoolIdentity *school, const SceauCertification *certification,
                                          const SceauCertificate *const *certificates, gsize n, SceauDate printed, GError **error);
/* « Bon à tirer »: the civil status of each learner as it will be printed, to be signed or corrected. */
GBytes *sceau_proof_list_document_render (const SceauSchoolIdentity *school, const SceauCertification *certification,
                                          const SceauLearner *const *learners, gsize n, SceauDate printed, GError **error);

G_END_DECLS
