/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-progress.h"
#include "sceau-school.h"
#include "sceau-template.h"

G_BEGIN_DECLS

/* What is to be delivered, and where to; owns nothing. */
typedef struct
{
  gint64 session_id;
  SceauDate delivered;
  const char *place;
  const char *folder;     /* one file each, or NULL */
  const char *merged;     /* one file of all, in jury order, or NULL */
  const char *archive;    /* a zip of one file each, or NULL */
  const char *passphrase; /* of the school's key: a QR code on each; NULL: none, which is a warning */
  gboolean accept_valid;  /* go on without the refused ones */
} SceauIssueOptions;

/**
 * sceau_issue_certificates: delivers the parchemins of a sealed session: a number, a PDF whose bytes and SHA-256 are kept, and the
 * files that @options ask for.  The linter looks at every candidate first: one refused candidate refuses the run, with every
 * reason of every candidate, unless @options says otherwise.  Then parchemins are issued in groups, each whole: a run that is
 * cancelled, killed or meets a full disk has issued the groups before, no number is burnt, no file is half.  The same call goes on
 * where it stopped: who has a parchemin in force gets no other, and files that are missing are written from the kept bytes.  A
 * file that is there already with other bytes is a fault, never overwritten.  The school's key is made with the first passphrase.
 *
 * Returns: (transfer full) (element-type SceauCertificate): those issued now, or %NULL; what was issued before the error is in
 *   the register, and a warning says how many.
 */
GPtrArray *sceau_issue_certificates    (SceauSchool *school, const SceauIssueOptions *options, SceauFaults *faults,
                                        SceauProgress *progress, GCancellable *cancellable, GError **error);
/* What issuing would say of each candidate, without issuing: errors and warnings with their sources. FALSE when it cannot look. */
gboolean   sceau_check_certificates    (SceauSchool *school, const SceauIssueOptions *options, SceauFaults *faults, GError **error);
/* The pages as they would be, with « PROJET » across: one document of all who have none yet, in jury order, without those that
 * cannot be drawn. */
GBytes    *sceau_preview_certificates  (SceauSchool *school, const SceauIssueOptions *options, GCancellable *cancellable,
                                        GError **error);

/* The same bytes as issued. */
gboolean   sceau_reprint_certificate   (SceauSchool *school, const char *number, const char *path, GError **error);
GBytes    *sceau_load_certificate_pdf  (SceauSchool *school, const char *number, GError **error);
/* Says DUPLICATA and its rank; @requested_by may be %NULL, and so may @passphrase: then it has no code. */
gboolean   sceau_duplicate_certificate (SceauSchool *school, const char *number, const char *path, const char *reason,
                                        const char *requested_by, const char *passphrase, SceauFaults *faults, GError **error);
gboolean   sceau_revoke_certificate    (SceauSchool *school, const char *number, const char *reason, GError **error);

/* What is attested; owns nothing. */
typedef struct
{
  SceauPaper paper;               /* any but the parchemin */
  const char *learner_number;
  const char *block_code;         /* of a block attestation, else NULL */
  const char *certification_code; /* NULL where the learner has one only */
  SceauDate delivered;
  const char *place;              /* NULL: the school's city */
  const char *passphrase;         /* of the school's key: a QR code; NULL: none */
} SceauAttestation;

/* One attestation or supplement of what a sealed jury decided, to @path. */
gboolean   sceau_issue_attestation     (SceauSchool *school, const SceauAttestation *attestation, const char *path,
                                        SceauFaults *faults, GError **error);

/* A centre records the certifier's written mandate. */
gboolean   sceau_record_mandate        (SceauSchool *school, const SceauMandate *mandate, SceauFaults *faults, GError **error);

G_END_DECLS
