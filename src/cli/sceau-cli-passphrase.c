/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "sceau-cli-output.h"

/* Longer than anybody types. */
#define MAX_BYTES 4096

void
sceau_cli_passphrase_clear (SceauCliPassphrase *self)
{
  if (self->text != NULL)
    explicit_bzero (self->text, strlen (self->text));
  g_clear_pointer (&self->text, g_free);
}

/* One line from @fd, without its end; byte by byte, so that nothing of it stays in a buffer. */
static char *
read_line (int fd)
{
  char *line = g_malloc0 (MAX_BYTES);
  gsize length = 0;
  gssize n = 0;
  char byte = 0;

  while (length + 1 < MAX_BYTES && ((n = read (fd, &byte, 1)) == 1 || (n < 0 && errno == EINTR)))
    {
      if (n == 1 && (byte == '\n' || byte == '\r' || byte == '\0'))
        break;
      if (n == 1)
        line[length++] = byte;
    }
  return line;
}

static gboolean
read_from_file (SceauCliPassphrase *self, const char *file)
{
  int fd = g_open (file, O_RDONLY | O_CLOEXEC, 0);
  g_autofree char *name = g_filename_display_name (file);

  if (fd < 0)
    {
      sceau_cli_print_error (_("sceau-cli: the passphrase cannot be read from “%s”: %s.\n"), name, g_strerror (errno));
      return FALSE;
    }
  self->text = read_line (fd);
  close (fd);
  return TRUE;
}

static gboolean
read_from_environment (SceauCliPassphrase *self, const char *variable)
{
  const char *value = g_getenv (variable);

  if (value == NULL)
    return FALSE;
  self->text = g_strdup (value);
  g_unsetenv (variable);
  return TRUE;
}

/* (transfer full) */
static char *
ask (int terminal, const char *prompt)
{
  struct termios normal, silent;
  gboolean changed = tcgetattr (terminal, &normal) == 0;
  g_autofree char *text = g_strconcat (prompt, " ", NULL);
  gssize shown;
  char *line;

  silent = normal;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  if (changed)
    tcsetattr (terminal, TCSAFLUSH, &silent);
  shown = write (terminal, text, strlen (text));
  line = read_line (terminal);
  if (changed)
    tcsetattr (terminal, TCSAFLUSH, &normal);
  if (shown > 0)
    shown = write (terminal, "\n", 1);
  return line;
}

static gboolean
read_from_terminal (SceauCliPassphrase *self, const char *variable, const char *prompt, gboolean twice)
{
  g_auto (SceauCliPassphrase) again = { NULL };
  int terminal = isatty (STDIN_FILENO) ? g_open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY, 0) : -1;
  gboolean same;

  if (terminal < 0)
    {
      sceau_cli_print_error (_("sceau-cli: a passphrase is needed: give --passphrase-file FILE, set %s, or call from a terminal.\n"), variable);
      return FALSE;
    }
  self->text = ask (terminal, prompt);
  if (twice)
    again.text = ask (terminal, _("The same once more:"));
  close (terminal);
  same = !twice || g_str_equal (self->text, again.text);
  if (!same)
    sceau_cli_print_error (_("sceau-cli: the two passphrases differ. Nothing was changed; try again.\n"));
  return same;
}

gboolean
sceau_cli_read_passphrase (SceauCliPassphrase *self, const char *file, const char *variable, const char *prompt, gboolean twice)
{
  if (file != NULL)
    return read_from_file (self, file);
  return read_from_environment (self, variable) || read_from_terminal (self, variable, prompt, twice);
}
