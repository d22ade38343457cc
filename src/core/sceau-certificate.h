/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_CERTIFICATE_ISSUED,
  SCEAU_CERTIFICATE_REVOKED,
  SCEAU_CERTIFICATE_REPLACED /* by another of the same decision, after a correction of the civil status */
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
  SceauDate ended;     /* day it was revoked or replaced; SCEAU_NO_DATE while it is in force */
  char *replaced_by;   /* number, or NULL */
  char *replaces;      /* number, or NULL */
  int duplicates;      /* how many duplicates were made */
  char *code_text;     /* what its QR code says, see sceau-verification-code.h; or NULL */
} SceauCertificate;

SceauCertificate *sceau_certificate_new  (void);
void              sceau_certificate_free (SceauCertificate *self);
SceauCertificate *sceau_certificate_copy (const SceauCertificate *self);
/* "2026-0001": the key in the register. */
char             *sceau_certificate_format_number (int year, int sequence);
/**
 * sceau_certificate_print_number: @number as paper and screens say it, "2026-0001-K".  The letter is that of rank
 * (YYYYNNNN mod 23) in ABCDEFGHJKLMNPQRSTVWXYZ, without I, O and U: one wrong digit, or two that changed places, never
 * give the same letter, since 23 is a prime greater than any digit and divides no power of ten.
 */
char             *sceau_certificate_print_number  (const char *number);
/* The key of what somebody typed, with or without the letter, in any case: NULL with an INVALID SCEAU_CORE_ERROR when the
 * letter is not that of the number, or when it is no number. */
char             *sceau_certificate_read_number   (const char *text, GError **error);
const char       *sceau_certificate_state_to_id    (SceauCertificateState state); /* "issued", "revoked", "replaced" */
gboolean          sceau_certificate_state_from_id  (const char *id, SceauCertificateState *state);
const char       *sceau_certificate_state_title    (SceauCertificateState state);

/* What happened to a parchemin after its number was given, in the register's column of remarks. */
typedef enum
{
  SCEAU_REGISTER_PRINTED,    /* an edition: one sheet left the printer; rank counts them from 1 */
  SCEAU_REGISTER_SPOILED,    /* that sheet was lost or destroyed before it was handed over; the next edition bears the same bytes */
  SCEAU_REGISTER_HANDED,     /* by hand: person signed for it, detail is the proof of identity */
  SCEAU_REGISTER_POSTED,     /* person is the carrier, detail the tracking number */
  SCEAU_REGISTER_RETURNED,   /* what was posted came back */
  SCEAU_REGISTER_DUPLICATE,  /* rank counts them from 1; person asked for it */
  SCEAU_REGISTER_REVOKED,
  SCEAU_REGISTER_REPLACED,   /* detail is the number of the new one */
  SCEAU_N_REGISTER_ACTS
} SceauRegisterActKind;

typedef struct
{
  gint64 id;
  char *number;
  SceauRegisterActKind kind;
  int rank;           /* of the edition or of the duplicate; 0 for the others */
  SceauDate date;
  char *person;       /* or NULL */
  char *detail;       /* or NULL; of an edition: the serial number of its sheet */
  char *reason;       /* or NULL; required of what is spoiled, returned, duplicated, revoked or replaced */
  char *sha256;       /* of a duplicate's PDF, or NULL */
} SceauRegisterAct;

SceauRegisterAct *sceau_register_act_new     (void);
void              sceau_register_act_free    (SceauRegisterAct *self);
const char       *sceau_register_act_to_id   (SceauRegisterActKind kind);
gboolean          sceau_register_act_from_id (const char *id, SceauRegisterActKind *kind);
const char       *sceau_register_act_title   (SceauRegisterActKind kind);
/* Where the sheet of a parchemin is, by what the register says of it. */
typedef enum
{
  SCEAU_SHEET_NONE,     /* not printed, or what was printed is spoiled, or the school does not write its editions down */
  SCEAU_SHEET_IN_HOUSE,
  SCEAU_SHEET_HANDED,
  SCEAU_SHEET_POSTED,
  SCEAU_SHEET_ENDED     /* revoked or replaced: the register says nothing more of it */
} SceauSheetPlace;

const char       *sceau_sheet_place_title    (SceauSheetPlace place);
/* @acts (element-type SceauRegisterAct), oldest first; NULL: none. */
SceauSheetPlace   sceau_register_sheet       (const SceauCertificate *certificate, const GPtrArray *acts);
/* Whether an act of @kind may follow now, whatever its day and words: what the window offers. */
gboolean          sceau_register_may         (const SceauCertificate *certificate, const GPtrArray *acts, SceauRegisterActKind kind);
/**
 * sceau_register_allows: whether @act may follow @acts (element-type SceauRegisterAct, oldest first) of @certificate: nothing
 * is handed over twice, nothing is spoiled once it was handed over or posted, who has the sheet at hand needs no duplicate, nothing
 * more is written of a revoked or replaced one.  Asked for every act, those with a verb of their own too.  The sentence
 * says why not and what to do.
 */
gboolean          sceau_register_allows      (const SceauCertificate *certificate, const GPtrArray *acts, const SceauRegisterAct *act, GError **error);

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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauRegisterAct, sceau_register_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSchoolIdentity, sceau_school_identity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauMandate, sceau_mandate_free)

G_END_DECLS
