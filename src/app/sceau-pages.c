/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pages.h"

#include <glib/gi18n-lib.h>

#include "sceau-journal-page.h"

static const SceauPageEntry entries[] = {
  { "journal", N_("Journal"), "sceau-journal-symbolic", sceau_journal_page_get_type },
};

const SceauPageEntry *
sceau_pages_get (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (entries);
  return entries;
}
