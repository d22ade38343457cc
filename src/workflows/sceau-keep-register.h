/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-paper-lint.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* What happens to parchemins after they have their number, and the register on paper. Numbers are read with or without their letter. */

/**
 * sceau_record_register_act: an edition, a spoiled sheet, a hand-over, a posting or a return, for each of @numbers
 * (NULL-terminated): all or none, with every reason.  @act's number and rank are not looked at: each has its own; who signs for
 * a hand-over is the holder where it names nobody.  Duplicates, revocations and replacements have verbs of their own.
 */
gboolean sceau_record_register_act (SceauSchool *school, const char *const *numbers, const SceauRegisterAct *act, SceauFaults *faults,
                                    GError **error);
/* The register of @year (0: all) as PDF, CSV or XLSX by the name's end; an existing file is not overwritten. */
gboolean sceau_export_register     (SceauSchool *school, int year, const char *path, SceauProgress *progress, GCancellable *cancellable,
                                    GError **error);
/**
 * sceau_print_handover: the sheet that holders sign when parchemins are handed over, to @path, which must not exist: @numbers
 * (NULL-terminated) in that order, each of them in the house, or with %NULL every one of the session that is.
 */
gboolean sceau_print_handover      (SceauSchool *school, gint64 session_id, const char *const *numbers, const char *path, SceauFaults *faults,
                                    GError **error);

/* Why one parchemin takes the place of another; owns nothing. */
typedef struct
{
  SceauDate delivered;    /* of the new one */
  const char *place;
  const char *reason;     /* what was corrected */
  const char *proof;      /* the document that proves it, such as a birth certificate with its date */
  const char *passphrase; /* of the school's key: a QR code; NULL: none, which is a warning */
} SceauReplacement;

/**
 * sceau_replace_certificate: after a correction of the civil status: the old parchemin stays in the register as replaced, with
 * the number of the new one, which is issued under the next number of its year and says what it replaces.  Refused where the
 * civil status is still what the old one says, and for one that is revoked or replaced already.  The linter looks at the new one
 * as at any other.  @path: of the new document, which must not exist.
 *
 * Returns: (transfer full): the number of the new one, or %NULL.
 */
char    *sceau_replace_certificate (SceauSchool *school, const char *number, const SceauReplacement *replacement, const char *path,
                                    SceauFaults *faults, GError **error);

/* « Bon à tirer »: a learner who is certified by a session, and what they said of their civil status as it would be printed. */
typedef struct
{
  gint64 enrolment_id;
  char *learner_number;
  char *learner_name;    /* as it would be printed */
  SceauProofState state;
  gboolean outdated;     /* the civil status was changed since it was shown, or since the parchemin where nothing was shown */
  gboolean renamed;      /* the parchemin in force bears another name: it is to be replaced */
  SceauDate date;        /* of the state; SCEAU_NO_DATE when it was never shown */
  char *remark;          /* what is to be corrected, or NULL */
  char *certificate;     /* number of the parchemin in force, or NULL */
} SceauProofLine;

void       sceau_proof_line_free (SceauProofLine *self);
/* Whether a list is due for this learner: nothing signed for what would be printed, and no parchemin that says just that. */
gboolean   sceau_proof_line_is_due (const SceauProofLine *self);
/* (element-type SceauProofLine): everybody whom the sealed session certified and still does, sorted by name. */
GPtrArray *sceau_list_proofs     (SceauSchool *school, gint64 session_id, GError **error);
/**
 * sceau_print_proofs: the list of those who have not signed yet, to @path, which must not exist; what it shows is what they will have
 * signed for.  Who asked for a correction that was not made is left out, with a warning.  Refused while the results are
 * under embargo, since the list tells who is certified.
 */
gboolean   sceau_print_proofs    (SceauSchool *school, gint64 session_id, const char *path, SceauFaults *faults, GError **error);
/**
 * sceau_record_proofs: what learners of @learner_numbers (NULL-terminated) said on @date: SCEAU_PROOF_SIGNED, or SCEAU_PROOF_REFUSED with
 * @remark, what is to be corrected.  All or none, with every reason.  Somebody may say otherwise later: a correction that is
 * asked for after the parchemin was issued is the beginning of its replacement.
 */
gboolean   sceau_record_proofs   (SceauSchool *school, gint64 session_id, const char *const *learner_numbers, SceauProofState state, SceauDate date,
                                  const char *remark, SceauFaults *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauProofLine, sceau_proof_line_free)

G_END_DECLS
