/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-statistics.h"

G_BEGIN_DECLS

/**
 * sceau_statistics_writer_write: the table of the fiche (FORMATS §3.1) as CSV, with what
 * stands behind each rate: numerator, denominator and response rate.  Headings are
 * French, word for word those of the fiche; "n.c." and "-" as on the fiche.
 * @years: (array length=n_years): in the order of the file.
 */
gboolean sceau_statistics_writer_write    (GFile *file,
                                           const SceauCertification *certification,
                                           const SceauStatisticsYear *years,
                                           guint n_years,
                                           gboolean overwrite,
                                           GError **error);
GBytes  *sceau_statistics_writer_to_bytes (const SceauCertification *certification,
                                           const SceauStatisticsYear *years,
                                           guint n_years);

G_END_DECLS
