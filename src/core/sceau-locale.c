/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "sceau-config.h"

static const char *
first_set (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

/* A program lies in the build tree when its path begins with that of the tree. */
static gboolean
runs_from_build_tree (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *tree = g_path_get_dirname (SCEAU_BUILD_LOCALE_DIR);

  return program != NULL && g_str_has_prefix (program, tree) && program[strlen (tree)] == '/';
}

gboolean
sceau_locale_is_neutral (const char *name)
{
  static const char *const neutral[] = { "", "C", "POSIX", "C.UTF-8", "C.utf8", NULL };

  return name == NULL || g_strv_contains (neutral, name);
}

const char *
sceau_locale_directory (void)
{
  return runs_from_build_tree () ? SCEAU_BUILD_LOCALE_DIR : SCEAU_LOCALE_DIR;
}

void
sceau_locale_init (void)
{
  static const char *const message_names[] = { "LC_ALL", "LC_MESSAGES", "LANG", NULL };
  static const char *const language_names[] = { "LANGUAGE", NULL };
  const char *chosen = first_set (message_names);
  gboolean neutral = sceau_locale_is_neutral (chosen);

  if (first_set (language_names) == NULL && neutral)
    g_setenv ("LANGUAGE", "fr", TRUE);

  /* gettext translates nothing under plain "C", and a locale that was never generated cannot be set. */
  if (setlocale (LC_ALL, "") == NULL)
    {
      setlocale (LC_ALL, "C.UTF-8");
      if (first_set (language_names) == NULL)
        g_setenv ("LANGUAGE", chosen, TRUE);
    }
  else if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_ALL, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, sceau_locale_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
