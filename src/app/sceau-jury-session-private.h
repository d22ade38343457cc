/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-candidate-list.h"
#include "sceau-fault-list.h"
#include "sceau-hold-jury.h"
#include "sceau-jury-members.h"
#include "sceau-jury-session-view.h"
#include "sceau-jury-work.h"
#include "sceau-life-line.h"
#include "sceau-sequel-view.h"

G_BEGIN_DECLS

/* What the files of the session view share; no one else includes it. */
struct _SceauJurySessionView
{
  AdwBin parent_instance;

  SceauLifeLine *life;
  GtkLabel *advice;
  GtkBox *buttons;
  GtkBox *verbs;
  GtkWidget *convene_button;
  GtkWidget *keep_button;
  GtkWidget *open_button;
  GtkWidget *resume_button;
  GtkWidget *propose_button;
  GtkWidget *deliberate_button;
  GtkWidget *accept_button;
  GtkWidget *seal_button;
  GtkMenuButton *minutes_button;
  GtkWidget *papers_button;
  GtkWidget *more_button;
  GtkStack *stack;
  GtkWidget *composition;
  SceauJuryMembers *members;
  GtkWidget *add_juror_button;
  GtkWidget *no_juror;
  GtkWidget *checks_group;
  GtkBox *expected;          /* recusals that are known before the session opens */
  SceauFaultList *checks;
  AdwPreferencesGroup *derogation_group;
  AdwEntryRow *derogation_row;
  GtkBox *facts;
  GtkStackPage *sequel_page;
  SceauSequelView *sequel;
  GtkStack *candidates_stack;
  GtkToggleButton *undecided_button;
  GtkToggleButton *anonymous_button;
  GtkLabel *summary;
  SceauCandidateList *candidates;

  SceauContext *context;
  gint64 session_id;
  SceauJuryFile *file;       /* or NULL until read; its decisions live in the list */
  guint counts[SCEAU_N_OUTCOMES]; /* decisions by outcome */
  guint n_candidates;
  guint n_undecided;
  guint n_outdated;          /* proposals that no longer rest on what stands */
  guint n_blocks;            /* acquired by the decisions */
  guint checks_asked;        /* how often, so that only the last answer counts */
  gboolean recomposing;      /* other members are being chosen for a session that is convened */
  gboolean stale;            /* to be read again when shown */
  gboolean acting;           /* a verb was given: the keyboard then goes on to the next one */
  gboolean reading;          /* what is shown is about to be another: nothing may be done on its ground */
  int paper;                 /* which a file is being chosen for */
  guint changes;             /* of the school, when it was read last */
};

gboolean sceau_jury_session_view_can_write       (SceauJurySessionView *self);
/* The buttons that go with the state. */
void     sceau_jury_session_view_update_actions  (SceauJurySessionView *self);
/* Asks what the composition, or the presence, is worth now. */
void     sceau_jury_session_view_check           (SceauJurySessionView *self);
void     sceau_jury_session_view_install_actions (GtkWidgetClass *widget_class);
void     sceau_jury_session_view_install_course  (GtkWidgetClass *widget_class);
void     sceau_jury_session_view_install_papers  (GtkWidgetClass *widget_class);
/* Which papers there are to print now. */
void     sceau_jury_session_view_update_papers   (SceauJurySessionView *self);
/* Whether members are being chosen, rather than who is present. */
gboolean sceau_jury_session_view_is_choosing     (SceauJurySessionView *self);
/* Does what a verb says, in the worker; @work (transfer full). */
void     sceau_jury_session_view_run             (SceauJurySessionView *self, const char *title, SceauWorkerFunc verb, SceauJuryWork *work,
                                                  SceauLongWorkDone done);
/* (transfer full): with those ticked now. */
SceauJuryWork *sceau_jury_session_view_work_of_ticked (SceauJurySessionView *self);
/* (transfer full) (nullable): the reason that lets a failed check pass. */
char    *sceau_jury_session_view_get_derogation  (SceauJurySessionView *self);
/* What is known about the session as a whole, below its members. */
void     sceau_jury_session_view_show_facts      (SceauJurySessionView *self);

G_END_DECLS
