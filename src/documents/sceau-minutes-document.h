/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

/* One quota as it stood when the jury decided. */
typedef struct
{
  const char *title;
  int max_percent;
  int places;
  int used;
} SceauMinutesQuota;

/**
 * The « procès-verbal » of a jury session: A4 portrait, as many pages as it takes, with
 * a cell for the signature of every juror.  "PROJET" stands across each page until the
 * session is sealed.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauCertification *certification;
  const SceauJurySession *session;
  GPtrArray *decisions;               /* (element-type SceauDecision): in the order of the minutes */
  int quorum;                         /* members who had to be present; 0: all of them */
  const SceauMinutesQuota *quotas;
  gsize n_quotas;
  GPtrArray *derogation;              /* (element-type utf8) (nullable): what the session's derogation lets pass, one French sentence each */
  GPtrArray *recusals;                /* (element-type utf8) (nullable): one French sentence each */
  GPtrArray *remarks;                 /* (element-type utf8) (nullable): marks changed in deliberation, incidents… */
  const SceauJurySession *rectified;  /* (nullable): the session that this one rectifies */
  GPtrArray *rectified_decisions;     /* (element-type SceauDecision) (nullable): what it had decided, matched by enrolment */
} SceauMinutesContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_minutes_document_render (const SceauMinutesContent *content, GError **error);

G_END_DECLS
