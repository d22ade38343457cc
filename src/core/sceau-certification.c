/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certification.h"

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_register, SceauRegister, "rncp", "rs", "inventaire")

SceauBlock *
sceau_block_new (void)
{
  SceauBlock *self = g_new0 (SceauBlock, 1);

  self->competences = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sceau_block_free (SceauBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_ptr_array_unref (self->competences);
  g_free (self->competences_text);
  g_free (self->modalities_text);
  g_free (self->prerequisites);
  g_free (self);
}

SceauAccessRoute *
sceau_access_route_new (SceauRoute route)
{
  SceauAccessRoute *self = g_new0 (SceauAccessRoute, 1);

  self->route = route;
  return self;
}

void
sceau_access_route_free (SceauAccessRoute *self)
{
  if (self == NULL)
    return;
  g_free (self->jury_text);
  g_free (self);
}

SceauCertifier *
sceau_certifier_new (void)
{
  SceauCertifier *self = g_new0 (SceauCertifier, 1);

  self->active = TRUE;
  return self;
}

void
sceau_certifier_free (SceauCertifier *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->siret);
  g_free (self->trade_name);
  g_free (self->website);
  g_free (self);
}

SceauCode *
sceau_code_new (const char *code, const char *label)
{
  SceauCode *self = g_new0 (SceauCode, 1);

  self->code = g_strdup (code);
  self->label = g_strdup (label);
  return self;
}

void
sceau_code_free (SceauCode *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->label);
  g_free (self);
}

SceauPublishedStatistics *
sceau_published_statistics_new (int year)
{
  SceauPublishedStatistics *self = g_new0 (SceauPublishedStatistics, 1);

  self->year = year;
  self->certified = -1;
  self->certified_vae = -1;
  self->global_6m = -1;
  self->target_6m = -1;
  self->target_24m = -1;
  return self;
}

SceauCertification *
sceau_certification_new (void)
{
  SceauCertification *self = g_new0 (SceauCertification, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_block_free);
  self->routes = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_access_route_free);
  self->certifiers = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_certifier_free);
  self->nsf = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_code_free);
  self->rome = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_code_free);
  self->formacodes = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_code_free);
  self->statistics = g_ptr_array_new_with_free_func (g_free);
  self->eligible_years = g_array_new (FALSE, FALSE, sizeof (int));
  self->former_codes = g_ptr_array_new_with_free_func (g_free);
  self->newer_codes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
free_texts (SceauCertification *self)
{
  g_free (self->code);
  g_free (self->title);
  g_free (self->state);
  g_free (self->level_label);
  g_free (self->registration_type);
  g_free (self->objectives);
  g_free (self->activities);
  g_free (self->capacities);
  g_free (self->sectors);
  g_free (self->jobs);
  g_free (self->regulations);
  g_free (self->entry_prerequisites);
  g_free (self->validation_prerequisites);
  g_free (self->description_url);
}

void
sceau_certification_free (SceauCertification *self)
{
  if (self == NULL)
    return;
  free_texts (self);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->routes);
  g_ptr_array_unref (self->certifiers);
  g_ptr_array_unref (self->nsf);
  g_ptr_array_unref (self->rome);
  g_ptr_array_unref (self->formacodes);
  g_ptr_array_unref (self->statistics);
  g_array_unref (self->eligible_years);
  g_ptr_array_unref (self->former_codes);
  g_ptr_array_unref (self->newer_codes);
  g_free (self);
}

const SceauBlock *
sceau_certification_find_block (const SceauCertification *self, const char *code)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->blocks, i);

      if (g_strcmp0 (block->code, code) == 0)
        return block;
    }
  return NULL;
}

const SceauAccessRoute *
sceau_certification_find_route (const SceauCertification *self, SceauRoute route)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      const SceauAccessRoute *access = g_ptr_array_index (self->routes, i);

      if (access->route == route)
        return access;
    }
  return NULL;
}

SceauDate
sceau_certification_registration_start (const SceauCertification *self)
{
  return self->effect_date != SCEAU_NO_DATE ? self->effect_date : self->decision_date;
}

gboolean
sceau_register_from_code (const char *code, SceauRegister *kind)
{
  static const struct
  {
    const char *prefix;
    SceauRegister kind;
  } prefixes[] = {
    { "RNCP", SCEAU_REGISTER_RNCP },
    { "RS", SCEAU_REGISTER_RS },
    { "INV", SCEAU_REGISTER_INVENTAIRE },
  };

  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *number = code + strlen (prefixes[i].prefix);

      if (!g_str_has_prefix (code, prefixes[i].prefix) || *number == '\0' || number[strspn (number, "0123456789")] != '\0')
        continue;
      *kind = prefixes[i].kind;
      return TRUE;
    }
  return FALSE;
}
