/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-verification-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-encoding.h"
#include "sceau-fault.h"

#define MARK "SCEAU1"
#define SIGNATURE_KEY "|s="
#define SIGNATURE_LENGTH 64 /* Ed25519, RFC 8032 */
#define SIGNATURE_TEXT 86   /* the same in base64, without padding */
/* The longest code that a printed QR symbol holds at the lowest correction is 2953 bytes. */
#define LONGEST 2953

SceauVerificationCode *
sceau_verification_code_new (void)
{
  return g_new0 (SceauVerificationCode, 1);
}

void
sceau_verification_code_free (SceauVerificationCode *self)
{
  if (self == NULL)
    return;
  g_free (self->key_id);
  g_free (self->number);
  g_free (self->holder);
  g_free (self->certification_code);
  g_free (self->title);
  g_free (self->block_code);
  g_free (self->place);
  g_free (self->issuer);
  g_free (self->siret);
  g_free (self);
}

/* --- Writing ------------------------------------------------------------- */

static void
append_value (GString *to, const char *key, const char *value)
{
  g_autofree char *normal = value != NULL ? g_utf8_normalize (value, -1, G_NORMALIZE_NFC) : NULL;

  if (normal == NULL || *normal == '\0')
    return;
  g_string_append_printf (to, "|%s=", key);
  for (const guchar *p = (const guchar *) normal; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '|' || *p < 0x20 || *p == 0x7F)
        g_string_append_printf (to, "%%%02X", *p);
      else
        g_string_append_c (to, (char) *p);
    }
}

static void
append_date (GString *to, const char *key, SceauDate date)
{
  g_autofree char *text = date != SCEAU_NO_DATE ? sceau_date_format_iso (date) : NULL;

  append_value (to, key, text);
}

char *
sceau_verification_code_message (const SceauVerificationCode *self)
{
  g_autofree char *rank = self->duplicate_rank > 0 ? g_strdup_printf ("%d", self->duplicate_rank) : NULL;
  GString *message = g_string_new (MARK);

  append_value (message, "k", self->key_id);
  append_value (message, "y", sceau_paper_to_id (self->paper));
  append_value (message, "n", self->number);
  append_value (message, "r", rank);
  append_value (message, "h", self->holder);
  append_date (message, "b", self->birth_date);
  append_value (message, "c", self->certification_code);
  append_value (message, "t", self->title);
  append_value (message, "x", self->block_code);
  append_date (message, "j", self->decided);
  append_date (message, "d", self->delivered);
  append_value (message, "p", self->place);
  append_value (message, "o", self->issuer);
  append_value (message, "i", self->siret);
  return g_string_free (message, FALSE);
}

char *
sceau_verification_code_to_text (const SceauVerificationCode *self, GBytes *signature)
{
  g_autofree char *message = sceau_verification_code_message (self);
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (g_bytes_get_size (signature) == SIGNATURE_LENGTH, NULL);

  encoded = sceau_base64url_encode (signature);
  return g_strconcat (message, SIGNATURE_KEY, encoded, NULL);
}

/* --- Reading ------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID, sentence);
  return FALSE;
}

static GBytes *
read_signature (const char *text)
{
  /* g_base64_decode() passes over what is not in its alphabet: such a text is refused before. */
  const gsize length = strlen (text);
  g_autofree char *padded = NULL;
  g_autofree guchar *bytes = NULL;
  gsize n_bytes;

  if (length != SIGNATURE_TEXT || strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") != length)
    return NULL;
  padded = g_strconcat (text, "==", NULL);
  g_strdelimit (padded, "-", '+');
  g_strdelimit (padded, "_", '/');
  bytes = g_base64_decode (padded, &n_bytes);
  return n_bytes == SIGNATURE_LENGTH ? g_bytes_new (bytes, n_bytes) : NULL;
}

/* The value without its %XX; NULL when one of them is not well formed. */
static char *
read_value (const char *text)
{
  GString *value = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != '%')
        g_string_append_c (value, *p);
      else if (!g_ascii_isxdigit (p[1]) || !g_ascii_isxdigit (p[2]) || (p[1] == '0' && p[2] == '0'))
        {
          g_string_free (value, TRUE);
          return NULL;
        }
      else
        {
          g_string_append_c (value, (char) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2])));
          p += 2;
        }
    }
  return g_string_free (value, FALSE);
}

static gboolean
take_date (SceauDate *date, const char *value)
{
  return *date == SCEAU_NO_DATE && sceau_date_parse_iso (value, date);
}

static gboolean
take_rank (int *rank, const char *value)
{
  guint64 number;

  if (*rank != 0 || !g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &number, NULL))
    return FALSE;
  *rank = (int) number;
  return TRUE;
}

static char **
find_text (SceauVerificationCode *self, char key)
{
  switch (key)
    {
    case 'k':
      return &self->key_id;
    case 'n':
      return &self->number;
    case 'h':
      return &self->holder;
    case 'c':
      return &self->certification_code;
    case 't':
      return &self->title;
    case 'x':
      return &self->block_code;
    case 'p':
      return &self->place;
    case 'o':
      return &self->issuer;
    case 'i':
      return &self->siret;
    default:
      return NULL;
    }
}

static gboolean
take_value (SceauVerificationCode *self, char key, const char *value)
{
  char **text = find_text (self, key);

  if (text != NULL)
    {
      /* A key said twice would let one be read and the other be printed. */
      if (*text != NULL)
        return FALSE;
      *text = g_strdup (value);
      return TRUE;
    }
  switch (key)
    {
    case 'y':
      return sceau_paper_from_id (value, &self->paper);
    case 'r':
      return take_rank (&self->duplicate_rank, value);
    case 'b':
      return take_date (&self->birth_date, value);
    case 'j':
      return take_date (&self->decided, value);
    case 'd':
      return take_date (&self->delivered, value);
    default:
      return FALSE;
    }
}

static gboolean
take_field (SceauVerificationCode *self, const char *field)
{
  g_autofree char *value = NULL;

  if (field[0] == '\0' || field[1] != '=' || field[2] == '\0')
    return FALSE;
  value = read_value (field + 2);
  return value != NULL && g_utf8_validate (value, -1, NULL) && take_value (self, field[0], value);
}

static SceauVerificationCode *
read_message (const char *message)
{
  g_auto (GStrv) fields = g_strsplit (message, "|", -1);
  g_autoptr (SceauVerificationCode) self = sceau_verification_code_new ();
  g_autofree char *again = NULL;

  for (guint i = 1; fields[i] != NULL; i++)
    if (!take_field (self, fields[i]))
      return NULL;
  /* One content has one text: what is in another order, or written another way, is not ours. */
  again = sceau_verification_code_message (self);
  if (self->key_id == NULL || self->holder == NULL || !g_str_equal (again, message))
    return NULL;
  return g_steal_pointer (&self);
}

SceauVerificationCode *
sceau_verification_code_from_text (const char *text, GBytes **message, GBytes **signature, GError **error)
{
  /* Some systems take letters and accents apart when they paste. */
  g_autofree char *stripped = strlen (text) <= 2 * LONGEST ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;
  g_autoptr (SceauVerificationCode) self = NULL;
  g_autoptr (GBytes) signed_by = NULL;
  char *end;

  if (stripped == NULL || strlen (g_strstrip (stripped)) > LONGEST || !g_str_has_prefix (stripped, MARK "|"))
    {
      refuse (error, _("This is not the code of a paper made by Sceau: it begins with “SCEAU1|”. Scan the QR code again, or paste the whole text."));
      return NULL;
    }
  end = strstr (stripped, SIGNATURE_KEY);
  if (end == NULL || (signed_by = read_signature (end + strlen (SIGNATURE_KEY))) == NULL)
    {
      refuse (error, _("The code is not whole: its signature is missing or cut. Paste it to the last letter."));
      return NULL;
    }
  *end = '\0';
  self = read_message (stripped);
  if (self == NULL)
    {
      refuse (error, _("The code is damaged: what it says is not written as Sceau writes it. Scan the QR code again."));
      return NULL;
    }
  if (message != NULL)
    *message = g_bytes_new (stripped, strlen (stripped));
  if (signature != NULL)
    *signature = g_steal_pointer (&signed_by);
  return g_steal_pointer (&self);
}
