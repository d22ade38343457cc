-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- What results and juries go through before and after the seal: grids, sheets, second entries and the history of every
-- mark; departures and exceptions to quotas; a fuller directory of jurors; recusals, suspensions, notification, appeals and
-- the signed minutes; the key that signs an anchor of the journal.

-- The plan ------------------------------------------------------------------

ALTER TABLE plan ADD COLUMN appeal_days INTEGER NOT NULL DEFAULT 0 CHECK (appeal_days BETWEEN 0 AND 3650);

ALTER TABLE modality ADD COLUMN double_entry INTEGER NOT NULL DEFAULT 0 CHECK (double_entry IN (0, 1));
ALTER TABLE modality ADD COLUMN max_attempts INTEGER NOT NULL DEFAULT 0 CHECK (max_attempts >= 0);
ALTER TABLE modality ADD COLUMN retake_delay INTEGER NOT NULL DEFAULT 0 CHECK (retake_delay >= 0);
ALTER TABLE modality ADD COLUMN retake_cap INTEGER CHECK (retake_cap >= 0);

CREATE TABLE criterion (
  certification_code TEXT NOT NULL,
  modality_code TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL CHECK (length (code) > 0),
  title TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0),
  competence INTEGER NOT NULL CHECK (competence >= 0),
  PRIMARY KEY (certification_code, modality_code, position),
  UNIQUE (certification_code, modality_code, code),
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- Cohorts and enrolments ----------------------------------------------------

ALTER TABLE cohort ADD COLUMN planned_learners INTEGER NOT NULL DEFAULT 0 CHECK (planned_learners >= 0);

ALTER TABLE enrolment ADD COLUMN tutor TEXT;
ALTER TABLE enrolment ADD COLUMN team TEXT; -- group of the collective modalities; "group" is a word of SQL
-- How somebody left whose state is not active; NULL with 'withdrawn' in files from before this step.
ALTER TABLE enrolment ADD COLUMN departure TEXT
  CHECK (departure IN ('withdrawn', 'interrupted', 'excluded') AND (departure IS NULL OR state = 'withdrawn'));
ALTER TABLE enrolment ADD COLUMN departure_date TEXT CHECK (date (departure_date, '+0 days') IS departure_date);
ALTER TABLE enrolment ADD COLUMN departure_reason TEXT;
ALTER TABLE enrolment ADD COLUMN hearing TEXT
  CHECK (date (hearing, '+0 days') IS hearing AND (departure IS NOT 'excluded' OR hearing IS NOT NULL));

CREATE INDEX enrolment_by_team ON enrolment (cohort_id, team) WHERE team IS NOT NULL;

-- Somebody admitted by derogation although the quota was full: who said so, why, and how the quota stood then.
CREATE TABLE quota_exception (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
  quota_code TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0),
  learners INTEGER NOT NULL CHECK (learners >= 0),
  places INTEGER NOT NULL CHECK (places >= 0),
  used INTEGER NOT NULL CHECK (used >= 0),
  UNIQUE (enrolment_id, quota_code)
) STRICT;

-- Results -------------------------------------------------------------------

ALTER TABLE result ADD COLUMN group_value INTEGER CHECK (group_value BETWEEN 0 AND 2000);
-- The entry of the journal that wrote what stands here; 0 in files from before this step.
ALTER TABLE result ADD COLUMN journal_id INTEGER NOT NULL DEFAULT 0 CHECK (journal_id >= 0);

-- What a mark was before: one row each time that it was changed or taken away.
CREATE TABLE result_history (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  enrolment_id INTEGER NOT NULL,
  modality_code TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value INTEGER,
  group_value INTEGER,
  examiner TEXT,
  date TEXT,
  comment TEXT,
  journal_id INTEGER NOT NULL,  -- that had written it
  replaced_by INTEGER NOT NULL, -- the entry that replaced it
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)) -- nothing came in its place
) STRICT;

CREATE INDEX result_history_by_cell ON result_history (enrolment_id, modality_code, attempt);

-- Marks handed in by their examiner: they change only when the sheet is reopened, or in deliberation.
CREATE TABLE mark_sheet (
  cohort_id INTEGER NOT NULL,
  modality_code TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  certification_code TEXT NOT NULL,
  examiner TEXT,
  date TEXT CHECK (date (date, '+0 days') IS date),
  submitted_by TEXT NOT NULL,
  submitted_at TEXT NOT NULL CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', submitted_at, '+0 days') IS submitted_at),
  PRIMARY KEY (cohort_id, modality_code, attempt),
  FOREIGN KEY (cohort_id, certification_code) REFERENCES cohort (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE second_entry (
  enrolment_id INTEGER NOT NULL,
  modality_code TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  certification_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('value', 'absent', 'excused', 'pending', 'exempt', 'fraud')),
  value INTEGER CHECK (value BETWEEN 0 AND 2000),
  who TEXT NOT NULL,
  PRIMARY KEY (enrolment_id, modality_code, attempt),
  CHECK ((kind = 'value') = (value IS NOT NULL)),
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE criterion_points (
  enrolment_id INTEGER NOT NULL,
  modality_code TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  criterion TEXT NOT NULL,
  certification_code TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points >= 0),
  PRIMARY KEY (enrolment_id, modality_code, attempt, criterion),
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, modality_code, criterion) REFERENCES criterion (certification_code, modality_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- Jurors --------------------------------------------------------------------

ALTER TABLE juror ADD COLUMN field TEXT;
ALTER TABLE juror ADD COLUMN email TEXT;
ALTER TABLE juror ADD COLUMN phone TEXT;
ALTER TABLE juror ADD COLUMN address TEXT;
ALTER TABLE juror ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));

CREATE TABLE juror_conflict (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('trainer', 'tutor', 'employer', 'family', 'personal')),
  learner_id INTEGER REFERENCES learner (id) ON DELETE RESTRICT,
  cohort_id INTEGER REFERENCES cohort (id) ON DELETE RESTRICT,
  note TEXT,
  CHECK ((learner_id IS NULL) <> (cohort_id IS NULL))
) STRICT;

CREATE INDEX juror_conflict_by_juror ON juror_conflict (juror_id);

CREATE TABLE juror_recognition (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (length (title) > 0),
  reference TEXT,
  start_date TEXT CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date)
) STRICT;

CREATE INDEX juror_recognition_by_juror ON juror_recognition (juror_id);

CREATE TABLE juror_unavailability (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  start_date TEXT NOT NULL CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT NOT NULL CHECK (date (end_date, '+0 days') IS end_date),
  note TEXT,
  CHECK (start_date <= end_date)
) STRICT;

CREATE INDEX juror_unavailability_by_juror ON juror_unavailability (juror_id);

-- Sessions ------------------------------------------------------------------

ALTER TABLE jury_session ADD COLUMN start_time TEXT CHECK (strftime ('%H:%M', start_time) IS start_time);
ALTER TABLE jury_session ADD COLUMN embargo TEXT CHECK (date (embargo, '+0 days') IS embargo);
-- What the seal covers: 1 the tables of the first three steps, 2 those of this one as well.
ALTER TABLE jury_session ADD COLUMN seal_form INTEGER NOT NULL DEFAULT 1 CHECK (seal_form IN (1, 2));

ALTER TABLE jury_member ADD COLUMN alternate INTEGER NOT NULL DEFAULT 0 CHECK (alternate IN (0, 1));
ALTER TABLE jury_member ADD COLUMN field TEXT; -- as at the seal, like those from "name" on

-- What the proposal rests on was changed after it was made.
ALTER TABLE jury_decision ADD COLUMN outdated INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0, 1));

CREATE TABLE recusal (
  session_id INTEGER NOT NULL,
  juror_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('trainer', 'tutor', 'employer', 'family', 'personal')),
  reason TEXT,
  lifted TEXT CHECK (length (trim (lifted)) > 0), -- why it was taken back; NULL while it stands
  PRIMARY KEY (session_id, juror_id, enrolment_id),
  FOREIGN KEY (session_id, juror_id) REFERENCES jury_member (session_id, juror_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE session_event (
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'suspended', 'resumed', 'closed')),
  at TEXT NOT NULL CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
  reason TEXT,
  present TEXT,
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

-- The auditor's table, kept with the seal.
CREATE TABLE proposal_step (
  session_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  subject TEXT NOT NULL,
  rule TEXT NOT NULL,
  found TEXT,
  expected TEXT,
  decisive INTEGER NOT NULL CHECK (decisive IN (0, 1)),
  verdict TEXT NOT NULL CHECK (verdict IN ('met', 'not_met', 'pending')),
  PRIMARY KEY (session_id, enrolment_id, position),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- After the seal ------------------------------------------------------------

CREATE TABLE notification (
  session_id INTEGER NOT NULL PRIMARY KEY REFERENCES jury_session (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  appeal_days INTEGER NOT NULL CHECK (appeal_days >= 0) -- as the plan said on that day
) STRICT;

-- The letter that each candidate was sent, byte for byte.
CREATE TABLE result_letter (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  session_id INTEGER NOT NULL REFERENCES notification (session_id) ON DELETE RESTRICT,
  enrolment_id INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB NOT NULL CHECK (length (pdf) > 0),
  UNIQUE (session_id, enrolment_id),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE appeal (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  session_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL,
  filed TEXT NOT NULL CHECK (date (filed, '+0 days') IS filed),
  ground TEXT NOT NULL CHECK (length (trim (ground)) > 0),
  state TEXT NOT NULL CHECK (state IN ('filed', 'inadmissible', 'rejected', 'upheld')),
  answered TEXT CHECK (date (answered, '+0 days') IS answered),
  answer TEXT,
  rectifying_id INTEGER REFERENCES jury_session (id) ON DELETE RESTRICT,
  CHECK ((state = 'filed') = (answered IS NULL)),
  CHECK (state = 'filed' OR length (trim (coalesce (answer, ''))) > 0),
  CHECK (state = 'upheld' OR rectifying_id IS NULL),
  CHECK (answered IS NULL OR answered >= filed),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX appeal_by_session ON appeal (session_id, enrolment_id);

-- The scan of the minutes with the signatures.
CREATE TABLE signed_minutes (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (length (name) > 0),
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff')),
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  attached_at TEXT NOT NULL CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', attached_at, '+0 days') IS attached_at),
  content BLOB NOT NULL CHECK (length (content) > 0),
  UNIQUE (session_id, sha256)
) STRICT;

-- Ed25519, one in use at a time; the private half is sealed by a passphrase (Argon2id, XSalsa20-Poly1305).
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  created TEXT NOT NULL CHECK (date (created, '+0 days') IS created),
  retired TEXT CHECK (date (retired, '+0 days') IS retired),
  public_key TEXT NOT NULL UNIQUE CHECK (length (public_key) = 64 AND public_key NOT GLOB '*[^0-9a-f]*'),
  sealed_private BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX signing_key_in_use ON signing_key ((1)) WHERE retired IS NULL;

PRAGMA user_version = 4;
