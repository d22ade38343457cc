/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-keep-key.h"
#include "sceau-paper.h"

G_BEGIN_DECLS

/**
 * sceau_paper_code: what the QR code of a paper says (see sceau-verification-code.h): what the paper prints, signed by the school.
 * The same content and key give the same text.  @content's own code_text is not looked at.
 *
 * Returns: (transfer full): %NULL with SCEAU_WORKFLOW_ERROR_REFUSED when it is longer than a QR code holds.
 */
char    *sceau_paper_code       (const SceauSigner *signer, const SceauPaperContent *content, GError **error);

/* Whether it would fit, before there is a signature; if not, a fault says so. */
gboolean sceau_paper_code_check (const SceauPaperContent *content, SceauFaults *faults);

G_END_DECLS
