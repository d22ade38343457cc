/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

/* The register of certificates: issue, look, reprint, duplicate, revoke, verify. */
#define SCEAU_TYPE_CERTIFICATES_PAGE (sceau_certificates_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificatesPage, sceau_certificates_page, SCEAU, CERTIFICATES_PAGE, SceauPage)

G_END_DECLS
