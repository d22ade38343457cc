/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-lazy-row.h"

struct _SceauLazyRow
{
  GObject parent_instance;

  guint position;
  gpointer record;
  GDestroyNotify record_free;
};

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SceauLazyRow, sceau_lazy_row, G_TYPE_OBJECT)

static void
clear_record (SceauLazyRow *self)
{
  if (self->record != NULL && self->record_free != NULL)
    self->record_free (self->record);
  self->record = NULL;
}

static void
sceau_lazy_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SceauLazyRow *self = SCEAU_LAZY_ROW (object);

  switch (id)
    {
    case PROP_RECORD:
      g_value_set_pointer (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sceau_lazy_row_finalize (GObject *object)
{
  clear_record (SCEAU_LAZY_ROW (object));
  G_OBJECT_CLASS (sceau_lazy_row_parent_class)->finalize (object);
}

static void
sceau_lazy_row_class_init (SceauLazyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sceau_lazy_row_get_property;
  object_class->finalize = sceau_lazy_row_finalize;

  properties[PROP_RECORD] = g_param_spec_pointer ("record", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sceau_lazy_row_init (SceauLazyRow *self)
{
}

SceauLazyRow *
sceau_lazy_row_new (guint position)
{
  SceauLazyRow *self = g_object_new (SCEAU_TYPE_LAZY_ROW, NULL);

  self->position = position;
  return self;
}

guint
sceau_lazy_row_get_position (SceauLazyRow *self)
{
  return self->position;
}

gpointer
sceau_lazy_row_get_record (SceauLazyRow *self)
{
  g_return_val_if_fail (SCEAU_IS_LAZY_ROW (self), NULL);

  return self->record;
}

void
sceau_lazy_row_take_record (SceauLazyRow *self, gpointer record, GDestroyNotify record_free)
{
  g_return_if_fail (SCEAU_IS_LAZY_ROW (self));

  clear_record (self);
  self->record = record;
  self->record_free = record_free;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
