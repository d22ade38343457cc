/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SCEAU_STORE_ERROR: what can go wrong with the school file, each something that
 * the caller can act on.
 * @SCEAU_STORE_ERROR_NOT_A_SCHOOL: a directory, another format, another application's database.
 * @SCEAU_STORE_ERROR_NEWER_SCHEMA: written by a newer Sceau.
 * @SCEAU_STORE_ERROR_READ_ONLY: no permission to write.
 * @SCEAU_STORE_ERROR_BUSY: another process is writing.
 * @SCEAU_STORE_ERROR_NO_SPACE: the disk is full.
 * @SCEAU_STORE_ERROR_CORRUPT: the file is damaged.
 * @SCEAU_STORE_ERROR_CONSTRAINT: the data contradicts the schema (duplicate, unknown reference).
 * @SCEAU_STORE_ERROR_SEALED: a trigger protects what was sealed, issued or journalled.
 * @SCEAU_STORE_ERROR_NOT_FOUND: no such row, no such file.
 * @SCEAU_STORE_ERROR_IO: anything else of the file system.
 * @SCEAU_STORE_ERROR_EXISTS: a file is already there, and is not overwritten.
 */
#define SCEAU_STORE_ERROR (sceau_store_error_quark ())
GQuark sceau_store_error_quark (void);

typedef enum
{
  SCEAU_STORE_ERROR_NOT_A_SCHOOL,
  SCEAU_STORE_ERROR_NEWER_SCHEMA,
  SCEAU_STORE_ERROR_READ_ONLY,
  SCEAU_STORE_ERROR_BUSY,
  SCEAU_STORE_ERROR_NO_SPACE,
  SCEAU_STORE_ERROR_CORRUPT,
  SCEAU_STORE_ERROR_CONSTRAINT,
  SCEAU_STORE_ERROR_SEALED,
  SCEAU_STORE_ERROR_NOT_FOUND,
  SCEAU_STORE_ERROR_IO,
  SCEAU_STORE_ERROR_EXISTS
} SceauStoreError;

G_END_DECLS
