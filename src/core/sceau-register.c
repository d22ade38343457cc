/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register of parchemins: its numbers, and what may happen to one after the other. */

#include "sceau-certificate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_register_act, SceauRegisterActKind, "printed", "spoiled", "handed", "posted", "returned", "duplicate",
                  "revoked", "replaced")

/* --- Numbers ------------------------------------------------------------- */

/* Without I, O and U, which are read as 1, 0 and V. */
static const char check_letters[] = "ABCDEFGHJKLMNPQRSTVWXYZ";
#define N_CHECK_LETTERS 23

/* "2026-0001": four digits, a hyphen, four digits or more. */
static gsize
number_length (const char *text)
{
  const gsize year = strspn (text, "0123456789");
  gsize sequence;

  if (year != 4 || text[4] != '-')
    return 0;
  sequence = strspn (text + 5, "0123456789");
  if (sequence < 4 || sequence > 9 || (sequence > 4 && text[5] == '0'))
    return 0;
  return 5 + sequence;
}

static char
check_letter (const char *number, gsize length)
{
  guint rest = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (number[i]))
      rest = (rest * 10 + (guint) (number[i] - '0')) % N_CHECK_LETTERS;
  return check_letters[rest];
}

char *
sceau_certificate_format_number (int year, int sequence)
{
  return g_strdup_printf ("%04d-%04d", year, sequence);
}

char *
sceau_certificate_print_number (const char *number)
{
  const gsize length = number_length (number);

  g_return_val_if_fail (length > 0 && number[length] == '\0', g_strdup (number));

  return g_strdup_printf ("%s-%c", number, check_letter (number, length));
}

char *
sceau_certificate_read_number (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (text, (gssize) strnlen (text, 40)));
  const gsize length = number_length (stripped);
  const char *rest = stripped + length;

  if (length == 0 || (*rest != '\0' && (rest[0] != '-' || rest[1] == '\0' || rest[2] != '\0')))
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
                   _("“%s” is no number of a parchemin. It is written like 2026-0001-%c."), stripped,
                   check_letter ("2026-0001", strlen ("2026-0001")));
      return NULL;
    }
  if (*rest != '\0' && g_ascii_toupper (rest[1]) != check_letter (stripped, length))
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
                   _("The letter of “%s” is not that of its digits: one of them was mistyped. Look at the paper again."), stripped);
      return NULL;
    }
  return g_strndup (stripped, length);
}

/* --- Acts ---------------------------------------------------------------- */

SceauRegisterAct *
sceau_register_act_new (void)
{
  return g_new0 (SceauRegisterAct, 1);
}

void
sceau_register_act_free (SceauRegisterAct *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->person);
  g_free (self->detail);
  g_free (self->reason);
  g_free (self->sha256);
  g_free (self);
}

const char *
sceau_register_act_title (SceauRegisterActKind kind)
{
  static const char *const titles[SCEAU_N_REGISTER_ACTS] = {
    N_ ("Printed"), N_ ("Sheet spoiled"), N_ ("Handed over"), N_ ("Posted"), N_ ("Came back"), N_ ("Duplicate"), N_ ("Revoked"), N_ ("Replaced"),
  };

  g_return_val_if_fail ((guint) kind < SCEAU_N_REGISTER_ACTS, "");

  return _(titles[kind]);
}

/* Where the sheet is, by what was written of it so far. */
typedef struct
{
  gboolean printed; /* an edition is in the house */
  gboolean left;    /* it was handed over or is on its way */
} Sheet;

static Sheet
find_sheet (const GPtrArray *acts)
{
  Sheet sheet = { FALSE, FALSE };

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    switch (((const SceauRegisterAct *) g_ptr_array_index (acts, i))->kind)
      {
      case SCEAU_REGISTER_PRINTED:
        sheet.printed = TRUE;
        break;
      case SCEAU_REGISTER_SPOILED:
        sheet.printed = FALSE;
        break;
      case SCEAU_REGISTER_HANDED:
      case SCEAU_REGISTER_POSTED:
        sheet.left = TRUE;
        break;
      case SCEAU_REGISTER_RETURNED:
        sheet.left = FALSE;
        break;
      default:
        break;
      }
  return sheet;
}

static gboolean
was_posted_last (const GPtrArray *acts)
{
  for (guint i = acts != NULL ? acts->len : 0; i > 0; i--)
    {
      const SceauRegisterAct *act = g_ptr_array_index (acts, i - 1);

      if (act->kind == SCEAU_REGISTER_POSTED)
        return TRUE;
      if (act->kind == SCEAU_REGISTER_HANDED || act->kind == SCEAU_REGISTER_RETURNED)
        return FALSE;
    }
  return FALSE;
}

/* NULL when the act may be written down. */
static const char *
find_objection (const GPtrArray *acts, const SceauRegisterAct *act)
{
  const Sheet sheet = find_sheet (acts);

  switch (act->kind)
    {
    case SCEAU_REGISTER_PRINTED:
      if (sheet.left)
        return _("Its sheet was handed over or posted already: who lost it asks for a duplicate.");
      return sheet.printed ? _("An edition of it is in the house already: write that sheet down as spoiled first.") : NULL;
    case SCEAU_REGISTER_SPOILED:
      if (sheet.left)
        return _("Its sheet was handed over or posted: it can no longer be spoiled here.");
      return sheet.printed ? NULL : _("No edition of it was written down as printed.");
    case SCEAU_REGISTER_HANDED:
    case SCEAU_REGISTER_POSTED:
      return sheet.left ? _("It was handed over or posted already.") : NULL;
    case SCEAU_REGISTER_RETURNED:
      return was_posted_last (acts) ? NULL : _("It is not on its way by post.");
    default:
      return NULL;
    }
}

static gboolean
needs_reason (SceauRegisterActKind kind)
{
  return kind == SCEAU_REGISTER_SPOILED || kind == SCEAU_REGISTER_RETURNED || kind == SCEAU_REGISTER_DUPLICATE
         || kind == SCEAU_REGISTER_REVOKED || kind == SCEAU_REGISTER_REPLACED;
}

static gboolean
refuse (GError **error, const SceauCertificate *certificate, const char *sentence)
{
  g_autofree char *number = sceau_certificate_print_number (certificate->number);

  g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED, _("Parchemin %s of %s: %s"), number, certificate->learner_name,
               sentence);
  return FALSE;
}

static gboolean
check_date (const SceauCertificate *certificate, const GPtrArray *acts, const SceauRegisterAct *act, GError **error)
{
  const SceauRegisterAct *last = acts != NULL && acts->len > 0 ? g_ptr_array_index (acts, acts->len - 1) : NULL;

  if (act->date == SCEAU_NO_DATE)
    return refuse (error, certificate, _("the day is missing."));
  if (act->date < certificate->delivered)
    return refuse (error, certificate, _("that day is before its delivery."));
  if (last != NULL && act->date < last->date)
    return refuse (error, certificate, _("that day is before what the register says last of it."));
  return TRUE;
}

gboolean
sceau_register_allows (const SceauCertificate *certificate, const GPtrArray *acts, const SceauRegisterAct *act, GError **error)
{
  const char *objection = find_objection (acts, act);

  if (certificate->state == SCEAU_CERTIFICATE_REVOKED)
    return refuse (error, certificate, _("it is revoked; the register says nothing more of it."));
  if (certificate->state == SCEAU_CERTIFICATE_REPLACED)
    return refuse (error, certificate, _("it was replaced; the new one goes on in its place."));
  if (objection != NULL)
    return refuse (error, certificate, objection);
  if (needs_reason (act->kind) && (act->reason == NULL || *act->reason == '\0'))
    return refuse (error, certificate, _("a reason is needed."));
  if (act->kind == SCEAU_REGISTER_POSTED && (act->detail == NULL || *act->detail == '\0'))
    return refuse (error, certificate, _("the tracking number is missing."));
  if (act->kind == SCEAU_REGISTER_HANDED && (act->person == NULL || *act->person == '\0'))
    return refuse (error, certificate, _("the name of who signed for it is missing."));
  return check_date (certificate, acts, act, error);
}
