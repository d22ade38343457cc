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
  int learners;         /* of whom that is the share */
  int places;
  int used;
} SceauMinutesQuota;

/* Somebody who was admitted although a quota was full. */
typedef struct
{
  gint64 enrolment_id;
  const char *learner_number;
  const char *learner_name;
  const char *quota;    /* its title */
  int learners;         /* as it stood on that day: enrolled or planned, whichever is more */
  int places;
  int used;
  SceauDate date;
  const char *reason;
} SceauMinutesQuotaException;

/* A mark that the jury changed in deliberation. */
typedef struct
{
  gint64 enrolment_id;
  const char *modality_code;
  int attempt;
  SceauMark before;     /* blank when nothing stood there */
  SceauMark after;      /* blank when it was taken away */
} SceauMinutesMarkChange;

/* Something to be said of one candidate.  The document puts name or number before it: @text names nobody. */
typedef struct
{
  gint64 enrolment_id;
  const char *text;     /* a French sentence: "l’acquisition du bloc RNCP41445BC02 est annulée." */
} SceauMinutesObservation;

/**
 * The « procès-verbal » of a jury session: A4 portrait, as many pages as it takes, with
 * a cell for the signature of every juror.  "PROJET" stands across each page until the
 * session is sealed.
 *
 * The anonymous variant has the numbers of the candidates in the place of their names, in the tables
 * and in whatever the jury wrote; it says that it is not the minutes that are signed and has no
 * cell to sign in.  Members of the jury keep their names.
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
  GPtrArray *recusals;                /* (element-type utf8) (nullable): beside those of @session, one French sentence each */
  GPtrArray *remarks;                 /* (element-type utf8) (nullable): of the session as a whole, one French sentence each */
  const SceauJurySession *rectified;  /* (nullable): the session that this one rectifies */
  GPtrArray *rectified_decisions;     /* (element-type SceauDecision) (nullable): what it had decided, matched by enrolment */
  gboolean anonymous;                 /* numbers in the place of names */
  GPtrArray *learners;                /* (element-type SceauLearner) (nullable): the candidates; the anonymous variant hides their
                                       * usage names and other first names too, which decisions do not hold */
  const SceauPlan *plan;              /* (nullable): titles and scales of the modalities, delay of an appeal */
  GPtrArray *results;                 /* (element-type SceauResult) (nullable): the marks as they are under the seal */
  const SceauMinutesMarkChange *changes;
  gsize n_changes;
  const SceauMinutesQuotaException *exceptions;
  gsize n_exceptions;
  const SceauMinutesObservation *observations;
  gsize n_observations;
} SceauMinutesContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_minutes_document_render (const SceauMinutesContent *content, GError **error);

G_END_DECLS
