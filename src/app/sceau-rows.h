/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of boxed lists, as every page shows them.  Texts are plain: nothing is read as markup. */

typedef enum
{
  SCEAU_TAG_PLAIN,
  SCEAU_TAG_SUCCESS,
  SCEAU_TAG_WARNING,
  SCEAU_TAG_ERROR
} SceauTagStyle;

/* A small word on a coloured ground; the colour never says more than the word. */
GtkWidget    *sceau_tag_new          (const char *text, SceauTagStyle style);
/* Makes a label one, of another style than before; -1: no tag, just text. */
void          sceau_tag_set_style    (GtkWidget *label, int style);
/* A title with a line below, or without when @subtitle is NULL. */
AdwActionRow *sceau_row_new          (const char *title, const char *subtitle);
/* The same, with an arrow: it leads somewhere when activated. */
AdwActionRow *sceau_link_row_new     (const char *title, const char *subtitle);
/* The arrow alone, for a row that has other suffixes: added last, it stands at the end. */
void          sceau_row_add_arrow    (AdwActionRow *row);
/* What something is called, small, and its value below, which can be selected and copied. */
AdwActionRow *sceau_property_row_new (const char *name, const char *value);
/* Adds a property row unless @value is NULL or empty. */
void          sceau_group_add_property (AdwPreferencesGroup *group, const char *name, const char *value);
/* A button beside the title of @group, for @action with @target (nullable; floating); its words wrap in a narrow window. */
void          sceau_group_set_button   (AdwPreferencesGroup *group, const char *mnemonic, const char *action, GVariant *target);

/* Names the button of a line for a passphrase that shows what was typed, for who hears the window: the toolkit leaves it silent. */
void sceau_password_row_name (AdwPasswordEntryRow *row);

G_END_DECLS
