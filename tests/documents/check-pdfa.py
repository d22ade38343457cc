#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""check-pdfa.py FILE…: what ISO 19005-2 asks of files like ours at levels B and U, clause by clause.

Not a general checker: what our files never hold (forms, scripts, annotations, layers, transparency, spot colours, fonts
that are not composite TrueType) is refused outright.  Needs qpdf and fontTools.  Prints each fault with its clause."""
import base64
import io
import json
import logging
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

from fontTools.ttLib import TTFont

# The shipped faces bear a date of making that fontTools finds too early: no matter here.
logging.disable(logging.WARNING)

RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
DC = '{http://purl.org/dc/elements/1.1/}'
XMP = '{http://ns.adobe.com/xap/1.0/}'
PDF = '{http://ns.adobe.com/pdf/1.3/}'
PDFAID = '{http://www.aiim.org/pdfa/ns/id/}'

# Keys that some clause refuses, or that our files have no need of.
REFUSED = {
    '6.1.3': {'/Encrypt'},
    '6.1.7.1': {'/FFilter', '/FDecodeParms'},
    '6.1.12': {'/Perms'},
    '6.2.5': {'/TR', '/TR2', '/HTP', '/HTO', '/ExtGState'},
    '6.2.8': {'/Alternates', '/OPI'},
    '6.2.9': {'/PS', '/Ref', '/Subtype2'},
    '6.2.10': {'/SMask', '/Group', '/BM'},
    '6.3.1': {'/Annots'},
    '6.4.1': {'/AcroForm', '/XFA', '/NeedsRendering'},
    '6.5.1': {'/JavaScript', '/JS', '/AA', '/OpenAction', '/A'},
    '6.8': {'/EmbeddedFiles', '/EF'},
    '6.9': {'/OCProperties', '/OC'},
    '6.10': {'/AlternatePresentations', '/PresSteps'},
    '6.11': {'/Requirements'},
}
OPERATORS = set('''b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re
                   RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "'''.split())
TOKEN = re.compile(r"<[0-9A-Fa-f\s]*>|\[|\]|/[^\s/\[\]<>()]+|[A-Za-z'\"]+[01]?\*?|[-+.\d]+")


class File:
    def __init__(self, path):
        self.faults = set()
        with open(path, 'rb') as stream:
            self.bytes = stream.read()
        run = subprocess.run(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path],
                             capture_output=True, check=False)
        self.need(run.returncode == 0, '6.1.1', 'qpdf complains: %s' % run.stderr.decode(errors='replace').strip())
        told = json.loads(run.stdout)
        self.objects = {key[4:]: value for key, value in told['qpdf'][1].items() if key != 'trailer'}
        self.trailer = told['qpdf'][1]['trailer']['value']

    def need(self, right, clause, what):
        if not right:
            self.faults.add('%s: %s' % (clause, what))

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r'\d+ \d+ R', value):
            found = self.objects[value]
            value = found['stream']['dict'] if 'stream' in found else found['value']
        return value

    def data(self, reference):
        return base64.b64decode(self.objects[reference]['stream']['data'])


# --- The bytes of the file ---------------------------------------------------

def check_bytes(file):
    data = file.bytes
    file.need(re.match(rb'%PDF-1\.[0-7]\n%[\x80-\xff]{4}', data), '6.1.2', 'head of the file')
    file.need(re.search(rb'%%EOF\r?\n?$', data), '6.1.3', 'something follows the end of the file')
    identifier = file.trailer.get('/ID')
    file.need(isinstance(identifier, list) and len(identifier) == 2 and identifier[0], '6.1.3', 'no identifier')
    for match in re.finditer(rb'(?:^|\n)(\d+) 0 obj\n<<((?:(?!endobj).)*?)>>\s*stream\r?\n', data, re.S):
        number = match.group(1).decode()
        length = re.search(rb'/Length (\d+)(?! \d+ R)', match.group(2))
        file.need(length is not None, '6.1.7.1', 'the length of stream %s is elsewhere' % number)
        if length:
            end = match.end() + int(length.group(1))
            file.need(re.match(rb'\r?\nendstream\r?\nendobj\r?\n', data[end:end + 24]), '6.1.7.1', 'length of stream ' + number)
        file.need(b'/LZW' not in match.group(2) and b'/Crypt' not in match.group(2), '6.1.7.2', 'filter of stream ' + number)
    file.need(not re.search(rb'(?<!\n)endobj', data), '6.1.9', 'endobj does not begin a line')


# --- Every object ------------------------------------------------------------

def check_value(file, value):
    if isinstance(value, dict):
        for key, inner in value.items():
            file.need(len(key.encode()) <= 128, '6.1.13', 'a key of more than 127 bytes')
            for clause, keys in REFUSED.items():
                file.need(key not in keys, clause, 'key ' + key)
            file.need(key != '/Interpolate' or inner is False, '6.2.8', 'an interpolated image')
            check_value(file, inner)
    elif isinstance(value, list):
        for inner in value:
            check_value(file, inner)
    elif isinstance(value, str):
        file.need(not value.startswith('/') or len(value.encode()) <= 128, '6.1.13', 'a name of more than 127 bytes')
        file.need(value.startswith('/') or len(value) < 32768, '6.1.13', 'a string of more than 32767 bytes')
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        file.need(abs(value) <= 2147483647, '6.1.13', 'number %s' % value)


def check_objects(file):
    for value in file.objects.values():
        check_value(file, value.get('value', value.get('stream', {}).get('dict')))
        dictionary = value.get('stream', {}).get('dict', {})
        if dictionary.get('/Subtype') == '/Image':
            file.need(dictionary.get('/ColorSpace') in ('/DeviceRGB', '/DeviceGray'), '6.2.4.3', 'colours of an image')
            file.need(dictionary.get('/BitsPerComponent') in (1, 2, 4, 8, 16), '6.2.8.3', 'bits of an image')


def check_intent(file, catalog):
    intents = [file.get(intent) for intent in file.get(catalog.get('/OutputIntents')) or []]
    archive = [intent for intent in intents if intent.get('/S') == '/GTS_PDFA1']
    file.need(len(archive) == 1, '6.2.3', 'no output intent')
    for intent in archive:
        file.need(intent.get('/OutputConditionIdentifier'), '6.2.3', 'no OutputConditionIdentifier')
        profile = file.data(intent['/DestOutputProfile'])
        file.need(len(profile) == int.from_bytes(profile[:4], 'big') and profile[8] < 5 and profile[12:16] in (b'mntr', b'prtr')
                  and profile[16:20] == b'RGB ' and profile[36:40] == b'acsp', '6.2.3', 'colour profile')
        file.need(file.get(intent['/DestOutputProfile']).get('/N') == 3, '6.2.3', '/N of the profile')


# --- Metadata ----------------------------------------------------------------

def words_of(values, name):
    element = values.get(name)
    return '' if element is None else ''.join(element.itertext()).strip()


def check_agreement(file, values):
    information = file.get(file.trailer.get('/Info')) or {}
    for key, name in (('/Title', DC + 'title'), ('/Author', DC + 'creator'), ('/Subject', DC + 'description'),
                      ('/Creator', XMP + 'CreatorTool'), ('/Producer', PDF + 'Producer')):
        file.need(information.get(key, 'u:')[2:] == words_of(values, name), '6.6.3', '%s is not what the metadata say' % key)
    created = re.sub(r'\D', '', information.get('/CreationDate', ''))
    file.need(created == re.sub(r'\D', '', words_of(values, XMP + 'CreateDate')), '6.6.3', '/CreationDate is not what the metadata say')


def check_metadata(file, catalog):
    reference = catalog.get('/Metadata')
    dictionary = file.get(reference) or {}
    file.need(dictionary.get('/Type') == '/Metadata' and dictionary.get('/Subtype') == '/XML', '6.6.2.1', 'no metadata stream')
    if not reference:
        return
    packet = file.data(reference)
    head = packet.split(b'?>')[0]
    file.need(b'bytes=' not in head and b'encoding=' not in head, '6.6.2.1', 'attributes of the packet')
    try:
        root = tree.fromstring(packet.decode('utf-8'))
    except (UnicodeDecodeError, tree.ParseError) as fault:
        file.need(False, '6.6.2.1', 'the metadata are no XML: %s' % fault)
        return
    values = {child.tag: child for description in root.iter(RDF + 'Description') for child in description}
    file.need(words_of(values, PDFAID + 'part') == '2', '6.6.4', 'pdfaid:part')
    file.need(words_of(values, PDFAID + 'conformance') in ('B', 'U'), '6.6.4', 'pdfaid:conformance')
    for name in values:
        file.need(name.startswith((DC, XMP, PDF, PDFAID)), '6.6.2.3', 'property %s has no schema' % name)
    check_agreement(file, values)


# --- Fonts -------------------------------------------------------------------

def widths_of(array):
    widths, at = {}, 0
    while at < len(array):
        if isinstance(array[at + 1], list):
            widths.update({array[at] + i: width for i, width in enumerate(array[at + 1])})
            at += 2
        else:
            widths.update({code: array[at + 2] for code in range(array[at], array[at + 1] + 1)})
            at += 3
    return widths


def check_glyphs(file, font, inner, face, used):
    widths = widths_of(file.get(inner.get('/W', [])))
    unicode_map = file.data(font['/ToUnicode']).decode('latin-1') if '/ToUnicode' in font else ''
    letters = {int(code, 16): value for code, value in re.findall(r'^<([0-9A-F]{4})>\s*<([0-9A-F]*)>$', unicode_map, re.M)}
    for first, last, letter in re.findall(r'^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$', unicode_map, re.M):
        run = int(last, 16) - int(first, 16)
        file.need(first[:2] == last[:2] and 0 < run and int(letter[2:], 16) + run < 256, '6.2.11.7', 'a range of the map to Unicode')
        letters.update({int(first, 16) + i: '%04X' % (int(letter, 16) + i) for i in range(run + 1)})
    for block in re.findall(r'(\d+) beginbf(?:char|range)\n(.*?)endbf', unicode_map, re.S):
        file.need(int(block[0]) == block[1].count('\n') <= 100, '6.2.11.7', 'a block of the map to Unicode')
    names = face.getGlyphOrder()
    for code in used:
        file.need(code != 0, '6.2.11.8', '.notdef is shown')
        file.need(code < len(names), '6.2.11.4.1', 'glyph %u is not in its font' % code)
        if code < len(names):
            wide = face['hmtx'][names[code]][0] * 1000 / face['head'].unitsPerEm
            file.need(abs(wide - widths.get(code, inner.get('/DW', 1000))) <= 1, '6.2.11.5', 'width of glyph %u' % code)
        file.need(letters.get(code, '') not in ('', '0000', 'FEFF', 'FFFE'), '6.2.11.7', 'glyph %u has no letter' % code)


def check_font(file, font, used):
    file.need(font.get('/Type') == '/Font' and font.get('/Subtype') == '/Type0', '6.2.11.2', 'a font that is not composite')
    file.need(font.get('/Encoding') == '/Identity-H', '6.2.11.3.3', 'encoding')
    inner = file.get(file.get(font['/DescendantFonts'])[0])
    file.need(inner.get('/Subtype') == '/CIDFontType2', '6.2.11.2', 'a descendant that is not TrueType')
    file.need(inner.get('/CIDToGIDMap') == '/Identity', '6.2.11.3.2', 'CIDToGIDMap')
    descriptor = file.get(inner['/FontDescriptor'])
    file.need('/FontFile2' in descriptor, '6.2.11.4.1', 'a font that is not embedded')
    file.need('/CIDSet' not in descriptor, '6.2.11.4.2', 'a CIDSet')
    file.need(re.match(r'/[A-Z]{6}\+', font['/BaseFont']) and font['/BaseFont'] == inner['/BaseFont'] == descriptor['/FontName'],
              '6.2.11.2', 'name of a cut font')
    if '/FontFile2' in descriptor:
        face = TTFont(io.BytesIO(file.data(descriptor['/FontFile2'])), recalcBBoxes=False)
        check_glyphs(file, font, inner, face, used)


# --- Pages -------------------------------------------------------------------

def check_content(file, text, fonts, used):
    """The operators of @text; the codes shown in each of @fonts go to @used."""
    for image in re.findall(r'\bBI\s(.*?)\sID\s', text, re.S):
        file.need('LZW' not in image and 'Crypt' not in image, '6.1.10', 'filter of an inline image')
        file.need(not re.search(r'/(I|Interpolate) true', image), '6.2.8', 'an interpolated image')
    text = re.sub(r'\sID\s.*?\sEI\b', ' EI', text, flags=re.S)
    level = deepest = 0
    font = None
    for token in TOKEN.findall(text):
        if token.startswith('<'):
            digits = re.sub(r'\s', '', token[1:-1])
            file.need(len(digits) % 2 == 0, '6.1.6', 'a hexadecimal string of odd length')
            file.need(font in fonts, '6.2.2', 'text without a font of the page')
            if font in fonts:
                used.setdefault(fonts[font], set()).update(int(digits[i:i + 4], 16) for i in range(0, len(digits), 4))
        elif token.startswith('/'):
            font = token if token in fonts else font
        elif token[0].isalpha() or token[0] in '\'"':
            file.need(token in OPERATORS or token in ('true', 'false'), '6.2.2', 'operator ' + token)
            file.need(token not in ('k', 'K'), '6.2.4.3', 'CMYK colours')
            level += {'q': 1, 'Q': -1}.get(token, 0)
            deepest = max(deepest, level)
    file.need(deepest <= 28 and level == 0, '6.1.13', 'q and Q')


def check_page(file, page, used):
    file.need('/Resources' in page, '6.2.2', 'the resources of a page are not its own')
    box = page.get('/MediaBox', [0, 0, 0, 0])
    file.need(all(3 <= side <= 14400 for side in (box[2] - box[0], box[3] - box[1])), '6.1.13', 'size of a page')
    resources = file.get(page.get('/Resources', {}))
    fonts = dict(file.get(resources.get('/Font', {})))
    contents = page['/Contents'] if isinstance(page['/Contents'], list) else [page['/Contents']]
    text = '\n'.join(file.data(content).decode('latin-1') for content in contents)
    drawings = file.get(resources.get('/XObject', {}))
    for name in re.findall(r'(/\S+) Do\b', text):
        file.need(name in drawings, '6.2.2', 'drawing %s is not in the page' % name)
    check_content(file, text, fonts, used)
    for reference in drawings.values():
        form = file.get(reference)
        if form.get('/Subtype') == '/Form':
            file.need('/Resources' in form, '6.2.2', 'the resources of a drawing are not its own')
            check_content(file, file.data(reference).decode('latin-1'), {}, used)


def check(path):
    """The faults of the file, each beginning with its clause."""
    try:
        file = File(path)
    except (ValueError, KeyError) as fault:
        return ['6.1.1: qpdf cannot read the file: %s' % fault]
    catalog = file.get(file.trailer['/Root'])
    used = {}
    check_bytes(file)
    check_objects(file)
    check_intent(file, catalog)
    check_metadata(file, catalog)
    for value in file.objects.values():
        if isinstance(value.get('value'), dict) and value['value'].get('/Type') == '/Page':
            check_page(file, value['value'], used)
    for reference, codes in used.items():
        check_font(file, file.get(reference), codes)
    return sorted(file.faults)


if __name__ == '__main__':
    bad = False
    for argument in sys.argv[1:]:
        for fault in check(argument):
            print('%s: %s' % (argument, fault))
            bad = True
    sys.exit(bad)
