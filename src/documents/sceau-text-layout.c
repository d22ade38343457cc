/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-text-layout.h"

#include "sceau-hyphens.h"

#define EN_DASH 0x2013
#define NBSP "\u00A0"

void
sceau_text_lines_free (SceauTextLines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* --- Pieces --------------------------------------------------------------- */

/* A part that stays whole where it can: "2019-14", a word, with the hyphen or the spaces after it. */
typedef struct
{
  const char *start, *end;
  const char *letters_end; /* before its spaces */
  double width;   /* of its letters, at the size of the style that was given */
  double space;   /* of what follows them */
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

      piece.end = piece.feed ? at + 1 : piece_end (at);
      piece.letters_end = piece.feed ? at : piece.end;
      while (piece.letters_end > at && piece.letters_end[-1] == ' ')
        piece.letters_end--;
      if (!piece.feed)
        {
          piece.width = width_of (pdf, style, at, piece.letters_end);
          piece.space = space * (piece.end - piece.letters_end);
        }
      g_array_append_val (pieces, piece);
      at = piece.end;
    }
  return pieces;
}

/* --- Breaking ------------------------------------------------------------ */

/* Lines that may end with a hyphen of ours one after the other; more look like a ladder. */
#define MOST_HYPHENS 2

/* A line is not worth a hyphen when less than this share of it stays empty. */
#define LEAST_SPARE 0.12

/* In a column narrower than this, in ems, a word that fits on a line of its own stays whole: a verdict in a table. */
#define NARROW 8

typedef struct
{
  SceauPdf *pdf;
  const SceauPdfStyle *style;
  double width;
  GPtrArray *lines;      /* NULL: they are only counted */
  guint n;               /* lines so far, without the one being filled */
  gboolean hyphenate;
  guint n_hyphens;       /* of lines in a row */
  const char *line;      /* beginning of the one being filled, or NULL */
  const char *end;       /* of what it holds */
  double used;
} Breaker;

static void
end_line (Breaker *self, const char *end, const char *hyphen)
{
  g_autofree char *text = self->line != NULL ? g_strchomp (g_strndup (self->line, end - self->line)) : g_strdup ("");

  if (self->lines != NULL)
    g_ptr_array_add (self->lines, g_strconcat (text, hyphen, NULL));
  self->n++;
  self->n_hyphens = *hyphen != '\0' ? self->n_hyphens + 1 : 0;
  self->line = NULL;
  self->used = 0;
}

static gboolean
is_worth_hyphen (const Breaker *self, const Piece *piece)
{
  g_autofree char *word = NULL;

  /* A word wider than the whole line is cut one way or the other. */
  if (self->line == NULL)
    return TRUE;
  if (self->n_hyphens >= MOST_HYPHENS || self->width - self->used < self->width * LEAST_SPARE)
    return FALSE;
  if (self->width >= NARROW * self->style->size)
    return TRUE;
  word = g_strndup (piece->start, piece->letters_end - piece->start);
  return sceau_pdf_text_width (self->pdf, self->style, word) > self->width;
}

/* The last place where the word fits on the line with a hyphen, or NULL. */
static const char *
find_hyphen (const Breaker *self, const char *start, const Piece *piece)
{
  const double spare = self->width - self->used;
  g_autoptr (GArray) places = NULL;

  if (!self->hyphenate || !is_worth_hyphen (self, piece))
    return NULL;
  places = sceau_hyphens_list (piece->start, piece->letters_end - piece->start);
  for (guint i = places->len; i > 0; i--)
    {
      const char *place = piece->start + g_array_index (places, guint, i - 1);
      g_autofree char *part = NULL;

      if (place <= start)
        break;
      part = g_strdup_printf ("%.*s-", (int) (place - start), start);

      if (sceau_pdf_text_width (self->pdf, self->style, part) <= spare)
        return place;
    }
  return NULL;
}

/* Where a word must be cut to fit on a line of its own: after one letter at least, and never before a combining mark. */
static const char *
cut_word (const Breaker *self, const char *start, const char *end)
{
  const char *cut = g_utf8_next_char (start);

  while (cut < end)
    {
      const char *next = g_utf8_next_char (cut);

      while (next < end && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (width_of (self->pdf, self->style, start, next) > self->width)
        break;
      cut = next;
    }
  return MIN (cut, end);
}

/* Ends lines until the rest of @piece fits on the one being filled. */
static void
add_piece (Breaker *self, const Piece *piece)
{
  const char *start = piece->start;
  double width = piece->width;

  while (self->used + width > self->width)
    {
      const char *hyphen = find_hyphen (self, start, piece);
      const char *cut = hyphen;

      if (hyphen == NULL && self->line != NULL)
        {
          end_line (self, self->end, "");
          continue;
        }
      if (hyphen == NULL)
        cut = cut_word (self, start, piece->letters_end);
      if (cut == piece->letters_end)
        break;
      if (self->line == NULL)
        self->line = start;
      end_line (self, cut, hyphen != NULL ? "-" : "");
      start = cut;
      width = width_of (self->pdf, self->style, start, piece->letters_end);
    }
  if (self->line == NULL)
    self->line = start;
  self->end = piece->end;
  self->used += width + piece->space;
}

/* @lines NULL: only counts. */
static guint
break_pieces (SceauPdf *pdf, const SceauPdfStyle *style, const GArray *pieces, double width, gboolean hyphenate, GPtrArray *lines)
{
  Breaker self = { .pdf = pdf, .style = style, .width = width, .lines = lines, .hyphenate = hyphenate };

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->feed)
        end_line (&self, self.end, "");
      else
        add_piece (&self, piece);
    }
  if (self.line != NULL)
    end_line (&self, self.end, "");
  return self.n;
}

static GPtrArray *
break_text (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width, gboolean hyphenate)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pieces = NULL;

  if (sceau_pdf_has_failed (pdf) || !g_utf8_validate (text, -1, NULL))
    return lines;
  pieces = list_pieces (pdf, style, text);
  break_pieces (pdf, style, pieces, width, hyphenate, lines);
  return lines;
}

GPtrArray *
sceau_text_break (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width)
{
  return break_text (pdf, style, text, width, TRUE);
}

GPtrArray *
sceau_text_break_whole (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width)
{
  return break_text (pdf, style, text, width, FALSE);
}

static double
widest (const GArray *pieces)
{
  double width = 0;

  for (guint i = 0; i < pieces->len; i++)
    width = MAX (width, g_array_index (pieces, Piece, i).width);
  return width;
}

/* The narrowest measure that needs no more than @n lines. */
static double
balanced_width (SceauPdf *pdf, const SceauPdfStyle *style, const GArray *pieces, double width, guint n)
{
  double narrow = MIN (width, MAX (width / MAX (n, 1) / 2, widest (pieces))); /* narrower would cut a word */
  double wide = width;

  while (n > 1 && wide - narrow > 1)
    {
      const double middle = (narrow + wide) / 2;

      if (break_pieces (pdf, style, pieces, middle, FALSE, NULL) <= n)
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
  break_pieces (pdf, style, pieces, balanced_width (pdf, style, pieces, width / share, n), FALSE, self->lines);
  return self;
}

static char *
loosen (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, NBSP, -1);

  return g_strjoinv (" ", parts);
}

SceauTextLines *
sceau_text_fit (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width, guint max_lines, double smallest)
{
  const int least = (int) (smallest * 100 + 0.5);
  g_autofree char *loose = NULL;
  g_autoptr (GArray) pieces = NULL;
  guint n;

  if (sceau_pdf_has_failed (pdf) || !g_utf8_validate (text, -1, NULL))
    text = "";
  pieces = list_pieces (pdf, style, text);
  if (widest (pieces) * least > width * 100)
    {
      /* No-break spaces give way before a word is cut. */
      loose = loosen (text);
      g_array_unref (pieces);
      pieces = list_pieces (pdf, style, loose);
    }
  /* A text at half its size fits as the whole text would into twice the width: nothing is measured again. */
  for (guint lines = 1; lines <= max_lines; lines++)
    for (int percent = 100; percent >= least; percent -= 2)
      if (widest (pieces) * percent <= width * 100
          && break_pieces (pdf, style, pieces, width * 100 / percent, FALSE, NULL) <= lines)
        return make_lines (pdf, style, pieces, width, lines, percent / 100.0);
  n = break_pieces (pdf, style, pieces, width * 100 / least, FALSE, NULL);
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
