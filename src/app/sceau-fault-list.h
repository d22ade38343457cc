/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-fault.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_FAULT_LIST (sceau_fault_list_get_type ())
G_DECLARE_FINAL_TYPE (SceauFaultList, sceau_fault_list, SCEAU, FAULT_LIST, GtkWidget)

/**
 * SceauFaultList: what checks say now, beside what they are about: errors first, then warnings, each
 * with its remedy; or one line saying that nothing is wrong.  Very many are cut, and how many is said.
 * @well: (nullable): the line for no fault at all; %NULL hides the list then.
 */
void sceau_fault_list_show (SceauFaultList *self, const SceauFaults *faults, const char *well);

G_END_DECLS
