/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-text-layout.h"

#include <string.h>

#define EN_DASH 0x2013

SceauTextLines *
sceau_text_lines_new (const SceauPdfStyle *style, GPtrArray *lines)
{
  SceauTextLines *self = g_new0 (SceauTextLines, 1);

  self->style = *style;
  self->lines = lines;
  return self;
}

void
sceau_text_lines_free (SceauTextLines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* --- Breaking ------------------------------------------------------------ */

/* The end of the next piece that stays whole: a word with the hyphen or the spaces after it. */
static const char *
piece_end (const char *start)
{
  const char *at = start;

  while (*at != '\0' && *at != ' ' && *at != '\n')
    {
      const gunichar letter = g_utf8_get_char (at);

      at = g_utf8_next_char (at);
      if ((letter == '-' || letter == '/' || letter == EN_DASH) && *at != '\0' && *at != ' ')
        return at;
    }
  while (*at == ' ')
    at++;
  return at;
}

static double
width_of (SceauPdf *pdf, const SceauPdfStyle *style, const char *start, const char *end)
{
  g_autofree char *text = NULL;

  while (end > start && end[-1] == ' ')
    end--;
  text = g_strndup (start, end - start);
  return sceau_pdf_text_width (pdf, style, text);
}

static void
add_line (GPtrArray *lines, const char *start, const char *end)
{
  g_ptr_array_add (lines, g_strchomp (g_strndup (start, end - start)));
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

GPtrArray *
sceau_text_break (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *line = text;
  const char *at = text;

  while (*at != '\0' && !sceau_pdf_has_failed (pdf))
    {
      const char *end = piece_end (at);

      if (*at == '\n')
        {
          add_line (lines, line, at);
          line = at = at + 1;
        }
      else if (width_of (pdf, style, line, end) <= width)
        at = end;
      else if (at > line)
        {
          add_line (lines, line, at);
          line = at;
        }
      else
        {
          at = cut_word (pdf, style, line, end, width);
          add_line (lines, line, at);
          line = at;
        }
    }
  if (*line != '\0')
    add_line (lines, line, line + strlen (line));
  return lines;
}

GPtrArray *
sceau_text_balance (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width)
{
  GPtrArray *lines = sceau_text_break (pdf, style, text, width);
  double narrow = width / MAX (lines->len, 1);
  double wide = width;

  /* The narrowest measure that needs no more lines. */
  while (lines->len > 1 && wide - narrow > 2)
    {
      const double middle = (narrow + wide) / 2;
      GPtrArray *tried = sceau_text_break (pdf, style, text, middle);

      if (tried->len <= lines->len)
        {
          g_ptr_array_unref (lines);
          lines = tried;
          wide = middle;
        }
      else
        {
          g_ptr_array_unref (tried);
          narrow = middle;
        }
    }
  return lines;
}

/* --- Fitting ------------------------------------------------------------- */

static gboolean
fits (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width, guint max_lines)
{
  g_autoptr (GPtrArray) lines = sceau_text_break (pdf, style, text, width);

  return lines->len <= max_lines;
}

SceauTextLines *
sceau_text_fit (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width, guint max_lines, double smallest)
{
  SceauPdfStyle tried = *style;

  for (guint n = 1; n <= max_lines; n++)
    for (int percent = 100; percent >= smallest * 100; percent -= 4)
      {
        tried.size = style->size * percent / 100;
        tried.tracking = style->tracking * percent / 100;
        if (fits (pdf, &tried, text, width, n))
          return sceau_text_lines_new (&tried, sceau_text_balance (pdf, &tried, text, width));
      }
  return sceau_text_lines_new (&tried, sceau_text_balance (pdf, &tried, text, width));
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
