-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- The tables of a school file.  Columns are named after the fields of the records in src/core.
--
-- * Days are text, YYYY-MM-DD.  Only a real day comes back from the calendar as it went in; the modifier is what
--   sends it through the calendar, and NULL stays NULL.
-- * Marks, means, weights and thresholds are integers of hundredths.
-- * certification_code travels down to enrolments, results and decisions, so that plain references
--   guarantee that nobody gets a mark or a block of somebody else's certification.
-- * Tables without a number of their own are WITHOUT ROWID: a hidden second key would be a way
--   around the rules of 002-protection.sql.

CREATE TABLE school (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length (name) > 0),
  trade_name TEXT,
  siret TEXT NOT NULL CHECK (length (siret) = 14 AND siret NOT GLOB '*[^0-9]*'),
  city TEXT,
  signatory TEXT,
  signatory_title TEXT
) STRICT;

-- The fiche -----------------------------------------------------------------

CREATE TABLE certification (
  code TEXT NOT NULL PRIMARY KEY CHECK (length (code) > 0),
  register TEXT NOT NULL CHECK (register IN ('rncp', 'rs', 'inventaire')),
  title TEXT NOT NULL,
  state TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 8),
  level_label TEXT,
  decision_date TEXT CHECK (date (decision_date, '+0 days') IS decision_date),
  effect_date TEXT CHECK (date (effect_date, '+0 days') IS effect_date),
  duration_years INTEGER NOT NULL CHECK (duration_years >= 0),
  registration_end TEXT CHECK (date (registration_end, '+0 days') IS registration_end),
  last_delivery TEXT CHECK (date (last_delivery, '+0 days') IS last_delivery),
  registration_type TEXT,
  validity_years INTEGER NOT NULL CHECK (validity_years >= 0),
  partial_allowed INTEGER NOT NULL CHECK (partial_allowed IN (0, 1)),
  objectives TEXT,
  activities TEXT,
  capacities TEXT,
  sectors TEXT,
  jobs TEXT,
  regulations TEXT,
  entry_prerequisites TEXT,
  validation_prerequisites TEXT,
  description_url TEXT,
  search TEXT NOT NULL -- folded code and title
) STRICT, WITHOUT ROWID;

-- Every version of the original file that was imported, word for word.
CREATE TABLE fiche (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  imported_at TEXT NOT NULL CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', imported_at, '+0 days') IS imported_at),
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  content BLOB NOT NULL,
  UNIQUE (certification_code, sha256)
) STRICT;

CREATE TABLE block (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  code TEXT NOT NULL CHECK (length (code) > 0),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  competences_text TEXT,
  modalities_text TEXT,
  prerequisites TEXT,
  optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
  PRIMARY KEY (certification_code, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE competence (
  certification_code TEXT NOT NULL,
  block_code TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  PRIMARY KEY (certification_code, block_code, number),
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE access_route (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  route TEXT NOT NULL CHECK (route IN ('initial', 'apprenticeship', 'continuing', 'professionalisation', 'individual', 'vae')),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  jury_text TEXT,
  modified TEXT CHECK (date (modified, '+0 days') IS modified),
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE certifier (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  siret TEXT,
  trade_name TEXT,
  website TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE classification (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('nsf', 'rome', 'formacode')),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  label TEXT,
  PRIMARY KEY (certification_code, kind, position)
) STRICT, WITHOUT ROWID;

-- As published on the fiche; an absent figure is NULL.
CREATE TABLE published_statistics (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  year INTEGER NOT NULL,
  certified INTEGER CHECK (certified >= 0),
  certified_vae INTEGER CHECK (certified_vae >= 0),
  global_6m INTEGER CHECK (global_6m >= 0),
  target_6m INTEGER CHECK (target_6m >= 0),
  target_24m INTEGER CHECK (target_24m >= 0),
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE eligible_year (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  year INTEGER NOT NULL,
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;

-- Former and newer fiches; they need not be in the file.
CREATE TABLE certification_link (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  direction TEXT NOT NULL CHECK (direction IN ('former', 'newer')),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (certification_code, direction, position)
) STRICT, WITHOUT ROWID;

-- The plan ------------------------------------------------------------------

CREATE TABLE plan (
  certification_code TEXT NOT NULL PRIMARY KEY REFERENCES certification (code) ON DELETE RESTRICT,
  retakes TEXT NOT NULL CHECK (retakes IN ('best', 'last'))
) STRICT, WITHOUT ROWID;

CREATE TABLE modality (
  certification_code TEXT NOT NULL REFERENCES plan (certification_code) ON DELETE RESTRICT,
  code TEXT NOT NULL CHECK (length (code) > 0),
  position INTEGER NOT NULL,
  block_code TEXT,
  type TEXT NOT NULL CHECK (type IN ('case_study', 'professional_situation', 'practical_work', 'project', 'thesis',
                                     'written', 'oral', 'quiz', 'portfolio')),
  title TEXT NOT NULL,
  deliverable TEXT,
  collective INTEGER NOT NULL CHECK (collective IN (0, 1)),
  weight INTEGER NOT NULL CHECK (weight > 0),
  scale TEXT NOT NULL CHECK (scale IN ('twenty', 'letters', 'acquisition')),
  pass_mark INTEGER NOT NULL CHECK (pass_mark >= 0),
  floor INTEGER CHECK (floor >= 0),
  PRIMARY KEY (certification_code, code),
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE modality_competence (
  certification_code TEXT NOT NULL,
  modality_code TEXT NOT NULL,
  position INTEGER NOT NULL,
  competence INTEGER NOT NULL CHECK (competence >= 1),
  PRIMARY KEY (certification_code, modality_code, position),
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE block_rule (
  certification_code TEXT NOT NULL REFERENCES plan (certification_code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  block_code TEXT, -- NULL: the certification as a whole
  kind TEXT NOT NULL CHECK (kind IN ('all_passed', 'weighted_mean', 'competence_share')),
  threshold INTEGER NOT NULL CHECK (threshold >= 0),
  PRIMARY KEY (certification_code, position),
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE requirement (
  certification_code TEXT NOT NULL REFERENCES plan (certification_code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('modality', 'company_period')),
  modality_code TEXT,
  min_months INTEGER NOT NULL CHECK (min_months >= 0),
  max_months INTEGER NOT NULL CHECK (max_months >= 0),
  exempt_routes INTEGER NOT NULL CHECK (exempt_routes >= 0),
  PRIMARY KEY (certification_code, position),
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE quota (
  certification_code TEXT NOT NULL REFERENCES plan (certification_code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT,
  admissions INTEGER NOT NULL CHECK (admissions >= 0),
  max_percent INTEGER NOT NULL CHECK (max_percent BETWEEN 0 AND 100),
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE jury_rule (
  certification_code TEXT NOT NULL REFERENCES plan (certification_code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  route TEXT NOT NULL CHECK (route IN ('initial', 'apprenticeship', 'continuing', 'professionalisation', 'individual', 'vae')),
  members INTEGER NOT NULL CHECK (members >= 0),
  internal INTEGER NOT NULL CHECK (internal >= 0),
  external INTEGER NOT NULL CHECK (external >= 0),
  quorum INTEGER NOT NULL CHECK (quorum >= 0),
  qualified INTEGER NOT NULL CHECK (qualified >= 0),
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE jury_rule_function (
  certification_code TEXT NOT NULL,
  jury_rule_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  function TEXT NOT NULL,
  PRIMARY KEY (certification_code, jury_rule_position, position),
  FOREIGN KEY (certification_code, jury_rule_position) REFERENCES jury_rule (certification_code, position) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- People --------------------------------------------------------------------

CREATE TABLE cohort (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (length (name) > 0),
  start_date TEXT CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date),
  UNIQUE (certification_code, name),
  UNIQUE (id, certification_code),
  CHECK (start_date IS NULL OR end_date IS NULL OR start_date <= end_date)
) STRICT;

CREATE TABLE learner (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
  number TEXT NOT NULL UNIQUE CHECK (length (number) > 0),
  sex TEXT NOT NULL CHECK (sex IN ('F', 'M')),
  birth_name TEXT NOT NULL CHECK (length (birth_name) BETWEEN 1 AND 60),
  usage_name TEXT,
  first_name TEXT NOT NULL CHECK (length (first_name) BETWEEN 1 AND 60),
  other_names TEXT,
  birth_date TEXT CHECK (date (birth_date, '+0 days') IS birth_date),
  birth_commune TEXT,
  birth_place TEXT,
  birth_country TEXT,
  email TEXT,
  sorted_name TEXT NOT NULL, -- as screens show it: "LEFÈVRE Zoé"
  sort_key TEXT NOT NULL,    -- the same, folded
  search TEXT NOT NULL       -- every name and the number, folded
) STRICT;

CREATE INDEX learner_by_name ON learner (sort_key, id);

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
  learner_id INTEGER NOT NULL REFERENCES learner (id) ON DELETE RESTRICT,
  cohort_id INTEGER NOT NULL,
  certification_code TEXT NOT NULL,
  route TEXT NOT NULL CHECK (route IN ('initial', 'apprenticeship', 'continuing', 'professionalisation', 'individual', 'vae')),
  admission TEXT NOT NULL CHECK (admission IN ('normal', 'derogation_a', 'derogation_b')),
  entry TEXT CHECK (date (entry, '+0 days') IS entry),
  company_start TEXT CHECK (date (company_start, '+0 days') IS company_start),
  company_end TEXT CHECK (date (company_end, '+0 days') IS company_end),
  company TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn')),
  UNIQUE (learner_id, cohort_id),
  UNIQUE (id, certification_code),
  FOREIGN KEY (cohort_id, certification_code) REFERENCES cohort (id, certification_code) ON DELETE RESTRICT
) STRICT;

CREATE INDEX enrolment_by_cohort ON enrolment (cohort_id, certification_code, learner_id);
CREATE INDEX enrolment_by_certification ON enrolment (certification_code);

CREATE TABLE enrolment_block (
  enrolment_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  certification_code TEXT NOT NULL,
  block_code TEXT NOT NULL,
  PRIMARY KEY (enrolment_id, position),
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE result (
  enrolment_id INTEGER NOT NULL,
  modality_code TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  certification_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('blank', 'value', 'absent', 'excused', 'pending', 'exempt', 'fraud')),
  value INTEGER CHECK (value BETWEEN 0 AND 2000),
  examiner TEXT,
  date TEXT CHECK (date (date, '+0 days') IS date),
  comment TEXT,
  PRIMARY KEY (enrolment_id, modality_code, attempt),
  CHECK ((kind = 'value') = (value IS NOT NULL)),
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- The jury ------------------------------------------------------------------

CREATE TABLE juror (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
  name TEXT NOT NULL CHECK (length (name) > 0),
  function TEXT,
  employer TEXT,
  internal INTEGER NOT NULL CHECK (internal IN (0, 1)),
  sex TEXT NOT NULL CHECK (sex IN ('', 'F', 'M')),
  mandate_start TEXT CHECK (date (mandate_start, '+0 days') IS mandate_start),
  mandate_end TEXT CHECK (date (mandate_end, '+0 days') IS mandate_end),
  search TEXT NOT NULL -- name, function and employer, folded
) STRICT;

CREATE TABLE jury_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
  certification_code TEXT NOT NULL,
  cohort_id INTEGER NOT NULL,
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  place TEXT,
  state TEXT NOT NULL CHECK (state IN ('preparation', 'convened', 'open', 'deliberated', 'sealed')),
  rectifies INTEGER REFERENCES jury_session (id) ON DELETE RESTRICT,
  rectification_reason TEXT,
  derogation TEXT,
  seal TEXT CHECK (length (seal) = 64 AND seal NOT GLOB '*[^0-9a-f]*'),
  sealed_at TEXT CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', sealed_at, '+0 days') IS sealed_at),
  journal_head TEXT CHECK (length (journal_head) = 64 AND journal_head NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (id, certification_code),
  CHECK ((state = 'sealed') = (seal IS NOT NULL)),
  CHECK ((state = 'sealed') = (sealed_at IS NOT NULL)),
  CHECK ((state = 'sealed') = (journal_head IS NOT NULL)),
  CHECK (rectifies IS NULL OR length (trim (coalesce (rectification_reason, ''))) > 0),
  FOREIGN KEY (cohort_id, certification_code) REFERENCES cohort (id, certification_code) ON DELETE RESTRICT
) STRICT;

CREATE INDEX jury_session_by_cohort ON jury_session (cohort_id, certification_code);
CREATE INDEX jury_session_by_certification ON jury_session (certification_code, state);
CREATE INDEX jury_session_by_rectified ON jury_session (rectifies) WHERE rectifies IS NOT NULL;

-- The columns after "present" are what the juror was when the session was sealed; NULL until then.
CREATE TABLE jury_member (
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  president INTEGER NOT NULL CHECK (president IN (0, 1)),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  name TEXT,
  function TEXT,
  employer TEXT,
  internal INTEGER CHECK (internal IN (0, 1)),
  sex TEXT CHECK (sex IN ('', 'F', 'M')),
  mandate_start TEXT CHECK (date (mandate_start, '+0 days') IS mandate_start),
  mandate_end TEXT CHECK (date (mandate_end, '+0 days') IS mandate_end),
  PRIMARY KEY (session_id, juror_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX jury_member_by_juror ON jury_member (juror_id);

CREATE TABLE jury_decision (
  session_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL,
  certification_code TEXT NOT NULL,
  proposal TEXT NOT NULL CHECK (proposal IN ('certified', 'partial', 'failed', 'deferred', 'absent', 'excused', 'withdrawn', 'fraud')),
  proposal_reason TEXT,
  outcome TEXT CHECK (outcome IN ('certified', 'partial', 'failed', 'deferred', 'absent', 'excused', 'withdrawn', 'fraud')),
  reason TEXT,
  votes_for INTEGER CHECK (votes_for >= 0),
  votes_against INTEGER CHECK (votes_against >= 0),
  votes_abstain INTEGER CHECK (votes_abstain >= 0),
  PRIMARY KEY (session_id, enrolment_id),
  CONSTRAINT decision_needs_reason CHECK (outcome IS NULL OR outcome = proposal OR length (trim (coalesce (reason, ''))) > 0),
  FOREIGN KEY (session_id, certification_code) REFERENCES jury_session (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX jury_decision_by_enrolment ON jury_decision (enrolment_id);

-- What the rules found for each block: the ground of the proposal.
CREATE TABLE decision_block_verdict (
  session_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  block_code TEXT, -- NULL: the certification as a whole
  state TEXT NOT NULL CHECK (state IN ('not_targeted', 'acquired', 'not_acquired', 'pending')),
  how TEXT CHECK (how IN ('jury', 'earlier', 'vae', 'correspondence', 'dispense')),
  mean INTEGER CHECK (mean >= 0),
  reason TEXT,
  PRIMARY KEY (session_id, enrolment_id, position),
  CHECK ((state = 'acquired') = (how IS NOT NULL)),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- What the jury says is acquired.
CREATE TABLE decision_block (
  session_id INTEGER NOT NULL,
  enrolment_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  certification_code TEXT NOT NULL,
  block_code TEXT NOT NULL,
  PRIMARY KEY (session_id, enrolment_id, position),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE acquired_block (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  learner_id INTEGER NOT NULL REFERENCES learner (id) ON DELETE RESTRICT,
  certification_code TEXT NOT NULL,
  block_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('jury', 'earlier', 'vae', 'correspondence', 'dispense')),
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  proof TEXT,
  session_id INTEGER REFERENCES jury_session (id) ON DELETE RESTRICT,
  CHECK (kind <> 'jury' OR session_id IS NOT NULL),
  CHECK (session_id IS NOT NULL OR length (trim (coalesce (proof, ''))) > 0),
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT;

CREATE INDEX acquired_block_by_learner ON acquired_block (learner_id, certification_code, block_code);
CREATE INDEX acquired_block_by_session ON acquired_block (session_id) WHERE session_id IS NOT NULL;

-- A block that a jury gave by error: the session that rectifies takes it back, and the row above stays.
CREATE TABLE acquired_block_annulment (
  acquired_block_id INTEGER NOT NULL PRIMARY KEY REFERENCES acquired_block (id) ON DELETE RESTRICT,
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX acquired_block_annulment_by_session ON acquired_block_annulment (session_id);

-- Copies of the results: what the jury was given, and what the seal rests on.
CREATE TABLE frozen_result (
  session_id INTEGER NOT NULL,
  moment TEXT NOT NULL CHECK (moment IN ('opening', 'seal')),
  enrolment_id INTEGER NOT NULL,
  modality_code TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('blank', 'value', 'absent', 'excused', 'pending', 'exempt', 'fraud')),
  value INTEGER CHECK (value BETWEEN 0 AND 2000),
  examiner TEXT,
  date TEXT CHECK (date (date, '+0 days') IS date),
  comment TEXT,
  PRIMARY KEY (session_id, moment, enrolment_id, modality_code, attempt),
  CHECK ((kind = 'value') = (value IS NOT NULL)),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX frozen_result_by_enrolment ON frozen_result (enrolment_id, modality_code, attempt) WHERE moment = 'seal';

-- How the quotas stood when the jury decided.
CREATE TABLE quota_snapshot (
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  code TEXT NOT NULL,
  title TEXT,
  max_percent INTEGER NOT NULL CHECK (max_percent BETWEEN 0 AND 100),
  learners INTEGER NOT NULL CHECK (learners >= 0),
  places INTEGER NOT NULL CHECK (places >= 0),
  used INTEGER NOT NULL CHECK (used >= 0),
  PRIMARY KEY (session_id, code)
) STRICT, WITHOUT ROWID;

-- The register --------------------------------------------------------------

CREATE TABLE certificate (
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
  state TEXT NOT NULL CHECK (state IN ('issued', 'revoked')),
  revocation_reason TEXT,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  search TEXT NOT NULL, -- number and name, folded
  pdf BLOB NOT NULL CHECK (length (pdf) > 0),
  UNIQUE (year, sequence),
  CHECK (number = printf ('%04d-%04d', year, sequence)),
  CHECK (substr (delivered, 1, 4) = printf ('%04d', year)),
  CHECK (decided <= delivered),
  CHECK ((state = 'revoked') = (length (trim (coalesce (revocation_reason, ''))) > 0)),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT;

-- One parchemin in force for an enrolment; a revoked one leaves its place.
CREATE UNIQUE INDEX certificate_in_force ON certificate (enrolment_id) WHERE state = 'issued';
CREATE INDEX certificate_by_session ON certificate (session_id, enrolment_id);
CREATE INDEX certificate_by_certification ON certificate (certification_code, year, sequence);

CREATE TABLE certificate_event (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  number TEXT NOT NULL REFERENCES certificate (number) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'revocation')),
  rank INTEGER NOT NULL,
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0),
  sha256 TEXT CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB,
  UNIQUE (number, kind, rank),
  CHECK ((kind = 'duplicate') = (rank >= 1)),
  CHECK ((sha256 IS NULL) = (pdf IS NULL))
) STRICT;

CREATE TABLE mandate (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  certifier_name TEXT NOT NULL,
  signatory TEXT NOT NULL,
  signatory_title TEXT NOT NULL,
  reference TEXT NOT NULL,
  start_date TEXT CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date)
) STRICT;

CREATE INDEX mandate_by_certification ON mandate (certification_code);

-- Insertion and journal -----------------------------------------------------

CREATE TABLE survey_answer (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
  horizon INTEGER NOT NULL CHECK (horizon IN (6, 24)),
  situation TEXT NOT NULL CHECK (situation IN ('no_answer', 'permanent', 'fixed_term', 'temporary', 'self_employed', 'seeking',
                                               'inactive', 'work_study', 'studies', 'incapacity', 'abroad')),
  target_job INTEGER NOT NULL CHECK (target_job IN (0, 1)),
  answered TEXT CHECK (date (answered, '+0 days') IS answered),
  PRIMARY KEY (enrolment_id, horizon)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  at TEXT NOT NULL CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
  who TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT,
  after TEXT,
  previous TEXT NOT NULL CHECK (length (previous) = 64),
  hash TEXT NOT NULL CHECK (length (hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- How many entries there are and the hash of the last: a cut tail does not go unseen.
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL CHECK (count >= 0),
  head TEXT NOT NULL CHECK (length (head) = 64)
) STRICT;

INSERT INTO journal_head (id, count, head)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

PRAGMA user_version = 1;
