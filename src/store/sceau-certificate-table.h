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
/**
 * sceau_certificate_table_add_act: one more line of the register; @pdf for a duplicate, else %NULL.  A revocation or a
 * replacement changes the state in the same step.  Nothing that was added is changed or removed any more, by SQL neither.
 */
gboolean          sceau_certificate_table_add_act       (SceauSchool *school, const SceauRegisterAct *act, GBytes *pdf, GError **error);
/* The rank that the next @kind (an edition or a duplicate) bears, -1 on errors. */
int               sceau_certificate_table_next_rank     (SceauSchool *school, const char *number, SceauRegisterActKind kind, GError **error);
GBytes           *sceau_certificate_table_load_duplicate (SceauSchool *school, const char *number, int rank, GError **error);
/* (element-type SceauRegisterAct): in the order they happened. */
GPtrArray        *sceau_certificate_table_list_acts     (SceauSchool *school, const char *number, GError **error);
/* Every act of the register, in the order of numbers, one at a time: the register is printed in constant memory. FALSE from @func stops. */
typedef gboolean (*SceauRegisterFunc) (const SceauCertificate *certificate, const GPtrArray *acts, gpointer data, GError **error);
gboolean          sceau_certificate_table_each          (SceauSchool *school, const SceauCertificateQuery *query, SceauRegisterFunc func, gpointer data, GError **error);

G_END_DECLS
