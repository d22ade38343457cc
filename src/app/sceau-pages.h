/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

/* One entry of the sidebar. */
typedef struct
{
  const char *name;          /* "cohorts": target of the action win.page, name in the stack */
  const char *title;         /* marked for translation */
  const char *icon_name;
  GType    (*get_type) (void); /* of a subclass of #SceauPage */
} SceauPageEntry;

/* The whole sidebar, in its order: the one place where a page is added. */
const SceauPageEntry *sceau_pages_get (guint *n_entries);

G_END_DECLS
