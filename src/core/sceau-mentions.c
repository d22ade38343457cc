/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mentions.h"

#include "sceau-text.h"

#include <string.h>

#define NBSP "\u00A0"
#define NO_BREAK_HYPHEN "\u2011"

/* A SIREN, the first nine digits of a SIRET, names the body; the rest only its address. */
#define SIREN_LENGTH 9

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- Certifier ----------------------------------------------------------- */

static gboolean
is_certifier (const SceauCertifier *certifier, const char *name, const char *siret)
{
  if (is_filled (siret) && is_filled (certifier->siret) && strncmp (siret, certifier->siret, SIREN_LENGTH) == 0)
    return TRUE;
  return is_filled (name) && is_filled (certifier->name) && sceau_text_same (certifier->name, name);
}

/* The fiche's entry for the body that certifies, or NULL when the fiche does not name it. */
static const SceauCertifier *
find_certifier (const SceauSchoolIdentity *school, const SceauMandate *mandate, const SceauCertification *certification)
{
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      if (mandate != NULL ? is_certifier (certifier, mandate->certifier_name, NULL)
                          : is_certifier (certifier, school->name, school->siret))
        return certifier;
    }
  return NULL;
}

const char *
sceau_mention_certifier_name (const SceauSchoolIdentity *school, const SceauMandate *mandate,
                              const SceauCertification *certification)
{
  const SceauCertifier *certifier = find_certifier (school, mandate, certification);

  if (certifier != NULL && is_filled (certifier->name))
    return certifier->name;
  return mandate != NULL ? mandate->certifier_name : school->name;
}

char *
sceau_mention_certifier (const SceauSchoolIdentity *school, const SceauMandate *mandate,
                         const SceauCertification *certification)
{
  const SceauCertifier *certifier = find_certifier (school, mandate, certification);
  const char *name = sceau_mention_certifier_name (school, mandate, certification);
  const char *trade_name = certifier != NULL ? certifier->trade_name : NULL;

  if (!is_filled (trade_name) && mandate == NULL)
    trade_name = school->trade_name;
  if (!is_filled (trade_name) || g_str_equal (trade_name, name))
    return g_strdup_printf ("Certificateur" NBSP ": %s", name);
  return g_strdup_printf ("Certificateur" NBSP ": %s (nom commercial" NBSP ": %s)", name, trade_name);
}

char *
sceau_mention_centre (const SceauSchoolIdentity *school, const SceauMandate *mandate)
{
  if (mandate == NULL)
    return NULL;
  if (!is_filled (mandate->reference))
    return g_strdup_printf ("Session organisée par %s, sur mandat du certificateur", school->name);
  return g_strdup_printf ("Session organisée par %s, sur mandat du certificateur (référence" NBSP ": %s)",
                          school->name, mandate->reference);
}

/* --- Certification ------------------------------------------------------- */

const char *
sceau_mention_kind (const SceauCertification *certification)
{
  return certification->register_kind == SCEAU_REGISTER_RNCP ? "Certification professionnelle" : "Certificat de compétences";
}

/* The inventaire numbers its fiches without a prefix: INV3818 is « fiche n° 3818 ». */
static const char *
fiche_number (const SceauCertification *certification)
{
  if (certification->register_kind == SCEAU_REGISTER_INVENTAIRE && g_str_has_prefix (certification->code, "INV"))
    return certification->code + strlen ("INV");
  return certification->code;
}

static const char *
register_phrase (SceauRegister kind)
{
  switch (kind)
    {
    case SCEAU_REGISTER_RNCP:
      return "Certification enregistrée au Répertoire national des certifications professionnelles (RNCP)";
    case SCEAU_REGISTER_RS:
      return "Certification enregistrée au Répertoire spécifique";
    case SCEAU_REGISTER_INVENTAIRE:
      return "Certification inscrite à l’Inventaire de la Commission nationale de la certification professionnelle (CNCP)";
    default:
      g_return_val_if_reached ("");
    }
}

/* France compétences took over the registers in 2019: the inventaire knows no decision of its director. */
static gboolean
has_decision (const SceauCertification *certification)
{
  return certification->decision_date != SCEAU_NO_DATE && certification->register_kind != SCEAU_REGISTER_INVENTAIRE;
}

char *
sceau_mention_registration (const SceauCertification *certification)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, fiche n°" NBSP "%s", register_phrase (certification->register_kind),
                          fiche_number (certification));
  if (has_decision (certification))
    {
      g_autofree char *date = sceau_date_format_french (certification->decision_date);

      g_string_append_printf (text, ", par décision du directeur général de France compétences en date du" NBSP "%s", date);
    }
  if (has_decision (certification) && certification->duration_years > 0)
    g_string_append_printf (text, ", pour une durée de %d" NBSP "%s", certification->duration_years,
                            certification->duration_years == 1 ? "an" : "ans");
  return g_string_free (text, FALSE);
}

char *
sceau_mention_level (const SceauCertification *certification)
{
  if (certification->register_kind != SCEAU_REGISTER_RNCP || certification->level <= 0)
    return NULL;
  return g_strdup_printf ("Niveau" NBSP "%d du cadre national des certifications professionnelles"
                          " (décret n°" NBSP "2019-14 du 8" NBSP "janvier" NBSP "2019)"
                          " — niveau" NBSP "%d du cadre européen des certifications (CEC)",
                          certification->level, certification->level);
}

char *
sceau_mention_nsf (const SceauCertification *certification)
{
  GString *text;

  if (certification->nsf->len == 0)
    return NULL;
  text = g_string_new (certification->nsf->len > 1 ? "Codes NSF" NBSP ": " : "Code NSF" NBSP ": ");
  for (guint i = 0; i < certification->nsf->len; i++)
    {
      const SceauCode *code = g_ptr_array_index (certification->nsf, i);

      if (i > 0)
        g_string_append (text, NBSP "; ");
      g_string_append (text, code->code);
      if (is_filled (code->label))
        g_string_append_printf (text, " — %s", code->label);
    }
  return g_string_free (text, FALSE);
}

/* --- Holder -------------------------------------------------------------- */

/* Words of a name that lean on the next, as « DE » does in « DE LA TOUR »; compared without regard to capitals. */
static const char *const particles[] = { "de", "du", "des", "la", "le", "les", "saint", "sainte", "van", "von", "vom", "der", "den",
                                         "ten", "ter", "zu", "zum", "zur", "di", "da", "del", "della", "dos", "das", "do",
                                         "el", "al", "ben", "bin", "ibn", "af", "av", "mac", "mc", "o" };

static gboolean
is_particle (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_ascii_strcasecmp (word, particles[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
sceau_mention_name (const SceauLearner *learner)
{
  g_autofree char *name = sceau_learner_full_name (learner);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, is_particle (words[i - 1]) ? NBSP : " ");
      g_string_append (text, words[i]);
    }
  g_string_replace (text, "-", NO_BREAK_HYPHEN, 0);
  return g_string_free (text, FALSE);
}

static const char *
born (SceauSex sex)
{
  if (sex == SCEAU_SEX_FEMALE)
    return "née";
  return sex == SCEAU_SEX_MALE ? "né" : "né(e)";
}

char *
sceau_mention_birth (const SceauLearner *learner)
{
  g_autofree char *date = sceau_date_format_long (learner->birth_date);
  GString *text = g_string_new (born (learner->sex));

  if (learner->birth_date != SCEAU_NO_DATE)
    g_string_append_printf (text, " le" NBSP "%s", date);
  if (is_filled (learner->birth_place))
    g_string_append_printf (text, " à" NBSP "%s", learner->birth_place);
  if (is_filled (learner->birth_country))
    g_string_append_printf (text, " (%s)", learner->birth_country);
  return g_string_free (text, FALSE);
}

char *
sceau_mention_other_names (const SceauLearner *learner)
{
  g_autofree char *usage = is_filled (learner->usage_name) ? sceau_text_upper (learner->usage_name) : NULL;
  const gboolean many = is_filled (learner->other_names) && strchr (learner->other_names, ',') != NULL;
  const char *label = many ? "autres prénoms" : "autre prénom";

  if (usage != NULL && is_filled (learner->other_names))
    return g_strdup_printf ("%s" NBSP ": %s — nom d’usage" NBSP ": %s", label, learner->other_names, usage);
  if (usage != NULL)
    return g_strdup_printf ("nom d’usage" NBSP ": %s", usage);
  if (is_filled (learner->other_names))
    return g_strdup_printf ("%s" NBSP ": %s", label, learner->other_names);
  return NULL;
}

const char *
sceau_mention_holder (const SceauLearner *learner)
{
  return learner->sex == SCEAU_SEX_FEMALE ? "La titulaire" : "Le titulaire";
}

/* --- Delivery ------------------------------------------------------------ */

char *
sceau_mention_delivery (const char *place, SceauDate delivered)
{
  g_autofree char *date = sceau_date_format_long (delivered);

  return g_strdup_printf ("Fait à" NBSP "%s, le" NBSP "%s", place, date);
}

const char *
sceau_mention_signatory (const SceauSchoolIdentity *school, const SceauMandate *mandate)
{
  const char *name = mandate != NULL ? mandate->signatory : school->signatory;

  return name != NULL ? name : "";
}

const char *
sceau_mention_signatory_title (const SceauSchoolIdentity *school, const SceauMandate *mandate)
{
  const char *title = mandate != NULL ? mandate->signatory_title : school->signatory_title;

  return title != NULL ? title : "";
}
