/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-text-layout.h"

G_BEGIN_DECLS

/**
 * SceauFlow: text and tables that run down A4 pages and on to the next, with a running
 * title on top of every page but the first, and "page 2 sur 7" at the foot.  A document may
 * hold several flows one after the other, as a batch of letters: each counts its own pages.
 */
typedef struct _SceauFlow SceauFlow;

/* Adds an empty page with what stands under the text. */
typedef void (*SceauFlowGroundFunc) (SceauFlow *flow, gpointer data);

struct _SceauFlow
{
  SceauPdf *pdf;
  double page_width, page_height;
  double left, width; /* of what may be written on */
  double top;         /* of pages after the first */
  double bottom;      /* nothing stands below it */
  double foot;        /* baseline of the page number */
  double y;           /* where the next thing begins */
  SceauFlowGroundFunc ground; /* or NULL: plain paper with the watermark */
  gpointer ground_data;
  char *running_title;
  char *watermark;    /* or NULL */
  guint first_page;   /* of this flow in the document */
};

extern const SceauPdfStyle sceau_flow_text;
extern const SceauPdfStyle sceau_flow_bold;
extern const SceauPdfStyle sceau_flow_note;

SceauFlow *sceau_flow_new       (SceauPdf *pdf, const char *running_title, const char *watermark);
/* The same on A4 landscape. */
SceauFlow *sceau_flow_new_wide  (SceauPdf *pdf, const char *running_title, const char *watermark);
void       sceau_flow_free      (SceauFlow *self);

void       sceau_flow_add_page  (SceauFlow *self);
/* Goes to the next page unless @height is left on this one; returns whether it did. */
gboolean   sceau_flow_need      (SceauFlow *self, double height);
void       sceau_flow_space     (SceauFlow *self, double height);
/* A heading stays with @keep points of what follows. */
void       sceau_flow_heading   (SceauFlow *self, double keep, const char *text);
void       sceau_flow_centred   (SceauFlow *self, const SceauPdfStyle *style, guint max_lines, const char *text);
/* How much of a page sceau_flow_paragraph() would take. */
double     sceau_flow_measure   (SceauFlow *self, const SceauPdfStyle *style, const char *text);
void       sceau_flow_paragraph (SceauFlow *self, const SceauPdfStyle *style, const char *text);
/* A paragraph set in from the left, with a dash before it. */
void       sceau_flow_item      (SceauFlow *self, const SceauPdfStyle *style, const char *text);
/* "Lieu" on the left, the place beside it, wrapped; an empty @value is a line to write on. */
void       sceau_flow_fact      (SceauFlow *self, const char *label, const char *value);
/* The foot of every page of the flow, @note on the left: called once, at the end. */
void       sceau_flow_finish    (SceauFlow *self, const char *note);

/* @text (transfer full) without tabs and carriage returns, as users paste them. */
char      *sceau_flow_clean     (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFlow, sceau_flow_free)

G_END_DECLS
