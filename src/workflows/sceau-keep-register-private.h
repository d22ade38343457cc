/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-keep-register.h"

G_BEGIN_DECLS

/* What the files of sceau-keep-register share; no one else includes it. */

/* Whether the register can be printed with @text (NULL: yes): asked before it is written, since nobody can change it later. */
gboolean sceau_check_register_text  (const char *text, GError **error);
/* Asks sceau_register_allows() of what the register holds; what it refuses is SCEAU_WORKFLOW_ERROR_REFUSED. */
gboolean sceau_require_register_act (SceauSchool *school, const SceauCertificate *certificate, const SceauRegisterAct *act, GError **error);
/* Whether @error (NULL: no) is about what somebody asked for, not about the school file: a list of numbers then goes on. */
gboolean sceau_register_refused     (const GError *error);
/* The register of @year (0: all) as a PDF (transfer full). */
GBytes  *sceau_render_register      (SceauSchool *school, int year, SceauProgress *progress, GCancellable *cancellable, GError **error);

G_END_DECLS
