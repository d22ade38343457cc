/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @reason: what the user typed, without spaces around it and never empty. */
typedef void (*SceauReasonFunc) (const char *reason, gpointer user_data);

/**
 * sceau_ask_reason: says what will happen and asks why, in one dialog; its button works once
 * there is a reason.
 * @verb: what the button says, with a mnemonic.
 * @given: never called when the user gives up; @user_data must live as long as @from.
 */
void sceau_ask_reason (GtkWidget *from, const char *heading, const char *body, const char *verb, gboolean destructive,
                       SceauReasonFunc given, gpointer user_data);

G_END_DECLS
