/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"

/* One level above the root. */
typedef struct
{
  GtkWidget *content; /* (unowned): the stack holds it */
  GtkWidget *header;  /* (owned) */
  char *title;
  gboolean searchable_below; /* what the level below said */
  gboolean unsaved;          /* leaving it would lose work */
} Level;

typedef struct
{
  GtkStack *stack;
  GtkWidget *root;
  GtkWidget *header; /* (owned): a box, shown by the window */
  char *title;
  gboolean searchable;
  gboolean stale;
  gboolean asking; /* whether to try again: one question, however many parts could not be read */
  SceauContext *context;
  GSimpleActionGroup *actions;
  GPtrArray *levels; /* (element-type Level) */
} SceauPagePrivate;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SEARCHABLE,
  N_PROPS
};

enum
{
  SIGNAL_LEVEL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static void sceau_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SceauPage, sceau_page, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (SceauPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, sceau_page_buildable_init))

static SceauPagePrivate *
get_private (SceauPage *self)
{
  return sceau_page_get_instance_private (self);
}

static Level *
top_level (SceauPagePrivate *priv)
{
  return priv->levels->len > 0 ? g_ptr_array_index (priv->levels, priv->levels->len - 1) : NULL;
}

static void
level_free (gpointer data)
{
  Level *level = data;

  g_clear_object (&level->header);
  g_free (level->title);
  g_free (level);
}

static void
refresh_if_shown (SceauPage *self)
{
  SceauPagePrivate *priv = get_private (self);

  if (!priv->stale || priv->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->stale = FALSE;
  if (SCEAU_PAGE_GET_CLASS (self)->refresh != NULL)
    SCEAU_PAGE_GET_CLASS (self)->refresh (self);
}

static void
sceau_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sceau_page_parent_class)->map (widget);
  refresh_if_shown (SCEAU_PAGE (widget));
}

static void
sceau_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SceauPagePrivate *priv = get_private (SCEAU_PAGE (buildable));

  /* The stack is the bin's own child and comes first, from init. */
  if (!GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "header") == 0)
    gtk_box_append (GTK_BOX (priv->header), GTK_WIDGET (child));
  else
    {
      priv->root = GTK_WIDGET (child);
      gtk_stack_add_child (priv->stack, priv->root);
    }
}

static void
sceau_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sceau_page_add_child;
}

static void
sceau_page_real_set_context (SceauPage *self, SceauContext *context)
{
  SceauPagePrivate *priv = get_private (self);

  sceau_page_pop_all (self);
  g_set_object (&priv->context, context);
}

static void
sceau_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SceauPagePrivate *priv = get_private (SCEAU_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SEARCHABLE:
      g_value_set_boolean (value, priv->searchable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sceau_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SceauPagePrivate *priv = get_private (SCEAU_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;
    case PROP_SEARCHABLE:
      sceau_page_set_searchable (SCEAU_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sceau_page_dispose (GObject *object)
{
  SceauPagePrivate *priv = get_private (SCEAU_PAGE (object));

  g_ptr_array_set_size (priv->levels, 0);
  g_clear_object (&priv->header);
  g_clear_object (&priv->context);
  g_clear_object (&priv->actions);
  G_OBJECT_CLASS (sceau_page_parent_class)->dispose (object);
}

static void
sceau_page_finalize (GObject *object)
{
  SceauPagePrivate *priv = get_private (SCEAU_PAGE (object));

  g_ptr_array_unref (priv->levels);
  g_free (priv->title);
  G_OBJECT_CLASS (sceau_page_parent_class)->finalize (object);
}

static void
sceau_page_class_init (SceauPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sceau_page_get_property;
  object_class->set_property = sceau_page_set_property;
  object_class->dispose = sceau_page_dispose;
  object_class->finalize = sceau_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = sceau_page_map;
  klass->set_context = sceau_page_real_set_context;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCHABLE] = g_param_spec_boolean ("searchable", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_LEVEL_CHANGED] = g_signal_new ("level-changed", SCEAU_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_page_init (SceauPage *self)
{
  SceauPagePrivate *priv = get_private (self);

  priv->stack = GTK_STACK (gtk_stack_new ());
  priv->header = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  priv->levels = g_ptr_array_new_with_free_func (level_free);
  priv->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (priv->actions));
  gtk_stack_set_transition_type (priv->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  /* A level is no wider for what lies below it. */
  gtk_stack_set_hhomogeneous (priv->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->stack));
}

SceauContext *
sceau_page_get_context (SceauPage *self)
{
  return get_private (self)->context;
}

void
sceau_page_set_context (SceauPage *self, SceauContext *context)
{
  g_return_if_fail (SCEAU_IS_PAGE (self));

  SCEAU_PAGE_GET_CLASS (self)->set_context (self, context);
  sceau_page_data_changed (self);
}

gboolean
sceau_page_shows (SceauPage *self, SceauWorker *worker)
{
  SceauPagePrivate *priv = get_private (self);

  return priv->context != NULL && sceau_context_get_worker (priv->context) == worker;
}

void
sceau_page_data_changed (SceauPage *self)
{
  g_return_if_fail (SCEAU_IS_PAGE (self));

  get_private (self)->stale = TRUE;
  refresh_if_shown (self);
}

static void
read_again (gpointer user_data)
{
  refresh_if_shown (SCEAU_PAGE (user_data));
}

/* Answered, one way or the other; as pages read in the worker's thread, before what is read again could fail. */
static void
question_free (gpointer user_data)
{
  get_private (SCEAU_PAGE (user_data))->asking = FALSE;
  g_object_unref (user_data);
}

void
sceau_page_read_failed (GtkWidget *from, const char *heading, const GError *error)
{
  GtkWidget *self = gtk_widget_get_ancestor (from, SCEAU_TYPE_PAGE);
  SceauPagePrivate *priv;

  /* Taken out of its page while it was being read. */
  if (self == NULL)
    return;
  priv = get_private (SCEAU_PAGE (self));
  priv->stale = TRUE;
  if (priv->asking || !gtk_widget_get_mapped (self))
    return;
  priv->asking = TRUE;
  sceau_confirm (self, heading, error->message, _("_Try Again"), FALSE, read_again, g_object_ref (self), question_free);
}

void
sceau_page_search (SceauPage *self, const char *text)
{
  g_return_if_fail (SCEAU_IS_PAGE (self));

  if (get_private (self)->context != NULL && SCEAU_PAGE_GET_CLASS (self)->search != NULL)
    SCEAU_PAGE_GET_CLASS (self)->search (self, text);
}

gboolean
sceau_page_get_searchable (SceauPage *self)
{
  return get_private (self)->searchable;
}

void
sceau_page_set_searchable (SceauPage *self, gboolean searchable)
{
  SceauPagePrivate *priv = get_private (self);

  if (priv->searchable == searchable)
    return;
  priv->searchable = searchable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHABLE]);
}

const char *
sceau_page_get_title (SceauPage *self)
{
  SceauPagePrivate *priv = get_private (self);
  Level *level = top_level (priv);

  return level != NULL ? level->title : priv->title;
}

void
sceau_page_push (SceauPage *self, GtkWidget *content, const char *title, GtkWidget *header)
{
  SceauPagePrivate *priv = get_private (self);
  Level *level = g_new0 (Level, 1);

  level->content = content;
  level->header = header != NULL ? g_object_ref_sink (header) : NULL;
  level->title = g_strdup (title);
  level->searchable_below = priv->searchable;
  g_ptr_array_add (priv->levels, level);

  gtk_stack_add_child (priv->stack, content);
  gtk_stack_set_visible_child (priv->stack, content);
  sceau_page_set_searchable (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_LEVEL_CHANGED], 0);
}

void
sceau_page_set_unsaved (SceauPage *self, gboolean unsaved)
{
  Level *level = top_level (get_private (self));

  g_return_if_fail (level != NULL || !unsaved);

  if (level != NULL)
    level->unsaved = unsaved;
}

gboolean
sceau_page_has_unsaved (SceauPage *self)
{
  Level *level = top_level (get_private (self));

  return level != NULL && level->unsaved;
}

gboolean
sceau_page_pop (SceauPage *self)
{
  SceauPagePrivate *priv = get_private (self);
  Level *level = top_level (priv);
  gboolean searchable;
  GtkWidget *content;

  if (level == NULL)
    return FALSE;

  content = level->content;
  searchable = level->searchable_below;
  g_ptr_array_set_size (priv->levels, priv->levels->len - 1);
  level = top_level (priv);
  gtk_stack_set_visible_child (priv->stack, level != NULL ? level->content : priv->root);
  sceau_page_set_searchable (self, searchable);
  g_signal_emit (self, signals[SIGNAL_LEVEL_CHANGED], 0);
  /* Last, since a button of this very content may have asked for it. */
  gtk_stack_remove (priv->stack, content);
  return TRUE;
}

void
sceau_page_pop_all (SceauPage *self)
{
  while (sceau_page_pop (self))
    ;
}

guint
sceau_page_get_depth (SceauPage *self)
{
  return get_private (self)->levels->len;
}

GtkWidget *
sceau_page_get_top (SceauPage *self)
{
  Level *level = top_level (get_private (self));

  return level != NULL ? level->content : NULL;
}

GtkWidget *
sceau_page_get_header (SceauPage *self)
{
  SceauPagePrivate *priv = get_private (self);
  Level *level = top_level (priv);

  return level != NULL ? level->header : priv->header;
}

void
sceau_page_add_actions (SceauPage *self, const GActionEntry *entries, int n_entries)
{
  g_action_map_add_action_entries (G_ACTION_MAP (get_private (self)->actions), entries, n_entries, self);
}

void
sceau_page_enable_action (SceauPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (get_private (self)->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

GActionGroup *
sceau_page_get_actions (SceauPage *self)
{
  return G_ACTION_GROUP (get_private (self)->actions);
}
