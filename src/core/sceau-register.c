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

/* What the register says of a parchemin, as far as the next act is concerned. */
typedef enum
{
  NO_SHEET, /* never printed, or what was printed is spoiled; or the school does not write its editions down */
  IN_HOUSE, /* an edition was printed and did not leave */
  HANDED,
  POSTED,
  REVOKED,
  REPLACED,
  N_SITUATIONS
} Situation;

typedef enum
{
  ALLOWED,
  SPOIL_FIRST,
  DUPLICATE_INSTEAD,
  NOT_PRINTED,
  LEFT_THE_HOUSE,
  IS_HANDED,
  IS_POSTED,
  NOT_POSTED,
  HAND_FIRST,
  IS_REVOKED,
  IS_REPLACED
} Answer;

/* The one table of what may follow what; nothing else decides. */
static const Answer answers[SCEAU_N_REGISTER_ACTS][N_SITUATIONS] = {
  /* clang-format off */
  /*                           NO_SHEET     IN_HOUSE     HANDED             POSTED             REVOKED     REPLACED */
  [SCEAU_REGISTER_PRINTED]   = { ALLOWED,     SPOIL_FIRST, DUPLICATE_INSTEAD, DUPLICATE_INSTEAD, IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_SPOILED]   = { NOT_PRINTED, ALLOWED,     LEFT_THE_HOUSE,    LEFT_THE_HOUSE,    IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_HANDED]    = { ALLOWED,     ALLOWED,     IS_HANDED,         IS_POSTED,         IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_POSTED]    = { ALLOWED,     ALLOWED,     IS_HANDED,         IS_POSTED,         IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_RETURNED]  = { NOT_POSTED,  NOT_POSTED,  NOT_POSTED,        ALLOWED,           IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_DUPLICATE] = { ALLOWED,     HAND_FIRST,  ALLOWED,           ALLOWED,           IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_REVOKED]   = { ALLOWED,     ALLOWED,     ALLOWED,           ALLOWED,           IS_REVOKED, IS_REPLACED },
  [SCEAU_REGISTER_REPLACED]  = { ALLOWED,     ALLOWED,     ALLOWED,           ALLOWED,           IS_REVOKED, IS_REPLACED },
  /* clang-format on */
};

static Situation
find_situation (const SceauCertificate *certificate, const GPtrArray *acts)
{
  Situation inside = NO_SHEET;
  Situation outside = N_SITUATIONS; /* it is inside */

  if (certificate->state == SCEAU_CERTIFICATE_REVOKED)
    return REVOKED;
  if (certificate->state == SCEAU_CERTIFICATE_REPLACED)
    return REPLACED;
  for (guint i = 0; acts != NULL && i < acts->len; i++)
    switch (((const SceauRegisterAct *) g_ptr_array_index (acts, i))->kind)
      {
      case SCEAU_REGISTER_PRINTED:
        inside = IN_HOUSE;
        break;
      case SCEAU_REGISTER_SPOILED:
        inside = NO_SHEET;
        break;
      case SCEAU_REGISTER_HANDED:
        outside = HANDED;
        break;
      case SCEAU_REGISTER_POSTED:
        outside = POSTED;
        break;
      case SCEAU_REGISTER_RETURNED:
        outside = N_SITUATIONS;
        break;
      case SCEAU_REGISTER_DUPLICATE:
      case SCEAU_REGISTER_REVOKED:
      case SCEAU_REGISTER_REPLACED:
      default:
        break;
      }
  return outside != N_SITUATIONS ? outside : inside;
}

/* Why not, and what to do. */
static const char *
say_refusal (Answer answer)
{
  switch (answer)
    {
    case SPOIL_FIRST:
      return _("An edition of it is in the house already: write that sheet down as spoiled first.");
    case DUPLICATE_INSTEAD:
      return _("Its sheet was handed over or posted already: who lost it asks for a duplicate.");
    case NOT_PRINTED:
      return _("No edition of it was written down as printed.");
    case LEFT_THE_HOUSE:
      return _("Its sheet was handed over or posted: it can no longer be spoiled here.");
    case IS_HANDED:
      return _("It was handed over already.");
    case IS_POSTED:
      return _("It was posted already: if it came back, write that down first.");
    case NOT_POSTED:
      return _("It is not on its way by post.");
    case HAND_FIRST:
      return _("Its sheet is in the house: write down that it was handed over or posted, or that it was spoiled and print it again.");
    case IS_REVOKED:
      return _("it is revoked; the register says nothing more of it.");
    case IS_REPLACED:
      return _("it was replaced; the new one goes on in its place.");
    case ALLOWED:
      break;
    }
  g_return_val_if_reached ("");
}

SceauSheetPlace
sceau_register_sheet (const SceauCertificate *certificate, const GPtrArray *acts)
{
  switch (find_situation (certificate, acts))
    {
    case IN_HOUSE:
      return SCEAU_SHEET_IN_HOUSE;
    case HANDED:
      return SCEAU_SHEET_HANDED;
    case POSTED:
      return SCEAU_SHEET_POSTED;
    case REVOKED:
    case REPLACED:
      return SCEAU_SHEET_ENDED;
    case NO_SHEET:
    case N_SITUATIONS:
      break;
    }
  return SCEAU_SHEET_NONE;
}

const char *
sceau_sheet_place_title (SceauSheetPlace place)
{
  static const char *const titles[] = {
    [SCEAU_SHEET_NONE] = N_ ("No sheet printed"), [SCEAU_SHEET_IN_HOUSE] = N_ ("In the house"),
    [SCEAU_SHEET_HANDED] = N_ ("Handed over"),    [SCEAU_SHEET_POSTED] = N_ ("Posted"),
    [SCEAU_SHEET_ENDED] = N_ ("No longer in force"),
  };

  g_return_val_if_fail ((guint) place < G_N_ELEMENTS (titles), "");

  return _(titles[place]);
}

gboolean
sceau_register_may (const SceauCertificate *certificate, const GPtrArray *acts, SceauRegisterActKind kind)
{
  g_return_val_if_fail ((guint) kind < SCEAU_N_REGISTER_ACTS, FALSE);

  return answers[kind][find_situation (certificate, acts)] == ALLOWED;
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

/* Sheets are printed before the day of the ceremony, and what is wrong is found before it too. */
static gboolean
awaits_delivery (SceauRegisterActKind kind)
{
  return kind == SCEAU_REGISTER_HANDED || kind == SCEAU_REGISTER_POSTED || kind == SCEAU_REGISTER_RETURNED
         || kind == SCEAU_REGISTER_DUPLICATE;
}

static gboolean
check_date (const SceauCertificate *certificate, const GPtrArray *acts, const SceauRegisterAct *act, GError **error)
{
  const SceauRegisterAct *last = acts != NULL && acts->len > 0 ? g_ptr_array_index (acts, acts->len - 1) : NULL;

  if (act->date == SCEAU_NO_DATE)
    return refuse (error, certificate, _("the day is missing."));
  if (awaits_delivery (act->kind) && act->date < certificate->delivered)
    return refuse (error, certificate, _("that day is before its delivery."));
  if (act->date < certificate->decided)
    return refuse (error, certificate, _("that day is before the decision of the jury."));
  if (last != NULL && act->date < last->date)
    return refuse (error, certificate, _("that day is before what the register says last of it."));
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

gboolean
sceau_register_allows (const SceauCertificate *certificate, const GPtrArray *acts, const SceauRegisterAct *act, GError **error)
{
  Answer answer;

  g_return_val_if_fail ((guint) act->kind < SCEAU_N_REGISTER_ACTS, FALSE);

  answer = answers[act->kind][find_situation (certificate, acts)];
  if (answer != ALLOWED)
    return refuse (error, certificate, say_refusal (answer));
  if (needs_reason (act->kind) && is_blank (act->reason))
    return refuse (error, certificate, _("a reason is needed."));
  if (act->kind == SCEAU_REGISTER_POSTED && is_blank (act->detail))
    return refuse (error, certificate, _("the tracking number is missing."));
  if (act->kind == SCEAU_REGISTER_HANDED && is_blank (act->person))
    return refuse (error, certificate, _("the name of who signed for it is missing."));
  return check_date (certificate, acts, act, error);
}
