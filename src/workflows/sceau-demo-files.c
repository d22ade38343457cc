/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-demo-private.h"

#include "sceau-csv-writer.h"

static gboolean
save (SceauCsvWriter *writer, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return sceau_csv_writer_save (writer, file, FALSE, error);
}

static void
add_date (SceauCsvWriter *writer, SceauDate date)
{
  g_autofree char *text = date == SCEAU_NO_DATE ? NULL : sceau_date_format_french (date);

  sceau_csv_writer_add_text (writer, text);
}

static const char *
targeted_block (const SceauDemoPerson *person, const SceauCertification *certification)
{
  if (person->story != SCEAU_DEMO_ONE_BLOCK || certification->blocks->len < 2)
    return NULL;
  return ((const SceauBlock *) g_ptr_array_index (certification->blocks, 1))->code;
}

gboolean
sceau_demo_write_roster (GPtrArray *people, const SceauCertification *certification, const char *path, GError **error)
{
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();

  sceau_csv_writer_add_row (writer, "number", "sex", "birth_name", "usage_name", "first_name", "other_names",
                            "birth_date", "birth_commune", "birth_place", "birth_country", "email", "route",
                            "admission", "company_start", "company_end", "company", "targeted_blocks", "group",
                            "exception", NULL);
  for (guint i = 0; i < people->len; i++)
    {
      const SceauDemoPerson *person = g_ptr_array_index (people, i);
      const SceauLearner *learner = person->learner;

      sceau_csv_writer_add_text (writer, learner->number);
      sceau_csv_writer_add_text (writer, sceau_sex_to_id (learner->sex));
      sceau_csv_writer_add_text (writer, learner->birth_name);
      sceau_csv_writer_add_text (writer, learner->usage_name);
      sceau_csv_writer_add_text (writer, learner->first_name);
      sceau_csv_writer_add_text (writer, learner->other_names);
      add_date (writer, learner->birth_date);
      sceau_csv_writer_add_text (writer, learner->birth_commune);
      sceau_csv_writer_add_text (writer, learner->birth_place);
      sceau_csv_writer_add_text (writer, learner->birth_country);
      sceau_csv_writer_add_text (writer, learner->email);
      sceau_csv_writer_add_text (writer, sceau_route_to_id (person->route));
      sceau_csv_writer_add_text (writer, sceau_admission_to_id (person->admission));
      add_date (writer, person->company_start);
      add_date (writer, person->company_end);
      sceau_csv_writer_add_text (writer, person->company);
      sceau_csv_writer_add_text (writer, targeted_block (person, certification));
      sceau_csv_writer_add_text (writer, person->group);
      sceau_csv_writer_add_text (writer, person->exception);
      sceau_csv_writer_end_row (writer);
    }
  return save (writer, path, error);
}

/* A mark around the person's skill, by halves, never below the pass mark. */
static SceauMark
passing_mark (const SceauDemoPerson *person, const SceauModality *modality, GRand *random)
{
  gint32 value = (person->skill + g_rand_int_range (random, -300, 350)) / 50 * 50;

  if (modality->scale == SCEAU_SCALE_ACQUISITION)
    value = 100;
  else if (modality->scale == SCEAU_SCALE_LETTERS)
    value = CLAMP (value / 500 * 100, modality->pass_mark, 500);
  return (SceauMark) { SCEAU_MARK_VALUE, CLAMP (value, modality->pass_mark, sceau_scale_maximum (modality->scale)) };
}

/* A mark that misses: @near just under the pass mark, otherwise well under. */
static SceauMark
failing_mark (const SceauModality *modality, gboolean near, GRand *random)
{
  gint32 value = near ? modality->pass_mark - 50 : modality->pass_mark * g_rand_int_range (random, 45, 75) / 100 / 50 * 50;

  return (SceauMark) { SCEAU_MARK_VALUE, MAX (value, 0) };
}

/* Where a modality stands in the plan, as the stories need it. */
typedef struct
{
  guint block; /* rank of its block, from 0; G_MAXUINT for a transversal one or a whole */
  guint rank;  /* in its block */
} ModalityPlace;

static SceauMark
blank (void)
{
  return SCEAU_MARK_NONE;
}

static SceauMark
state (SceauMarkKind kind)
{
  return (SceauMark) { kind, 0 };
}

static SceauMark
first_attempt (const SceauDemoPerson *person, const SceauModality *modality, ModalityPlace place, GRand *random)
{
  SceauMark passed = passing_mark (person, modality, random);

  switch (person->story)
    {
    case SCEAU_DEMO_VAE_PARTIAL:
      return place.block == 1 || place.block == 2 ? passed : failing_mark (modality, FALSE, random);
    case SCEAU_DEMO_RETAKE_PASSED:
    case SCEAU_DEMO_RETAKE_FAILED:
      return place.block == 0 ? failing_mark (modality, FALSE, random) : passed;
    case SCEAU_DEMO_ABSENT_ONCE:
      return place.block == 2 && place.rank == 0 ? state (SCEAU_MARK_ABSENT) : passed;
    case SCEAU_DEMO_EXEMPT_MODALITY:
      return place.block == 1 && place.rank == 1 ? state (SCEAU_MARK_EXEMPT) : passed;
    case SCEAU_DEMO_ACQUIRED_BEFORE:
      return place.block == 3 ? blank () : passed;
    case SCEAU_DEMO_ABSENT:
      return state (SCEAU_MARK_ABSENT);
    case SCEAU_DEMO_THESIS_EXCUSED:
      return place.block == G_MAXUINT ? state (SCEAU_MARK_EXCUSED) : passed;
    case SCEAU_DEMO_ONE_BLOCK:
      return place.block == 1 ? passed : blank ();
    case SCEAU_DEMO_NEAR_MISS:
      return place.block == 2 ? failing_mark (modality, TRUE, random) : passed;
    case SCEAU_DEMO_WITHDRAWN:
    case SCEAU_DEMO_INTERRUPTED:
    case SCEAU_DEMO_EXCLUDED:
      return place.block == 0 ? passed : blank ();
    default:
      return passed;
    }
}

static SceauMark
second_attempt (const SceauDemoPerson *person, const SceauModality *modality, ModalityPlace place, GRand *random)
{
  switch (person->story)
    {
    case SCEAU_DEMO_RETAKE_PASSED:
      return place.block == 0 ? passing_mark (person, modality, random) : blank ();
    case SCEAU_DEMO_RETAKE_FAILED:
      return place.block == 0 ? failing_mark (modality, FALSE, random) : blank ();
    case SCEAU_DEMO_ABSENT_ONCE:
      return place.block == 2 && place.rank == 0 ? passing_mark (person, modality, random) : blank ();
    default:
      return blank ();
    }
}

/* Ranks of block and modality, in the order of the plan. */
static ModalityPlace *
place_modalities (const SceauPlan *plan)
{
  ModalityPlace *places = g_new0 (ModalityPlace, plan->modalities->len);
  const char *previous = NULL;
  guint block = G_MAXUINT, rank = 0;

  for (guint i = 0; i < plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (plan->modalities, i);

      if (modality->block_code == NULL)
        {
          places[i].block = G_MAXUINT;
          continue;
        }
      if (g_strcmp0 (previous, modality->block_code) != 0)
        {
          block = block == G_MAXUINT ? 0 : block + 1;
          rank = 0;
        }
      previous = modality->block_code;
      places[i].block = block;
      places[i].rank = rank++;
    }
  return places;
}

static gboolean
add_person_row (SceauCsvWriter *writer, const SceauDemoPerson *person, const SceauPlan *plan, const ModalityPlace *places,
                int attempt, gboolean thesis_done, GRand *random)
{
  g_autofree char *name = sceau_learner_sorted_name (person->learner);
  gboolean any = FALSE;

  sceau_csv_writer_add_text (writer, person->learner->number);
  sceau_csv_writer_add_text (writer, name);
  for (guint i = 0; i < plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (plan->modalities, i);
      SceauMark mark = attempt == 1 ? first_attempt (person, modality, places[i], random)
                                    : second_attempt (person, modality, places[i], random);
      g_autofree char *text = NULL;

      if ((modality->type == SCEAU_MODALITY_THESIS && !thesis_done)
          || (attempt == 1 && modality->collective && person->group != NULL)
          || (attempt == 1 && modality->criteria->len > 0 && person->graded))
        mark = blank ();
      text = sceau_mark_to_text (mark, modality->scale);
      any = any || mark.kind != SCEAU_MARK_BLANK;
      sceau_csv_writer_add_text (writer, text);
    }
  sceau_csv_writer_end_row (writer);
  return any;
}

gboolean
sceau_demo_write_results (GPtrArray *people, const SceauPlan *plan, int attempt, gboolean thesis_done, GRand *random,
                          const char *path, gboolean *any, GError **error)
{
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();
  g_autofree ModalityPlace *places = place_modalities (plan);

  *any = FALSE;
  sceau_csv_writer_add_text (writer, "number");
  sceau_csv_writer_add_text (writer, "name");
  for (guint i = 0; i < plan->modalities->len; i++)
    sceau_csv_writer_add_text (writer, ((const SceauModality *) g_ptr_array_index (plan->modalities, i))->code);
  sceau_csv_writer_end_row (writer);
  for (guint i = 0; i < people->len; i++)
    *any |= add_person_row (writer, g_ptr_array_index (people, i), plan, places, attempt, thesis_done, random);
  return !*any || save (writer, path, error);
}
