/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* One process for each case: the locale of a process is chosen once. */
static void
speak (const char *variable, const char *value, const char *language)
{
  g_unsetenv ("LC_ALL");
  g_unsetenv ("LC_MESSAGES");
  g_unsetenv ("LANG");
  g_unsetenv ("LANGUAGE");
  if (variable != NULL)
    g_setenv (variable, value, TRUE);
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  sceau_locale_init ();
}

static const struct
{
  const char *sentence;
  const char *variable;
  const char *value;
  const char *language;
  const char *expected; /* LANGUAGE that gettext reads afterwards */
} cases[] = {
  { "nothing set: French", NULL, NULL, NULL, "fr" },
  { "the C locale: French", "LC_ALL", "C", NULL, "fr" },
  { "POSIX: French", "LANG", "POSIX", NULL, "fr" },
  { "a bare container: French", "LANG", "C.UTF-8", NULL, "fr" },
  { "a language asked for stays", "LC_ALL", "C.UTF-8", "en", "en" },
  { "a locale that was never generated gives its language", "LANG", "de_DE.UTF-8", NULL, "de_DE.UTF-8" },
};

static void
chooses_the_language (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      speak (cases[i].variable, cases[i].value, cases[i].language);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, cases[i].expected);
      /* gettext translates nothing under plain C. */
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      return;
    }
  g_test_message ("%s", cases[i].sentence);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
knows_neutral_names (void)
{
  g_assert_true (sceau_locale_is_neutral (NULL));
  g_assert_true (sceau_locale_is_neutral (""));
  g_assert_true (sceau_locale_is_neutral ("C.UTF-8"));
  g_assert_false (sceau_locale_is_neutral ("fr_FR.UTF-8"));
  g_assert_false (sceau_locale_is_neutral ("en_GB.UTF-8"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/locale/knows-neutral-names", knows_neutral_names);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/locale/chooses-the-language/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), chooses_the_language);
    }
  return g_test_run ();
}
