-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- How the school's papers look, who signs them, what learners said of their civil status, and the register's acts: an
-- edition, a spoiled sheet, a hand-over, a posting, a return beside the duplicates and revocations that it had.

-- The house -------------------------------------------------------------------

CREATE TABLE house_style (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  design TEXT CHECK (length (trim (design)) > 0), -- NULL: the first
  primary_colour INTEGER CHECK (primary_colour BETWEEN 0 AND 16777215), -- NULL: the design's
  accent_colour INTEGER CHECK (accent_colour BETWEEN 0 AND 16777215),
  logo BLOB CHECK (length (logo) > 0), -- PNG
  logo_width INTEGER CHECK (logo_width >= 1),
  logo_height INTEGER CHECK (logo_height >= 1),
  seal BLOB CHECK (length (seal) > 0), -- PNG
  seal_width INTEGER CHECK (seal_width >= 1),
  seal_height INTEGER CHECK (seal_height >= 1),
  proof_required INTEGER NOT NULL CHECK (proof_required IN (0, 1)),
  CHECK ((logo IS NULL) = (logo_width IS NULL) AND (logo IS NULL) = (logo_height IS NULL)),
  CHECK ((seal IS NULL) = (seal_width IS NULL) AND (seal IS NULL) = (seal_height IS NULL))
) STRICT;

CREATE TRIGGER house_style_insert BEFORE INSERT ON house_style
WHEN EXISTS (SELECT 1 FROM house_style)
BEGIN SELECT RAISE (ABORT, 'exists:house-style'); END;

CREATE TRIGGER house_style_delete BEFORE DELETE ON house_style
BEGIN SELECT RAISE (ABORT, 'sealed:house-style'); END;

CREATE TABLE signatory (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  reference TEXT, -- of the delegation of signature; NULL for the head
  start_date TEXT NOT NULL CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date),
  signature BLOB CHECK (length (signature) > 0), -- PNG
  signature_width INTEGER CHECK (signature_width >= 1),
  signature_height INTEGER CHECK (signature_height >= 1),
  CHECK (end_date IS NULL OR start_date <= end_date),
  CHECK ((signature IS NULL) = (signature_width IS NULL) AND (signature IS NULL) = (signature_height IS NULL))
) STRICT;

-- Papers that somebody signed name them for ever.
CREATE TRIGGER signatory_insert BEFORE INSERT ON signatory
WHEN EXISTS (SELECT 1 FROM signatory WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'exists:signatory'); END;

CREATE TRIGGER signatory_update BEFORE UPDATE ON signatory
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE (ABORT, 'sealed:signatory'); END;

CREATE TRIGGER signatory_delete BEFORE DELETE ON signatory
BEGIN SELECT RAISE (ABORT, 'sealed:signatory'); END;

-- The school's own designs and templates, as the text that was accepted.
CREATE TABLE layout (
  kind TEXT NOT NULL CHECK (kind IN ('design', 'template')),
  id TEXT NOT NULL CHECK (length (trim (id)) > 0),
  content TEXT NOT NULL CHECK (length (content) > 0),
  PRIMARY KEY (kind, id)
) STRICT;

-- « Bon à tirer » ---------------------------------------------------------------

CREATE TABLE certificate_proof (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('printed', 'signed', 'refused')),
  content TEXT NOT NULL, -- the civil status that was shown
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  remark TEXT,
  CHECK ((state = 'refused') = (length (trim (coalesce (remark, ''))) > 0))
) STRICT;

CREATE TRIGGER certificate_proof_insert BEFORE INSERT ON certificate_proof
WHEN EXISTS (SELECT 1 FROM certificate_proof WHERE enrolment_id = NEW.enrolment_id)
  OR NEW.state IS NOT 'printed'
BEGIN SELECT RAISE (ABORT, 'refused:proof'); END;

-- What is signed or refused is what was printed: another text is printed first.
CREATE TRIGGER certificate_proof_update BEFORE UPDATE ON certificate_proof
WHEN NEW.enrolment_id IS NOT OLD.enrolment_id
  OR (NEW.state IS NOT 'printed' AND NEW.content IS NOT OLD.content)
BEGIN SELECT RAISE (ABORT, 'refused:proof'); END;

CREATE TRIGGER certificate_proof_delete BEFORE DELETE ON certificate_proof
BEGIN SELECT RAISE (ABORT, 'refused:proof'); END;

-- The register --------------------------------------------------------------------

-- A CHECK cannot be changed, so both tables are written anew with every row they had; their triggers and indexes go with
-- the old ones.  A revoked parchemin without its event was altered before: it is opened all the same, and the check tells.
CREATE TABLE new_certificate (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  session_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL,
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  learner_number TEXT NOT NULL,
  learner_name TEXT NOT NULL,
  decided TEXT NOT NULL CHECK (date (decided, '+0 days') IS decided),
  delivered TEXT NOT NULL CHECK (date (delivered, '+0 days') IS delivered),
  place TEXT,
  state TEXT NOT NULL CHECK (state IN ('issued', 'revoked', 'replaced')),
  revocation_reason TEXT,
  ended TEXT CHECK (date (ended, '+0 days') IS ended), -- day it was revoked or replaced
  replaces TEXT UNIQUE REFERENCES certificate (number) ON DELETE RESTRICT,
  -- The new one is issued after this one was replaced, in the same transaction.
  replaced_by TEXT UNIQUE REFERENCES certificate (number) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  code_text TEXT CHECK (length (code_text) > 0), -- what its QR code says
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  search TEXT NOT NULL, -- number and name, folded
  pdf BLOB NOT NULL CHECK (length (pdf) > 0),
  UNIQUE (year, sequence),
  CHECK (number = printf ('%04d-%04d', year, sequence)),
  CHECK (substr (delivered, 1, 4) = printf ('%04d', year)),
  CHECK (decided <= delivered),
  CHECK ((state = 'revoked') = (length (trim (coalesce (revocation_reason, ''))) > 0)),
  CHECK ((state = 'issued') = (ended IS NULL)),
  CHECK ((state = 'replaced') = (replaced_by IS NOT NULL)),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT;

INSERT INTO new_certificate (id, number, year, sequence, session_id, enrolment_id, certification_code, learner_number, learner_name,
                             decided, delivered, place, state, revocation_reason, ended, sha256, search, pdf)
SELECT c.id, c.number, c.year, c.sequence, c.session_id, c.enrolment_id, c.certification_code, c.learner_number, c.learner_name,
       c.decided, c.delivered, c.place, c.state, c.revocation_reason,
       CASE c.state WHEN 'revoked' THEN coalesce ((SELECT e.date FROM certificate_event AS e
                                                   WHERE e.number = c.number AND e.kind = 'revocation'), c.delivered) END,
       c.sha256, c.search, c.pdf
FROM certificate AS c ORDER BY c.id;

CREATE TABLE register_act (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  number TEXT NOT NULL REFERENCES certificate (number) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('printed', 'spoiled', 'handed', 'posted', 'returned', 'duplicate', 'revoked', 'replaced')),
  rank INTEGER NOT NULL CHECK (rank >= 0), -- of the edition or of the duplicate, from 1
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  person TEXT,
  detail TEXT,
  reason TEXT,
  sha256 TEXT CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB,
  CHECK ((kind IN ('printed', 'duplicate')) = (rank >= 1)),
  CHECK (kind NOT IN ('spoiled', 'returned', 'duplicate', 'revoked', 'replaced') OR length (trim (coalesce (reason, ''))) > 0),
  CHECK (kind IS NOT 'handed' OR length (trim (coalesce (person, ''))) > 0),
  CHECK (kind NOT IN ('posted', 'replaced') OR length (trim (coalesce (detail, ''))) > 0),
  -- The row of the parchemin says the rest of these two.
  CHECK (kind NOT IN ('revoked', 'replaced') OR person IS NULL),
  CHECK (kind IS NOT 'revoked' OR detail IS NULL),
  CHECK (kind = 'duplicate' OR sha256 IS NULL),
  CHECK ((sha256 IS NULL) = (pdf IS NULL))
) STRICT;

INSERT INTO register_act (id, number, kind, rank, date, reason, sha256, pdf)
SELECT id, number, CASE kind WHEN 'revocation' THEN 'revoked' ELSE kind END, rank, date, reason, sha256, pdf
FROM certificate_event ORDER BY id;

DROP TABLE certificate_event;
DROP TABLE certificate;
ALTER TABLE new_certificate RENAME TO certificate;

-- One parchemin in force for an enrolment; one that was revoked or replaced leaves its place.
CREATE UNIQUE INDEX certificate_in_force ON certificate (enrolment_id) WHERE state = 'issued';
CREATE INDEX certificate_by_session ON certificate (session_id, enrolment_id);
CREATE INDEX certificate_by_certification ON certificate (certification_code, year, sequence);
CREATE INDEX certificate_by_sha256 ON certificate (sha256);

CREATE INDEX register_act_by_number ON register_act (number);
CREATE UNIQUE INDEX register_act_rank ON register_act (number, kind, rank) WHERE rank >= 1;
CREATE UNIQUE INDEX register_act_end ON register_act (number) WHERE kind IN ('revoked', 'replaced');
CREATE INDEX register_act_by_sha256 ON register_act (sha256) WHERE sha256 IS NOT NULL;

CREATE TRIGGER certificate_insert BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM certificate WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM certificate WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM certificate WHERE enrolment_id = NEW.enrolment_id AND state = 'issued')
BEGIN SELECT RAISE (ABORT, 'exists:certificate'); END;

CREATE TRIGGER certificate_sequence BEFORE INSERT ON certificate
WHEN NEW.sequence IS NOT (SELECT coalesce (max (sequence), 0) + 1 FROM certificate WHERE year = NEW.year)
  OR NEW.state IS NOT 'issued'
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-sequence'); END;

-- Only a sealed decision that still holds makes a parchemin.
CREATE TRIGGER certificate_decision BEFORE INSERT ON certificate
WHEN NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
                 WHERE d.session_id = NEW.session_id AND d.enrolment_id = NEW.enrolment_id AND d.outcome = 'certified'
                   AND s.certification_code = NEW.certification_code AND s.date = NEW.decided)
  OR EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             JOIN jury_session AS mine ON mine.id = NEW.session_id
             WHERE d.enrolment_id = NEW.enrolment_id AND d.outcome IS NOT 'certified'
               AND (s.date > mine.date OR (s.date = mine.date AND s.id > mine.id)))
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-decision'); END;

-- A parchemin would tell what the embargo keeps.
CREATE TRIGGER certificate_embargo BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND embargo > NEW.delivered)
 AND NOT EXISTS (SELECT 1 FROM notification WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'refused:embargo'); END;

-- Who takes the place of a replaced one says so, and is of the same decision.
CREATE TRIGGER certificate_replaces BEFORE INSERT ON certificate
WHEN NEW.replaces IS NOT (SELECT number FROM certificate WHERE replaced_by = NEW.number)
  OR (NEW.replaces IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM certificate WHERE number = NEW.replaces AND enrolment_id = NEW.enrolment_id
                      AND session_id = NEW.session_id))
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-replaces'); END;

-- A parchemin only goes from issued to revoked or replaced, and only by its act in the register, below.
CREATE TRIGGER certificate_update BEFORE UPDATE ON certificate
WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.year IS NOT OLD.year OR NEW.sequence IS NOT OLD.sequence
  OR NEW.session_id IS NOT OLD.session_id OR NEW.enrolment_id IS NOT OLD.enrolment_id
  OR NEW.certification_code IS NOT OLD.certification_code
  OR NEW.learner_number IS NOT OLD.learner_number OR NEW.learner_name IS NOT OLD.learner_name
  OR NEW.decided IS NOT OLD.decided OR NEW.delivered IS NOT OLD.delivered OR NEW.place IS NOT OLD.place
  OR NEW.replaces IS NOT OLD.replaces OR NEW.code_text IS NOT OLD.code_text
  OR NEW.sha256 IS NOT OLD.sha256 OR NEW.search IS NOT OLD.search OR NEW.pdf IS NOT OLD.pdf
  OR OLD.state IS NOT 'issued' OR NEW.state NOT IN ('revoked', 'replaced')
  OR NOT EXISTS (SELECT 1 FROM register_act AS a WHERE a.number = OLD.number AND a.kind = NEW.state AND a.date = NEW.ended
                 AND CASE NEW.state WHEN 'revoked' THEN a.reason = NEW.revocation_reason ELSE a.detail = NEW.replaced_by END)
BEGIN SELECT RAISE (ABORT, 'sealed:certificate'); END;

CREATE TRIGGER certificate_delete BEFORE DELETE ON certificate
BEGIN SELECT RAISE (ABORT, 'sealed:certificate'); END;

-- Nothing more is written of what is revoked or replaced; editions and duplicates are counted without a gap.
CREATE TRIGGER register_act_insert BEFORE INSERT ON register_act
WHEN EXISTS (SELECT 1 FROM register_act WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM certificate WHERE number = NEW.number AND state = 'issued')
  OR (NEW.kind IN ('printed', 'duplicate')
      AND NEW.rank IS NOT (SELECT coalesce (max (rank), 0) + 1 FROM register_act WHERE number = NEW.number AND kind = NEW.kind))
  OR (NEW.kind = 'duplicate' AND NEW.pdf IS NULL)
  OR (NEW.kind = 'replaced' AND EXISTS (SELECT 1 FROM certificate WHERE number = NEW.detail))
BEGIN SELECT RAISE (ABORT, 'sealed:register-act'); END;

-- Where the sheet is: nothing leaves the house twice, or is spoiled outside it, and only what was posted comes back.
CREATE TRIGGER register_act_sheet BEFORE INSERT ON register_act
WHEN (NEW.kind IN ('printed', 'spoiled', 'handed', 'posted')
      AND (SELECT kind FROM register_act WHERE number = NEW.number AND kind IN ('handed', 'posted', 'returned')
           ORDER BY id DESC LIMIT 1) IN ('handed', 'posted'))
  OR (NEW.kind = 'returned'
      AND (SELECT kind FROM register_act WHERE number = NEW.number AND kind IN ('handed', 'posted', 'returned')
           ORDER BY id DESC LIMIT 1) IS NOT 'posted')
  OR (NEW.kind IN ('printed', 'spoiled')
      AND (NEW.kind = 'printed') = ('printed' IS (SELECT kind FROM register_act WHERE number = NEW.number
                                                  AND kind IN ('printed', 'spoiled') ORDER BY id DESC LIMIT 1)))
BEGIN SELECT RAISE (ABORT, 'refused:register-act'); END;

-- Nothing slips in between.
CREATE TRIGGER register_act_last AFTER INSERT ON register_act
WHEN NEW.id < (SELECT max (id) FROM register_act)
BEGIN SELECT RAISE (ABORT, 'sealed:register-act'); END;

CREATE TRIGGER register_act_ends AFTER INSERT ON register_act
WHEN NEW.kind IN ('revoked', 'replaced')
BEGIN
  UPDATE certificate SET state = NEW.kind, ended = NEW.date,
                         revocation_reason = CASE NEW.kind WHEN 'revoked' THEN NEW.reason END,
                         replaced_by = CASE NEW.kind WHEN 'replaced' THEN NEW.detail END
  WHERE number = NEW.number;
END;

CREATE TRIGGER register_act_update BEFORE UPDATE ON register_act
BEGIN SELECT RAISE (ABORT, 'sealed:register-act'); END;

CREATE TRIGGER register_act_delete BEFORE DELETE ON register_act
BEGIN SELECT RAISE (ABORT, 'sealed:register-act'); END;

-- Blocks acquired, as in step 5, found by the learner's own decisions: left to itself SQLite goes through every decision of
-- every session that is not sealed, for each block that a seal records.
DROP TRIGGER acquired_block_outdates;
DROP TRIGGER acquired_block_annulment_outdates;

CREATE TRIGGER acquired_block_outdates AFTER INSERT ON acquired_block
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE outdated = 0 AND session_id IS NOT NEW.session_id
    AND enrolment_id IN (SELECT id FROM enrolment WHERE learner_id = NEW.learner_id AND certification_code = NEW.certification_code)
    AND +session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;

CREATE TRIGGER acquired_block_annulment_outdates AFTER INSERT ON acquired_block_annulment
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE outdated = 0 AND session_id IS NOT NEW.session_id
    AND enrolment_id IN (SELECT e.id FROM acquired_block AS a JOIN enrolment AS e ON e.learner_id = a.learner_id
                         AND e.certification_code = a.certification_code WHERE a.id = NEW.acquired_block_id)
    AND +session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;

PRAGMA user_version = 8;
