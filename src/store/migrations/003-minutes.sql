-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- The minutes as the jury signs them: names and employers change afterwards, the bytes that were drawn at the seal do
-- not.  The journal's entry of the seal names their SHA-256.  Sessions sealed before this step have none.

CREATE TABLE jury_minutes (
  session_id INTEGER NOT NULL PRIMARY KEY REFERENCES jury_session (id) ON DELETE RESTRICT,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB NOT NULL CHECK (length (pdf) > 0)
) STRICT;

CREATE TRIGGER jury_minutes_insert BEFORE INSERT ON jury_minutes
WHEN EXISTS (SELECT 1 FROM jury_minutes WHERE session_id = NEW.session_id)
  OR NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;

CREATE TRIGGER jury_minutes_update BEFORE UPDATE ON jury_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;

CREATE TRIGGER jury_minutes_delete BEFORE DELETE ON jury_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;

-- Whose document a file is, is asked by its SHA-256.
CREATE INDEX certificate_by_sha256 ON certificate (sha256);
CREATE INDEX certificate_event_by_sha256 ON certificate_event (sha256) WHERE sha256 IS NOT NULL;

PRAGMA user_version = 3;
