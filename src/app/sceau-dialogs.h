/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * The calls that newer toolkits replace (message dialogs, file choosers), in one place.
 * @from: any widget of the window that the dialog belongs to.
 */

/**
 * sceau_release_parent: lets a dialog forget the window below it when it is closed.  Work that still holds a closed dialog
 * keeps it from being freed, and the toolkit would keep it pointing to a window that is not there any more.
 */
void sceau_release_parent (GtkWindow *dialog);

/* The error's whole sentence, until the user closes it. */
void sceau_show_error   (GtkWidget *from, const char *heading, const GError *error);
/* An answer in words, until the user closes it. */
void sceau_show_message (GtkWidget *from, const char *heading, const char *body);
/* A short message that goes away by itself; a dialog's is shown by the window that it belongs to. */
void sceau_toast        (GtkWidget *from, const char *text);
/* The same, with a button that opens a file or folder. @from: a widget of a page. */
void sceau_toast_open   (GtkWidget *from, const char *text, const char *button, const char *path);
/* Opens a file or folder with the program that the desktop has for it. */
void sceau_open_path    (GtkWidget *from, const char *path);

typedef void (*SceauConfirmedFunc) (gpointer user_data);

/**
 * sceau_confirm: asks before something that a user would regret.
 * @verb: what the button says, with a mnemonic: "_Revoke".
 * @confirmed: called once when the user agrees; @user_data is freed with @user_data_free in any case.
 */
void sceau_confirm      (GtkWidget         *from,
                         const char        *heading,
                         const char        *body,
                         const char        *verb,
                         gboolean           destructive,
                         SceauConfirmedFunc confirmed,
                         gpointer           user_data,
                         GDestroyNotify     user_data_free);

/* @path: of the chosen file; never called when the user gives up. */
typedef void (*SceauChosenFunc) (const char *path, gpointer user_data);

/* One kind of files, by its pattern: { "School files", "*.sceau" }; the name is translated by the caller. */
typedef struct
{
  const char *name;
  const char *pattern;
} SceauFileKind;

/**
 * sceau_choose_file: lets the user choose a file to open (GTK_FILE_CHOOSER_ACTION_OPEN), a
 * file to write (…_SAVE, which asks before it replaces one) or a folder (…_SELECT_FOLDER).
 * @name: the name proposed when saving, or NULL.  @kind: or NULL for any file.
 * @user_data must live as long as @from.
 */
void sceau_choose_file  (GtkWidget           *from,
                         GtkFileChooserAction action,
                         const char          *title,
                         const char          *name,
                         const SceauFileKind *kind,
                         SceauChosenFunc      chosen,
                         gpointer             user_data);

G_END_DECLS
