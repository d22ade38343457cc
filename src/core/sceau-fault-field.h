/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a sentence calls the field of a fault (translated): "birth date", « date de naissance » for birth_date.  What is no field
 * of ours, a code or the header of somebody's file, stays as it is. */
const char *sceau_fault_field_title (const char *field);

G_END_DECLS
