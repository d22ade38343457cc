/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-metadata-private.h"

#include "sceau-config.h"

#define MAKER "Sceau " SCEAU_VERSION

void
sceau_pdf_append_string (GString *to, const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_string_append (to, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (to, "%04X", units[i]);
  g_string_append_c (to, '>');
}

static void
append_entry (GString *to, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (to, "/%s", key);
  sceau_pdf_append_string (to, text);
}

char *
sceau_pdf_make_information (const SceauPdf *pdf)
{
  GString *to = g_string_new ("<<");

  append_entry (to, "Title", pdf->title);
  append_entry (to, "Author", pdf->author);
  append_entry (to, "Subject", pdf->subject);
  g_string_append (to, "/Creator(" MAKER ")/Producer(" MAKER ")");
  if (pdf->created != SCEAU_NO_DATE)
    g_string_append_printf (to, "/CreationDate(D:%04d%02d%02d000000Z)", sceau_date_year (pdf->created),
                            sceau_date_month (pdf->created), sceau_date_day (pdf->created));
  g_string_append (to, ">>");
  return g_string_free (to, FALSE);
}

/* @before and @after: what stands around the text of the property. */
static void
append_property (GString *to, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL && *escaped != '\0')
    g_string_append_printf (to, "%s%s%s\n", before, escaped, after);
}

#define ALTERNATIVE "<rdf:Alt><rdf:li xml:lang=\"x-default\">"

char *
sceau_pdf_make_metadata (const SceauPdf *pdf)
{
  GString *to = g_string_new ("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                              "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                              "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                              "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                              "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n");

  append_property (to, "<dc:title>" ALTERNATIVE, pdf->title, "</rdf:li></rdf:Alt></dc:title>");
  append_property (to, "<dc:creator><rdf:Seq><rdf:li>", pdf->author, "</rdf:li></rdf:Seq></dc:creator>");
  append_property (to, "<dc:description>" ALTERNATIVE, pdf->subject, "</rdf:li></rdf:Alt></dc:description>");
  append_property (to, "<dc:identifier>", pdf->identifier, "</dc:identifier>");
  g_string_append (to, "<xmp:CreatorTool>" MAKER "</xmp:CreatorTool><pdf:Producer>" MAKER "</pdf:Producer>\n");
  if (pdf->created != SCEAU_NO_DATE)
    g_string_append_printf (to, "<xmp:CreateDate>%04d-%02d-%02dT00:00:00Z</xmp:CreateDate>\n", sceau_date_year (pdf->created),
                            sceau_date_month (pdf->created), sceau_date_day (pdf->created));
  g_string_append (to, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free (to, FALSE);
}
