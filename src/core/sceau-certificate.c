/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The records around the parchemin; whether one may be issued is in sceau-delivery.c. */

#include "sceau-certificate.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"
#include "sceau-text.h"

#define SIRET_LENGTH 14
#define SIREN_LENGTH 9
/* La Poste has more establishments than Luhn keys: their digits add up to a multiple of five instead. */
#define LA_POSTE_SIREN "356000000"

SCEAU_DEFINE_IDS (sceau_certificate_state, SceauCertificateState, "issued", "revoked", "replaced")

SceauCertificate *
sceau_certificate_new (void)
{
  return g_new0 (SceauCertificate, 1);
}

void
sceau_certificate_free (SceauCertificate *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->certification_code);
  g_free (self->place);
  g_free (self->sha256);
  g_free (self->revocation_reason);
  g_free (self->replaced_by);
  g_free (self->replaces);
  g_free (self->code_text);
  g_free (self);
}

SceauCertificate *
sceau_certificate_copy (const SceauCertificate *self)
{
  SceauCertificate *copy = g_memdup2 (self, sizeof *self);

  copy->number = g_strdup (self->number);
  copy->learner_number = g_strdup (self->learner_number);
  copy->learner_name = g_strdup (self->learner_name);
  copy->certification_code = g_strdup (self->certification_code);
  copy->place = g_strdup (self->place);
  copy->sha256 = g_strdup (self->sha256);
  copy->revocation_reason = g_strdup (self->revocation_reason);
  copy->replaced_by = g_strdup (self->replaced_by);
  copy->replaces = g_strdup (self->replaces);
  copy->code_text = g_strdup (self->code_text);
  return copy;
}

const char *
sceau_certificate_state_title (SceauCertificateState state)
{
  static const char *const titles[] = { N_ ("Issued"), N_ ("Revoked"), N_ ("Replaced") };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (titles), "");

  return _(titles[state]);
}

SceauSchoolIdentity *
sceau_school_identity_new (void)
{
  return g_new0 (SceauSchoolIdentity, 1);
}

void
sceau_school_identity_free (SceauSchoolIdentity *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->trade_name);
  g_free (self->siret);
  g_free (self->city);
  g_free (self->signatory);
  g_free (self->signatory_title);
  g_free (self);
}

SceauSchoolIdentity *
sceau_school_identity_copy (const SceauSchoolIdentity *self)
{
  SceauSchoolIdentity *copy = sceau_school_identity_new ();

  copy->name = g_strdup (self->name);
  copy->trade_name = g_strdup (self->trade_name);
  copy->siret = g_strdup (self->siret);
  copy->city = g_strdup (self->city);
  copy->signatory = g_strdup (self->signatory);
  copy->signatory_title = g_strdup (self->signatory_title);
  return copy;
}

gboolean
sceau_siret_check (const char *siret)
{
  int luhn = 0;
  int plain = 0;

  if (siret == NULL || strlen (siret) != SIRET_LENGTH || strspn (siret, "0123456789") != SIRET_LENGTH)
    return FALSE;
  for (int i = 0; i < SIRET_LENGTH; i++)
    {
      int digit = siret[i] - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;

      plain += digit;
      luhn += doubled > 9 ? doubled - 9 : doubled;
    }
  /* Fourteen zeros have a right key and belong to nobody. */
  if (plain == 0)
    return FALSE;
  return luhn % 10 == 0 || (g_str_has_prefix (siret, LA_POSTE_SIREN) && plain % 5 == 0);
}

static gboolean
is_same_body (const SceauSchoolIdentity *school, const SceauCertifier *certifier)
{
  if (school->siret != NULL && certifier->siret != NULL && strlen (school->siret) >= SIREN_LENGTH
      && strncmp (school->siret, certifier->siret, SIREN_LENGTH) == 0)
    return TRUE;
  return school->name != NULL && *school->name != '\0' && sceau_text_same (school->name, certifier->name);
}

SceauSchoolRole
sceau_school_role (const SceauSchoolIdentity *school, const SceauCertification *certification)
{
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      /* A body that no longer certifies ("Inactif" on the fiche) needs a mandate like any centre. */
      if (certifier->active && is_same_body (school, certifier))
        return SCEAU_SCHOOL_CERTIFIER;
    }
  return SCEAU_SCHOOL_CENTRE;
}

SceauMandate *
sceau_mandate_new (void)
{
  return g_new0 (SceauMandate, 1);
}

void
sceau_mandate_free (SceauMandate *self)
{
  if (self == NULL)
    return;
  g_free (self->certification_code);
  g_free (self->certifier_name);
  g_free (self->signatory);
  g_free (self->signatory_title);
  g_free (self->reference);
  g_free (self);
}
