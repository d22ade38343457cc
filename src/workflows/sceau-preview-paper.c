/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A specimen of a paper: the engine and the layouts of the real ones, somebody who does not exist. */

#include "sceau-certification-table.h"
#include "sceau-house-look.h"
#include "sceau-house-style-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-keep-house-style-private.h"

/* As long as a real one, so that the code has as many modules. */
#define CODE_TEXT \
  "EXEMPLE — ce document est un spécimen de mise en page. Il ne certifie rien, ne concerne personne et ne porte aucune signature. " \
  "Le code d’un vrai document contient ce qui est imprimé, signé par la clé de l’établissement ; il se vérifie hors ligne avec la " \
  "page de vérification que l’établissement publie."

/* What a specimen is about. */
typedef struct
{
  SceauHouseLook *look;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauMandate *mandate;     /* or NULL */
  SceauSignatory *signatory; /* or NULL */
  SceauPaperBlock *blocks;
  SceauPaperResult *results;
  gsize n_blocks;
  char *how;
} Specimen;

static void
specimen_clear (Specimen *self)
{
  sceau_house_look_free (self->look);
  sceau_certification_free (self->certification);
  sceau_learner_free (self->learner);
  sceau_mandate_free (self->mandate);
  sceau_signatory_free (self->signatory);
  g_free (self->blocks);
  g_free (self->results);
  g_free (self->how);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Specimen, specimen_clear)

static SceauLearner *
invent_learner (void)
{
  SceauLearner *learner = sceau_learner_new ();

  learner->number = g_strdup ("EXEMPLE");
  learner->first_name = g_strdup ("Prénom");
  learner->birth_name = g_strdup ("EXEMPLE");
  learner->sex = SCEAU_SEX_FEMALE;
  learner->birth_date = sceau_date_new (2000, 1, 1);
  learner->birth_place = g_strdup ("Villexemple");
  return learner;
}

static SceauCertification *
invent_certification (const SceauSchoolIdentity *identity)
{
  SceauCertification *certification = sceau_certification_new ();
  SceauCertifier *certifier = sceau_certifier_new ();

  certification->register_kind = SCEAU_REGISTER_RNCP;
  certification->code = g_strdup ("RNCP00000");
  certification->title = g_strdup ("Certification d’exemple (aucune fiche n’est encore dans le dossier)");
  certification->level = 7;
  certification->decision_date = sceau_date_new (2025, 1, 1);
  certification->effect_date = certification->decision_date;
  certification->duration_years = 5;
  g_ptr_array_add (certification->nsf, sceau_code_new ("326", "Informatique, traitement de l’information, réseaux de transmission"));
  certifier->name = g_strdup (identity->name);
  certifier->siret = g_strdup (identity->siret);
  g_ptr_array_add (certification->certifiers, certifier);
  for (guint i = 1; i <= 3; i++)
    {
      SceauBlock *block = sceau_block_new ();

      block->code = g_strdup_printf ("RNCP00000BC%02u", i);
      block->title = g_strdup_printf ("Bloc d’exemple n° %u", i);
      for (guint j = 1; j <= 3; j++)
        g_ptr_array_add (block->competences, g_strdup_printf ("Compétence d’exemple %u.%u", i, j));
      g_ptr_array_add (certification->blocks, block);
    }
  return certification;
}

/* One of the school's own, so that its title and its mentions have their true length; one without blocks attests none. */
static gboolean
find_certification (Specimen *self, SceauSchool *school, SceauPaper paper, GError **error)
{
  const SceauCertificationQuery query = { 0 };
  g_autoptr (GPtrArray) heads = sceau_certification_table_list (school, &query, error);

  for (guint i = 0; heads != NULL && self->certification == NULL && i < heads->len; i++)
    {
      g_autoptr (SceauCertification) certification
        = sceau_certification_table_find (school, ((SceauCertification *) g_ptr_array_index (heads, i))->code, error);

      if (certification == NULL)
        return FALSE;
      if (certification->blocks->len > 0 || paper != SCEAU_PAPER_BLOCK_ATTESTATION)
        self->certification = g_steal_pointer (&certification);
    }
  if (heads != NULL && self->certification == NULL)
    self->certification = invent_certification (self->look->identity);
  return heads != NULL;
}

static void
fill_supplement (Specimen *self, SceauDate today)
{
  const GPtrArray *blocks = self->certification->blocks;
  g_autofree char *day = sceau_date_format_long (today);

  self->how = g_strdup_printf ("acquis le\u00A0%s", day);
  self->n_blocks = blocks->len;
  self->blocks = g_new0 (SceauPaperBlock, blocks->len);
  self->results = g_new0 (SceauPaperResult, blocks->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);

      self->blocks[i] = (SceauPaperBlock) { block, self->how };
      self->results[i] = (SceauPaperResult) { block->code, "Épreuve d’exemple", "14,50\u00A0/\u00A020", today };
    }
}

static gboolean
load_look (Specimen *self, SceauSchool *school, const SceauOrnaments *ornaments, const char *design, GError **error)
{
  g_autoptr (GError) local = NULL;
  SceauDesign *own;

  self->look = sceau_load_house_look (school, error);
  if (self->look == NULL)
    return FALSE;
  if (g_strcmp0 (self->look->style->design, design) != 0)
    {
      sceau_design_free (self->look->design);
      self->look->design = sceau_load_design (school, design, error);
      if (self->look->design == NULL)
        return FALSE;
    }
  own = sceau_design_adorn (self->look->design, ornaments, &local);
  if (own != NULL)
    {
      sceau_design_free (self->look->design);
      self->look->design = own;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GBytes *
draw (const Specimen *self, const SceauHouseStyle *style, SceauPaper paper, SceauDate today, GError **error)
{
  const SceauPaperLook look = { self->look->design, self->look->templates[paper], style };
  const SceauSchoolIdentity *identity = self->look->identity;
  g_autofree char *number = g_strdup_printf ("%04d-0000", sceau_date_year (today));
  const SceauPaperContent content = {
    .paper = paper,
    .school = identity,
    .mandate = self->mandate,
    .signatory = self->signatory,
    .certification = self->certification,
    .learner = self->learner,
    .block = self->certification->blocks->len > 0 ? g_ptr_array_index (self->certification->blocks, 0) : NULL,
    .number = number,
    .decided = today,
    .delivered = today,
    .place = identity->city != NULL ? identity->city : "Villexemple",
    .draft = TRUE,
    .code_text = CODE_TEXT,
    .blocks = self->blocks,
    .n_blocks = self->n_blocks,
    .results = self->results,
    .n_results = self->n_blocks,
  };

  return sceau_paper_document_render (&look, &content, error);
}

GBytes *
sceau_preview_paper (SceauSchool *school, const SceauHouseStyle *style, const SceauOrnaments *ornaments, SceauPaper paper, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Specimen) self = { NULL };
  g_autoptr (SceauHouseStyle) saved = NULL;
  const SceauDate today = sceau_school_today (school);

  g_return_val_if_fail (school != NULL && (guint) paper < SCEAU_N_PAPERS, NULL);

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  if (style == NULL)
    style = saved = sceau_house_style_table_load (school, error);
  if (style == NULL || !load_look (&self, school, ornaments, style->design, error) || !find_certification (&self, school, paper, error)
      || !sceau_certificate_find_mandate (school, self.look->identity, self.certification, today, &self.mandate, error)
      || !sceau_find_paper_signatory (school, today, &self.signatory, error))
    return NULL;
  self.learner = invent_learner ();
  if (paper == SCEAU_PAPER_SUPPLEMENT)
    fill_supplement (&self, today);
  return draw (&self, style, paper, today, error);
}
