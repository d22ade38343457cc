/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_NOTIFY_DIALOG (sceau_notify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauNotifyDialog, sceau_notify_dialog, SCEAU, NOTIFY_DIALOG, AdwWindow)

/* The second act after the seal: says what it does, and on which day.  Closes when the results are notified.
 * @letters: how many will be drawn. */
SceauNotifyDialog *sceau_notify_dialog_new (GtkWindow *parent, SceauContext *context, const SceauJurySession *session, guint letters);

G_END_DECLS
