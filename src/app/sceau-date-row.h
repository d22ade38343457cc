/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-date.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_DATE_ROW (sceau_date_row_get_type ())
G_DECLARE_FINAL_TYPE (SceauDateRow, sceau_date_row, SCEAU, DATE_ROW, AdwEntryRow)

/**
 * SceauDateRow: a day, typed as 22/11/2026 or 2026-11-22, or picked in a calendar.
 * It turns red while what is typed is no day.  "changed" (of #GtkEditable) says that it is another one.
 */
SceauDate sceau_date_row_get_date (SceauDateRow *self); /* SCEAU_NO_DATE while empty or no day */
void      sceau_date_row_set_date (SceauDateRow *self, SceauDate date);
/* Whether something is typed that is no day. */
gboolean  sceau_date_row_is_wrong (SceauDateRow *self);

G_END_DECLS
