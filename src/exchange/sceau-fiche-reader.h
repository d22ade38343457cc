/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * SceauFicheReader: the fiches of the open data of France compétences, XML flow
 * V4.x (root FICHES, no namespace), read as a stream: the whole export of the
 * RNCP is some 470 MB, so at most one fiche is in memory.  The network is never
 * used and any document type declaration is refused, so that entities cannot grow.
 */
typedef struct
{
  SceauCertification *certification;
  char *xml; /* the element FICHE as it stands in the file, inside a document of its own that this reader reads again */
  int line;  /* where it begins */
} SceauFiche;

SceauFiche *sceau_fiche_new  (void);
void        sceau_fiche_free (SceauFiche *self);

/* One fiche without error (transfer full); FALSE stops the reading, which then ends well. */
typedef gboolean (*SceauFicheFunc) (SceauFiche *fiche, gpointer user_data);
/* Bytes read so far out of @total (0 when unknown). */
typedef void (*SceauReadProgress) (goffset done, goffset total, gpointer user_data);

/**
 * sceau_fiche_reader_for_each: hands every fiche to @func, in the order of the file.
 * @codes: (nullable) (array zero-terminated=1): only these; one that the file lacks is a fault.
 * @faults: gets every fault with line, element and value.  A fiche with an error is
 *   named there and not handed over; one with warnings is.
 * @progress: (nullable): called about every 64 KiB.
 *
 * Returns: FALSE with SCEAU_EXCHANGE_ERROR when the file as a whole is of no use: not
 *   readable, not XML, cut off, another root, a version that is not 4.x, a DOCTYPE, a
 *   fiche beyond 16 MiB; or with G_IO_ERROR_CANCELLED.  What @func got before stays got.
 */
gboolean   sceau_fiche_reader_for_each (GFile *file,
                                        const char *const *codes,
                                        SceauFicheFunc func,
                                        gpointer func_data,
                                        SceauFaults *faults,
                                        SceauReadProgress progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);

/**
 * sceau_fiche_reader_read: the same, collected.  For files of some fiches, or with @codes.
 *
 * Returns: (transfer full) (element-type SceauFiche): the fiches without error, perhaps
 *   none; NULL with @error as above.
 */
GPtrArray *sceau_fiche_reader_read     (GFile *file,
                                        const char *const *codes,
                                        SceauFaults *faults,
                                        SceauReadProgress progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);

/* The same from memory: a fiche kept in the school file, a test. */
GPtrArray *sceau_fiche_reader_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFiche, sceau_fiche_free)

G_END_DECLS
