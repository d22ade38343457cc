/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_LAZY_ROW (sceau_lazy_row_get_type ())
G_DECLARE_FINAL_TYPE (SceauLazyRow, sceau_lazy_row, SCEAU, LAZY_ROW, GObject)

/**
 * SceauLazyRow: one row of a #SceauLazyList.  It exists before its record does:
 * the record is %NULL until the page it lies on has been read, and ::notify::record
 * says when that has happened or when it was read anew.
 */
SceauLazyRow *sceau_lazy_row_new          (guint position);
guint         sceau_lazy_row_get_position (SceauLazyRow *self);
/* (transfer none) (nullable): a record of the core or the store, of the type that the list's page function gives. */
gpointer      sceau_lazy_row_get_record   (SceauLazyRow *self);
/* @record (transfer full). */
void          sceau_lazy_row_take_record  (SceauLazyRow *self, gpointer record, GDestroyNotify record_free);

G_END_DECLS
