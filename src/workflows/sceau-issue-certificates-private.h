/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-issue-certificates.h"
#include "sceau-keep-key.h"
#include "sceau-paper-lint.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/* What the files of sceau-issue-certificates share; no one else includes it. */

/* How many parchemins one transaction issues: many enough that the disk is seldom waited for, few enough that others may write. */
#define SCEAU_ISSUE_GROUP 100

/**
 * sceau_issue_certificates_by: the same with a key that is open already, and groups of @group.
 * @signer: (nullable): without one, that of the passphrase in @options.
 */
GPtrArray        *sceau_issue_certificates_by    (SceauSchool *school, const SceauIssueOptions *options, const SceauSigner *signer,
                                                  guint group, SceauFaults *faults, SceauProgress *progress,
                                                  GCancellable *cancellable, GError **error);

/* An attestation and a duplicate, likewise. */
gboolean          sceau_issue_attestation_by     (SceauSchool *school, const SceauAttestation *attestation, const SceauSigner *signer,
                                                  const char *path, SceauFaults *faults, GError **error);
gboolean          sceau_duplicate_certificate_by (SceauSchool *school, const char *number, const char *path, const SceauRegisterAct *asked,
                                                  const SceauSigner *signer, GError **error);

/* The centre's mandate on @date; *@mandate is NULL when the school certifies itself, or has none. FALSE on errors of the file only. */
gboolean          sceau_certificate_find_mandate (SceauSchool *school, const SceauSchoolIdentity *identity,
                                                  const SceauCertification *certification, SceauDate date,
                                                  SceauMandate **mandate, GError **error);
/* The entry of the register, by its number with or without the letter; a miss says so. */
SceauCertificate *sceau_require_certificate      (SceauSchool *school, const char *number, GError **error);
/* "2026-0001 LEFEVRE Zoe.pdf": readable, and safe on every file system. */
char             *sceau_certificate_file_name    (const char *number, const char *sorted_name);
JsonObject       *sceau_json_from_certificate    (const SceauCertificate *certificate);
JsonObject       *sceau_json_from_mandate        (const SceauMandate *mandate);
/* A duplicate, which the journal knows by its rank. */
JsonObject       *sceau_json_from_duplicate      (const SceauRegisterAct *duplicate);
/* Any other act that stands in the register by itself, which the journal knows by its id. */
JsonObject       *sceau_json_from_register_act   (const SceauRegisterAct *act);
JsonObject       *sceau_json_from_proof          (const SceauProof *proof);

G_END_DECLS
