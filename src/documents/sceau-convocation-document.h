/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

/**
 * The letter that convenes a member of a jury, with its reply slip: A4 portrait, a new page for
 * each member, the postal address where a DL envelope has its window.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauCertification *certification;
  const SceauJurySession *session;      /* date, time, place, cohort */
  GPtrArray *members;                   /* (element-type SceauJuryMember): whom to convene, a letter each */
  const guint *candidates;              /* SCEAU_N_ROUTES numbers: candidates on each access route */
  SceauDate written;                    /* day of the letter; SCEAU_NO_DATE: to be filled in by hand */
  SceauDate reply_by;                   /* SCEAU_NO_DATE: no day is given for the reply */
} SceauConvocationContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_convocation_document_render (const SceauConvocationContent *content, GError **error);

G_END_DECLS
