/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"

G_BEGIN_DECLS

/**
 * A certification as registered: what the official fiche says, word for word.
 * Fields keep the names of the V4.1 open data flow of France compétences in
 * their comments (FICHE/…).  How the school assesses it is not in the fiche but
 * in the #SceauPlan beside it.
 */
typedef enum
{
  SCEAU_REGISTER_RNCP,
  SCEAU_REGISTER_RS,
  SCEAU_REGISTER_INVENTAIRE /* the former inventaire of the CNCP, before 2019 */
} SceauRegister;

/* Voies d'accès, in the order of the fiche: SI_JURY_FI, _CA, _FC, _CQ, _CL, _VAE. */
typedef enum
{
  SCEAU_ROUTE_INITIAL,             /* FI: parcours sous statut d'élève ou d'étudiant */
  SCEAU_ROUTE_APPRENTICESHIP,      /* CA: contrat d'apprentissage */
  SCEAU_ROUTE_CONTINUING,          /* FC: formation continue */
  SCEAU_ROUTE_PROFESSIONALISATION, /* CQ: contrat de professionnalisation */
  SCEAU_ROUTE_INDIVIDUAL,          /* CL: candidature individuelle */
  SCEAU_ROUTE_VAE,                 /* VAE: par expérience */
  SCEAU_N_ROUTES
} SceauRoute;

typedef struct
{
  char *code;  /* as in the fiche: "RNCP41445BC01", or just "01": unique in one fiche only */
  char *title; /* LIBELLE */
  GPtrArray *competences; /* (element-type utf8): one statement each */
  char *competences_text; /* LISTE_COMPETENCES, word for word */
  char *modalities_text;  /* MODALITES_EVALUATION, word for word */
  char *prerequisites;    /* PREREQUIS_VALIDATION_BLOC, or NULL */
  gboolean optional;      /* not required for the whole; FALSE unless the plan says so */
} SceauBlock;

typedef struct
{
  SceauRoute route;
  gboolean open;       /* ACTIF: Oui or Non */
  char *jury_text;     /* COMPOSITION, or NULL */
  SceauDate modified;  /* DATE_DERNIERE_MODIFICATION */
} SceauAccessRoute;

typedef struct
{
  char *name;       /* NOM_CERTIFICATEUR: corporate name */
  char *siret;      /* SIRET_CERTIFICATEUR, 14 digits, or NULL: one certifier in 17 has none */
  char *trade_name; /* NOM_COMMERCIAL, or NULL */
  char *website;    /* SITE_INTERNET, or NULL */
  gboolean active;  /* ETAT_CERTIFICATEUR */
} SceauCertifier;

/* A code and its label: NSF, ROME, Formacode. */
typedef struct
{
  char *code;
  char *label;
} SceauCode;

/* One row of STATISTIQUES_PROMOTIONS, as published; -1 stands for an absent figure. */
typedef struct
{
  int year;
  int certified;
  int certified_vae;
  int global_6m;   /* per cent */
  int target_6m;   /* per cent */
  int target_24m;  /* per cent */
} SceauPublishedStatistics;

typedef struct
{
  SceauRegister register_kind;
  char *code;  /* NUMERO_FICHE: "RNCP41445", "RS6232", "INV3818" */
  char *title; /* INTITULE: exact, it goes on the parchemin */
  char *state; /* ETAT_FICHE */
  gboolean active;
  int level;            /* national level 3…8 (décret 2019-14), 0 when none */
  char *level_label;    /* NOMENCLATURE_EUROPE/LIBELLE, or NULL */
  SceauDate decision_date;
  SceauDate effect_date;
  int duration_years;   /* DUREE_ENREGISTREMENT, 0 when absent */
  SceauDate registration_end;
  SceauDate last_delivery; /* DATE_LIMITE_DELIVRANCE */
  char *registration_type;
  int validity_years;      /* of the holder's certificate (RS); 0: permanent */
  gboolean partial_allowed; /* FALSE for fiches without blocks unless VALIDATION_PARTIELLE says Oui */
  char *objectives;
  char *activities;
  char *capacities;
  char *sectors;
  char *jobs;
  char *regulations;
  char *entry_prerequisites;
  char *validation_prerequisites; /* what is asked beside the blocks */
  char *description_url;
  GPtrArray *blocks;      /* (element-type SceauBlock) */
  GPtrArray *routes;      /* (element-type SceauAccessRoute): those that the fiche names */
  GPtrArray *certifiers;  /* (element-type SceauCertifier) */
  GPtrArray *nsf;         /* (element-type SceauCode) */
  GPtrArray *rome;        /* (element-type SceauCode) */
  GPtrArray *formacodes;  /* (element-type SceauCode) */
  GPtrArray *statistics;  /* (element-type SceauPublishedStatistics): latest year first */
  GArray *eligible_years; /* (element-type int): ANNEES_PROMOTIONS_NIVEAU, ascending */
  GPtrArray *former_codes; /* (element-type utf8): ANCIENNES_CERTIFICATIONS */
  GPtrArray *newer_codes;  /* (element-type utf8): NOUVELLES_CERTIFICATIONS */
} SceauCertification;

SceauCertification       *sceau_certification_new        (void);
void                      sceau_certification_free       (SceauCertification *self);
const SceauBlock         *sceau_certification_find_block (const SceauCertification *self, const char *code);
const SceauAccessRoute   *sceau_certification_find_route (const SceauCertification *self, SceauRoute route);
/* The registration begins at the date of effect, else at the decision; SCEAU_NO_DATE when the fiche has neither. */
SceauDate                 sceau_certification_registration_start (const SceauCertification *self);

SceauBlock               *sceau_block_new          (void);
void                      sceau_block_free         (SceauBlock *self);
SceauAccessRoute         *sceau_access_route_new   (SceauRoute route);
void                      sceau_access_route_free  (SceauAccessRoute *self);
SceauCertifier           *sceau_certifier_new      (void);
void                      sceau_certifier_free     (SceauCertifier *self);
SceauCode                *sceau_code_new           (const char *code, const char *label);
void                      sceau_code_free          (SceauCode *self);
SceauPublishedStatistics *sceau_published_statistics_new (int year); /* every figure absent */

/* "initial", "apprenticeship", "continuing", "professionalisation", "individual", "vae" */
const char *sceau_route_to_id      (SceauRoute route);
gboolean    sceau_route_from_id    (const char *id, SceauRoute *route);
/* Also what a roster holds: "FI", "CA", "apprentissage", "FC", "formation continue", "CQ", "contrat pro", "CL", "VAE"… */
gboolean    sceau_route_from_text  (const char *text, SceauRoute *route);
const char *sceau_route_title      (SceauRoute route); /* translated, for the screen */
const char *sceau_route_french     (SceauRoute route); /* as the fiche words it, for documents */
const char *sceau_register_to_id   (SceauRegister kind); /* "rncp", "rs", "inventaire" */
gboolean    sceau_register_from_id (const char *id, SceauRegister *kind);
/* From the code's prefix: RNCP…, RS…, INV…; FALSE for anything else. */
gboolean    sceau_register_from_code (const char *code, SceauRegister *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCertification, sceau_certification_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauBlock, sceau_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauAccessRoute, sceau_access_route_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCertifier, sceau_certifier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCode, sceau_code_free)

G_END_DECLS
