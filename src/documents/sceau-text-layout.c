/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-text-layout.h"

#define EN_DASH 0x2013

void
sceau_text_lines_free (SceauTextLines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* --- Pieces --------------------------------------------------------------- */

/* A part that stays whole: "2019-14", a word, with the hyphen or the spaces after it. */
typedef struct
{
  const char *start, *end;
  double width;   /* of its letters, at the size of the style that was given */
  double advance; /* with the spaces that follow */
  gboolean feed;  /* a line feed: ends the line */
} Piece;

static const char *
piece_end (const char *start)
{
  const char *at = start;

  while (*at != '\0' && *at != ' ' && *at != '\n')
    {
      const gunichar letter = g_utf8_get_char (at);
      const gboolean in_number = at > start && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]);

      at = g_utf8_next_char (at);
      if (!in_number && (letter == '-' || letter == '/' || letter == EN_DASH) && *at != '\0' && *at != ' ')
        return at;
    }
  while (*at == ' ')
    at++;
  return at;
}

static double
width_of (SceauPdf *pdf, const SceauPdfStyle *style, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, end - start);

  /* Letters follow on this line or not: the tracking after the last belongs to the piece. */
  return sceau_pdf_text_width (pdf, style, text) + (end > start ? style->tracking : 0);
}

static GArray *
list_pieces (SceauPdf *pdf, const SceauPdfStyle *style, const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const double space = width_of (pdf, style, " ", " " + 1);
  const char *at = text;

  while (*at != '\0')
    {
      Piece piece = { .start = at, .feed = *at == '\n' };
      const char *letters_end;

      piece.end = piece.feed ? at + 1 : piece_end (at);
      letters_end = piece.feed ? at : piece.end;
      while (letters_end > at && letters_end[-1] == ' ')
        letters_end--;
      if (!piece.feed)
        {
          piece.width = width_of (pdf, style, at, letters_end);
          piece.advance = piece.width + space * (piece.end - letters_end);
        }
      g_array_append_val (pieces, piece);
      at = piece.end;
    }
  return pieces;
}

/* --- Breaking ------------------------------------------------------------ */

/* From @start to @end, or an empty line when @start is NULL. */
static void
add_line (GPtrArray *lines, const char *start, const char *end)
{
  g_ptr_array_add (lines, start != NULL ? g_strchomp (g_strndup (start, end - start)) : g_strdup (""));
}

/* Where a word must be cut to fit: after one letter at least, and never before a combining mark. */
static const char *
cut_word (SceauPdf *pdf, const SceauPdfStyle *style, const char *start, const char *end, double width)
{
  const char *cut = g_utf8_next_char (start);

  while (cut < end)
    {
      const char *next = g_utf8_next_char (cut);

      while (next < end && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (width_of (pdf, style, start, next) > width)
        break;
      cut = next;
    }
  return MIN (cut, end);
}

/* A word wider than a whole line: gives every full line of it, returns what is left. */
static const char *
add_long_word (SceauPdf *pdf, const SceauPdfStyle *style, GPtrArray *lines, const Piece *piece, double width)
{
  const char *start = piece->start;

  while (width_of (pdf, style, start, piece->end) > width)
    {
      const char *cut = cut_word (pdf, style, start, piece->end, width);

      if (cut == piece->end)
        break;
      add_line (lines, start, cut);
      start = cut;
    }
  return start;
}

/* @lines NULL: only counts. */
static guint
break_pieces (SceauPdf *pdf, const SceauPdfStyle *style, const GArray *pieces, double width, GPtrArray *lines)
{
  const char *line = NULL; /* beginning of the line being filled */
  const char *end = NULL;
  double used = 0;
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->feed || (line != NULL && used + piece->width > width))
        {
          if (lines != NULL)
            add_line (lines, line, end);
          n++;
          line = NULL;
          used = 0;
        }
      if (piece->feed)
        continue;
      if (line == NULL)
        line = piece->start;
      end = piece->end;
      used += piece->advance;
      if (piece->width > width && lines != NULL)
        {
          line = add_long_word (pdf, style, lines, piece, width);
          used = width_of (pdf, style, line, end);
        }
      else if (piece->width > width)
        n += piece->width / width;
    }
  if (line != NULL && lines != NULL)
    add_line (lines, line, end);
  return n + (line != NULL ? 1 : 0);
}

GPtrArray *
sceau_text_break (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pieces = NULL;

  if (sceau_pdf_has_failed (pdf) || !g_utf8_validate (text, -1, NULL))
    return lines;
  pieces = list_pieces (pdf, style, text);
  break_pieces (pdf, style, pieces, width, lines);
  return lines;
}

/* The narrowest measure that needs no more than @n lines. */
static double
balanced_width (SceauPdf *pdf, const SceauPdfStyle *style, const GArray *pieces, double width, guint n)
{
  double narrow = width / MAX (n, 1) / 2;
  double wide = width;

  while (n > 1 && wide - narrow > 1)
    {
      const double middle = (narrow + wide) / 2;

      if (break_pieces (pdf, style, pieces, middle, NULL) <= n)
        wide = middle;
      else
        narrow = middle;
    }
  return wide;
}

/* --- Fitting ------------------------------------------------------------- */

static SceauTextLines *
make_lines (SceauPdf *pdf, const SceauPdfStyle *style, const GArray *pieces, double width, guint n, double share)
{
  SceauTextLines *self = g_new0 (SceauTextLines, 1);

  self->style = *style;
  self->style.size *= share;
  self->style.tracking *= share;
  self->lines = g_ptr_array_new_with_free_func (g_free);
  break_pieces (pdf, style, pieces, balanced_width (pdf, style, pieces, width / share, n), self->lines);
  return self;
}

SceauTextLines *
sceau_text_fit (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width, guint max_lines, double smallest)
{
  const int least = (int) (smallest * 100 + 0.5);
  g_autoptr (GArray) pieces = NULL;
  guint n;

  if (sceau_pdf_has_failed (pdf) || !g_utf8_validate (text, -1, NULL))
    text = "";
  pieces = list_pieces (pdf, style, text);
  /* A text at half its size fits as the whole text would into twice the width: nothing is measured again. */
  for (guint lines = 1; lines <= max_lines; lines++)
    for (int percent = 100; percent >= least; percent -= 2)
      if (break_pieces (pdf, style, pieces, width * 100 / percent, NULL) <= lines)
        return make_lines (pdf, style, pieces, width, lines, percent / 100.0);
  n = break_pieces (pdf, style, pieces, width * 100 / least, NULL);
  return make_lines (pdf, style, pieces, width, n, smallest);
}

double
sceau_text_draw (SceauPdf *pdf, const SceauPdfStyle *style, SceauPdfAlign align, double x, double y, double leading,
                 GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      sceau_pdf_text (pdf, style, align, x, y, g_ptr_array_index (lines, i));
      y += leading;
    }
  return y;
}
