/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-heading.h"

#include "sceau-ornament.h"
#include "sceau-words.h"

static const SceauPdfStyle school_style = { SCEAU_FACE_SMALL_CAPS, 14, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle title_style = { SCEAU_FACE_SMALL_CAPS, 21, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle certification_style = { SCEAU_FACE_SERIF, 15, 0, { 0.11, 0.11, 0.13 } };
static const SceauPdfStyle code_style = { SCEAU_FACE_SERIF, 11, 0, { 0.38, 0.39, 0.43 } };

void
sceau_heading_draw (SceauFlow *flow, const SceauSchoolIdentity *school, const char *title, const SceauCertification *certification)
{
  g_autofree char *fiche = sceau_words_fiche (certification);

  sceau_flow_centred (flow, &school_style, 2, school->name);
  sceau_flow_space (flow, 6);
  sceau_flow_centred (flow, &title_style, 2, title);
  sceau_ornament_divider (flow->pdf, flow->left + flow->width / 2, flow->y + 6, 190, sceau_ornament_gold);
  sceau_flow_space (flow, 17);
  sceau_flow_centred (flow, &certification_style, 3, certification->title);
  sceau_flow_centred (flow, &code_style, 1, fiche);
  sceau_flow_space (flow, 8);
}
