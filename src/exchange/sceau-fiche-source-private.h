/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <libxml/xmlreader.h>

#include "sceau-fiche-reader.h"

G_BEGIN_DECLS

/**
 * SceauFicheSource: the bytes of a foreign XML file on their way to libxml2, which gets
 * neither network nor file name.  Here are the limits: one fiche at most 16 MiB, no DOCTYPE,
 * cancellation and progress.
 */
typedef struct _SceauFicheSource SceauFicheSource;

/* Looks at the first bytes and refuses what is not XML.  @total may be 0. */
SceauFicheSource *sceau_fiche_source_new    (GInputStream *stream,
                                             goffset total,
                                             SceauReadProgress progress,
                                             gpointer progress_data,
                                             GCancellable *cancellable,
                                             GError **error);
void              sceau_fiche_source_free   (SceauFicheSource *self);
xmlTextReader    *sceau_fiche_source_reader (SceauFicheSource *self);
/* A fiche begins here: the limit counts from this point. */
void              sceau_fiche_source_mark   (SceauFicheSource *self);
/* Why libxml2 stopped, as a sentence of ours; always sets @error and returns FALSE. */
gboolean          sceau_fiche_source_fail   (SceauFicheSource *self, GError **error);
gboolean          sceau_fiche_source_refuse_doctype (int line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFicheSource, sceau_fiche_source_free)

G_END_DECLS
