/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <libxml/tree.h>

#include "sceau-date.h"
#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * Fields of one element of a fiche.  Each reader takes the child of @parent called
 * @name; an absent or blank one is not a fault and gives the empty value.
 */
void     sceau_fiche_fault      (SceauFaults *faults,
                                 SceauFaultSeverity severity,
                                 const xmlNode *node,
                                 const char *value,
                                 const char *reason,
                                 const char *remedy);
gboolean sceau_fiche_is         (const xmlNode *node, const char *name);
/* The first child of that name, or NULL.  A second one is told once (@faults is NULL for another look): an error where it
 * leaves open which certification or block is meant, elsewhere a warning. */
xmlNode *sceau_fiche_child      (const xmlNode *parent, const char *name, SceauFaults *faults);
/* (transfer full): its text, trimmed and otherwise word for word, or NULL when blank. */
char    *sceau_fiche_text       (const xmlNode *parent, const char *name, SceauFaults *faults);
char    *sceau_fiche_node_text  (const xmlNode *node);
/* JJ/MM/AAAA */
SceauDate sceau_fiche_date      (const xmlNode *parent, const char *name, SceauFaults *faults);
/* A whole number between the limits; @absent when there is none or, after a warning, when it is faulty: what is published
 * cannot be mended here, and must not keep the fiche out. */
int      sceau_fiche_integer    (const xmlNode *parent, const char *name, int min, int max, int absent, SceauFaults *faults);
/* Oui or Non. */
gboolean sceau_fiche_boolean    (const xmlNode *parent, const char *name, gboolean absent, SceauFaults *faults);
/* A blank mandatory text is an error. */
char    *sceau_fiche_mandatory  (const xmlNode *parent, const char *name, const char *remedy, SceauFaults *faults);

G_END_DECLS
