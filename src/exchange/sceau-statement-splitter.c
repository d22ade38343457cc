/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statement-splitter.h"

#include <string.h>

/* Signs that only ever stand before an item, also in the middle of a line. */
#define SURE_BULLETS "•▪●■►➢➤‣◦✓"
/* Signs that are bullets only where a fragment begins. */
#define OTHER_BULLETS "-–—*·"

/* How a fragment begins.  Items of one list share their marker. */
#define MARKER_NONE ((gunichar) 0)
#define MARKER_CODE ((gunichar) 'C') /* "C1.", "A1C2.", "C.10.", "3)" */

typedef struct
{
  gunichar marker;
  char *text;    /* as it stands, bullet included */
  char *words;   /* without the bullet */
  gunichar head; /* first character of the sentence, after bullet and code; 0: there is none yet */
} Fragment;

static void
fragment_free (Fragment *self)
{
  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* Length of the code at the beginning of @text, 0 when there is none. */
static int
code_length (const char *text)
{
  static GRegex *code = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (g_once_init_enter (&code))
    {
      GRegex *compiled = g_regex_new ("^(?:[A-Z]{1,2}\\.?\\d{1,2}(?:\\.?[A-Z]{0,2}\\.?\\d{1,2})*(?:\\s?[.):–-]|\\s|$)"
                                      "|\\d{1,2}(?:\\.\\d{1,2}(?=\\s)|(?:\\.\\d{1,2})*\\s?[.):–-]))\\s*",
                                      G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (compiled != NULL);
      g_once_init_leave (&code, compiled);
    }
  if (g_regex_match (code, text, 0, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  return end;
}

/* "- Lire", "-Lire" and "* Lire" are items; "-5 °C" is not. */
static gunichar
find_marker (const char *text, const char **words)
{
  gunichar c = g_utf8_get_char (text);
  const char *after = g_utf8_next_char (text);

  *words = text;
  if (is_one_of (c, SURE_BULLETS)
      || (is_one_of (c, OTHER_BULLETS)
          && (*after == '\0' || *after == ' ' || g_unichar_isalpha (g_utf8_get_char (after)))))
    {
      while (*after == ' ')
        after++;
      *words = after;
      return c;
    }
  return code_length (text) > 0 ? MARKER_CODE : MARKER_NONE;
}

static Fragment *
fragment_new (const char *text)
{
  Fragment *self = g_new0 (Fragment, 1);
  const char *words;

  self->marker = find_marker (text, &words);
  self->text = g_strdup (text);
  self->words = g_strdup (words);
  self->head = g_utf8_get_char (words + code_length (words));
  return self;
}

static void
add_fragment (GPtrArray *fragments, const char *text)
{
  Fragment *last = fragments->len > 0 ? g_ptr_array_index (fragments, fragments->len - 1) : NULL;
  g_autofree char *whole = NULL;

  /* A bullet or a code that a run of blanks cut off from its sentence. */
  if (last != NULL && last->head == 0)
    {
      whole = g_strconcat (last->text, " ", text, NULL);
      g_ptr_array_set_size (fragments, (int) fragments->len - 1);
      text = whole;
    }
  g_ptr_array_add (fragments, fragment_new (text));
}

/* What lies between runs of two or more blanks, or line breaks, or before a sure bullet. */
static GPtrArray *
cut_fragments (const char *text)
{
  GPtrArray *fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) fragment_free);
  g_autoptr (GString) current = g_string_new (NULL);
  guint blanks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blanks += c == '\n' || c == '\r' ? 2 : 1;
          continue;
        }
      if (current->len > 0 && (blanks >= 2 || is_one_of (c, SURE_BULLETS)))
        {
          add_fragment (fragments, current->str);
          g_string_truncate (current, 0);
        }
      else if (current->len > 0 && blanks == 1)
        g_string_append_c (current, ' ');
      g_string_append_unichar (current, c);
      blanks = 0;
    }
  if (current->len > 0)
    add_fragment (fragments, current->str);
  return fragments;
}

static gboolean
ends_with_colon (const char *text)
{
  return g_str_has_suffix (text, ":");
}

/* A comma, an open bracket or a linking word at the end: the sentence is not over. */
static gboolean
is_unfinished (const char *text)
{
  static const char *const links[] = { "à",   "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le",
                                       "les", "ou", "par", "pour", "sur",  "un", "une", "d'", "d’", "l'", "l’", NULL };
  const char *last_word = strrchr (text, ' ');
  int open = 0;

  if (g_str_has_suffix (text, ",") || g_str_has_suffix (text, "("))
    return TRUE;
  if (last_word != NULL && g_strv_contains (links, last_word + 1))
    return TRUE;
  for (const char *p = text; *p != '\0'; p++)
    open += *p == '(' ? 1 : *p == ')' ? -1 : 0;
  return open > 0;
}

static gboolean
begins_in_lower_case (const Fragment *fragment)
{
  return g_unichar_islower (fragment->head);
}

static gboolean
continues (const Fragment *fragment, const char *statement)
{
  if (fragment->marker != MARKER_NONE)
    return FALSE;
  return begins_in_lower_case (fragment) || is_one_of (fragment->head, ",;:.)([/«&…")
         || is_unfinished (statement);
}

/* The marker of the statements themselves; other markers are those of lists inside a statement.  When
 * several unmarked lines announce something (":"), they are the statements. */
static gunichar
find_top_marker (GPtrArray *fragments)
{
  guint announcing = 0;
  gunichar first = MARKER_NONE;

  for (guint i = 0; i < fragments->len; i++)
    {
      const Fragment *fragment = g_ptr_array_index (fragments, i);

      if (fragment->marker == MARKER_NONE && ends_with_colon (fragment->text))
        announcing++;
      if (first == MARKER_NONE)
        first = fragment->marker;
    }
  return announcing >= 2 ? MARKER_NONE : first;
}

/* The statement that is being put together. */
typedef struct
{
  GString *text;
  gboolean marked;
  gunichar top;   /* marker of the statements: see find_top_marker() */
  gunichar inner; /* marker of the list inside this statement, once one was announced */
} Builder;

static gboolean
is_inner_item (const Builder *builder, const Fragment *fragment)
{
  return fragment->marker != MARKER_NONE && (fragment->marker != builder->top || begins_in_lower_case (fragment));
}

/* Joins the fragment to the statement if it belongs there; FALSE when it begins another one. */
static gboolean
join (Builder *builder, const Fragment *fragment)
{
  gboolean inner_item = is_inner_item (builder, fragment);
  gboolean announced = ends_with_colon (builder->text->str);

  if (inner_item && (announced || fragment->marker == builder->inner))
    {
      builder->inner = fragment->marker;
      g_string_append_printf (builder->text, " %s", fragment->text);
      return TRUE;
    }
  /* "Les compétences attestées sont :" before the first of the list; or a paragraph after its title. */
  if ((announced && (fragment->marker == MARKER_NONE || !builder->marked)) || continues (fragment, builder->text->str))
    {
      g_string_append_printf (builder->text, " %s", fragment->words);
      return TRUE;
    }
  return FALSE;
}

GPtrArray *
sceau_statement_splitter_split (const char *text)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fragments = NULL;
  g_autoptr (GString) buffer = g_string_new (NULL);
  Builder builder = { .text = buffer };

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return statements;
  fragments = cut_fragments (text);
  builder.top = find_top_marker (fragments);
  for (guint i = 0; i < fragments->len; i++)
    {
      const Fragment *fragment = g_ptr_array_index (fragments, i);

      if (buffer->len > 0 && join (&builder, fragment))
        continue;
      if (buffer->len > 0)
        g_ptr_array_add (statements, g_strdup (buffer->str));
      g_string_assign (buffer, fragment->words);
      builder.marked = fragment->marker != MARKER_NONE;
      builder.inner = MARKER_NONE;
    }
  if (buffer->len > 0)
    g_ptr_array_add (statements, g_strdup (buffer->str));
  return statements;
}
