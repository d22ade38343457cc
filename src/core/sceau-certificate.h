/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_CERTIFICATE_ISSUED,
  SCEAU_CERTIFICATE_REVOKED
} SceauCertificateState;

/* A parchemin in the register. */
typedef struct
{
  char *number;        /* "2026-0001": year of delivery and gapless sequence */
  int year;
  int sequence;
  gint64 enrolment_id;
  gint64 session_id;
  char *learner_number;
  char *learner_name;  /* as printed: frozen with the document */
  char *certification_code;
  SceauDate decided;   /* day of the jury */
  SceauDate delivered; /* day the head of the school delivers it */
  char *place;
  char *sha256;        /* of the kept PDF, 64 hex digits */
  SceauCertificateState state;
  char *revocation_reason; /* or NULL */
  int duplicates;      /* how many duplicates were made */
} SceauCertificate;

SceauCertificate *sceau_certificate_new  (void);
void              sceau_certificate_free (SceauCertificate *self);
char             *sceau_certificate_format_number (int year, int sequence);
const char       *sceau_certificate_state_to_id    (SceauCertificateState state); /* "issued", "revoked" */
gboolean          sceau_certificate_state_from_id  (const char *id, SceauCertificateState *state);
const char       *sceau_certificate_state_title    (SceauCertificateState state);

/* The body that the school file belongs to. */
typedef enum
{
  SCEAU_SCHOOL_CERTIFIER, /* it certifies: its name and signatory stand on the parchemin */
  SCEAU_SCHOOL_CENTRE     /* it trains or holds sessions for a certifier */
} SceauSchoolRole;

typedef struct
{
  char *name;
  char *trade_name;       /* or NULL */
  char *siret;            /* 14 digits */
  char *city;             /* or NULL */
  char *signatory;        /* or NULL */
  char *signatory_title;  /* or NULL */
} SceauSchoolIdentity;

SceauSchoolIdentity *sceau_school_identity_new   (void);
void                 sceau_school_identity_free  (SceauSchoolIdentity *self);
SceauSchoolIdentity *sceau_school_identity_copy  (const SceauSchoolIdentity *self);
/* Fourteen digits with the Luhn key of a SIRET (La Poste's exception included). */
gboolean             sceau_siret_check           (const char *siret);
/* Whether the school is one of the fiche's certifiers: same SIREN (first nine digits), or same name without case or accents. */
SceauSchoolRole      sceau_school_role           (const SceauSchoolIdentity *school, const SceauCertification *certification);

/* A centre's written mandate to issue the parchemin in the certifier's name. */
typedef struct
{
  char *certification_code;
  char *certifier_name;      /* as it stands on the parchemin */
  char *signatory;           /* of the certifier */
  char *signatory_title;
  char *reference;           /* of the written mandate */
  SceauDate start;
  SceauDate end;             /* SCEAU_NO_DATE: until further notice */
} SceauMandate;

SceauMandate *sceau_mandate_new  (void);
void          sceau_mandate_free (SceauMandate *self);

/**
 * sceau_delivery_check: whether the parchemin of one enrolment may be issued
 * (FORMATS §4.1): certified by a sealed decision, every mandatory mention known,
 * entry inside the registration, delivery not before the decision and not after the
 * last delivery date, the school certifies or holds a valid @mandate (may be NULL).
 */
gboolean sceau_delivery_check (const SceauSchoolIdentity *school,
                               const SceauMandate        *mandate,
                               const SceauCertification  *certification,
                               const SceauLearner        *learner,
                               const SceauEnrolment      *enrolment,
                               const SceauDecision       *decision,
                               const SceauJurySession    *session,
                               SceauDate                  delivered,
                               const char                *place,
                               SceauFaults               *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCertificate, sceau_certificate_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSchoolIdentity, sceau_school_identity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauMandate, sceau_mandate_free)

G_END_DECLS
