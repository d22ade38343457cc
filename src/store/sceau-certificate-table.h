/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Zeroed: the whole register, in the order of the numbers. */
typedef struct
{
  int year;                       /* 0: all */
  const char *certification_code; /* NULL: all */
  gint64 session_id;              /* 0: all */
  gint64 enrolment_id;            /* 0: all */
  const char *search;             /* words of the number or the holder's name; NULL: all */
  guint offset;
  guint limit;                    /* 0: all */
} SceauCertificateQuery;

typedef enum
{
  SCEAU_CERTIFICATE_EVENT_DUPLICATE,
  SCEAU_CERTIFICATE_EVENT_REVOCATION
} SceauCertificateEventKind;

typedef struct
{
  SceauCertificateEventKind kind;
  int rank;         /* of the duplicate, from 1; 0 for a revocation */
  SceauDate date;
  char *reason;
  char *sha256;     /* of the duplicate's PDF, or NULL */
} SceauCertificateEvent;

void              sceau_certificate_event_free         (SceauCertificateEvent *self);

/* The sequence that the next parchemin of @year bears: numbers have no gap. -1 on errors. Stable inside a transaction. */
int               sceau_certificate_table_next_sequence (SceauSchool *school, int year, GError **error);
/**
 * sceau_certificate_table_insert: the parchemin with the very bytes that were issued.
 * Its number, year and sequence are given by the caller with next_sequence(), its sha256
 * must be the one of @pdf; its session must be sealed and its decision certified.
 */
gboolean          sceau_certificate_table_insert        (SceauSchool *school, const SceauCertificate *certificate, GBytes *pdf, GError **error);
SceauCertificate *sceau_certificate_table_find          (SceauSchool *school, const char *number, GError **error);
/**
 * sceau_certificate_table_find_document: whose document has this SHA-256, found by index
 * however long the register.
 * @number: (out) (transfer full): of the parchemin, or NULL when the register has no such document.
 * @duplicate: (out): whether it is a duplicate of it.
 */
gboolean          sceau_certificate_table_find_document (SceauSchool *school, const char *sha256, char **number, gboolean *duplicate, GError **error);
/* (element-type SceauCertificate) */
GPtrArray        *sceau_certificate_table_list          (SceauSchool *school, const SceauCertificateQuery *query, GError **error);
gint64            sceau_certificate_table_count         (SceauSchool *school, const SceauCertificateQuery *query, GError **error);
GBytes           *sceau_certificate_table_load_pdf      (SceauSchool *school, const char *number, GError **error);
/* State and event in one; a revocation stays visible for ever. */
gboolean          sceau_certificate_table_revoke        (SceauSchool *school, const char *number, const char *reason, SceauDate date, GError **error);
/* The rank that the next duplicate bears, -1 on errors. */
int               sceau_certificate_table_next_rank     (SceauSchool *school, const char *number, GError **error);
gboolean          sceau_certificate_table_add_duplicate (SceauSchool *school, const char *number, int rank, const char *reason, SceauDate date, GBytes *pdf, GError **error);
GBytes           *sceau_certificate_table_load_duplicate (SceauSchool *school, const char *number, int rank, GError **error);
/* (element-type SceauCertificateEvent): in the order they happened. */
GPtrArray        *sceau_certificate_table_list_events   (SceauSchool *school, const char *number, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCertificateEvent, sceau_certificate_event_free)

G_END_DECLS
