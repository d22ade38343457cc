/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

/**
 * What can be done with one certificate after it was issued.  Each asks what it needs, does its work in the
 * worker's thread and says how it ended.
 * Nothing happens any more once @page has no school.
 */

/* Writes the kept bytes where only the user can read them, and opens them with the desktop's program. */
void sceau_certificate_open      (SceauPage *page, const char *number);
/* The same bytes as issued, to a file that the user chooses. */
void sceau_certificate_save_copy (SceauPage *page, const char *number);
/* Asks for a file and the passphrase of the school's key: an Open Badge for the holder's wallet. */
void sceau_certificate_save_badge (SceauPage *page, const char *number);
/* A form that asks who wants it and why, then for a file. */
void sceau_certificate_duplicate (SceauPage *page, const char *number);
/* Asks for the reason, and says what stays. */
void sceau_certificate_revoke    (SceauPage *page, const char *number);
/* A window that holds papers against the register. */
void sceau_certificate_verify    (SceauPage *page);

/* Parts of the above after the user has answered: what the questions lead to. */
void sceau_certificate_write_copy      (SceauPage *page, const char *number, const char *path);
void sceau_certificate_sign_badge      (SceauPage *page, const char *number, const char *path);

G_END_DECLS
