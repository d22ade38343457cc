#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""bench-paper-reportlab.py FONTS SHEET FOLDER one|each: the page of bench-paper.c by ReportLab, with its own QR code
widget, which is what its users write; the logo is left out, in its favour.  SHEET is what bench-paper writes: a line
a text (x, y from the upper left corner, size, face, centred, text; the text of the code has size 0) and an empty line
after each paper."""
import os
import sys

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import qr
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

WIDTH, HEIGHT = 841.89, 595.28


def draw(page, lines):
    page.setStrokeColorRGB(0.09, 0.16, 0.32)
    for inset, width in ((22, 2.5), (28, 0.6)):
        page.setLineWidth(width)
        page.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    for line in lines:
        x, y, size, face, centred, text = line.split('\t')
        x, y, size = float(x), HEIGHT - float(y), float(size)
        if size == 0:
            drawing = Drawing(90, 90)
            drawing.add(qr.QrCodeWidget(text, barLevel='M', barWidth=90, barHeight=90))
            renderPDF.draw(drawing, page, x, y - 90)
            continue
        page.setFont(face, size)
        (page.drawCentredString if centred == '1' else page.drawString)(x, y, text)
    page.showPage()


def main():
    fonts, sheet, folder, mode = sys.argv[1:]
    for name, file in (('serif', 'EBGaramond12-Regular.ttf'), ('sans', 'Lato-Regular.ttf')):
        pdfmetrics.registerFont(TTFont(name, os.path.join(fonts, file)))
    with open(sheet, encoding='utf-8') as stream:
        papers = [paper.split('\n') for paper in stream.read().strip().split('\n\n')]
    if mode == 'one':
        page = canvas.Canvas(os.path.join(folder, '0.pdf'), pagesize=(WIDTH, HEIGHT), pageCompression=1)
        for paper in papers:
            draw(page, paper)
        page.save()
        return
    for number, paper in enumerate(papers):
        page = canvas.Canvas(os.path.join(folder, '%u.pdf' % number), pagesize=(WIDTH, HEIGHT), pageCompression=1)
        draw(page, paper)
        page.save()


main()
