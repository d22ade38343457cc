/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fiche-fields-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-text.h"

void
sceau_fiche_fault (SceauFaults *faults,
                   SceauFaultSeverity severity,
                   const xmlNode *node,
                   const char *value,
                   const char *reason,
                   const char *remedy)
{
  sceau_faults_add (faults, severity, (int) xmlGetLineNo (node), 0, (const char *) node->name, value, reason, remedy);
}

gboolean
sceau_fiche_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static SceauFaultSeverity
severity_of_doubling (const char *name)
{
  static const char *const identities[] = { "NUMERO_FICHE", "INTITULE", "CODE", NULL };

  return g_strv_contains (identities, name) ? SCEAU_FAULT_ERROR : SCEAU_FAULT_WARNING;
}

xmlNode *
sceau_fiche_child (const xmlNode *parent, const char *name, SceauFaults *faults)
{
  xmlNode *found = NULL;

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (!sceau_fiche_is (node, name))
        continue;
      if (found != NULL && faults != NULL)
        {
          sceau_fiche_fault (faults, severity_of_doubling (name), node, NULL,
                             _("The element stands twice where it may stand once; the first one is used."),
                             _("Remove the one that is wrong."));
          break;
        }
      if (found == NULL)
        found = node;
    }
  return found;
}

char *
sceau_fiche_node_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = sceau_text_normalise ((const char *) content);

  xmlFree (content);
  return text;
}

char *
sceau_fiche_text (const xmlNode *parent, const char *name, SceauFaults *faults)
{
  const xmlNode *node = sceau_fiche_child (parent, name, faults);

  return node != NULL ? sceau_fiche_node_text (node) : NULL;
}

char *
sceau_fiche_mandatory (const xmlNode *parent, const char *name, const char *remedy, SceauFaults *faults)
{
  char *text = sceau_fiche_text (parent, name, faults);

  if (text == NULL)
    {
      g_autofree char *reason = g_strdup_printf (_("%s is missing or empty."), name);

      sceau_faults_add (faults, SCEAU_FAULT_ERROR, (int) xmlGetLineNo (parent), 0, name, NULL, reason, remedy);
    }
  return text;
}

SceauDate
sceau_fiche_date (const xmlNode *parent, const char *name, SceauFaults *faults)
{
  const xmlNode *node = sceau_fiche_child (parent, name, faults);
  g_autofree char *text = node != NULL ? sceau_fiche_node_text (node) : NULL;
  SceauDate date = SCEAU_NO_DATE;

  if (text == NULL)
    return SCEAU_NO_DATE;
  if (strchr (text, '/') == NULL || !sceau_date_parse_french (text, &date))
    {
      sceau_fiche_fault (faults, SCEAU_FAULT_ERROR, node, text, _("This is not a day of the calendar."),
                         _("Write the date as JJ/MM/AAAA, for instance 27/10/2025."));
      return SCEAU_NO_DATE;
    }
  return date;
}

int
sceau_fiche_integer (const xmlNode *parent, const char *name, int min, int max, int absent, SceauFaults *faults)
{
  const xmlNode *node = sceau_fiche_child (parent, name, faults);
  g_autofree char *text = node != NULL ? sceau_fiche_node_text (node) : NULL;
  g_autofree char *reason = NULL;
  gint64 number = 0;

  if (text == NULL)
    return absent;
  if (g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    return (int) number;
  reason = g_strdup_printf (_("A whole number between %d and %d is expected; the figure is left out."), min, max);
  sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, text, reason,
                     _("Compare with the fiche on francecompetences.fr."));
  return absent;
}

gboolean
sceau_fiche_boolean (const xmlNode *parent, const char *name, gboolean absent, SceauFaults *faults)
{
  const xmlNode *node = sceau_fiche_child (parent, name, faults);
  g_autofree char *text = node != NULL ? sceau_fiche_node_text (node) : NULL;

  if (text == NULL)
    return absent;
  if (strcmp (text, "Oui") == 0)
    return TRUE;
  if (strcmp (text, "Non") != 0)
    sceau_fiche_fault (faults, SCEAU_FAULT_ERROR, node, text, _("Only “Oui” or “Non” may stand here."),
                       _("Compare with the fiche on francecompetences.fr."));
  return FALSE;
}
