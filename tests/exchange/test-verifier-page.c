/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The page that verifies without a server, in a real browser: headless Chromium opens it with a code behind "#"
 * and prints the document that its script made. */

#include <sodium.h>
#include <string.h>

#include "sceau-verifier-page.h"

typedef struct
{
  char *folder;
  guint8 secret[crypto_sign_SECRETKEYBYTES];
  char public_key[2 * crypto_sign_PUBLICKEYBYTES + 1];
  char *key_id;
  SceauSchoolIdentity *school;
  GPtrArray *certificates;
} Fixture;

static SceauCertificate *
make_certificate (int sequence, SceauCertificateState state)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->number = sceau_certificate_format_number (2026, sequence);
  certificate->state = state;
  certificate->ended = state != SCEAU_CERTIFICATE_ISSUED ? sceau_date_new (2026, 12, 1) : SCEAU_NO_DATE;
  return certificate;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 seed[crypto_sign_SEEDBYTES];
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_cmpint (sodium_init (), >=, 0);
  memset (seed, 7, sizeof seed);
  crypto_sign_seed_keypair (public_key, self->secret, seed);
  sodium_bin2hex (self->public_key, sizeof self->public_key, public_key, sizeof public_key);
  self->key_id = sceau_verifier_key_id (self->public_key);
  self->folder = g_dir_make_tmp ("sceau-verifier-XXXXXX", &error);
  g_assert_no_error (error);
  self->school = sceau_school_identity_new ();
  /* What would end the page's data, were it not written otherwise. */
  self->school->name = g_strdup ("École </script><script>document.title='x'</script> d’Exemple");
  self->school->siret = g_strdup ("73282932000074");
  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_certificate_free);
  g_ptr_array_add (self->certificates, make_certificate (1, SCEAU_CERTIFICATE_ISSUED));
  g_ptr_array_add (self->certificates, make_certificate (2, SCEAU_CERTIFICATE_REVOKED));
  g_ptr_array_add (self->certificates, make_certificate (3, SCEAU_CERTIFICATE_REPLACED));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  (void) data;
  g_spawn_sync (NULL, (char *[]) { "rm", "-rf", self->folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->key_id);
  sceau_school_identity_free (self->school);
  g_ptr_array_unref (self->certificates);
}

static GBytes *
sign (const Fixture *self, const char *message)
{
  guint8 signature[crypto_sign_BYTES];

  crypto_sign_detached (signature, NULL, (const guint8 *) message, strlen (message), self->secret);
  return g_bytes_new (signature, sizeof signature);
}

static char *
make_code (const Fixture *self, int sequence, const char *key_id)
{
  g_autoptr (SceauVerificationCode) code = sceau_verification_code_new ();
  g_autofree char *number = sceau_certificate_format_number (2026, sequence);
  g_autofree char *message = NULL;
  g_autoptr (GBytes) signature = NULL;

  code->key_id = g_strdup (key_id);
  code->number = sceau_certificate_print_number (number);
  code->holder = g_strdup ("Zoé | LEFÈVRE 100 %");
  code->birth_date = sceau_date_new (1999, 3, 1);
  code->certification_code = g_strdup ("RNCP99999");
  code->title = g_strdup ("Expert en exemples");
  code->decided = sceau_date_new (2026, 11, 20);
  code->delivered = sceau_date_new (2026, 11, 25);
  code->place = g_strdup ("Lille");
  message = sceau_verification_code_message (code);
  signature = sign (self, message);
  return sceau_verification_code_to_text (code, signature);
}

static char *
write_page (const Fixture *self, gboolean forged_list, SceauDate retired)
{
  const SceauVerifierKey key = { .public_key = self->public_key, .created = sceau_date_new (2026, 1, 1), .retired = retired };
  const SceauDate made = sceau_date_new (2026, 12, 2);
  g_autofree char *message = sceau_revocation_list_message (self->school, self->certificates, made);
  g_autoptr (GBytes) signature = sign (self, forged_list ? "another list" : message);
  const SceauVerifierList list = { .message = message, .signature = signature, .key_id = self->key_id, .made = made };
  g_autofree char *html = sceau_verifier_page_write (self->school, &key, 1, &list);
  char *path = g_build_filename (self->folder, "page.html", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, html, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* The document as Chromium has it after its script ran, without network. */
static char *
open_in_browser (const Fixture *self, const char *browser, const char *code, gboolean forged_list, SceauDate retired)
{
  g_autofree char *path = write_page (self, forged_list, retired);
  g_autofree char *file = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("%s#%s", file, escaped);
  g_autofree char *profile = g_strdup_printf ("--user-data-dir=%s/profile", self->folder);
  const char *const argv[] = { browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--proxy-server=127.0.0.1:1",
                               profile, "--virtual-time-budget=10000", "--dump-dom", uri, NULL };
  char *document = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &document, NULL, NULL, &error);
  g_assert_no_error (error);
  return document;
}

typedef struct
{
  const char *name;
  int sequence;
  const char *from, *to; /* one replacement in the code, or NULL */
  gboolean other_key, forged_list;
  const char *verdict;   /* class of the answer */
  int retired;           /* day of November 2026 on which the key was retired; 0: it is in use */
} Row;

static const Row rows[] = {
  { "a-code-of-the-school-is-genuine", 1, NULL, NULL, FALSE, FALSE, "genuine", 0 },
  { "a-changed-name-is-altered", 1, "LEFÈVRE", "MARTIN", FALSE, FALSE, "altered", 0 },
  { "a-changed-title-is-altered", 1, "Expert en", "Maître des", FALSE, FALSE, "altered", 0 },
  { "a-changed-date-is-altered", 1, "2026-11-20", "2025-11-20", FALSE, FALSE, "altered", 0 },
  { "a-changed-number-is-altered", 2, "2026-0002", "2026-0001", FALSE, FALSE, "altered", 0 },
  { "a-cut-code-is-unreadable", 1, "|s=", "|s=A", FALSE, FALSE, "unreadable", 0 },
  { "a-key-out-of-order-is-unreadable", 1, "|p=Lille", "|h=Autre", FALSE, FALSE, "unreadable", 0 },
  { "a-revoked-parchemin-says-so", 2, NULL, NULL, FALSE, FALSE, "revoked", 0 },
  { "a-replaced-parchemin-says-so", 3, NULL, NULL, FALSE, FALSE, "replaced", 0 },
  { "a-key-of-nobody-is-unknown", 1, NULL, NULL, TRUE, FALSE, "unknown", 0 },
  { "a-forged-list-is-not-believed", 1, NULL, NULL, FALSE, TRUE, "unable", 0 },
  { "a-retired-key-still-verifies", 1, NULL, NULL, FALSE, FALSE, "genuine", 25 },
  { "a-paper-later-than-its-key-is-suspicious", 1, NULL, NULL, FALSE, FALSE, "unable", 24 },
};

static void
test_row (Fixture *self, gconstpointer data)
{
  const Row *row = data;
  g_autofree char *browser = g_find_program_in_path ("chromium");
  g_autofree char *code = make_code (self, row->sequence, row->other_key ? "00112233aabbccdd" : self->key_id);
  g_autoptr (GString) shown = g_string_new (code);
  g_autofree char *verdict = g_strdup_printf ("id=\"verdict\" role=\"status\" aria-live=\"polite\" class=\"%s\"", row->verdict);
  g_autofree char *document = NULL;

  if (browser == NULL)
    {
      g_test_skip ("chromium is not installed: install it to try the page in a browser");
      return;
    }
  if (row->from != NULL)
    g_assert_cmpuint (g_string_replace (shown, row->from, row->to, 1), ==, 1);
  document = open_in_browser (self, browser, shown->str, row->forged_list,
                              row->retired > 0 ? sceau_date_new (2026, 11, row->retired) : SCEAU_NO_DATE);
  if (strstr (document, verdict) == NULL)
    g_test_message ("%s", document);
  g_assert_nonnull (strstr (document, verdict));
  g_assert_nonnull (strstr (document, "<title>Vérification"));
  if (g_str_equal (row->verdict, "genuine"))
    g_assert_nonnull (strstr (document, "<dd>Zoé | LEFÈVRE 100 %</dd>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/verifier-page/%s", rows[i].name);

      g_test_add (path, Fixture, &rows[i], set_up, test_row, tear_down);
    }
  return g_test_run ();
}
