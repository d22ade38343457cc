/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pages.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificates-page.h"
#include "sceau-certifications-page.h"
#include "sceau-cohorts-page.h"
#include "sceau-dashboard-page.h"
#include "sceau-journal-page.h"
#include "sceau-jury-page.h"
#include "sceau-results-page.h"
#include "sceau-statistics-page.h"

static const SceauPageEntry entries[] = {
  { "dashboard", N_("Dashboard"), "sceau-dashboard-symbolic", sceau_dashboard_page_get_type },
  { "certifications", N_("Certifications"), "sceau-certification-symbolic", sceau_certifications_page_get_type },
  { "cohorts", N_("Cohorts"), "system-users-symbolic", sceau_cohorts_page_get_type },
  { "results", N_("Results"), "sceau-results-symbolic", sceau_results_page_get_type },
  { "juries", N_("Juries"), "sceau-jury-symbolic", sceau_jury_page_get_type },
  { "certificates", N_("Certificates"), "sceau-certificate-symbolic", sceau_certificates_page_get_type },
  { "statistics", N_("Statistics"), "sceau-statistics-symbolic", sceau_statistics_page_get_type },
  { "journal", N_("Journal"), "sceau-journal-symbolic", sceau_journal_page_get_type },
};

const SceauPageEntry *
sceau_pages_get (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (entries);
  return entries;
}
