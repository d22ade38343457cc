/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Zeroed: everything, sorted by code. */
typedef struct
{
  const char *search;  /* words to find in code or title, or NULL */
  gboolean active_only;
  guint offset;
  guint limit;         /* 0: all */
} SceauCertificationQuery;

/**
 * sceau_certification_table_save: stores a fiche, or brings a stored one to what
 * @certification says now.  Blocks are matched by their code; one that is in use
 * (acquired, targeted, assessed, decided) can not disappear: SCEAU_STORE_ERROR_CONSTRAINT.
 * @fiche: (nullable): the original file, kept word for word beside earlier versions.
 */
gboolean            sceau_certification_table_save        (SceauSchool *school, const SceauCertification *certification, GBytes *fiche, GError **error);
gboolean            sceau_certification_table_delete      (SceauSchool *school, const char *code, GError **error);
gboolean            sceau_certification_table_exists      (SceauSchool *school, const char *code);
/* The whole fiche; SCEAU_STORE_ERROR_NOT_FOUND when the school has none with this code. */
SceauCertification *sceau_certification_table_find        (SceauSchool *school, const char *code, GError **error);
/* (element-type SceauCertification): heads only; blocks, routes and the other lists are empty. */
GPtrArray          *sceau_certification_table_list        (SceauSchool *school, const SceauCertificationQuery *query, GError **error);
gint64              sceau_certification_table_count       (SceauSchool *school, const SceauCertificationQuery *query, GError **error); /* -1 on errors */
/* (transfer full): the latest original file, or NULL with NOT_FOUND; @sha256 (out, optional). */
GBytes             *sceau_certification_table_load_fiche  (SceauSchool *school, const char *code, char **sha256, GError **error);

/* A file that a fiche was imported from; its bytes stay in the school. */
typedef struct
{
  char *sha256;
  char *imported_at; /* UTC, ISO time stamp */
} SceauFicheOriginal;

void                sceau_fiche_original_free (SceauFicheOriginal *self);
/* (element-type SceauFicheOriginal): every one that was imported for the certification, oldest first. */
GPtrArray          *sceau_certification_table_list_originals (SceauSchool *school, const char *code, GError **error);

G_END_DECLS
