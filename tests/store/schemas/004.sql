-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- A school file of schema 4, dumped: two invented learners under a seal, their minutes, one parchemin.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE school (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length (name) > 0),
  trade_name TEXT,
  siret TEXT NOT NULL CHECK (length (siret) = 14 AND siret NOT GLOB '*[^0-9]*'),
  city TEXT,
  signatory TEXT,
  signatory_title TEXT
) STRICT;
INSERT INTO school VALUES(1,'École inventée',NULL,'73282932000074','Paris','Jeanne FICTIVE','Directrice');
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
INSERT INTO certification VALUES('RNCP99901','rncp','Expert inventé pour les essais',NULL,1,7,NULL,'2025-01-15',NULL,0,'2030-01-15','2034-01-14',NULL,0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'rncp99901 expert invente pour les essais');
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
INSERT INTO block VALUES('RNCP99901','RNCP99901BC01',0,'Analyser',NULL,NULL,NULL,0);
INSERT INTO block VALUES('RNCP99901','RNCP99901BC02',1,'Construire',NULL,NULL,NULL,0);
CREATE TABLE competence (
  certification_code TEXT NOT NULL,
  block_code TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  PRIMARY KEY (certification_code, block_code, number),
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
INSERT INTO competence VALUES('RNCP99901','RNCP99901BC01',1,'Analyser une situation inventée');
INSERT INTO competence VALUES('RNCP99901','RNCP99901BC01',2,'En rendre compte à l’oral');
INSERT INTO competence VALUES('RNCP99901','RNCP99901BC02',1,'Analyser une situation inventée');
INSERT INTO competence VALUES('RNCP99901','RNCP99901BC02',2,'En rendre compte à l’oral');
CREATE TABLE access_route (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  route TEXT NOT NULL CHECK (route IN ('initial', 'apprenticeship', 'continuing', 'professionalisation', 'individual', 'vae')),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  jury_text TEXT,
  modified TEXT CHECK (date (modified, '+0 days') IS modified),
  PRIMARY KEY (certification_code, position)
) STRICT, WITHOUT ROWID;
INSERT INTO access_route VALUES('RNCP99901',0,'initial',1,NULL,NULL);
INSERT INTO access_route VALUES('RNCP99901',1,'apprenticeship',1,NULL,NULL);
INSERT INTO access_route VALUES('RNCP99901',2,'continuing',1,NULL,NULL);
INSERT INTO access_route VALUES('RNCP99901',3,'professionalisation',1,NULL,NULL);
INSERT INTO access_route VALUES('RNCP99901',4,'individual',0,NULL,NULL);
INSERT INTO access_route VALUES('RNCP99901',5,'vae',1,NULL,NULL);
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
INSERT INTO certifier VALUES('RNCP99901',0,'École inventée','73282932000074',NULL,NULL,1);
CREATE TABLE classification (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('nsf', 'rome', 'formacode')),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  label TEXT,
  PRIMARY KEY (certification_code, kind, position)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE certification_link (
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  direction TEXT NOT NULL CHECK (direction IN ('former', 'newer')),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (certification_code, direction, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan (
  certification_code TEXT NOT NULL PRIMARY KEY REFERENCES certification (code) ON DELETE RESTRICT,
  retakes TEXT NOT NULL CHECK (retakes IN ('best', 'last'))
, appeal_days INTEGER NOT NULL DEFAULT 0 CHECK (appeal_days BETWEEN 0 AND 3650)) STRICT, WITHOUT ROWID;
INSERT INTO "plan" VALUES('RNCP99901','best',0);
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
  floor INTEGER CHECK (floor >= 0), double_entry INTEGER NOT NULL DEFAULT 0 CHECK (double_entry IN (0, 1)), max_attempts INTEGER NOT NULL DEFAULT 0 CHECK (max_attempts >= 0), retake_delay INTEGER NOT NULL DEFAULT 0 CHECK (retake_delay >= 0), retake_cap INTEGER CHECK (retake_cap >= 0),
  PRIMARY KEY (certification_code, code),
  FOREIGN KEY (certification_code, block_code) REFERENCES block (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
INSERT INTO modality VALUES('RNCP99901','BC01-EC1',0,'RNCP99901BC01','case_study','Épreuve 1',NULL,0,100,'twenty',1000,NULL,0,0,0,NULL);
INSERT INTO modality VALUES('RNCP99901','BC01-MSP',1,'RNCP99901BC01','practical_work','Épreuve 2',NULL,0,100,'twenty',1000,NULL,0,0,0,NULL);
INSERT INTO modality VALUES('RNCP99901','BC02-EC1',2,'RNCP99901BC02','case_study','Épreuve 3',NULL,0,100,'twenty',1000,NULL,0,0,0,NULL);
INSERT INTO modality VALUES('RNCP99901','BC02-TP',3,'RNCP99901BC02','practical_work','Épreuve 4',NULL,0,100,'twenty',1000,NULL,0,0,0,NULL);
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
INSERT INTO block_rule VALUES('RNCP99901',0,'RNCP99901BC01','all_passed',0);
INSERT INTO block_rule VALUES('RNCP99901',1,'RNCP99901BC02','weighted_mean',1000);
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
INSERT INTO quota VALUES('RNCP99901',0,'a','Dérogation a',2,40);
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
INSERT INTO jury_rule VALUES('RNCP99901',0,'initial',5,2,3,3,0);
INSERT INTO jury_rule VALUES('RNCP99901',1,'apprenticeship',5,2,3,3,0);
INSERT INTO jury_rule VALUES('RNCP99901',2,'continuing',5,2,3,3,0);
INSERT INTO jury_rule VALUES('RNCP99901',3,'professionalisation',5,2,3,3,0);
INSERT INTO jury_rule VALUES('RNCP99901',4,'individual',5,2,3,3,0);
INSERT INTO jury_rule VALUES('RNCP99901',5,'vae',5,2,3,3,0);
CREATE TABLE jury_rule_function (
  certification_code TEXT NOT NULL,
  jury_rule_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  function TEXT NOT NULL,
  PRIMARY KEY (certification_code, jury_rule_position, position),
  FOREIGN KEY (certification_code, jury_rule_position) REFERENCES jury_rule (certification_code, position) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE TABLE cohort (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
  certification_code TEXT NOT NULL REFERENCES certification (code) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (length (name) > 0),
  start_date TEXT CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date), planned_learners INTEGER NOT NULL DEFAULT 0 CHECK (planned_learners >= 0),
  UNIQUE (certification_code, name),
  UNIQUE (id, certification_code),
  CHECK (start_date IS NULL OR end_date IS NULL OR start_date <= end_date)
) STRICT;
INSERT INTO cohort VALUES(1,'RNCP99901','2025-2026','2025-09-01','2026-09-30',0);
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
INSERT INTO learner VALUES(1,'A001','F','Żółkiewska',NULL,'Łukasz',NULL,'1996-02-02','75056','Paris',NULL,NULL,'ŻÓŁKIEWSKA Łukasz','zolkiewska lukasz','zolkiewska lukasz a001');
INSERT INTO learner VALUES(2,'A002','M','Nguyễn',NULL,'Anaïs',NULL,'1997-03-03','75056','Paris',NULL,NULL,'NGUYỄN Anaïs','nguyen anais','nguyen anais a002');
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
  state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn')), tutor TEXT, team TEXT, departure TEXT
  CHECK (departure IN ('withdrawn', 'interrupted', 'excluded') AND (departure IS NULL OR state = 'withdrawn')), departure_date TEXT CHECK (date (departure_date, '+0 days') IS departure_date), departure_reason TEXT, hearing TEXT
  CHECK (date (hearing, '+0 days') IS hearing AND (departure IS NOT 'excluded' OR hearing IS NOT NULL)),
  UNIQUE (learner_id, cohort_id),
  UNIQUE (id, certification_code),
  FOREIGN KEY (cohort_id, certification_code) REFERENCES cohort (id, certification_code) ON DELETE RESTRICT
) STRICT;
INSERT INTO enrolment VALUES(1,1,1,'RNCP99901','initial','normal','2025-09-01',NULL,NULL,NULL,'active',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(2,2,1,'RNCP99901','initial','normal','2025-09-01',NULL,NULL,NULL,'active',NULL,NULL,NULL,NULL,NULL,NULL);
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
  comment TEXT, group_value INTEGER CHECK (group_value BETWEEN 0 AND 2000), journal_id INTEGER NOT NULL DEFAULT 0 CHECK (journal_id >= 0),
  PRIMARY KEY (enrolment_id, modality_code, attempt),
  CHECK ((kind = 'value') = (value IS NOT NULL)),
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (certification_code, modality_code) REFERENCES modality (certification_code, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
INSERT INTO result VALUES(1,'BC01-EC1',1,'RNCP99901','value',1200,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(1,'BC01-MSP',1,'RNCP99901','value',1201,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(1,'BC02-EC1',1,'RNCP99901','value',1202,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(1,'BC02-TP',1,'RNCP99901','value',1203,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(2,'BC01-EC1',1,'RNCP99901','value',1204,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(2,'BC01-MSP',1,'RNCP99901','value',1205,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(2,'BC02-EC1',1,'RNCP99901','value',1206,NULL,NULL,NULL,NULL,0);
INSERT INTO result VALUES(2,'BC02-TP',1,'RNCP99901','value',1207,NULL,NULL,NULL,NULL,0);
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
, field TEXT, email TEXT, phone TEXT, address TEXT, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))) STRICT;
INSERT INTO juror VALUES(1,'Alice INVENTÉE','Directrice des programmes','École inventée',1,'F',NULL,NULL,'alice inventee directrice des programmes ecole inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(2,'Bruno FICTIF','Responsable','École inventée',1,'M',NULL,NULL,'bruno fictif responsable ecole inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(3,'Claire EXEMPLE','Responsable','Entreprise inventée',0,'F',NULL,NULL,'claire exemple responsable entreprise inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(4,'David MODÈLE','Responsable','Entreprise inventée',0,'M',NULL,NULL,'david modele responsable entreprise inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(5,'Emma ESSAI','Responsable','Entreprise inventée',0,'F',NULL,NULL,'emma essai responsable entreprise inventee',NULL,NULL,NULL,NULL,0);
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
  journal_head TEXT CHECK (length (journal_head) = 64 AND journal_head NOT GLOB '*[^0-9a-f]*'), start_time TEXT CHECK (strftime ('%H:%M', start_time) IS start_time), embargo TEXT CHECK (date (embargo, '+0 days') IS embargo), seal_form INTEGER NOT NULL DEFAULT 1 CHECK (seal_form IN (1, 2)),
  UNIQUE (id, certification_code),
  CHECK ((state = 'sealed') = (seal IS NOT NULL)),
  CHECK ((state = 'sealed') = (sealed_at IS NOT NULL)),
  CHECK ((state = 'sealed') = (journal_head IS NOT NULL)),
  CHECK (rectifies IS NULL OR length (trim (coalesce (rectification_reason, ''))) > 0),
  FOREIGN KEY (cohort_id, certification_code) REFERENCES cohort (id, certification_code) ON DELETE RESTRICT
) STRICT;
INSERT INTO jury_session VALUES(1,'RNCP99901',1,'2026-10-15','Paris','sealed',NULL,NULL,NULL,'e2ec57dcb5ea43775c7a2a8d05acfecd394ceca2ea16d9d480b14184523b26ff','2026-11-22T10:00:00Z','8da6e7c821e6f7f7ecbdcf3674db1d805946d37af009dfd62f4cfbbfb1cc92de',NULL,NULL,1);
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
  mandate_end TEXT CHECK (date (mandate_end, '+0 days') IS mandate_end), alternate INTEGER NOT NULL DEFAULT 0 CHECK (alternate IN (0, 1)), field TEXT,
  PRIMARY KEY (session_id, juror_id)
) STRICT, WITHOUT ROWID;
INSERT INTO jury_member VALUES(1,1,0,1,1,'Alice INVENTÉE','Directrice des programmes','École inventée',1,'F',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(1,2,1,0,1,'Bruno FICTIF','Responsable','École inventée',1,'M',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(1,3,2,0,1,'Claire EXEMPLE','Responsable','Entreprise inventée',0,'F',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(1,4,3,0,1,'David MODÈLE','Responsable','Entreprise inventée',0,'M',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(1,5,4,0,1,'Emma ESSAI','Responsable','Entreprise inventée',0,'F',NULL,NULL,0,NULL);
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
  votes_abstain INTEGER CHECK (votes_abstain >= 0), outdated INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0, 1)),
  PRIMARY KEY (session_id, enrolment_id),
  CONSTRAINT decision_needs_reason CHECK (outcome IS NULL OR outcome = proposal OR length (trim (coalesce (reason, ''))) > 0),
  FOREIGN KEY (session_id, certification_code) REFERENCES jury_session (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
INSERT INTO jury_decision VALUES(1,1,'RNCP99901','certified','Tous les blocs sont acquis.','certified',NULL,5,0,0,0);
INSERT INTO jury_decision VALUES(1,2,'RNCP99901','certified','Tous les blocs sont acquis.','certified',NULL,5,0,0,0);
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
INSERT INTO decision_block_verdict VALUES(1,1,0,'RNCP99901BC01','acquired','jury',1350,'Toutes les épreuves sont réussies.');
INSERT INTO decision_block_verdict VALUES(1,1,1,'RNCP99901BC02','acquired','jury',1350,'Toutes les épreuves sont réussies.');
INSERT INTO decision_block_verdict VALUES(1,2,0,'RNCP99901BC01','acquired','jury',1350,'Toutes les épreuves sont réussies.');
INSERT INTO decision_block_verdict VALUES(1,2,1,'RNCP99901BC02','acquired','jury',1350,'Toutes les épreuves sont réussies.');
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
INSERT INTO decision_block VALUES(1,1,0,'RNCP99901','RNCP99901BC01');
INSERT INTO decision_block VALUES(1,1,1,'RNCP99901','RNCP99901BC02');
INSERT INTO decision_block VALUES(1,2,0,'RNCP99901','RNCP99901BC01');
INSERT INTO decision_block VALUES(1,2,1,'RNCP99901','RNCP99901BC02');
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
INSERT INTO acquired_block VALUES(1,1,'RNCP99901','RNCP99901BC01','jury','2026-10-15',NULL,1);
INSERT INTO acquired_block VALUES(2,1,'RNCP99901','RNCP99901BC02','jury','2026-10-15',NULL,1);
INSERT INTO acquired_block VALUES(3,2,'RNCP99901','RNCP99901BC01','jury','2026-10-15',NULL,1);
INSERT INTO acquired_block VALUES(4,2,'RNCP99901','RNCP99901BC02','jury','2026-10-15',NULL,1);
CREATE TABLE acquired_block_annulment (
  acquired_block_id INTEGER NOT NULL PRIMARY KEY REFERENCES acquired_block (id) ON DELETE RESTRICT,
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0)
) STRICT, WITHOUT ROWID;
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
INSERT INTO frozen_result VALUES(1,'seal',1,'BC01-EC1',1,'value',1200,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',1,'BC01-MSP',1,'value',1201,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',1,'BC02-EC1',1,'value',1202,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',1,'BC02-TP',1,'value',1203,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',2,'BC01-EC1',1,'value',1204,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',2,'BC01-MSP',1,'value',1205,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',2,'BC02-EC1',1,'value',1206,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(1,'seal',2,'BC02-TP',1,'value',1207,NULL,NULL,NULL);
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
INSERT INTO certificate VALUES(1,'2026-0001',2026,1,1,1,'RNCP99901','A001','ŻÓŁKIEWSKA Łukasz','2026-10-15','2026-11-02','Paris','issued',NULL,'c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06','2026 0001 zolkiewska lukasz a001',X'255044462d312e3720696e76656e746564');
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
INSERT INTO journal VALUES(1,'2026-11-22T10:00:00Z','secrétaire','school.test','RNCP99901',NULL,'{"made":"for a test"}','0000000000000000000000000000000000000000000000000000000000000000','b5433873d1334dcb72c83dda61a309941deec7d92e1e9a4c863377a03e017912');
INSERT INTO journal VALUES(2,'2026-11-22T10:00:00Z','secrétaire','result.test','RNCP99901',NULL,'{"made":"for a test"}','b5433873d1334dcb72c83dda61a309941deec7d92e1e9a4c863377a03e017912','40232886cd13fc05454e59cadb847d42ced144dfee98d30b4b9acba3666fe0e9');
INSERT INTO journal VALUES(3,'2026-11-22T10:00:00Z','secrétaire','jury.test','RNCP99901',NULL,'{"made":"for a test"}','40232886cd13fc05454e59cadb847d42ced144dfee98d30b4b9acba3666fe0e9','8da6e7c821e6f7f7ecbdcf3674db1d805946d37af009dfd62f4cfbbfb1cc92de');
INSERT INTO journal VALUES(4,'2026-11-22T10:00:00Z','secrétaire','jury.seal','jury 1',NULL,'{"minutes":"0cb1baf86390e25e5bf9caa5d2f353bdb2fc2378ac5282dce9b5c28835b2cf20"}','8da6e7c821e6f7f7ecbdcf3674db1d805946d37af009dfd62f4cfbbfb1cc92de','9e5503fdf302076853dc10d770a5bcb9276924917ffaf1ed8dc967b5355345e9');
INSERT INTO journal VALUES(5,'2026-11-22T10:00:00Z','secrétaire','certificate.test','RNCP99901',NULL,'{"made":"for a test"}','9e5503fdf302076853dc10d770a5bcb9276924917ffaf1ed8dc967b5355345e9','7752d97bc1e1c1e046a1729ae99aa4512e7493421466f4be4e4d280e9e94a3c5');
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL CHECK (count >= 0),
  head TEXT NOT NULL CHECK (length (head) = 64)
) STRICT;
INSERT INTO journal_head VALUES(1,5,'7752d97bc1e1c1e046a1729ae99aa4512e7493421466f4be4e4d280e9e94a3c5');
CREATE TABLE jury_minutes (
  session_id INTEGER NOT NULL PRIMARY KEY REFERENCES jury_session (id) ON DELETE RESTRICT,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB NOT NULL CHECK (length (pdf) > 0)
) STRICT;
INSERT INTO jury_minutes VALUES(1,'0cb1baf86390e25e5bf9caa5d2f353bdb2fc2378ac5282dce9b5c28835b2cf20',X'255044462d312e37206d696e75746573');
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
CREATE TABLE juror_conflict (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('trainer', 'tutor', 'employer', 'family', 'personal')),
  learner_id INTEGER REFERENCES learner (id) ON DELETE RESTRICT,
  cohort_id INTEGER REFERENCES cohort (id) ON DELETE RESTRICT,
  note TEXT,
  CHECK ((learner_id IS NULL) <> (cohort_id IS NULL))
) STRICT;
CREATE TABLE juror_recognition (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (length (title) > 0),
  reference TEXT,
  start_date TEXT CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date)
) STRICT;
CREATE TABLE juror_unavailability (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  start_date TEXT NOT NULL CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT NOT NULL CHECK (date (end_date, '+0 days') IS end_date),
  note TEXT,
  CHECK (start_date <= end_date)
) STRICT;
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
CREATE TABLE notification (
  session_id INTEGER NOT NULL PRIMARY KEY REFERENCES jury_session (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  appeal_days INTEGER NOT NULL CHECK (appeal_days >= 0) -- as the plan said on that day
) STRICT;
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
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  created TEXT NOT NULL CHECK (date (created, '+0 days') IS created),
  retired TEXT CHECK (date (retired, '+0 days') IS retired),
  public_key TEXT NOT NULL UNIQUE CHECK (length (public_key) = 64 AND public_key NOT GLOB '*[^0-9a-f]*'),
  sealed_private BLOB NOT NULL
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('cohort',1);
INSERT INTO sqlite_sequence VALUES('learner',2);
INSERT INTO sqlite_sequence VALUES('enrolment',2);
INSERT INTO sqlite_sequence VALUES('juror',5);
INSERT INTO sqlite_sequence VALUES('jury_session',1);
CREATE INDEX learner_by_name ON learner (sort_key, id);
CREATE INDEX enrolment_by_cohort ON enrolment (cohort_id, certification_code, learner_id);
CREATE INDEX enrolment_by_certification ON enrolment (certification_code);
CREATE INDEX jury_session_by_cohort ON jury_session (cohort_id, certification_code);
CREATE INDEX jury_session_by_certification ON jury_session (certification_code, state);
CREATE INDEX jury_session_by_rectified ON jury_session (rectifies) WHERE rectifies IS NOT NULL;
CREATE INDEX jury_member_by_juror ON jury_member (juror_id);
CREATE INDEX jury_decision_by_enrolment ON jury_decision (enrolment_id);
CREATE INDEX acquired_block_by_learner ON acquired_block (learner_id, certification_code, block_code);
CREATE INDEX acquired_block_by_session ON acquired_block (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX acquired_block_annulment_by_session ON acquired_block_annulment (session_id);
CREATE INDEX frozen_result_by_enrolment ON frozen_result (enrolment_id, modality_code, attempt) WHERE moment = 'seal';
CREATE UNIQUE INDEX certificate_in_force ON certificate (enrolment_id) WHERE state = 'issued';
CREATE INDEX certificate_by_session ON certificate (session_id, enrolment_id);
CREATE INDEX certificate_by_certification ON certificate (certification_code, year, sequence);
CREATE INDEX mandate_by_certification ON mandate (certification_code);
CREATE TRIGGER school_insert BEFORE INSERT ON school
WHEN EXISTS (SELECT 1 FROM school)
BEGIN SELECT RAISE (ABORT, 'exists:school'); END;
CREATE TRIGGER school_delete BEFORE DELETE ON school
BEGIN SELECT RAISE (ABORT, 'sealed:school'); END;
CREATE TRIGGER journal_insert BEFORE INSERT ON journal
WHEN NEW.id IS NOT (SELECT count + 1 FROM journal_head WHERE id = 1)
  OR NEW.previous IS NOT (SELECT head FROM journal_head WHERE id = 1)
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;
CREATE TRIGGER journal_inserted AFTER INSERT ON journal
BEGIN UPDATE journal_head SET count = NEW.id, head = NEW.hash WHERE id = 1; END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;
CREATE TRIGGER journal_head_insert BEFORE INSERT ON journal_head
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;
CREATE TRIGGER journal_head_update BEFORE UPDATE ON journal_head
WHEN NEW.id IS NOT OLD.id
  OR NEW.count IS NOT OLD.count + 1
  OR NEW.head IS NOT (SELECT hash FROM journal WHERE id = NEW.count)
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;
CREATE TRIGGER journal_head_delete BEFORE DELETE ON journal_head
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;
CREATE TRIGGER certification_insert BEFORE INSERT ON certification
WHEN EXISTS (SELECT 1 FROM certification WHERE code = NEW.code)
BEGIN SELECT RAISE (ABORT, 'exists:certification'); END;
CREATE TRIGGER certification_update BEFORE UPDATE ON certification
WHEN NEW.code IS NOT OLD.code
BEGIN SELECT RAISE (ABORT, 'sealed:certification-code'); END;
CREATE TRIGGER certification_delete BEFORE DELETE ON certification
WHEN EXISTS (SELECT 1 FROM jury_session WHERE certification_code = OLD.code AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:certification'); END;
CREATE TRIGGER fiche_insert BEFORE INSERT ON fiche
WHEN EXISTS (SELECT 1 FROM fiche WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM fiche WHERE certification_code = NEW.certification_code AND sha256 = NEW.sha256)
BEGIN SELECT RAISE (ABORT, 'exists:fiche'); END;
CREATE TRIGGER fiche_update BEFORE UPDATE ON fiche
BEGIN SELECT RAISE (ABORT, 'sealed:fiche'); END;
CREATE TRIGGER fiche_delete BEFORE DELETE ON fiche
WHEN EXISTS (SELECT 1 FROM jury_session WHERE certification_code = OLD.certification_code AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:fiche'); END;
CREATE TRIGGER block_insert BEFORE INSERT ON block
WHEN EXISTS (SELECT 1 FROM block WHERE certification_code = NEW.certification_code AND code = NEW.code)
BEGIN SELECT RAISE (ABORT, 'exists:block'); END;
CREATE TRIGGER block_update BEFORE UPDATE ON block
WHEN NEW.certification_code IS NOT OLD.certification_code OR NEW.code IS NOT OLD.code
BEGIN SELECT RAISE (ABORT, 'sealed:block'); END;
CREATE TRIGGER block_delete BEFORE DELETE ON block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE certification_code = OLD.certification_code AND state = 'sealed')
  OR EXISTS (SELECT 1 FROM acquired_block WHERE certification_code = OLD.certification_code AND block_code = OLD.code)
BEGIN SELECT RAISE (ABORT, 'sealed:block'); END;
CREATE TRIGGER plan_update BEFORE UPDATE ON plan
WHEN NEW.certification_code IS NOT OLD.certification_code
BEGIN SELECT RAISE (ABORT, 'sealed:plan'); END;
CREATE TRIGGER plan_delete BEFORE DELETE ON plan
WHEN EXISTS (SELECT 1 FROM jury_session WHERE certification_code = OLD.certification_code AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:plan'); END;
CREATE TRIGGER modality_insert BEFORE INSERT ON modality
WHEN EXISTS (SELECT 1 FROM modality WHERE certification_code = NEW.certification_code AND code = NEW.code)
BEGIN SELECT RAISE (ABORT, 'exists:modality'); END;
CREATE TRIGGER modality_update BEFORE UPDATE ON modality
WHEN NEW.certification_code IS NOT OLD.certification_code OR NEW.code IS NOT OLD.code
BEGIN SELECT RAISE (ABORT, 'sealed:modality'); END;
CREATE TRIGGER modality_delete BEFORE DELETE ON modality
WHEN EXISTS (SELECT 1 FROM jury_session AS s JOIN frozen_result AS f ON f.session_id = s.id AND f.moment = 'seal'
             WHERE s.certification_code = OLD.certification_code AND s.state = 'sealed' AND f.modality_code = OLD.code)
BEGIN SELECT RAISE (ABORT, 'sealed:modality'); END;
CREATE TRIGGER cohort_insert BEFORE INSERT ON cohort
WHEN EXISTS (SELECT 1 FROM cohort WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM cohort WHERE certification_code = NEW.certification_code AND name = NEW.name)
BEGIN SELECT RAISE (ABORT, 'exists:cohort'); END;
CREATE TRIGGER cohort_update BEFORE UPDATE ON cohort
WHEN NEW.id IS NOT OLD.id
  OR (NEW.certification_code IS NOT OLD.certification_code
      AND EXISTS (SELECT 1 FROM enrolment WHERE cohort_id = OLD.id))
BEGIN SELECT RAISE (ABORT, 'sealed:cohort'); END;
CREATE TRIGGER cohort_rename BEFORE UPDATE ON cohort
WHEN EXISTS (SELECT 1 FROM cohort WHERE certification_code = NEW.certification_code AND name = NEW.name AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'exists:cohort'); END;
CREATE TRIGGER cohort_delete BEFORE DELETE ON cohort
WHEN EXISTS (SELECT 1 FROM jury_session WHERE cohort_id = OLD.id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:cohort'); END;
CREATE TRIGGER learner_insert BEFORE INSERT ON learner
WHEN EXISTS (SELECT 1 FROM learner WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM learner WHERE number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'exists:learner'); END;
CREATE TRIGGER learner_update BEFORE UPDATE ON learner
WHEN NEW.id IS NOT OLD.id
  OR (NEW.number IS NOT OLD.number
      AND EXISTS (SELECT 1 FROM enrolment AS e JOIN jury_decision AS d ON d.enrolment_id = e.id
                  JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
                  WHERE e.learner_id = OLD.id))
BEGIN SELECT RAISE (ABORT, 'sealed:learner'); END;
CREATE TRIGGER learner_renumber BEFORE UPDATE ON learner
WHEN EXISTS (SELECT 1 FROM learner WHERE number = NEW.number AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'exists:learner'); END;
CREATE TRIGGER learner_delete BEFORE DELETE ON learner
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN jury_decision AS d ON d.enrolment_id = e.id
             JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE e.learner_id = OLD.id)
  OR EXISTS (SELECT 1 FROM acquired_block WHERE learner_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'sealed:learner'); END;
CREATE TRIGGER enrolment_insert BEFORE INSERT ON enrolment
WHEN EXISTS (SELECT 1 FROM enrolment WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM enrolment WHERE learner_id = NEW.learner_id AND cohort_id = NEW.cohort_id)
BEGIN SELECT RAISE (ABORT, 'exists:enrolment'); END;
CREATE TRIGGER enrolment_update BEFORE UPDATE ON enrolment
WHEN NEW.id IS NOT OLD.id
  OR ((NEW.learner_id IS NOT OLD.learner_id OR NEW.cohort_id IS NOT OLD.cohort_id
       OR NEW.certification_code IS NOT OLD.certification_code
       OR NEW.route IS NOT OLD.route OR NEW.admission IS NOT OLD.admission)
      AND EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
                  WHERE d.enrolment_id = OLD.id))
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;
CREATE TRIGGER enrolment_move BEFORE UPDATE ON enrolment
WHEN EXISTS (SELECT 1 FROM enrolment WHERE learner_id = NEW.learner_id AND cohort_id = NEW.cohort_id AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'exists:enrolment'); END;
CREATE TRIGGER enrolment_delete BEFORE DELETE ON enrolment
WHEN EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;
CREATE TRIGGER enrolment_block_insert BEFORE INSERT ON enrolment_block
WHEN EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;
CREATE TRIGGER enrolment_block_update BEFORE UPDATE ON enrolment_block
WHEN EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id IN (OLD.enrolment_id, NEW.enrolment_id))
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;
CREATE TRIGGER enrolment_block_delete BEFORE DELETE ON enrolment_block
WHEN EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = OLD.enrolment_id)
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;
CREATE TRIGGER result_insert BEFORE INSERT ON result
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
             AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER result_update BEFORE UPDATE ON result
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
             AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
  OR EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
             AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER result_delete BEFORE DELETE ON result
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
             AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER juror_insert BEFORE INSERT ON juror
WHEN EXISTS (SELECT 1 FROM juror WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'exists:juror'); END;
CREATE TRIGGER juror_update BEFORE UPDATE ON juror
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE (ABORT, 'sealed:juror'); END;
CREATE TRIGGER juror_delete BEFORE DELETE ON juror
WHEN EXISTS (SELECT 1 FROM jury_member AS m JOIN jury_session AS s ON s.id = m.session_id AND s.state = 'sealed'
             WHERE m.juror_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'sealed:juror'); END;
CREATE TRIGGER jury_session_insert BEFORE INSERT ON jury_session
WHEN NEW.state IS NOT 'preparation'
  OR EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_session_rectifies BEFORE INSERT ON jury_session
WHEN NEW.rectifies IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.rectifies AND state = 'sealed'
                 AND certification_code = NEW.certification_code)
BEGIN SELECT RAISE (ABORT, 'refused:rectifies'); END;
CREATE TRIGGER jury_session_update BEFORE UPDATE ON jury_session
WHEN OLD.state = 'sealed' OR NEW.id IS NOT OLD.id
  OR NEW.certification_code IS NOT OLD.certification_code OR NEW.cohort_id IS NOT OLD.cohort_id
  OR NEW.rectifies IS NOT OLD.rectifies
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_session_step BEFORE UPDATE ON jury_session
WHEN NEW.state IS NOT OLD.state
 AND NOT ((OLD.state = 'preparation' AND NEW.state = 'convened')
       OR (OLD.state = 'convened' AND NEW.state = 'open')
       OR (OLD.state = 'open' AND NEW.state = 'deliberated')
       OR (OLD.state = 'deliberated' AND NEW.state = 'sealed'))
BEGIN SELECT RAISE (ABORT, 'sealed:session-step'); END;
CREATE TRIGGER jury_session_seal BEFORE UPDATE ON jury_session
WHEN NEW.state = 'sealed' AND OLD.state = 'deliberated'
 AND (NOT EXISTS (SELECT 1 FROM jury_decision WHERE session_id = OLD.id)
   OR EXISTS (SELECT 1 FROM jury_decision WHERE session_id = OLD.id AND outcome IS NULL)
   OR EXISTS (SELECT 1 FROM jury_member WHERE session_id = OLD.id AND name IS NULL)
   OR EXISTS (SELECT 1 FROM jury_decision AS d JOIN result AS r ON r.enrolment_id = d.enrolment_id
              LEFT JOIN frozen_result AS f ON f.session_id = d.session_id AND f.moment = 'seal'
                    AND f.enrolment_id = r.enrolment_id AND f.modality_code = r.modality_code AND f.attempt = r.attempt
              WHERE d.session_id = OLD.id AND (f.kind IS NOT r.kind OR f.value IS NOT r.value)))
BEGIN SELECT RAISE (ABORT, 'refused:seal'); END;
CREATE TRIGGER jury_session_delete BEFORE DELETE ON jury_session
WHEN OLD.state IS NOT 'preparation'
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_member_insert BEFORE INSERT ON jury_member
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_member_update BEFORE UPDATE ON jury_member
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_member_delete BEFORE DELETE ON jury_member
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_decision_insert BEFORE INSERT ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_decision_update BEFORE UPDATE ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_decision_delete BEFORE DELETE ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER decision_block_verdict_insert BEFORE INSERT ON decision_block_verdict
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER decision_block_verdict_update BEFORE UPDATE ON decision_block_verdict
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER decision_block_verdict_delete BEFORE DELETE ON decision_block_verdict
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER decision_block_insert BEFORE INSERT ON decision_block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER decision_block_update BEFORE UPDATE ON decision_block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER decision_block_delete BEFORE DELETE ON decision_block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER frozen_result_insert BEFORE INSERT ON frozen_result
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER frozen_result_update BEFORE UPDATE ON frozen_result
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER frozen_result_delete BEFORE DELETE ON frozen_result
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER quota_snapshot_insert BEFORE INSERT ON quota_snapshot
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER quota_snapshot_update BEFORE UPDATE ON quota_snapshot
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER quota_snapshot_delete BEFORE DELETE ON quota_snapshot
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER acquired_block_insert BEFORE INSERT ON acquired_block
WHEN EXISTS (SELECT 1 FROM acquired_block WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM acquired_block AS a WHERE a.learner_id = NEW.learner_id
             AND a.certification_code = NEW.certification_code AND a.block_code = NEW.block_code
             AND NOT EXISTS (SELECT 1 FROM acquired_block_annulment WHERE acquired_block_id = a.id))
BEGIN SELECT RAISE (ABORT, 'exists:acquired-block'); END;
CREATE TRIGGER acquired_block_sealed BEFORE INSERT ON acquired_block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER acquired_block_update BEFORE UPDATE ON acquired_block
BEGIN SELECT RAISE (ABORT, 'sealed:acquired-block'); END;
CREATE TRIGGER acquired_block_delete BEFORE DELETE ON acquired_block
BEGIN SELECT RAISE (ABORT, 'sealed:acquired-block'); END;
CREATE TRIGGER acquired_block_annulment_insert BEFORE INSERT ON acquired_block_annulment
WHEN EXISTS (SELECT 1 FROM acquired_block_annulment WHERE acquired_block_id = NEW.acquired_block_id)
  OR NOT EXISTS (SELECT 1 FROM acquired_block AS a JOIN jury_session AS given ON given.id = a.session_id AND given.state = 'sealed'
                 JOIN jury_session AS s ON s.id = NEW.session_id AND s.state <> 'sealed'
                 JOIN jury_decision AS d ON d.session_id = s.rectifies
                 JOIN enrolment AS e ON e.id = d.enrolment_id
                 WHERE a.id = NEW.acquired_block_id AND e.learner_id = a.learner_id
                   AND e.certification_code = a.certification_code)
BEGIN SELECT RAISE (ABORT, 'sealed:annulment'); END;
CREATE TRIGGER acquired_block_annulment_update BEFORE UPDATE ON acquired_block_annulment
BEGIN SELECT RAISE (ABORT, 'sealed:annulment'); END;
CREATE TRIGGER acquired_block_annulment_delete BEFORE DELETE ON acquired_block_annulment
BEGIN SELECT RAISE (ABORT, 'sealed:annulment'); END;
CREATE TRIGGER certificate_insert BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM certificate WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM certificate WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM certificate WHERE enrolment_id = NEW.enrolment_id AND state = 'issued')
BEGIN SELECT RAISE (ABORT, 'exists:certificate'); END;
CREATE TRIGGER certificate_sequence BEFORE INSERT ON certificate
WHEN NEW.sequence IS NOT (SELECT coalesce (max (sequence), 0) + 1 FROM certificate WHERE year = NEW.year)
  OR NEW.state IS NOT 'issued'
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-sequence'); END;
CREATE TRIGGER certificate_decision BEFORE INSERT ON certificate
WHEN NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
                 WHERE d.session_id = NEW.session_id AND d.enrolment_id = NEW.enrolment_id AND d.outcome = 'certified'
                   AND s.certification_code = NEW.certification_code AND s.date = NEW.decided)
  OR EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             JOIN jury_session AS mine ON mine.id = NEW.session_id
             WHERE d.enrolment_id = NEW.enrolment_id AND d.outcome IS NOT 'certified'
               AND (s.date > mine.date OR (s.date = mine.date AND s.id > mine.id)))
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-decision'); END;
CREATE TRIGGER certificate_update BEFORE UPDATE ON certificate
WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.year IS NOT OLD.year OR NEW.sequence IS NOT OLD.sequence
  OR NEW.session_id IS NOT OLD.session_id OR NEW.enrolment_id IS NOT OLD.enrolment_id
  OR NEW.certification_code IS NOT OLD.certification_code
  OR NEW.learner_number IS NOT OLD.learner_number OR NEW.learner_name IS NOT OLD.learner_name
  OR NEW.decided IS NOT OLD.decided OR NEW.delivered IS NOT OLD.delivered OR NEW.place IS NOT OLD.place
  OR NEW.sha256 IS NOT OLD.sha256 OR NEW.search IS NOT OLD.search OR NEW.pdf IS NOT OLD.pdf
  OR OLD.state IS NOT 'issued' OR NEW.state IS NOT 'revoked'
BEGIN SELECT RAISE (ABORT, 'sealed:certificate'); END;
CREATE TRIGGER certificate_delete BEFORE DELETE ON certificate
BEGIN SELECT RAISE (ABORT, 'sealed:certificate'); END;
CREATE TRIGGER certificate_event_insert BEFORE INSERT ON certificate_event
WHEN EXISTS (SELECT 1 FROM certificate_event WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM certificate_event WHERE number = NEW.number AND kind = NEW.kind AND rank = NEW.rank)
  OR NOT EXISTS (SELECT 1 FROM certificate WHERE number = NEW.number)
  OR (NEW.kind = 'duplicate'
      AND NEW.rank IS NOT (SELECT coalesce (max (rank), 0) + 1 FROM certificate_event WHERE number = NEW.number AND kind = 'duplicate'))
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-event'); END;
CREATE TRIGGER certificate_event_update BEFORE UPDATE ON certificate_event
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-event'); END;
CREATE TRIGGER certificate_event_delete BEFORE DELETE ON certificate_event
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-event'); END;
CREATE TRIGGER jury_minutes_insert BEFORE INSERT ON jury_minutes
WHEN EXISTS (SELECT 1 FROM jury_minutes WHERE session_id = NEW.session_id)
  OR NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;
CREATE TRIGGER jury_minutes_update BEFORE UPDATE ON jury_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;
CREATE TRIGGER jury_minutes_delete BEFORE DELETE ON jury_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;
CREATE INDEX certificate_by_sha256 ON certificate (sha256);
CREATE INDEX certificate_event_by_sha256 ON certificate_event (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX enrolment_by_team ON enrolment (cohort_id, team) WHERE team IS NOT NULL;
CREATE INDEX result_history_by_cell ON result_history (enrolment_id, modality_code, attempt);
CREATE INDEX juror_conflict_by_juror ON juror_conflict (juror_id);
CREATE INDEX juror_recognition_by_juror ON juror_recognition (juror_id);
CREATE INDEX juror_unavailability_by_juror ON juror_unavailability (juror_id);
CREATE INDEX appeal_by_session ON appeal (session_id, enrolment_id);
CREATE UNIQUE INDEX signing_key_in_use ON signing_key ((1)) WHERE retired IS NULL;
COMMIT;
PRAGMA application_id = 1396916565;
PRAGMA user_version = 4;
