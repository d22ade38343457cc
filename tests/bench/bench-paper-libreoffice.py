#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""bench-paper-libreoffice.py FONTS SHEET FOLDER one|each: the texts of the page of bench-paper.c by LibreOffice's mail
merge, without a window.  QR code, logo and frame are left out, in its favour: its merge has no picture for each record.
SHEET is as bench-paper-reportlab.py reads it; the fonts are those that the system has."""
import csv
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def option(name, value):
    told = PropertyValue()
    told.Name, told.Value = name, value
    return told


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(600):
        try:
            return resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
        except uno.getClass('com.sun.star.connection.NoConnectException'):
            time.sleep(0.1)
    sys.exit('LibreOffice does not answer')


def write_records(path, papers):
    with open(path, 'w', encoding='utf-8', newline='') as stream:
        writer = csv.writer(stream)
        writer.writerow(['field%u' % i for i in range(len(papers[0]))])
        writer.writerows([line.split('\t')[5] for line in paper] for paper in papers)


def register(context, folder):
    databases = context.ServiceManager.createInstanceWithContext('com.sun.star.sdb.DatabaseContext', context)
    source = databases.createInstance()
    source.URL = 'sdbc:flat:' + uno.systemPathToFileUrl(folder)
    source.Info = (option('Extension', 'csv'), option('CharSet', 'UTF-8'), option('HeaderLine', True), option('FieldDelimiter', ','))
    source.DatabaseDocument.storeAsURL(uno.systemPathToFileUrl(os.path.join(folder, 'papers.odb')), ())
    databases.registerObject('papers', source)


def make_template(desktop, path, paper):
    document = desktop.loadComponentFromURL('private:factory/swriter', '_blank', 0, (option('Hidden', True),))
    cursor = document.Text.createTextCursor()
    for number, line in enumerate(paper):
        size, face = float(line.split('\t')[2]), line.split('\t')[3]
        master = document.createInstance('com.sun.star.text.FieldMaster.Database')
        master.DataBaseName, master.DataTableName, master.DataColumnName = 'papers', 'records', 'field%u' % number
        field = document.createInstance('com.sun.star.text.TextField.Database')
        field.attachTextFieldMaster(master)
        cursor.CharHeight = size or 6
        cursor.CharFontName = 'EB Garamond' if face == 'serif' else 'Lato'
        document.Text.insertTextContent(cursor, field, False)
        document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    document.storeToURL(uno.systemPathToFileUrl(path), (option('FilterName', 'writer8'),))
    document.close(True)


def merge(context, template, folder, mode):
    job = context.ServiceManager.createInstanceWithContext('com.sun.star.text.MailMerge', context)
    job.DataSourceName, job.Command, job.CommandType = 'papers', 'records', 0
    job.DocumentURL = uno.systemPathToFileUrl(template)
    job.OutputType = 2
    job.OutputURL = uno.systemPathToFileUrl(folder)
    job.SaveFilter = 'writer_pdf_Export'
    job.FileNamePrefix = 'paper'
    job.SaveAsSingleFile = mode == 'one'
    job.execute(())


def main():
    _, sheet, folder, mode = sys.argv[1:]
    with open(sheet, encoding='utf-8') as stream:
        papers = [paper.split('\n') for paper in stream.read().strip().split('\n\n')]
    with tempfile.TemporaryDirectory() as work:
        pipe = 'sceau%u' % os.getpid()
        office = subprocess.Popen(['soffice', '--headless', '--norestore', '-env:UserInstallation=file://%s/user' % work,
                                   '--accept=pipe,name=%s;urp;' % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        os.mkdir(os.path.join(work, 'data'))
        write_records(os.path.join(work, 'data', 'records.csv'), papers)
        register(context, os.path.join(work, 'data'))
        make_template(desktop, os.path.join(work, 'template.odt'), papers[0])
        merge(context, os.path.join(work, 'template.odt'), folder, mode)
        try:
            desktop.terminate()
        except uno.getClass('com.sun.star.lang.DisposedException'):
            pass
        office.wait()
    made = [name for name in os.listdir(folder) if name.endswith('.pdf')]
    if len(made) != (1 if mode == 'one' else len(papers)):
        sys.exit('%u files, not what was asked for' % len(made))


main()
