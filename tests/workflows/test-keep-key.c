/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's signing key: made, opened for many signatures, replaced, published. */

#include "sceau-keep-key.h"

#include <gio/gio.h>
#include <string.h>

#include "sceau-journal.h"
#include "sceau-keep-school.h"
#include "sceau-signing-key-table.h"
#include "sceau-workflow-fixture.h"

#define PASSPHRASE "un phare dans la brume"
#define NEW_PASSPHRASE "deux phares dans la nuit"

static void
make_key (SceauWorkflowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_make_signing_key (fixture->school, PASSPHRASE, fixture->faults, &error));
  g_assert_no_error (error);
}

static SceauSigner *
open_signer (SceauWorkflowFixture *fixture, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  SceauSigner *signer = sceau_signer_open (fixture->school, passphrase, fixture->faults, &error);

  g_assert_no_error (error);
  return signer;
}

static void
rotate (SceauWorkflowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_rotate_signing_key (fixture->school, PASSPHRASE, NEW_PASSPHRASE, fixture->faults, &error));
  g_assert_no_error (error);
}

static void
assert_school_is_sound (SceauWorkflowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 0);
}

static void
test_key_is_made_once (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_has_signing_key (fixture->school, &error));
  g_assert_no_error (error);
  make_key (fixture);
  g_assert_true (sceau_has_signing_key (fixture->school, &error));
  g_assert_false (sceau_make_signing_key (fixture->school, PASSPHRASE, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "key.create"), ==, 1);
  assert_school_is_sound (fixture);
}

static void
test_refuses_a_short_passphrase (void)
{
  static const char *const rows[] = { "", "short", "onze caract", "éééééé", "\xff\xfe not UTF-8 at all" };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      sceau_workflow_fixture_forget_faults (fixture);
      g_assert_false (sceau_make_signing_key (fixture->school, rows[i], fixture->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "twelve characters"));
    }
  g_assert_false (sceau_has_signing_key (fixture->school, NULL));
}

/* The private half is in the file only under the passphrase, and the journal has nothing of it but a digest. */
static void
test_the_private_half_stays_sealed (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSigningKey) key = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (SceauSigner) signer = NULL;
  g_autoptr (GError) error = NULL;

  make_key (fixture);
  key = sceau_signing_key_table_find_current (fixture->school, &error);
  g_assert_cmpuint (g_bytes_get_size (key->sealed_private), ==, 105);
  entries = sceau_journal_list (fixture->school, NULL, &error);
  for (guint i = 0; i < entries->len; i++)
    {
      const SceauJournalEntry *entry = g_ptr_array_index (entries, i);

      g_assert_null (strstr (entry->after, "sealed"));
      g_assert_null (strstr (entry->after, PASSPHRASE));
    }
  g_assert_null (sceau_signer_open (fixture->school, "Un phare dans la brume", fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "not the passphrase"));
  g_clear_error (&error);
  signer = sceau_signer_open (fixture->school, PASSPHRASE, fixture->faults, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sceau_signer_public_key (signer), ==, key->public_key);
}

/* Every part of the sealed key, spoilt: refused in words, and never for long. */
static void
test_a_damaged_key_is_said (void)
{
  static const gsize places[] = { 0, 1, 9, 17, 33, 57, 104 };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSigningKey) key = NULL;

  make_key (fixture);
  key = sceau_signing_key_table_find_current (fixture->school, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize length;
      const guint8 *whole = g_bytes_get_data (key->sealed_private, &length);
      guint8 *spoilt = g_memdup2 (whole, length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (spoilt, length);
      g_autoptr (GError) error = NULL;

      spoilt[places[i]] ^= 0x80;
      g_assert_true (sceau_signing_key_table_reseal (fixture->school, key->id, bytes, NULL));
      g_assert_null (sceau_signer_open (fixture->school, PASSPHRASE, fixture->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
    }
}

/* The first signature makes the key; a passphrase that is too short makes none. */
static void
test_is_made_on_first_use (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSigner) first = NULL;
  g_autoptr (SceauSigner) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_signer_open (fixture->school, "too short", fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_false (sceau_has_signing_key (fixture->school, NULL));
  sceau_workflow_fixture_forget_faults (fixture);
  first = open_signer (fixture, PASSPHRASE);
  second = open_signer (fixture, PASSPHRASE);
  g_assert_cmpstr (sceau_signer_public_key (first), ==, sceau_signer_public_key (second));
  g_assert_cmpuint (strlen (sceau_signer_public_key (first)), ==, 64);
  g_assert_cmpuint (strlen (sceau_signer_key_id (first)), ==, 16);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "key.create"), ==, 1);
  assert_school_is_sound (fixture);
}

/* Each row changes one thing in what is verified. */
static void
test_verifies_what_it_signed (void)
{
  static const struct
  {
    const char *sentence, *message;
    gboolean other_key, spoilt, genuine;
  } rows[] = {
    { "the very message", "message", FALSE, FALSE, TRUE },
    { "another message", "massage", FALSE, FALSE, FALSE },
    { "a longer message", "message ", FALSE, FALSE, FALSE },
    { "a key that nobody has", "message", TRUE, FALSE, FALSE },
    { "another signature", "message", FALSE, TRUE, FALSE },
  };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSigner) signer = open_signer (fixture, PASSPHRASE);
  g_autoptr (GBytes) signature = sceau_signer_sign (signer, "message", strlen ("message"));
  g_autoptr (GBytes) again = sceau_signer_sign (signer, "message", strlen ("message"));

  g_assert_true (g_bytes_equal (signature, again)); /* Ed25519 throws no dice */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) message = g_bytes_new (rows[i].message, strlen (rows[i].message));
      g_autoptr (GBytes) shown = rows[i].spoilt ? g_bytes_new_from_bytes (signature, 0, 63) : g_bytes_ref (signature);
      g_autoptr (GError) error = NULL;
      const char *key_id = rows[i].other_key ? "0123456789abcdef" : sceau_signer_key_id (signer);

      g_test_message ("%s", rows[i].sentence);
      g_assert_cmpint (sceau_school_key_verify (fixture->school, key_id, message, shown, &error), ==, rows[i].genuine);
      g_assert_no_error (error);
    }
}

/* What a retired key signed is still verified; who holds it open signs nothing new that is kept. */
static void
test_a_retired_key_still_verifies (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSigner) old = open_signer (fixture, PASSPHRASE);
  g_autoptr (GBytes) message = g_bytes_new_static ("message", 7);
  g_autoptr (GBytes) signature = sceau_signer_sign (old, "message", 7);
  g_autoptr (SceauSigner) present = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_signer_check (old, fixture->school, &error));
  rotate (fixture);
  g_assert_false (sceau_signer_check (old, fixture->school, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (sceau_school_key_verify (fixture->school, sceau_signer_key_id (old), message, signature, &error));
  g_assert_no_error (error);
  g_assert_null (sceau_signer_open (fixture->school, PASSPHRASE, fixture->faults, &error));
  g_assert_nonnull (strstr (error->message, "not the passphrase"));
  present = open_signer (fixture, NEW_PASSPHRASE);
  g_assert_cmpstr (sceau_signer_key_id (present), !=, sceau_signer_key_id (old));
  g_assert_false (sceau_school_key_verify (fixture->school, sceau_signer_key_id (present), message, signature, NULL));
  assert_school_is_sound (fixture);
}

/* The key of a SubjectPublicKeyInfo is its last 32 bytes, behind the twelve of RFC 8410. */
static char *
read_pem_key (const char *block)
{
  g_autofree char *base64 = g_strndup (block, strcspn (block, "\n"));
  g_autofree guchar *der = NULL;
  gsize length;
  GString *hex = g_string_new (NULL);

  der = g_base64_decode (base64, &length);
  g_assert_cmpuint (length, ==, 44);
  g_assert_cmpmem (der, 12, "\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
  for (gsize i = 12; i < length; i++)
    g_string_append_printf (hex, "%02x", der[i]);
  return g_string_free (hex, FALSE);
}

static void
test_publishes_every_key (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "keys.pem", NULL), *text = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_auto (GStrv) blocks = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_export_public_keys (fixture->school, path, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  make_key (fixture);
  rotate (fixture);
  g_assert_true (sceau_export_public_keys (fixture->school, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  keys = sceau_signing_key_table_list (fixture->school, NULL);
  blocks = g_strsplit (text, "-----BEGIN PUBLIC KEY-----\n", -1);
  g_assert_cmpuint (g_strv_length (blocks), ==, 3);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *hex = read_pem_key (blocks[i + 1]);

      g_assert_cmpstr (hex, ==, ((const SceauSigningKey *) g_ptr_array_index (keys, i))->public_key);
    }
  g_assert_nonnull (strstr (text, "retired: -\n"));
  g_assert_nonnull (strstr (text, "retired: 2026-11-22\n"));
  g_assert_false (sceau_export_public_keys (fixture->school, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/keep-key/" name, test)
  ADD ("is-made-once", test_key_is_made_once);
  ADD ("refuses-a-short-passphrase", test_refuses_a_short_passphrase);
  ADD ("the-private-half-stays-sealed", test_the_private_half_stays_sealed);
  ADD ("a-damaged-key-is-said", test_a_damaged_key_is_said);
  ADD ("is-made-on-first-use", test_is_made_on_first_use);
  ADD ("verifies-what-it-signed", test_verifies_what_it_signed);
  ADD ("a-retired-key-still-verifies", test_a_retired_key_still_verifies);
  ADD ("publishes-every-key", test_publishes_every_key);
#undef ADD
  return g_test_run ();
}
