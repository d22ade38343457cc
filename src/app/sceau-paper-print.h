/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer with the desktop's dialog and prints @pdf, each page on paper of its size and the way it lies.
 * @name: of the job.  @page: the one that is seen, for who wants that only. */
void               sceau_paper_print               (GtkWidget *from, GBytes *pdf, const char *name, guint page);
/* (transfer full): what prints, before it is run; NULL with @error when @pdf is no document that can be printed. */
GtkPrintOperation *sceau_paper_print_operation_new (GBytes *pdf, const char *name, guint page, GError **error);

G_END_DECLS
