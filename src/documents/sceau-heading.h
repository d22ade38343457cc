/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-flow.h"

G_BEGIN_DECLS

/* The top of the first page of a document that is no letter: who, what, on which certification. */
void sceau_heading_draw (SceauFlow *flow, const SceauSchoolIdentity *school, const char *title, const SceauCertification *certification);

G_END_DECLS
