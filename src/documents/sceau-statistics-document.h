/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-statistics.h"

G_BEGIN_DECLS

/**
 * The figures of one certification as its fiche asks for them (FORMATS §3), each rate
 * with its numerator and denominator, and the share of people who answered.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauCertification *certification;
  const SceauStatisticsYear *years;
  gsize n_years;
  SceauDate established; /* day the figures were taken */
} SceauStatisticsContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_statistics_document_render (const SceauStatisticsContent *content, GError **error);

G_END_DECLS
