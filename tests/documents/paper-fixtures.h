/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "document-fixtures.h"
#include "sceau-paper-document.h"

/* A paper that can be drawn, with everything that it may bear: change what a test is about. */
typedef struct
{
  SceauDesign *design;
  SceauTemplate *template;
  SceauHouseStyle *style;
  SceauSchoolIdentity *school;
  SceauMandate *mandate;             /* not in the content yet */
  SceauSignatory *signatory;         /* not in the content yet; with a picture of a signature */
  SceauCertification *certification;
  SceauLearner *learner;
  SceauPaperBlock blocks[4];
  SceauPaperResult results[5];
  SceauPaperLook look;
  SceauPaperContent content;
} PaperFixture;

extern const char *const fixture_designs[3]; /* those that are shipped */
extern const char fixture_code[];            /* as long as that of a parchemin */

PaperFixture *paper_fixture_new     (const char *design, SceauPaper paper);
void          paper_fixture_free    (PaperFixture *self);
void          paper_fixture_use     (PaperFixture *self, SceauCertification *certification);
/* The longest of everything: a name of more than 120 letters, a title of more than 200, a school that takes two lines. */
void          paper_fixture_stretch (PaperFixture *self);
/* Logo, seal, signature, code. */
void          paper_fixture_adorn   (PaperFixture *self);
/* A picture of one colour. */
SceauPicture *fixture_picture       (int width, int height);
void          fixture_replace       (char **field, const char *value);
/* The bytes of a paper that must come out. */
GBytes       *paper_fixture_render  (const PaperFixture *self);
/* Its text, all pages. */
char         *paper_fixture_text    (const PaperFixture *self);
/* That no two words stand on each other, and none outside the border. */
void          pdf_assert_apart      (GBytes *bytes, double margin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PaperFixture, paper_fixture_free)
