/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-result-grid.h"

G_BEGIN_DECLS

/* A part of the grid that clips what lies in it: cells, names, headers, the corner. */
#define SCEAU_TYPE_RESULT_PANE (sceau_result_pane_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultPane, sceau_result_pane, SCEAU, RESULT_PANE, GtkWidget)

typedef void (*SceauPaneAllocate) (SceauResultGrid *grid);

GtkWidget *sceau_result_pane_new (SceauResultGrid *grid, SceauPaneAllocate allocate);

/* The widgets of one row. */
typedef struct
{
  guint row; /* G_MAXUINT: of none now */
  GtkWidget *name;
  GPtrArray *cells; /* (element-type SceauResultCell): unowned, the body holds them */
} SceauGridSlot;

struct _SceauResultGrid
{
  GtkWidget parent_instance;

  SceauResultSheet *sheet;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  GtkScrollablePolicy horizontal_policy;
  GtkScrollablePolicy vertical_policy;

  GtkWidget *body;
  GtkWidget *names;
  GtkWidget *heads;
  GtkWidget *corner;
  GtkWidget *editor;
  GPtrArray *slots;   /* (element-type SceauGridSlot) */
  GPtrArray *columns; /* (element-type GtkWidget): headers of the columns */
  GPtrArray *groups;  /* (element-type GtkWidget): headers of the blocks */

  int row_height;
  int column_width;
  int name_width;
  int group_height;
  int head_height;

  guint cursor_row, cursor_column; /* where one types */
  guint anchor_row, anchor_column; /* the other end of the selection */
  int tab_column;                  /* where Enter goes back to after Tab; -1: nowhere */
  gboolean editable;
  gboolean editing;
  gboolean quick; /* typed over: arrows leave the cell */
};

/* sceau-result-grid.c */
gboolean sceau_result_grid_has_cells (SceauResultGrid *self);
void     sceau_result_grid_move      (SceauResultGrid *self, guint row, guint column, gboolean extend);
void     sceau_result_grid_show      (SceauResultGrid *self); /* cells and headers again */

/* sceau-result-grid-layout.c */
void     sceau_result_grid_build        (SceauResultGrid *self);
void     sceau_result_grid_build_heads  (SceauResultGrid *self);
void     sceau_result_grid_update_heads (SceauResultGrid *self);
void     sceau_result_grid_lay_out      (SceauResultGrid *self, int width, int height);
void     sceau_result_grid_bind         (SceauResultGrid *self); /* widgets for the rows in sight and for the cursor's */
void     sceau_result_grid_unbind       (SceauResultGrid *self);
void     sceau_result_grid_reveal       (SceauResultGrid *self); /* scrolls to the cursor */
gboolean sceau_result_grid_pick         (SceauResultGrid *self, double x, double y, guint *row, guint *column);

/* sceau-result-grid-input.c */
void     sceau_result_grid_listen     (SceauResultGrid *self);
void     sceau_result_grid_stop_edit  (SceauResultGrid *self, gboolean commit);

G_END_DECLS
