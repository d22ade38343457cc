/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * sceau_issue_certificates: delivers the parchemins of a sealed session: a number, a PDF whose
 * bytes and SHA-256 are kept, one file each in @folder (may be %NULL) and one merged @merged (may
 * be %NULL).  Candidates whose parchemin is issued already are passed over.  All or none: one refused
 * candidate refuses the run, with every reason of every candidate, unless @accept_valid.
 * A killed run leaves no number taken and no half file.
 *
 * Returns: (transfer full) (element-type SceauCertificate): those issued now, or %NULL.
 */
GPtrArray *sceau_issue_certificates (SceauSchool *school, gint64 session_id, SceauDate delivered, const char *place,
                                     const char *folder, const char *merged, gboolean accept_valid,
                                     SceauFaults *faults, SceauProgress *progress, GCancellable *cancellable, GError **error);

/* The same bytes as issued. */
gboolean sceau_reprint_certificate   (SceauSchool *school, const char *number, const char *path, GError **error);
GBytes  *sceau_load_certificate_pdf  (SceauSchool *school, const char *number, GError **error);
/* Says DUPLICATA and its rank. */
gboolean sceau_duplicate_certificate (SceauSchool *school, const char *number, const char *path, const char *reason, GError **error);
gboolean sceau_revoke_certificate    (SceauSchool *school, const char *number, const char *reason, GError **error);

/* The attestation of one block that the learner has acquired. */
gboolean sceau_issue_block_attestation (SceauSchool *school, const char *learner_number, const char *block_code, SceauDate delivered,
                                        const char *path, SceauFaults *faults, GError **error);

/* A centre records the certifier's written mandate. */
gboolean sceau_record_mandate (SceauSchool *school, const SceauMandate *mandate, SceauFaults *faults, GError **error);

G_END_DECLS
