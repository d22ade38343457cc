/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-id-private.h"

#include "sceau-text.h"

const char *
sceau_id_get (const char *const *ids, gsize n_ids, guint value)
{
  g_return_val_if_fail (value < n_ids, "");

  return ids[value];
}

int
sceau_id_find (const char *const *ids, gsize n_ids, const char *id)
{
  for (gsize i = 0; id != NULL && i < n_ids; i++)
    if (strcmp (ids[i], id) == 0)
      return (int) i;
  return -1;
}

int
sceau_synonym_find (const SceauSynonym *synonyms, const char *text)
{
  g_autofree char *folded = sceau_text_fold (text);

  for (gsize i = 0; synonyms[i].word != NULL; i++)
    if (strcmp (synonyms[i].word, folded) == 0)
      return synonyms[i].value;
  return -1;
}
