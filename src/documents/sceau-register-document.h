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

/* "duplicata n° 1": what an act was, in the French words of the register, whatever the locale. */
char   *sceau_register_document_act      (const SceauRegisterAct *act);
/* The register of one year (0: all), A4 landscape: number, holder, certification, decision, delivery, remarks. @head is that of the
 * journal.  A letter of a remark that the faces lack is shown as its code: the register can always be printed. */
GBytes *sceau_register_document_render   (const SceauSchoolIdentity *school, int year, const SceauRegisterLine *lines, gsize n,
                                          SceauDate printed, const char *head, GError **error);
/* Parchemins of one certification, for the sheet of a hand-over; owns nothing. */
typedef struct
{
  const SceauCertification *certification;
  const SceauCertificate *const *certificates;
  gsize n;
} SceauHandoverSection;

/* The sheet that holders sign when parchemins are handed over; each section begins a page. */
GBytes *sceau_handover_document_render   (const SceauSchoolIdentity *school, const SceauHandoverSection *sections, gsize n,
                                          SceauDate printed, GError **error);
/* « Bon à tirer »: the civil status of each learner as it will be printed, to be signed or corrected. */
GBytes *sceau_proof_list_document_render (const SceauSchoolIdentity *school, const SceauCertification *certification,
                                          const SceauLearner *const *learners, gsize n, SceauDate printed, GError **error);

G_END_DECLS
