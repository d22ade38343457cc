#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""test-pdfa.py SAMPLE: whether check-pdfa.py notices each fault that it is there for.

SAMPLE is the program that writes a file with all that we draw.  That file has no fault; each damaged copy must have the
clause it breaks among those told.  (Every kind of document goes through check-pdfa.py in the tests of its own.)"""
import base64
import copy
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SPEC = importlib.util.spec_from_file_location('check_pdfa', os.path.join(HERE, 'check-pdfa.py'))
CHECKER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(CHECKER)


# --- Damage to bytes ---------------------------------------------------------

def replace(old, new):
    def damage(data):
        assert old in data, old
        return data.replace(old, new, 1)
    return damage


def wrong_length(data):
    return re.sub(rb'/Length (\d+)', lambda match: b'/Length ' + str(int(match.group(1)) - 1).encode(), data, count=1)


BYTES = [
    ('6.1.2', 'no binary comment', lambda data: data.replace(b'\n%\xe2\xe3\xcf\xd3\n', b'\n%abcd\n', 1)),
    ('6.1.2', 'something before the head', lambda data: b'\n' + data),
    ('6.1.3', 'something after the end', lambda data: data + b'more\n'),
    ('6.1.3', 'no identifier', lambda data: re.sub(rb'/ID\[', b'/Ix[', data, count=1)),
    ('6.1.7.1', 'a length that is wrong', wrong_length),
    ('6.1.9', 'endobj in the middle of a line', replace(b'endstream\nendobj', b'endstream endobj')),
    ('6.6.2.1', 'a packet with an encoding', replace(b'id="W5M0MpCehiHzreSzNTczkc9d"?', b'id="W5M0MpCe" encoding="UTF8"?')),
    ('6.6.2.1', 'metadata that are no XML', replace(b'</rdf:Alt></dc:title>', b'</rdf:Alt></dc:titel>')),
    ('6.6.2.3', 'a property of our own', lambda data: data.replace(b'pdf:Producer>', b'x:ProducerXX>')),
    ('6.6.3', 'another title', replace('Łukasz'.encode(), 'Lukasz '.encode())),
    ('6.6.3', 'another author', replace(b'&amp; M', b'&#43; M')),
    ('6.6.3', 'another date', replace(b'2026-11-20T', b'2026-11-21T')),
    ('6.6.4', 'another part', replace(b'part>2<', b'part>3<')),
    ('6.6.4', 'another level', replace(b'conformance>U<', b'conformance>X<')),
]


# --- Damage to objects, through qpdf's JSON ----------------------------------

def dictionaries(objects):
    for value in objects.values():
        inner = value.get('value', value.get('stream', {}).get('dict'))
        if isinstance(inner, dict):
            yield value, inner


def first(objects, key, value):
    return next((holder, inner) for holder, inner in dictionaries(objects) if inner.get(key) == value)


def put(kind, key, value):
    """Sets @key in the first dictionary of @kind, (key, value); None takes it away."""
    def damage(objects):
        inner = first(objects, *kind)[1]
        if value is None:
            del inner[key]
        else:
            inner[key] = value
    return damage


def in_content(old, new):
    def damage(objects):
        for value in objects.values():
            stream = value.get('stream')
            text = base64.b64decode(stream['data']) if stream else b''
            if stream and old in text:
                stream['data'] = base64.b64encode(text.replace(old, new, 1)).decode()
                return
        raise AssertionError(old)
    return damage


def bad_widths(objects):
    for _, inner in dictionaries(objects):
        if inner.get('/Subtype') == '/CIDFontType2':
            inner['/W'] = [inner['/W'][0], [5 for _ in inner['/W'][1]]] + inner['/W'][2:]


def no_font_file(objects):
    del first(objects, '/Type', '/FontDescriptor')[1]['/FontFile2']


def bad_profile(objects):
    reference = first(objects, '/S', '/GTS_PDFA1')[1]['/DestOutputProfile']
    stream = objects['obj:' + reference]['stream']
    data = bytearray(base64.b64decode(stream['data']))
    data[36] ^= 1
    stream['data'] = base64.b64encode(bytes(data)).decode()


PAGE = ('/Type', '/Page')
CATALOG = ('/Type', '/Catalog')
DESCENDANT = ('/Subtype', '/CIDFontType2')
OBJECTS = [
    ('6.1.6', 'half a byte', in_content(b'>]TJ', b'0>]TJ')),
    ('6.1.7.1', 'a stream outside the file', put(('/Subtype', '/Image'), '/FFilter', '/FlateDecode')),
    ('6.1.10', 'an inline image by LZW', in_content(b'/F /AHx', b'/F [/LZW /AHx]')),
    ('6.1.12', 'permissions', put(CATALOG, '/Perms', {})),
    ('6.1.13', 'a page too small', put(PAGE, '/MediaBox', [0, 0, 2, 300])),
    ('6.1.13', 'a long name', put(CATALOG, '/' + 'x' * 130, True)),
    ('6.1.13', 'a long string', put(CATALOG, '/Lang', 'u:' + 'x' * 40000)),
    ('6.1.13', 'a large number', put(CATALOG, '/X', 2147483648)),
    ('6.1.13', 'q without Q', in_content(b'BT ', b'q BT ')),
    ('6.1.13', 'q too deep', in_content(b'BT ', b'q ' * 29 + b'Q ' * 29 + b'BT ')),
    ('6.2.2', 'an operator unknown', in_content(b'BT ', b'zz BT ')),
    ('6.2.2', 'resources from the parent', put(PAGE, '/Resources', None)),
    ('6.2.2', 'a drawing that is not there', in_content(b' Do Q', b'x Do Q')),
    ('6.2.3', 'no output intent', put(CATALOG, '/OutputIntents', None)),
    ('6.2.3', 'an output intent without identifier', put(('/S', '/GTS_PDFA1'), '/OutputConditionIdentifier', None)),
    ('6.2.3', 'a damaged profile', bad_profile),
    ('6.2.4.3', 'CMYK', in_content(b'BT ', b'0 0 0 1 k BT ')),
    ('6.2.4.3', 'an image in CMYK', put(('/Subtype', '/Image'), '/ColorSpace', '/DeviceCMYK')),
    ('6.2.5', 'a transfer function', put(PAGE, '/TR', '/Identity')),
    ('6.2.8', 'an interpolated image', put(('/Subtype', '/Image'), '/Interpolate', True)),
    ('6.2.8', 'an alternate image', put(('/Subtype', '/Image'), '/Alternates', [])),
    ('6.2.8.3', 'an image of three bits', put(('/Subtype', '/Image'), '/BitsPerComponent', 3)),
    ('6.2.9', 'PostScript', put(('/Subtype', '/Form'), '/PS', 1)),
    ('6.2.10', 'a soft mask', put(('/Subtype', '/Image'), '/SMask', 1)),
    ('6.2.10', 'a transparency group', put(PAGE, '/Group', {'/S': '/Transparency'})),
    ('6.2.11.2', 'a simple font', put(('/Subtype', '/Type0'), '/Subtype', '/TrueType')),
    ('6.2.11.2', 'a cut font without its mark', put(DESCENDANT, '/BaseFont', '/EBGaramond')),
    ('6.2.11.3.2', 'no map to glyphs', put(DESCENDANT, '/CIDToGIDMap', None)),
    ('6.2.11.3.3', 'another encoding', put(('/Subtype', '/Type0'), '/Encoding', '/Identity-V')),
    ('6.2.11.4.1', 'a font that is not embedded', no_font_file),
    ('6.2.11.4.1', 'a glyph beyond the font', in_content(b'[<', b'[<FFF0')),
    ('6.2.11.4.2', 'a CIDSet', put(('/Type', '/FontDescriptor'), '/CIDSet', 1)),
    ('6.2.11.5', 'wrong widths', bad_widths),
    ('6.2.11.7', 'no map to Unicode', put(('/Subtype', '/Type0'), '/ToUnicode', None)),
    ('6.2.11.7', 'a glyph without letter', in_content(b'endbfchar', b'<0001> <>\nendbfchar')),
    ('6.2.11.8', '.notdef', in_content(b'[<', b'[<0000')),
    ('6.3.1', 'an annotation', put(PAGE, '/Annots', [])),
    ('6.4.1', 'a form to fill in', put(CATALOG, '/AcroForm', {})),
    ('6.5.1', 'an action', put(CATALOG, '/AA', {})),
    ('6.5.1', 'an action when opened', put(CATALOG, '/OpenAction', {})),
    ('6.6.2.1', 'no metadata', put(CATALOG, '/Metadata', None)),
    ('6.8', 'an attachment', put(CATALOG, '/EmbeddedFiles', {})),
    ('6.9', 'layers', put(CATALOG, '/OCProperties', {})),
    ('6.10', 'a presentation', put(PAGE, '/PresSteps', {})),
    ('6.11', 'requirements', put(CATALOG, '/Requirements', [])),
]


# --- The run -----------------------------------------------------------------

class Run:
    def __init__(self, folder, sample):
        self.folder, self.count, self.failed = folder, 0, 0
        self.path = os.path.join(folder, 'sample.pdf')
        subprocess.run([sample, self.path], check=True)

    def report(self, right, name, why=''):
        self.count += 1
        self.failed += not right
        if not right:
            print('# ' + why)
        print('%s %u /documents/pdfa/%s' % ('ok' if right else 'not ok', self.count, name.replace(' ', '-')), flush=True)

    def damaged(self, clause, name, path):
        faults = CHECKER.check(path)
        right = any(fault.startswith(clause + ':') for fault in faults)
        self.report(right, 'notices-' + name, '%s is not among %s' % (clause, faults))

    def bytes(self):
        with open(self.path, 'rb') as stream:
            data = stream.read()
        for clause, name, damage in BYTES:
            path = os.path.join(self.folder, 'damaged.pdf')
            changed = damage(data)
            assert changed != data, name
            with open(path, 'wb') as stream:
                stream.write(changed)
            self.damaged(clause, name, path)

    def rewrite(self, told, path):
        source = path + '.json'
        with open(source, 'w', encoding='utf-8') as stream:
            json.dump(told, stream)
        subprocess.run(['qpdf', '--json-input', source, path, '--static-id', '--newline-before-endstream', '--object-streams=disable'],
                       check=False, capture_output=True)

    def objects(self):
        told = json.loads(subprocess.run(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', self.path],
                                         capture_output=True, check=True).stdout)
        path = os.path.join(self.folder, 'rewritten.pdf')
        self.rewrite(told, path)
        faults = CHECKER.check(path)
        self.report(not faults, 'rewritten', str(faults))
        for clause, name, damage in OBJECTS:
            changed = copy.deepcopy(told)
            damage(changed['qpdf'][1])
            self.rewrite(changed, path)
            self.damaged(clause, name, path)


def main():
    with tempfile.TemporaryDirectory() as folder:
        run = Run(folder, sys.argv[1])
        faults = CHECKER.check(run.path)
        run.report(not faults, 'sample', str(faults))
        run.bytes()
        run.objects()
        print('1..%u' % run.count)
        sys.exit(run.failed > 0)


main()
