/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CERTIFICATIONS_PAGE (sceau_certifications_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificationsPage, sceau_certifications_page, SCEAU, CERTIFICATIONS_PAGE, SceauPage)

/* The page "Certifications": the fiches, and all that one says. */

G_END_DECLS
