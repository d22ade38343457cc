/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-certificate.h"
#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CERTIFICATE_VIEW (sceau_certificate_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificateView, sceau_certificate_view, SCEAU, CERTIFICATE_VIEW, AdwBin)

/**
 * SceauCertificateView: one certificate of the register: the very document that is kept, what it says, and
 * all that happened to it.  Signal "loaded" (void) after each reading.
 */
SceauCertificateView   *sceau_certificate_view_new             (SceauContext *context, const char *number);
void                    sceau_certificate_view_reload          (SceauCertificateView *self);
const char             *sceau_certificate_view_get_number      (SceauCertificateView *self);
/* (nullable): as it was read last. */
const SceauCertificate *sceau_certificate_view_get_certificate (SceauCertificateView *self);
/* Whether the register allows an act of @kind now; FALSE until it was read. */
gboolean                sceau_certificate_view_may             (SceauCertificateView *self, SceauRegisterActKind kind);

G_END_DECLS
