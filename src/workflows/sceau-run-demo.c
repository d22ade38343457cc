/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#define _GNU_SOURCE /* syncfs */

#include "sceau-demo-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sceau-anchor-journal.h"
#include "sceau-atomic-file.h"
#include "sceau-cohort-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-enrolment-table.h"
#include "sceau-key-private.h"
#include "sceau-print-session.h"
#include "sceau-workflow-error.h"
#include "sceau-workflow-private.h"

#define SCHOOL_FILE "ecole-de-demonstration.sceau"
#define README_FILE "LISEZMOI.txt"
#define MOST_LEARNERS 20000
#define PASSPHRASE "démonstration sans secret"

void
sceau_demo_file_free (SceauDemoFile *self)
{
  g_free (self->path);
  g_free (self->purpose);
  g_free (self);
}

void
sceau_demo_set_day (SceauDemo *demo, SceauDate day)
{
  const gint64 epoch = sceau_date_new (1970, 1, 1);
  const gint64 morning = ((gint64) day - epoch) * G_TIME_SPAN_DAY + 8 * G_TIME_SPAN_HOUR;

  demo->now = MAX (demo->now, morning);
}

/* Each look at the clock is a second later than the one before: entries keep their order. */
static gint64
read_clock (gpointer data)
{
  SceauDemo *demo = data;

  demo->now += G_TIME_SPAN_SECOND;
  return demo->now;
}

char *
sceau_demo_path (SceauDemo *demo, const char *name)
{
  return g_build_filename (demo->folder, name, NULL);
}

void
sceau_demo_add_file (SceauDemo *demo, const char *name, const char *purpose)
{
  SceauDemoFile *file = g_new0 (SceauDemoFile, 1);

  file->path = g_strdup (name);
  file->purpose = g_strdup (purpose);
  g_ptr_array_add (demo->files, file);
}

gboolean
sceau_demo_step (SceauDemo *demo, const char *what, GError **error)
{
  const guint all_steps = 4;

  sceau_progress_report (demo->progress, demo->steps++, all_steps, what);
  return !g_cancellable_set_error_if_cancelled (demo->cancellable, error);
}

gboolean
sceau_demo_save (SceauDemo *demo, GBytes *bytes, const char *name, const char *purpose, GError **error)
{
  g_autofree char *path = sceau_demo_path (demo, name);

  if (bytes == NULL || !sceau_write_document (bytes, path, error))
    return FALSE;
  sceau_demo_add_file (demo, name, purpose);
  return TRUE;
}

const SceauDemoPerson *
sceau_demo_find_story (GPtrArray *people, SceauDemoStory story)
{
  for (guint i = 0; i < people->len; i++)
    {
      const SceauDemoPerson *person = g_ptr_array_index (people, i);

      if (person->story == story)
        return person;
    }
  return NULL;
}

gint64
sceau_demo_find_cohort (SceauDemo *demo, const char *name, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find_by_name (demo->school, SCEAU_DEMO_CODE, name, error);

  return cohort != NULL ? cohort->id : 0;
}

/* The story goes on with people whose enrolments have numbers of their own. */
static gboolean
learn_enrolments (SceauDemo *demo, GPtrArray *people, const char *code, const char *name, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find_by_name (demo->school, code, name, error);
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  SceauEnrolmentQuery query = { 0 };

  if (cohort == NULL)
    return FALSE;
  query.cohort_id = cohort->id;
  enrolments = sceau_enrolment_table_list (demo->school, &query, error);
  if (enrolments == NULL)
    return FALSE;
  for (guint i = 0; i < enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      g_hash_table_insert (by_number, enrolment->learner_number, enrolment);
    }
  for (guint i = 0; i < people->len; i++)
    {
      SceauDemoPerson *person = g_ptr_array_index (people, i);
      const SceauEnrolment *enrolment = g_hash_table_lookup (by_number, person->learner->number);

      g_assert (enrolment != NULL);
      person->enrolment = enrolment->id;
    }
  return TRUE;
}

gboolean
sceau_demo_enrol (SceauDemo *demo, GPtrArray *people, const SceauCertification *certification, const char *cohort,
                  const char *name, const char *purpose, GError **error)
{
  g_autofree char *path = sceau_demo_path (demo, name);
  SceauImportSummary summary = { 0 };

  if (!sceau_demo_write_roster (people, certification, path, error)
      || !sceau_enrol_from_roster (demo->school, path, certification->code, cohort, SCEAU_IMPORT_DEFAULT, &summary,
                                   demo->faults, NULL, demo->cancellable, error)
      || !learn_enrolments (demo, people, certification->code, cohort, error))
    return FALSE;
  sceau_demo_add_file (demo, name, purpose);
  return TRUE;
}

/* The school is the certifier of RNCP41445, so that its parchemins bear what the law asks; its people are invented. */
static SceauSchool *
found_demonstration (SceauDemo *demo, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autofree char *path = sceau_demo_path (demo, SCHOOL_FILE);
  const SceauFounding founding = { read_clock, demo, "démonstration" };

  identity->name = g_strdup ("INSTITUT MINES TELECOM - IMT NORD EUROPE");
  identity->trade_name = g_strdup ("Institut Mines Télécom Nord Europe");
  identity->siret = g_strdup ("18009202500139");
  identity->city = g_strdup ("Villeneuve-d’Ascq");
  identity->signatory = g_strdup ("Étienne VASSEUR (personne fictive)");
  identity->signatory_title = g_strdup ("Directeur");
  sceau_demo_set_day (demo, sceau_date_new (2018, 9, 3));
  return sceau_found_school_at (path, identity, &founding, demo->faults, error);
}

static gboolean
make_key (SceauDemo *demo, GError **error)
{
  g_autofree char *source = g_strdup_printf ("Sceau demonstration %" G_GUINT32_FORMAT, demo->seed);

  demo->signer = sceau_signer_make_demonstration (demo->school, PASSPHRASE, source, error);
  return demo->signer != NULL;
}

static gboolean
write_readme (SceauDemo *demo, GError **error)
{
  static const char text[]
    = "Démonstration de Sceau\n"
      "\n"
      "Toutes les personnes, entreprises et décisions de ce dossier sont inventées. Les certifications sont réelles\302\240:\n"
      "RNCP41445 et l’ancien inventaire 3818, d’après les fiches publiées (France compétences, Licence Ouverte 2.0).\n"
      "Aucun de ces documents n’a de valeur\302\240: l’établissement nommé n’a délivré aucun de ces parchemins.\n"
      "Leurs codes sont signés par une clé de démonstration, que la graine suffit à refaire\302\240: elle ne prouve rien.\n"
      "Sa phrase secrète n’est pas un secret\302\240: «\302\240" PASSPHRASE "\302\240».\n"
      "\n"
      "Ouvrez «\302\240" SCHOOL_FILE "\302\240» dans Sceau pour parcourir l’école.\n";
  g_autofree char *path = sceau_demo_path (demo, README_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  if (!sceau_atomic_file_save (file, bytes, FALSE, error))
    return FALSE;
  sceau_demo_add_file (demo, README_FILE, _("what is real and what is invented in this folder"));
  return TRUE;
}

/* The faults of the demonstration are faults of ours: their first error says more than "faulty". */
static void
explain (SceauDemo *demo, GError **error)
{
  for (guint i = 0; error != NULL && *error != NULL && i < sceau_faults_length (demo->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (demo->faults, i);

      if (fault->severity == SCEAU_FAULT_ERROR)
        {
          g_autofree char *text = sceau_fault_to_string (fault);

          g_prefix_error (error, "%s ", text);
          return;
        }
    }
}

static gboolean
export_journal (SceauDemo *demo, GError **error)
{
  static const char name[] = "journal.csv";
  g_autofree char *path = sceau_demo_path (demo, name);

  if (!sceau_export_journal (demo->school, path, NULL, demo->cancellable, error))
    return FALSE;
  sceau_demo_add_file (demo, name, _("the journal: every change, with who made it and when"));
  return TRUE;
}

static gboolean
play (SceauDemo *demo, GError **error)
{
  if (!sceau_demo_step (demo, _("Founding the school"), error)
      || (demo->school = found_demonstration (demo, error)) == NULL || !sceau_school_postpone_sync (demo->school, error)
      || !make_key (demo, error) || !sceau_demo_add_jurors (demo, error))
    return FALSE;
  sceau_demo_add_file (demo, SCHOOL_FILE, _("the school file: open it in Sceau"));
  return sceau_demo_step (demo, _("Playing the session of the former inventaire"), error)
         && sceau_demo_play_inventaire (demo, error)
         && sceau_demo_step (demo, _("Playing the past cohort"), error) && sceau_demo_play_past (demo, error)
         && sceau_demo_step (demo, _("Playing the current cohort"), error) && sceau_demo_play_current (demo, error)
         && export_journal (demo, error) && write_readme (demo, error);
}

/* Nothing that the user has is touched: the folder must not be there yet, or be empty. */
static gboolean
check_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  dir = g_dir_open (folder, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("“%s” exists and is not an empty folder: name a new one for the demonstration."), folder);
  return FALSE;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* What was made aside is on the disk before it gets its name. */
static gboolean
flush (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean flushed = fd >= 0 && syncfs (fd) == 0;

  if (fd >= 0)
    close (fd);
  return flushed;
}

/* Everything is made beside the folder and appears in it at once, or not at all. */
static gboolean
play_aside (SceauDemo *demo, const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *aside = g_build_filename (parent, ".sceau-demo-XXXXXX", NULL);
  gboolean done;

  if (g_mkdir_with_parents (parent, 0755) != 0 || g_mkdtemp (aside) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The demonstration cannot be made in “%s”: %s. Choose a folder where you may write."), parent,
                   g_strerror (errno));
      return FALSE;
    }
  demo->folder = aside;
  done = play (demo, error);
  explain (demo, done ? NULL : error);
  g_clear_pointer (&demo->signer, sceau_signer_free);
  g_clear_pointer (&demo->school, sceau_school_close);
  if (done && (!flush (aside) || g_rename (aside, folder) != 0))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The demonstration cannot be moved to “%s”: %s. Choose another folder."), folder,
                   g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    remove_tree (aside);
  return done;
}

GPtrArray *
sceau_run_demo (const char *folder, guint learners, guint32 seed, SceauProgress *progress, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_demo_file_free);
  SceauDemo demo = { .learners = learners, .seed = seed, .progress = progress, .cancellable = cancellable, .files = files };
  gboolean done;

  if (learners < 1 || learners > MOST_LEARNERS)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("A demonstration has 1 to %d learners a cohort, not %u."), MOST_LEARNERS, learners);
      return NULL;
    }
  if (!check_folder (folder, error))
    return NULL;
  demo.random = g_rand_new_with_seed (seed);
  demo.faults = sceau_faults_new ();
  done = play_aside (&demo, folder, error);
  sceau_faults_free (demo.faults);
  g_rand_free (demo.random);
  return done ? g_steal_pointer (&files) : NULL;
}
