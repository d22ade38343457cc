-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- A school file of schema 9, dumped: that of schema 8, brought up to date.  Never edited afterwards.
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
INSERT INTO cohort VALUES(2,'RNCP99901','2026-2027','2026-09-01','2027-09-30',20);
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
INSERT INTO learner VALUES(3,'A003','F','Garçon',NULL,'Maëlys',NULL,'2000-05-03',NULL,NULL,NULL,NULL,'GARÇON Maëlys','garcon maelys','garcon maelys a003');
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
INSERT INTO enrolment VALUES(3,3,2,'RNCP99901','initial','derogation_a','2026-09-01',NULL,NULL,NULL,'withdrawn','Bruno FICTIF','Groupe 1','interrupted','2026-12-01','Congé',NULL);
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
INSERT INTO result VALUES(2,'BC02-TP',2,'RNCP99901','value',1450,'Claire EXEMPLE','2026-12-16',NULL,NULL,8);
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
INSERT INTO juror VALUES(1,'Alice INVENTÉE','Directrice des programmes','École inventée',1,'F',NULL,NULL,'alice inventee directrice des programmes ecole inventee reponse a incident','Réponse à incident','alice@exemple.invalid','01 99 00 00 00',replace('1, rue Inventée\n75000 Paris','\n',char(10)),0);
INSERT INTO juror VALUES(2,'Bruno FICTIF','Responsable','École inventée',1,'M',NULL,NULL,'bruno fictif responsable ecole inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(3,'Claire EXEMPLE','Responsable','Entreprise inventée',0,'F',NULL,NULL,'claire exemple responsable entreprise inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(4,'David MODÈLE','Responsable','Entreprise inventée',0,'M',NULL,NULL,'david modele responsable entreprise inventee',NULL,NULL,NULL,NULL,0);
INSERT INTO juror VALUES(5,'Emma ESSAI','Responsable','Entreprise inventée',0,'F',NULL,NULL,'emma essai responsable entreprise inventee',NULL,NULL,NULL,NULL,1);
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
  journal_head TEXT CHECK (length (journal_head) = 64 AND journal_head NOT GLOB '*[^0-9a-f]*'), start_time TEXT CHECK (strftime ('%H:%M', start_time) IS start_time), embargo TEXT CHECK (date (embargo, '+0 days') IS embargo), seal_form INTEGER NOT NULL DEFAULT 1 CHECK (seal_form IN (1, 2, 3)),
  UNIQUE (id, certification_code),
  CHECK ((state = 'sealed') = (seal IS NOT NULL)),
  CHECK ((state = 'sealed') = (sealed_at IS NOT NULL)),
  CHECK ((state = 'sealed') = (journal_head IS NOT NULL)),
  CHECK (rectifies IS NULL OR length (trim (coalesce (rectification_reason, ''))) > 0),
  FOREIGN KEY (cohort_id, certification_code) REFERENCES cohort (id, certification_code) ON DELETE RESTRICT
) STRICT;
INSERT INTO jury_session VALUES(1,'RNCP99901',1,'2026-10-15','Paris','sealed',NULL,NULL,NULL,'e2ec57dcb5ea43775c7a2a8d05acfecd394ceca2ea16d9d480b14184523b26ff','2026-11-22T10:00:00Z','8da6e7c821e6f7f7ecbdcf3674db1d805946d37af009dfd62f4cfbbfb1cc92de',NULL,NULL,1);
INSERT INTO jury_session VALUES(2,'RNCP99901',1,'2026-12-14','Paris','sealed',1,'Recours accueilli',NULL,'7cba1edeb3a9b5c2d40e351b503febca5d0bfbb352aaafdd0ce275ed4e68e1c4','2026-12-14T09:20:00Z','7752d97bc1e1c1e046a1729ae99aa4512e7493421466f4be4e4d280e9e94a3c5','14:30','2026-12-16',2);
INSERT INTO jury_session VALUES(3,'RNCP99901',2,'2026-11-20','Paris','sealed',NULL,NULL,NULL,'9077997a929878fc1b1299e4d92da24c5f625cbaec475490af902acf7dc31849','2026-11-22T19:25:00Z','18b2f70fd073d58220c4bbcadbcd72b1aa7e90781ef9766d6af215baec481630',NULL,NULL,3);
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
INSERT INTO jury_member VALUES(2,1,0,1,1,'Alice INVENTÉE','Directrice des programmes','École inventée',1,'F',NULL,NULL,0,'Réponse à incident');
INSERT INTO jury_member VALUES(2,2,1,0,1,'Bruno FICTIF','Responsable','École inventée',1,'M',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(2,3,2,0,1,'Claire EXEMPLE','Responsable','Entreprise inventée',0,'F',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(2,4,3,0,1,'David MODÈLE','Responsable','Entreprise inventée',0,'M',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(2,5,4,0,0,'Emma ESSAI','Responsable','Entreprise inventée',0,'F',NULL,NULL,1,NULL);
INSERT INTO jury_member VALUES(3,1,0,1,1,'Alice INVENTÉE','Directrice des programmes','École inventée',1,'F',NULL,NULL,0,'Réponse à incident');
INSERT INTO jury_member VALUES(3,2,1,0,0,'Bruno FICTIF','Responsable','École inventée',1,'M',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(3,3,2,0,1,'Claire EXEMPLE','Responsable','Entreprise inventée',0,'F',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(3,4,3,0,1,'David MODÈLE','Responsable','Entreprise inventée',0,'M',NULL,NULL,0,NULL);
INSERT INTO jury_member VALUES(3,5,4,0,1,'Emma ESSAI','Responsable','Entreprise inventée',0,'F',NULL,NULL,0,NULL);
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
  votes_abstain INTEGER CHECK (votes_abstain >= 0), outdated INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0, 1)), sitting INTEGER NOT NULL DEFAULT 0 CHECK (sitting >= 0),
  PRIMARY KEY (session_id, enrolment_id),
  CONSTRAINT decision_needs_reason CHECK (outcome IS NULL OR outcome = proposal OR length (trim (coalesce (reason, ''))) > 0),
  FOREIGN KEY (session_id, certification_code) REFERENCES jury_session (id, certification_code) ON DELETE RESTRICT,
  FOREIGN KEY (enrolment_id, certification_code) REFERENCES enrolment (id, certification_code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
INSERT INTO jury_decision VALUES(1,1,'RNCP99901','certified','Tous les blocs sont acquis.','certified',NULL,5,0,0,0,0);
INSERT INTO jury_decision VALUES(1,2,'RNCP99901','certified','Tous les blocs sont acquis.','certified',NULL,5,0,0,0,0);
INSERT INTO jury_decision VALUES(2,1,'RNCP99901','certified','Tous les blocs sont acquis.','certified','Motif rétabli',3,0,0,0,0);
INSERT INTO jury_decision VALUES(3,3,'RNCP99901','deferred','Parcours interrompu depuis le 1er décembre 2026 : décision ajournée, rien de ce qui est obtenu n’est perdu.','withdrawn','Parti.',4,0,0,0,1);
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
INSERT INTO decision_block_verdict VALUES(2,1,0,'RNCP99901BC01','acquired','jury',1350,'Toutes les épreuves sont réussies.');
INSERT INTO decision_block_verdict VALUES(2,1,1,'RNCP99901BC02','acquired','jury',1350,'Toutes les épreuves sont réussies.');
INSERT INTO decision_block_verdict VALUES(3,3,0,'RNCP99901BC01','pending',NULL,NULL,'Bloc RNCP99901BC01 en attente : « Épreuve 1 » (résultat non saisi) ; « Épreuve 2 » (résultat non saisi).');
INSERT INTO decision_block_verdict VALUES(3,3,1,'RNCP99901BC02','pending',NULL,NULL,'Bloc RNCP99901BC02 en attente : « Épreuve 3 » (résultat non saisi) ; « Épreuve 4 » (résultat non saisi).');
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
INSERT INTO decision_block VALUES(2,1,0,'RNCP99901','RNCP99901BC01');
INSERT INTO decision_block VALUES(2,1,1,'RNCP99901','RNCP99901BC02');
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
INSERT INTO frozen_result VALUES(2,'seal',1,'BC01-EC1',1,'value',1200,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(2,'seal',1,'BC01-MSP',1,'value',1201,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(2,'seal',1,'BC02-EC1',1,'value',1202,NULL,NULL,NULL);
INSERT INTO frozen_result VALUES(2,'seal',1,'BC02-TP',1,'value',1203,NULL,NULL,NULL);
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
INSERT INTO quota_snapshot VALUES(3,'a','Dérogation a',40,1,0,1);
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
INSERT INTO journal VALUES(6,'2026-12-14T09:20:00Z','secrétaire','jury.rectify','jury 2',NULL,'{"minutes":"c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06"}','7752d97bc1e1c1e046a1729ae99aa4512e7493421466f4be4e4d280e9e94a3c5','ee4a659d3a796f24648202db5ce4e1792ce9ad49afb6fd4f43f322d9dbca2352');
INSERT INTO journal VALUES(7,'2026-12-14T09:20:00Z','secrétaire','result.record','result A002 BC02-TP',NULL,'{"made":"for a test"}','ee4a659d3a796f24648202db5ce4e1792ce9ad49afb6fd4f43f322d9dbca2352','b6f79aaa9c32b7e23b45e1510870883c51b287fd8b1fc5f48303a4c482e23498');
INSERT INTO journal VALUES(8,'2026-12-14T09:20:00Z','secrétaire','result.record','result A002 BC02-TP',NULL,'{"made":"for a test"}','b6f79aaa9c32b7e23b45e1510870883c51b287fd8b1fc5f48303a4c482e23498','b1aec632f02856bd3523d7992e00fb7d5219146eeefee7f95d29713073d49cd9');
INSERT INTO journal VALUES(9,'2026-11-22T19:25:00Z','root','jury.plan','jury 3',NULL,'{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"preparation","members":[]}','b1aec632f02856bd3523d7992e00fb7d5219146eeefee7f95d29713073d49cd9','9d1ceccc96f90e101060803b9fbe91b6558648706a0f2073850c8e1e1816c89d');
INSERT INTO journal VALUES(10,'2026-11-22T19:25:00Z','root','jury.convene','jury 3','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"preparation","members":[]}','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"convened","members":[{"juror":1,"name":"Alice INVENTÉE","president":true},{"juror":2,"name":"Bruno FICTIF","president":false},{"juror":3,"name":"Claire EXEMPLE","president":false},{"juror":4,"name":"David MODÈLE","president":false},{"juror":5,"name":"Emma ESSAI","president":false}]}','9d1ceccc96f90e101060803b9fbe91b6558648706a0f2073850c8e1e1816c89d','f2565fcf188269660507196efeddcd697f69468342fb101e743136db633f61f6');
INSERT INTO journal VALUES(11,'2026-11-22T19:25:00Z','root','jury.open','jury 3','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"convened","members":[{"juror":1,"name":"Alice INVENTÉE","president":true},{"juror":2,"name":"Bruno FICTIF","president":false},{"juror":3,"name":"Claire EXEMPLE","president":false},{"juror":4,"name":"David MODÈLE","president":false},{"juror":5,"name":"Emma ESSAI","president":false}]}','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"open","members":[{"juror":1,"name":"Alice INVENTÉE","president":true,"present":true},{"juror":2,"name":"Bruno FICTIF","president":false,"present":true},{"juror":3,"name":"Claire EXEMPLE","president":false,"present":true},{"juror":4,"name":"David MODÈLE","president":false,"present":true},{"juror":5,"name":"Emma ESSAI","president":false,"present":true}],"recusals":[{"jury":3,"juror":2,"enrolment":3,"learner":"A003","kind":"tutor"}],"events":[{"jury":3,"position":1,"kind":"opened","at":"2026-11-22T19:25:00Z","present":"1,2,3,4,5"}]}','f2565fcf188269660507196efeddcd697f69468342fb101e743136db633f61f6','c8b5283836b326774b8d109e13878e0338d971c2d48b3783cf5201b105cec47c');
INSERT INTO journal VALUES(12,'2026-11-22T19:25:00Z','root','jury.propose','jury 3','{"proposals":[]}','{"proposals":[{"enrolment":3,"learner":"A003","proposal":"deferred","proposal_reason":"Parcours interrompu depuis le 1er décembre 2026 : décision ajournée, rien de ce qui est obtenu n’est perdu."}]}','c8b5283836b326774b8d109e13878e0338d971c2d48b3783cf5201b105cec47c','a751dd8a00710ccbd46edd896907774d34e00943594701ca451f13827c58f067');
INSERT INTO journal VALUES(13,'2026-11-22T19:25:00Z','root','jury.decide','jury 3','{"enrolment":3,"learner":"A003","proposal":"deferred","proposal_reason":"Parcours interrompu depuis le 1er décembre 2026 : décision ajournée, rien de ce qui est obtenu n’est perdu."}','{"enrolment":3,"learner":"A003","proposal":"deferred","proposal_reason":"Parcours interrompu depuis le 1er décembre 2026 : décision ajournée, rien de ce qui est obtenu n’est perdu.","decision":"withdrawn","blocks":[],"reason":"Parti.","sitting":1,"votes":[4,0,0]}','a751dd8a00710ccbd46edd896907774d34e00943594701ca451f13827c58f067','f894e2ae87ade0e5a0a459e5855f70e6b369d54304404d0b0c464e536d3b756e');
INSERT INTO journal VALUES(14,'2026-11-22T19:25:00Z','root','jury.suspend','jury 3','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"open","members":[{"juror":1,"name":"Alice INVENTÉE","president":true,"present":true},{"juror":2,"name":"Bruno FICTIF","president":false,"present":true},{"juror":3,"name":"Claire EXEMPLE","president":false,"present":true},{"juror":4,"name":"David MODÈLE","president":false,"present":true},{"juror":5,"name":"Emma ESSAI","president":false,"present":true}]}','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"open","members":[{"juror":1,"name":"Alice INVENTÉE","president":true,"present":true},{"juror":2,"name":"Bruno FICTIF","president":false,"present":true},{"juror":3,"name":"Claire EXEMPLE","president":false,"present":true},{"juror":4,"name":"David MODÈLE","president":false,"present":true},{"juror":5,"name":"Emma ESSAI","president":false,"present":true}],"events":[{"jury":3,"position":2,"kind":"suspended","at":"2026-11-22T19:25:00Z","reason":"Pause"}]}','f894e2ae87ade0e5a0a459e5855f70e6b369d54304404d0b0c464e536d3b756e','c5c049419fbe2e956f7739a94f0f2d7ef5187b810b5f203fb8b179835aea2bb8');
INSERT INTO journal VALUES(15,'2026-11-22T19:25:00Z','root','jury.resume','jury 3','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"open","members":[{"juror":1,"name":"Alice INVENTÉE","president":true,"present":true},{"juror":2,"name":"Bruno FICTIF","president":false,"present":true},{"juror":3,"name":"Claire EXEMPLE","president":false,"present":true},{"juror":4,"name":"David MODÈLE","president":false,"present":true},{"juror":5,"name":"Emma ESSAI","president":false,"present":true}]}','{"id":3,"certification":"RNCP99901","cohort":"2026-2027","date":"2026-11-20","place":"Paris","state":"open","members":[{"juror":1,"name":"Alice INVENTÉE","president":true,"present":true},{"juror":2,"name":"Bruno FICTIF","president":false,"present":false},{"juror":3,"name":"Claire EXEMPLE","president":false,"present":true},{"juror":4,"name":"David MODÈLE","president":false,"present":true},{"juror":5,"name":"Emma ESSAI","president":false,"present":true}],"events":[{"jury":3,"position":3,"kind":"resumed","at":"2026-11-22T19:25:00Z","present":"1,3,4,5"}]}','c5c049419fbe2e956f7739a94f0f2d7ef5187b810b5f203fb8b179835aea2bb8','6154def347850acc8738ebffd5f1fe7191526d6fddbdfe2de99908482ed11998');
INSERT INTO journal VALUES(16,'2026-11-22T19:25:00Z','root','jury.accept','jury 3','{"state":"open"}','{"state":"deliberated","accepted":[],"events":[{"jury":3,"position":4,"kind":"closed","at":"2026-11-22T19:25:00Z"}]}','6154def347850acc8738ebffd5f1fe7191526d6fddbdfe2de99908482ed11998','18b2f70fd073d58220c4bbcadbcd72b1aa7e90781ef9766d6af215baec481630');
INSERT INTO journal VALUES(17,'2026-11-22T19:25:00Z','root','jury.seal','jury 3','{"state":"deliberated"}','{"state":"sealed","candidates":1,"blocks_acquired":0,"seal":"9077997a929878fc1b1299e4d92da24c5f625cbaec475490af902acf7dc31849","minutes":"7cc4a1fc4235b7b2be842af8535166a2261674ac94cce1622f3baa4a9cd4cfec"}','18b2f70fd073d58220c4bbcadbcd72b1aa7e90781ef9766d6af215baec481630','cdfdc09ae636de03a6034eb225a5c5b281ff698750b529c71181f0732b2731fd');
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL CHECK (count >= 0),
  head TEXT NOT NULL CHECK (length (head) = 64)
) STRICT;
INSERT INTO journal_head VALUES(1,17,'cdfdc09ae636de03a6034eb225a5c5b281ff698750b529c71181f0732b2731fd');
CREATE TABLE jury_minutes (
  session_id INTEGER NOT NULL PRIMARY KEY REFERENCES jury_session (id) ON DELETE RESTRICT,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB NOT NULL CHECK (length (pdf) > 0)
) STRICT;
INSERT INTO jury_minutes VALUES(1,'0cb1baf86390e25e5bf9caa5d2f353bdb2fc2378ac5282dce9b5c28835b2cf20',X'255044462d312e37206d696e75746573');
INSERT INTO jury_minutes VALUES(2,'c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06',X'255044462d312e3720696e76656e746564');
INSERT INTO jury_minutes VALUES(3,'7cc4a1fc4235b7b2be842af8535166a2261674ac94cce1622f3baa4a9cd4cfec',X'255044462d312e330a25b7beadaa0a312030206f626a0a3c3c0a2f54797065202f436174616c6f670a2f50616765732032203020520a2f4c616e67202866722d4652290a3e3e0a656e646f626a0a322030206f626a0a3c3c0a2f54797065202f50616765730a2f4b696473205b203238203020522033312030205220333420302052205d0a2f436f756e7420330a3e3e0a656e646f626a0a332030206f626a0a3c3c0a2f50726f6475636572202848617275204672656520504446204c69627261727920322e332e30290a2f43726561746f72203c4645464630303533303036333030363530303631303037353030323030303330303032453030333130303245303033303e0a2f5469746c65203c4645464630303530303037323030364630303633303045383030373330303244303037363030363530303732303036323030363130303643303032303030363430303735303032303030364130303735303037323030373930303230303036343030373530304130303033323030333030304130303036453030364630303736303036353030364430303632303037323030363530304130303033323030333030303332303033363e0a2f417574686f72203c4645464630304339303036333030364630303643303036353030323030303639303036453030373630303635303036453030373430304539303036353e0a2f5375626a656374203c464546463030343530303738303037303030363530303732303037343030323030303639303036453030373630303635303036453030373430304539303032303030373030303646303037353030373230303230303036433030363530303733303032303030363530303733303037333030363130303639303037333e0a2f4372656174696f6e446174652028443a32303236313132303030303030305a303027303027290a3e3e0a656e646f626a0a342030206f626a0a3c3c0a2f54797065202f466f6e740a2f42617365466f6e74202f4850444641412b4542476172616d6f6e6431322d526567756c61720a2f53756274797065202f54797065300a2f456e636f64696e67202f4964656e746974792d480a2f546f556e69636f64652035203020520a2f44657363656e64616e74466f6e7473205b203720302052205d0a3e3e0a656e646f626a0a352030206f626a0a3c3c0a2f4c656e6774682036203020520a2f54797065202f434d61700a2f434d61704e616d65202f5554462d380a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f574d6f646520300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c8594df6a83301487ef7d8a73d95d145b5d75031146d78117fbc35c1fc026c7129831c4f4c2b75ff4744919c308fa11f29d107f7a12efabe74a0a03f187ee598d065a21b9c6a1bf688670c2b390d136012e98b98ee627eb1a15c5b6b81e07835d25db1e8a02e24f3b39183dc2ea89f727bc83f85d73d4429e6175dcd7765c5f94fac60ea5810d9425706ced42af8d7a6b3a84782e5b57dcce0b33ae6d8d37be468590cce32d6d86f51c07d530d48d3c63546cec5542f162af3242c9ffcc5fab4eadd39349bfc554f53bff8fbe27cf61594f69d9744b08ad9ee6e43904f447f21c96f5fb74f63c02fa8e3c87807e20cf6159df51321e013d21cf6159cf28708f804e917804748a24cb08a164b207f2e833d95140a77fcb23a053e03905998572cf29c19cf69e8782cc69ef1ecbfa81ded1e3569fda713a355cafb38bd6b6cde7a365eeefa9b3854477faa85e4d55f3fd03eb4b634e0a656e6473747265616d0a656e646f626a0a362030206f626a0a3334320a656e646f626a0a372030206f626a0a3c3c0a2f54797065202f466f6e740a2f53756274797065202f434944466f6e7454797065320a2f4457203336340a2f445732205b202d333234202d31333032205d0a2f57205b203332205b20323030205d203434205b20323238205d203438205b2034383620333632205d203535205b20343634205d203537205b20343636205d203637205b20363430205d203639205b20353335205d203738205b20373730205d203830205b20353532205d203832205b20373133205d203937205b20333939205d203939205b20333737205d20313031205b2033393020333138205d20313034205b2035313520323435205d20313038205b20323430205d20313130205b203532382034393520353139205d20313134205b2033333420333233203331342035323720343338205d20313230205b20343330205d20323333205b20333930205d205d0a2f434944546f4749444d61702038203020520a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f42617365466f6e74202f4850444641412b4542476172616d6f6e6431322d526567756c61720a2f466f6e7444657363726970746f72203339203020520a3e3e0a656e646f626a0a382030206f626a0a3c3c0a2f4c656e6774682039203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789cedce470a02401004c036e71c0f86ffffd2413c08868b0751aaa07796665926f950e345dfbccd730e77edb1727af2ba55693fb49d4ab7d27bbb41bf32a80c33aa739cc9b59d5666996751739955d6d9645bf7dddbbffec1fedb0b000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f0ab2ee87801a30a656e6473747265616d0a656e646f626a0a392030206f626a0a3232350a656e646f626a0a31302030206f626a0a3c3c0a2f54797065202f466f6e740a2f42617365466f6e74202f4850444641422b4542476172616d6f6e64534331322d526567756c61720a2f53756274797065202f54797065300a2f456e636f64696e67202f4964656e746974792d480a2f546f556e69636f6465203131203020520a2f44657363656e64616e74466f6e7473205b20313320302052205d0a3e3e0a656e646f626a0a31312030206f626a0a3c3c0a2f4c656e677468203132203020520a2f54797065202f434d61700a2f434d61704e616d65202f5554462d380a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f574d6f646520300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c8593cf8a833010c6ef3ec51cbb8762b5addd8208c576c1c3fe61dd3e804dc612586388e9c1b7df98e96a591613d08f617edf389199302f8e851406c20fddb2120dd442728d5d7bd30ce18257218328062e98b947eecd9a4a05a135977d67b02964dd429a42f869939dd13d2c0ebcbde01384ef9aa316f20a8b735edab8bc29f58d0d4a032bc832e058db42af957aab1a84d0d99605b77961faa5f54cc457af10621747d40c6b3976aa62a82b79c5205dd99341fa624f16a0e47ff277d7a51ef178c01f6570fde6ffc18fc48d328f6f22c74de2c1d7c46d48d63e9cbad89c487ccd6ce98e5bfac8d677d5849a4e7624bede933d710792bd0fcf1db74b08cf3df88eaa4f328fe7c44d328f9fe8cf4ce2c19f89a3ea369ac3e35534708ff2880f333aacd2b800eca6b59d7db76f6ee887711712c79554ad1a5ceef9016ef920ba0a656e6473747265616d0a656e646f626a0a31322030206f626a0a3332310a656e646f626a0a31332030206f626a0a3c3c0a2f54797065202f466f6e740a2f53756274797065202f434944466f6e7454797065320a2f4457203336340a2f445732205b202d333234202d31333032205d0a2f57205b203332205b20323030205d203435205b20323734205d203635205b20363932205d203637205b2036343020373534205d203737205b2039303120373730205d203830205b20353532203830362037313320343635205d203937205b20353439203530392035363020363033203438302034343120353934205d20313035205b2033313520333135205d20313038205b2034373020373037203630302036313620343730203632362035343020343330203535302036303020353530205d20313231205b20353130205d20323031205b20353335205d20323234205b20353439205d20323332205b2034383020343830205d2038323137205b20323430205d205d0a2f434944546f4749444d6170203134203020520a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f42617365466f6e74202f4850444641422b4542476172616d6f6e64534331322d526567756c61720a2f466f6e7444657363726970746f72203432203020520a3e3e0a656e646f626a0a31342030206f626a0a3c3c0a2f4c656e677468203135203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789cedceed4a42411405d0ad2596f9596aa6a6950abeff1336f8d350ae185c91b5600e9c9973869d5ca971f2a559f18787721ed3fa73dfce53a9cfe9e425dd33fbbdf433c830a3bce6adf4e34c4a9de63db37c649e4596f9cc2aeb7c1de6bf2be6aacbcf45d39ba37e9bddff45010000000000000000000000000000e086edeb0e000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000dca35f832a02e20a656e6473747265616d0a656e646f626a0a31352030206f626a0a3234370a656e646f626a0a31362030206f626a0a3c3c0a2f54797065202f466f6e740a2f42617365466f6e74202f4850444641432b4c61746f2d526567756c61720a2f53756274797065202f54797065300a2f456e636f64696e67202f4964656e746974792d480a2f546f556e69636f6465203137203020520a2f44657363656e64616e74466f6e7473205b20313920302052205d0a3e3e0a656e646f626a0a31372030206f626a0a3c3c0a2f4c656e677468203138203020520a2f54797065202f434d61700a2f434d61704e616d65202f5554462d380a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f574d6f646520300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c8593dd6a83401085ef7d8ab94c2f82d11a4d4084d4a6e0457fa8e90398dd312cd475593717be7dd79dd48452b2821e86f96638bb72c2b27aaea430107ee89ed568a015926b1cfab36608473c0919443170c1cca5725fd6352a08ed703d0e06bb4ab63de439849fb639183dc262c7fb233e40f8ae396a214fb0f82a6b5bd767a5beb14369600545011c5bbbe8b5516f4d8710bab165c56d5f98716967aec4615408b1ab2332c37a8e836a18ea469e30c857f629207fb14f11a0e47ffa97a9633be3f184dfca34f5dbff075f13378b07df10b725d9f8f0d2718f4f84971e3c891c97d0765b7970dabea6a326beedeb98f09424f6e174d4abdcc753f29eee487cde53f29e9199d4e73d231719dd4ce63353668e2b09b7d57d7c4f3778150f4e66f6f457f7f7cdc4ab28b1dcad78f02d71b3dce25302a6a0cef16267ad6db25c9a5da4a630098973e055afa629f7fe0071093b680a656e6473747265616d0a656e646f626a0a31382030206f626a0a3334300a656e646f626a0a31392030206f626a0a3c3c0a2f54797065202f466f6e740a2f53756274797065202f434944466f6e7454797065320a2f4457203533310a2f445732205b202d323638202d31333436205d0a2f57205b203332205b20323536205d203337205b20383031205d203430205b2032363720323637205d203434205b20323237203337312032333620343532203538302035383020353830203538302035383020353830203538302035383020353830203538302032353020323631205d203635205b203637372036343620363638203736302035373720353635203733302037363320323830205d203736205b2035313320393238203736332038303020363030205d203832205b2036323620353432203539302037333520363737205d203838205b20363439205d203937205b20343937203536302034373720353630203532382033353020353230203535382032343020323430205d20313038205b2032333620383232203535382035363720353630203536302033363420343333203335382035353720353136205d20313230205b2034393820353135205d20313939205b203636382035373720353737205d20323234205b20343937205d20323332205b20353238203532382035323820353238205d2038323132205b20373933205d2038323137205b20323133205d205d0a2f434944546f4749444d6170203230203020520a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f42617365466f6e74202f4850444641432b4c61746f2d526567756c61720a2f466f6e7444657363726970746f72203435203020520a3e3e0a656e646f626a0a32302030206f626a0a3c3c0a2f4c656e677468203231203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789cedcfc54e44411404d0c2dd5d07f70deeeef6ffbfc3cb5b4c08acc84020e49c4577f54dba539dd4a8ae9aeecaf53047e5be99fdec642fc739c969ce729e8bdce432b7b9ca76b6debd509f8634a6392d694d5bdad3514e3bd395eef4a4b7c87de9cf40063354e4e14f0d46329ab18c67229399ca742a9929a6d799cd5ce6b390c52c65392b59cd5a315fcf46ad5ffe414db9cfc3976e3c7e383fe5392f79fdbe4a000000000000000000000000000000fc2907d5b4fb8b2d0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000807feb0d42780b020a656e6473747265616d0a656e646f626a0a32312030206f626a0a3330330a656e646f626a0a32322030206f626a0a3c3c0a2f54797065202f466f6e740a2f42617365466f6e74202f4850444641442b4c61746f2d426f6c642c426f6c640a2f53756274797065202f54797065300a2f456e636f64696e67202f4964656e746974792d480a2f546f556e69636f6465203233203020520a2f44657363656e64616e74466f6e7473205b20323520302052205d0a3e3e0a656e646f626a0a32332030206f626a0a3c3c0a2f4c656e677468203234203020520a2f54797065202f434d61700a2f434d61704e616d65202f5554462d380a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f574d6f646520300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c8593df6a833014c6ef7d8a73d95d14ab6ded062274b6032ff687d93d8026c7129831c4f4c2b75f92d3d9328606f4e3707edfc7219c84797128a430107ee88e9568a011926becbb8b6608359e850ca218b860e65af93f6b2b1584d65c0ebdc1b6904d07690ae1a76df6460fb0d8f3aec60708df35472de419165f7969ebf2a2d437b6280dac20cb806363835e2bf556b508a1b72d0b6efbc20c4bebb911a74121c4be8e6818d671ec55c55057f28c41bab22783f4c59e2c40c9fff4afaeba19f1d8e1f7e25cbffd7ff00371a34ce36b8a5dc72473e99bc8739b84249ac373cf6dafae7c06dfae09a7745b4de309c5267b92b961121a6647e9c9dc30bb27c24799c69fe9226f328d1f1f3d77a4745b4de1f12a72dcbddce36e8bdcb28f2bca2e5adbedf42fc2afa55b4821717c34aa53cee5bf1fc52a059a0a656e6473747265616d0a656e646f626a0a32342030206f626a0a3331330a656e646f626a0a32352030206f626a0a3c3c0a2f54797065202f466f6e740a2f53756274797065202f434944466f6e7454797065320a2f4457203534370a2f445732205b202d323835202d31333834205d0a2f57205b203332205b20323433205d203435205b20333733205d203438205b203538302035383020353830205d203635205b203639342036353820363631203736302035373520353636205d203736205b203531392039343520373730203830382036313920383038205d203833205b20353438203630302037343220363934205d203937205b20353037203536372034383220353637203533342033353820353238203536342032353420323534205d20313038205b2032343820383337203536342035373420353638203536372033373320343339203337322035363420353238205d20313231205b20353237205d20313736205b20343135205d20323332205b2035333420353334205d2038323137205b20323230205d205d0a2f434944546f4749444d6170203236203020520a2f43494453797374656d496e666f203c3c0a2f5265676973747279202841646f6265290a2f4f72646572696e6720284964656e746974792d48290a2f537570706c656d656e7420300a3e3e0a2f42617365466f6e74202f4850444641442b4c61746f2d426f6c642c426f6c640a2f466f6e7444657363726970746f72203438203020520a3e3e0a656e646f626a0a32362030206f626a0a3c3c0a2f4c656e677468203237203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789cedcfd74a04400c40d16befbdf72ed8f5ff7fce659f7c5041167641ce7918486632496a44533fde3c0ecfe75e7afdf587e9669a6daef916be64175b6ab995565b1b44eb6db4d9d6b7f5dbedb4db5efb1d74d851c79d0cb26f9d76d679175d76d57537dd76377c7fff97f546f634d66ef5dec7983b02000000000000000000000000000030190f931e000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f88f3e018488047b0a656e6473747265616d0a656e646f626a0a32372030206f626a0a3235370a656e646f626a0a32382030206f626a0a3c3c0a2f54797065202f506167650a2f4d65646961426f78205b20302030203539352e3238303033203834312e3839303031205d0a2f436f6e74656e7473203239203020520a2f5265736f7572636573203c3c0a2f50726f63536574205b202f504446202f54657874202f496d61676542202f496d61676543202f496d61676549205d0a2f466f6e74203c3c0a2f4631203130203020520a2f46322034203020520a2f4633203232203020520a2f4634203136203020520a3e3e0a3e3e0a2f506172656e742032203020520a3e3e0a656e646f626a0a32392030206f626a0a3c3c0a2f4c656e677468203330203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789ccd5bcb9223ab11ddeb2bf403c6bc29223a1471a72539c24b4fef1c5ed9bef662bcb91bffbe4920211328b54a33be310b75abd021a1e09c24c9a2be7c9ca490f12c85f2e98fd1e7dffe75fae35d9d953d7ffc9a7edbce1f7f3f696b85d9ce61f3c24429d5f9e31fa7bfbe49f91e2fdaa5ffdea4cf3d7dded3c749a965fa9f80fe76513efd1efc45c9b7f29bbfa56b2be50d7e7797bf7dfcf974fb387df9c8ad6a05adc64d68770e6e1326010db6962acba06b4ba9c5db96aed37f7de52d640c7c54e951ee8d253dc3d6df6b2f75b90eb50ef42e97df4b6fb14ec0fabf94ef800f11ef400a0f23e874fa937a9f86514723ec06c315ac165b1eb8ffa4d220c01a94baf47b8cf1fced64a41221c2f78efdc6b0c96ac26ea9f4dfa75f4f7a73c2796e78eb602b14584d3544d0dc244129e1228c6f3169e464d2c8c9a49193498ae226f5a6da2f692c2cf452ea543474a9a3749df2da2565c6fa266a026e5d20406ee20bcc8c5267fc630ac1f559b94cf04c6fe560f2d27c56239570d65d0c902a00d164271710e4598a032ed7bd77d2e4ba552a99c0b27f874f262e10d21079485060fa035ab5fd2eb260b48920e2906690dd80f7973f84dcab5845ba7519b8f4c7a69e5a53a405ca6e1fb84ebdd0289f5bed91af77a8ba1c4ce81288d6a5ee4593fe6c11fa98ae7d40afe152fff47656e9fafcdb3f4fc5bdfc7774407ff953ae05f31cd3843b07cc8709ad45df4e5fcb78cc6ecb9c37180e1bcf7ed3c23a3214ce0c633c0a3cfdff22c978ab4454b53064c13ba88bcec4b0830f5349b0512f2aa1ab811ed00ac678a125e87eee71767717addf6a4faf9545cc3d115b4ec9ea43e6f69155b7ea0a63fd5fdd5d675a22579e12e05afe4c13c2a6142623b96b1828fcbd5e32884aae10c6053178cd40c6681c0bc4912206b531b94bcfa0a4884127fe304a71abf4cef6613b2ec59ed37a85f4f34e4405eeba4e80310b6a4d205d94d71477cf7e456fe857ae65b10256a8b7ae64ac97fffb051dc7869c2c4e2b4fbf5e381b42cbbd4e96c6caeacbca02a5645a102c80167614e28661874b0fea2e4efceb44a84631869a28d559c6702b4a31a231f48a558c6b0cbd620ce311b74d6f741fb6e3eb7a88e6600d0363c6d41881aabe7a8eb60655df772cc8216b94ed6b5ac0c0c9f4752faf328e0445d99bb0d0a8fa13bdd5deb25b6fa570eb3b0b8ab422e6b8e9d082a2d5b23d45da7bbcace45801c4ad949016dac771be5639318df280f371f0085af54148bf30ee2fd6bdf5898201de5d020c78961c01cc76eed971a800b602590e7002afc35a665358073ddeb555fb1030101aebdb28b49e2bbb1a3b60788e6cbcd1d170698e1355e6ca6451fc8c7a7b0b1921026353f622dee45920182c62380d2ea80c3481925286b6d2e050d2c67b2947a77d010c1c85d622864bb79dc78812bb1671dc82ed4c03bc755a7d1ff6c422e8a2151064ea461b32e3de747dd8582251e721e6aedf2d6c2f730c3e6964365cf59098617061449d349e9206713788c177a8ac8aa8b3d077835917578ad752d945a736c3173834aa2855636fbc53f68097e8029f060136e3f6f166bc04ad18c3df4adf969bf12efea91d147bc041d4fbe29f2aa3e70af566732771bba34b0799a1ea086643abd175b46734bc20844e972e6c347018f5dd24cf712b7153c973f44adc54f2037ad477933cc74dfa6e921f700bd5522d0fadd3eafb3098d6a4ea4477df955797ba8084be5749fb2a6b53a49cbffb856a983597f46b308b637ad0922715b7301aa9bd960533f8ffd2046be4902058cd97d5c0dbafa3c22540e84f27172e7d8a5e5bcc3371bdd39fe1564467f467e815d119fd397ae47aa73fc34d5ceff4e7b8058319af79ebb4fa3eacd2df2901db1cbeb51ee68d6ece6041735b5dd8ae25828174c072611b8dff08414c1d7684f7967718a37a4f3c6ad74ad98ddacf12b9442763dbb98ded49a98c955f56cb64e8c8da41a901972469fb75564a170fc3ad64c2c4c3d02b9930f170f4a8942e1e869b94d2c5c3710bfe3355f0d669f57d58158f71424e819b2a9cca3eb8c6475938d7b2d100ccfbf64034a3d11f219aa9a3bfa368c6b60f8966acfcb26826430f45430543e800973a9627075f676974b574d04a144c2a1dba5204d309818e8ae822e9a0490e5d2104b46038e33d69b455dc015455a84d84b473088c6cb8ed5064198160ca5cb4af7b29bbc81f4cc67e841a961dfc9dd430b67d480d63e597d530193ab4842009e0bbea4fadbe0ef4ef7260a089fb4c0e0c3a719fc9814319fdbb1c1888d3bfcb8183466a33b6f34669dd7d587e1a6ccf312712dcd9c608897b926d738b8cb82424a79b7ab933458833bfd4ff98d934923da9330e37fdf577cc5fddc9d6e73ad832bc0edd773caadf448af5d445591419e60dc87643d3e4df7359629b28b68d0fb4dae3ef3bd1058e2f19b3e951fa7bf75038bef313b627b2c1d66db5579415bd743f1b6cd342e5ecd16cb04d31e1aa3d45da7b2e1b6cad125ed2e4e8f48070ce9ee373d8c233749ed49b872880c16a611ffc15268199c37656a89d3a0f32d4ab24d85a2f9fa656e9a8b2a9c9be2e38bc250223a50c9d54873743d0a494a15753c82696a159d7f6614fa438ad86de9381ce4fc0f011ffcb8ff04ad9ad3e0a8407f12676e2343c5bf1526794ade74d6a67e0a61cc40df66274ddaaeab866d9782316cf2b78b2b4ebbe728e37f0ba57e0cc9dfaf152ceb89f5cb075053890a48a705fadfecbdb7bb0b1bec7719e8eef8248ff0ec78a03fbe1526ec2af744a60a494a1578a643a65e895d49800199a756d1f56d86f2024fa59a468b6201cedcc01294e37e23020c1e81d9df2ea18cb8e0cf7cfbc5dd4862701c647c278f8271f3ca9c79c10e379c0c34e1438943da51c99c874693625821bf94630bd944057b4a26423d01559288508b477670750e734c0c3b39f825d3ec550afb28bdd05db1cee6ddc0e53aac4adee6da4d4d21bf20e7db7bb9fddb5914fbbeb8aa9eed81c72c7eb9b1b67ea2577ddd809df93ed1ea24e2a61c261d049254c380c3a8980e98241598ff66195b7e518f1cfa0206344d85e910fbb058bec78d9fb7e2695617ce15207115704203052cad0ab09673460e8d564b2296668d6b57dd8d3fb543811add8d18f3a689e2c87ab658bee5376f79b3afa6a9d76b5973e8cff63dfff254b492291eda7df2f06f75aed74ef75e6f494afa8f7d5ced9e6033a6579a6f98a92ec9a731ced4cc14db27d1be2f0b05fdb83d6c33f543fcf860c6e2f6418ecd273c26d278167581dbfeff16474febe7b6eb587239a2417118339163c818de3a125f72778100aee291ffe60399575c2413b5f37d747120e3a6811b9306ad153e799b5d7c207cab24fce9cb52c53c451d652c58bc1600f1f18b7196c8c61e747ad90dba2f187c789e94a08af0df807bda7e799fda7f98536886c1acae94f997b8a00bc662063f3f836105e33d0343f6cca1894f5621ff6441e415b703cdf7fa8a2ce17b7164a489162bd3ce6efa18630370c69eac1a784b97d29fa0b91fa513291cc72cb05602a9eaaf8de95ef6bc6ca9bbad9a067525555e18d7894d1163d19f514f5869981cb34d74631ae10001675d0c48d4e970e5acd38e34187f62eec009e5e1875dacf389adc6b072a514c8a2c16c401e30b044792ba6d11c063c34713bb5a9ada5b76dfad743fb1abb68456f9c1c5013fabd2123eb7d74b9f4fecaacd0b1de62c795fc5daea3145203878c5e72af4b9b60e7efc2c1f066f2ae8a1078e4c4df295fdbd90ac041adfa64d87cb0f871e18686939f602894bbe7651d1917b7ceffdbfc5d1c8aee7a6d3c2e6366bcde38b2b14464a19da6a9302ae114d4a397a0b42690ead450cb7e20a6310b74a6f611ff684e7573e8a60978f632e3a7c42b4a270f6dc54d5acda6437bf1457c33ccdb64361133aaeebd017a2fabb1c338ebecb4107062ebdc1286735a36c9e3b74359d6c9209749cce3ec31db49a21366fc45eebf30ee0694fad4c8089a7a98d871e60e1b6afdd3583f25a9c6e21062fde2567b7697c3b2d074fb86965347495dd71297ae0a0d342b41df4ceda4dcd94a2037e59a5cd68381c8a0269cb9e981be8ab677937820f593e07616a2e77a8f8993b35d6c0abb243ada77d2958d8744d050f373d3d62a47a365b7d9569a8f45accdda6accf7839b98029860620451da763f67b0d84d71d614c9eef86c06b82089811efa05ed471d658bcf3d6e95ed47113f9181f89bd76c73b8027fc7b8497d87f6828de89cc6d7fcfba61b40253cc2073fe26356ac200504baa0e464a524edfebf758bfb324de92bdcc0e7f63b18660a66f338226891492f3c53c2b26499a735c9e7aa2139ebea728cc4d6cc7df7b5187717237b27700e776e33a018cbca654efb089d694e91d369196f29858c35b5dff9c9c01b8e3008ed95b7cd41ff813b9d00531bfa76ecf41e4d7ed535c2522041b67e3e951aab60bc41c2f797acccee250214092b05979e2a47fcef07c7ed2ff7fc3958e120a656e6473747265616d0a656e646f626a0a33302030206f626a0a333232390a656e646f626a0a33312030206f626a0a3c3c0a2f54797065202f506167650a2f4d65646961426f78205b20302030203539352e3238303033203834312e3839303031205d0a2f436f6e74656e7473203332203020520a2f5265736f7572636573203c3c0a2f50726f63536574205b202f504446202f54657874202f496d61676542202f496d61676543202f496d61676549205d0a2f466f6e74203c3c0a2f4631203136203020520a2f4632203130203020520a2f4633203232203020520a3e3e0a3e3e0a2f506172656e742032203020520a3e3e0a656e646f626a0a33322030206f626a0a3c3c0a2f4c656e677468203333203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789cb55ac9ae23bb0dddfb2bfc0515cd03d030d0d7d737409679bd7bc8ea0dd9249b6cf2fb11255222552abb6ea77b517659a6288ae311abdebe5dd466d3b57ce4f2e1ecf53fffbcfce5435fe3e6afdffebc387f8dd96d292ba5afdf7ebffcfa4529af948ae66655b90f1fe5b24a3d52192bdfe6bd7c879bb1f09f07baf20d972ed7bdfc5fe60657c63dde7f6df74017f3fe7f5b3e0adb36fe68eb01ff84fcc37be35fe4311ac7f8bcfa1d60cc28edda7f0ed60379d59031e27f21b775600d4f6b3cdaff0f94afcefb1872d77977e465f137dec355f79ee1fef68f6f7fbb3c40e5eefadff29942d17904c50777fdfb5fabb653466dfffbe2bdda4c11d4b2d17f5d7eb9bc010705d33430b0a619cd5cb5039b2930dd6f9599073a6080a67324cea3a9b96ed7b531d8a210df0d73c0d6c1cc6d1b38ef0355c3b615eab60248e54df9309eb6e53c4a22b6d547fbb6b4bed247f7c55c77457bb24abaa3d528e78bbd55b7f88a2ea0995b123deea7d201cfc7d8572e0b974f7b85b5412c1044f9cdbb9cf3d5973b93ae3a6c45e43f2e60815415216c848a307a4b6556928ae8a34fec6bafa98664be46adb7a06069b26b91fb4d91bc65be5679330bbaa73a62f38d4b5b0ea0e51d0f1f6ea9877e1e21175c09b17c33ee0bae016bd99b86506de981f1b7cec1e6f6029a26648d5dcd27c4b8b9b41448cc316c8e536983685d6da2e5306370233da6c9c91d7772ce33e94daf79baa781b28bfd2b5e2bcf10ee052ea1c1c504098e082a53b48a5663946c54505b5b542a496948d2c592a42cfc12a46354503be548e97c4363545217b3ea3df51815d4ab801161247973251e931da69d54c2b9c55bc8254f95a9a69b5aa3bbc1657771b7a78f6d8e37371dcaef3bfcfe68715bf3d1fbcd648c9bc75b2b27314f31336272cf3fdc9c2357365816f5ecc6b2c40937d754c2448ca62dc5c5621e36c30993d980f34ab09976c4e452a98007786d05416bdd4d88377cc316262f6372cd7399e869fee425e56728c5b6142e1676ecff36c24856d1c5638e91eea2ab071c275ac4158f3646ba0a2a1e6a9c7411513cce18e92a4e78f470ae5d5907046fafe1658809a899bd78a1aeb6bb0f9c59c7b0b844ddfc8472adc0787ac1eb701ef947c39084f5aaff61816bfe3830660d30860dcd9d61433d7061299641e3be201688aed6080cd68ea50933aa11b0549cebbd65c5f683616837f64298b60133a2677a792cf4f29812846e851b12d5531dfb3d2fd2d183e4f198cc26204632d27a157c3a1abf19f565fce66b52c2e2b698c1ddd267a63dc630f654f30baff1e7c07570963bee7b13ba1a86b22a1e2256a8ba1c30b4a0f7279174b06917706d08026e0d55832ed9c8439c7f06aa06abf72b6911da8720b5a1f592ad4a9d569aa1f5d30854874c696cc7e314d0828a69f3a6d59ac77b7370692fb2133a3fb395a0f52fc15cd79dd07e2d29c1d3be88860d0952633d894fa46c4890ee4c24ac26488544c764676051a9342e0208fb913087197ec7ff65359746dfcd7f7194e5d9149c216027e331651ccafa816760babf37f9a81ac0bc74ea940159a8ebe9d8395f744f280b7a851d0c3d3a1c61ce7443573edb2da5a316cf4bc1e5c24d78cd9446e58e84a58c58b1e888b6de8ea1791fadd456454ecaa63151c6efc3107086277ebb3e866c1df5f2bb6e1db1d272c6819ec0d8bac67d6d8064310ed1061c7e08e7243d3038c0cbb4683f51b905f94a507aa6e7eac4c4abdaa09edfadf9b29f3f5a6558e5c8090f9c299a2d44d933887eaa765caf96afd3f57673902c0832f536a0ed41dffd46b4ff667a4c1ab41f11c022f8d8918067c8f2d387c0fa33ab7ccdb3b8a45ea56c9ec825f52a1df3242da98568c764a7318d7785ce4d8d250951186623e7791f812a30f194ad6ab050f0dd47b0ca792720902fba53bb73c9183d06425eeb2dfa4fa1206fd26ab13e7a1e0b791db7a48f5b76a64c8f33d5e9865d3983fb1a721303d1506b0d7a87f8a68e8b83bc2f4cce302897b735d5b353b829feaa9fcd362f9677396dc1bdd84365d20e55c55b990887588c5b70f8400de4e201a07246404383c894b86e7d3e4ec74607a9b5618b49d0d1d020722a16df9452e110238a904be745d9e8205d39a57055c6b5effe80e004e8f34a43ecbc6c84a1374beaff1b1ff21d947b97fde606b416b6ebb694443bc3715b4a5269bb6e4b49246dd76d3911cd86e3b694a43bbb70534d5cb9028ec94e34615c011f6dc2d3b441312b8bf73d37ab11daedbd0c8fe76c06c846ff039f117e60ee0f78317035d792b62eeb3f3ccd4c7b192393511fc9687ea28c23ff557dad75d965b4ee4846fbb365bc45d7d3eb77c8e77e807ce2994b71d068a72e2148ededa2c36746e74b76cd64e7caa79b4d6885f33cd43873119ccc63471de28b4ee42d66d2e6d4a9fad9dd3238efbabc8e88cf740d67d44672f6e307597401ed092906dadf83e9b2a2cbf688b0cbfff94e9cb3bc85ec7f14cc74d6ce9d141c3affb4dae93c01ea6ada9bcec2649f05cab23fd54f51060398a9168214fa5714acfc858957a7de07b90c14793a5926468f7341371e42cab5d3630da93c05b0321cd1799488cef64c9afe0ac6a2c142c70f6aaa3c0b9ca37719c431e6e5bb0d6c87e51e9e403b2c35a481aaadde7c91bb2e5a2ba89cbfac9051cd11af8c576c82d77b83df09691264186caa60cd001356b398c1033606b91736457ce8ac50e91ccec73c0c82d326aa020c663ffc0df4757de44bb2579ac0f642f32c8e475cd7b65a55e54cc46352507425b079a7c0dd746d8c3fbe1e07c8aabd22de30faeed329ebf11da68e29e8707701838f34503515f07508c7ac6ef1b747ad98117ca4f56a09a3c62b2d8efd26ab98e10501afaa793f7959421a0a39b25c440f08c83330cb9277f903af409e757e450e9fced9b6e46c978e3a0daca6920e968fb25968573f204f16ad467676b0257fb75579561fa3e713bb2d89ddf0d790dcfd66036b9d1996d6cea4a9c8da5a9625f770a017e269a86dc69e3a529ded7cab5e5a9de54f163bde61adb1de83aeaff32881d42afd1d0b03c55ac63db13d6ba687b9e586a8b0f7b7ab2c137e001df4562521445a63428656595961bd6f93bb02786d39e843f7fe2673a8c757ac9e6e5f2d037f22645a82a88f11f963e0f915415a733e7e1896a8d029e6c7cf3c1919c69b0c407c233a5b880ca4e9c18bbfc6f8eaa145efbfe323524a96bb7ef91bf168ef7ff5870e132f5e670f03fac5c38d5d5f9adb3330bd52d2a2775d04b07cf2faa58b12efc5532768aff2966b15b3a1b7ef29b6225395196273d38bce09f874e772a717ea283b7027c08727154a861e39e21d86f1a8f27f9b31dbba0a656e6473747265616d0a656e646f626a0a33332030206f626a0a323430360a656e646f626a0a33342030206f626a0a3c3c0a2f54797065202f506167650a2f4d65646961426f78205b20302030203539352e3238303033203834312e3839303031205d0a2f436f6e74656e7473203335203020520a2f5265736f7572636573203c3c0a2f50726f63536574205b202f504446202f54657874202f496d61676542202f496d61676543202f496d61676549205d0a2f466f6e74203c3c0a2f4631203136203020520a2f4632203130203020520a2f4633203232203020520a3e3e0a3e3e0a2f506172656e742032203020520a3e3e0a656e646f626a0a33352030206f626a0a3c3c0a2f4c656e677468203336203020520a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c9d57bbb2dc200cedfd157c81c3fb3173c733b95e6f665226db6552e5d5244d9afc7e241006d9788b5b9805f920a47304785f1f939c4d14d02468ac117f7f4defee4a84d989c7cfc93a11929d63925289c7f7e9cb8b944e4a19f46224f4fd1d1e23e516c106bffa06bf7ed106df39c4c12f3e0a9e15dec35c6fc1eea8ffbef41117d2f9bd8106dc16fb56d643ff91fcfb5bf10ff16845b67e5efef568d352d9f2cee27a18af6c31067ae7535907d770758dadbcdf28be3cefdee2cef356f265684c7d7c72ee09fbcbd7c7c76943caadf8076df4c07940e2bd159f3e64b66322b6ff4ccec95943a0a6b3fe9e3e4fafe841e234850e8c2ea269a12c6a2651ba6fd999431c3aa8d2194a31109daaa456532961b7307d0ed3e32a4e43a35d0dd33af2ccc2dcad7b984a89daecb5957294354623797959bf842c65a58da4d9a80c9c5c94a7f739e644b4af5c8a71f92ccabe6479f3efb184e4b312da1a2f090287d6088c1dd3c244a49b9d4d2909073d1d85f233a4fc6342456226926946446a354798153991bbf589de46c4bc4593084acd5ee2d295c31b71c4f26bb95d6fc19a23aca912d4691c38f78b7575ef6f65ffa348b9b0b2ad736282c6f3e5e4e479252e3ae4e84f1b46d033a28f6980bca9e873021da69a18cef89863ec70d5c470237d986a0ccdc2b9865dee120880e4f509b6154cd5bb02749a66024d93d5c2d80299ce97532ef781d415edee2cedd931c988c77b3d4eabbc75aff50b621df5c75e2857834eb53c02cd535487b71edf8ee47ede46fb39af65db117c5c378c128a76b60175a184c6c57d900686dea541e174183271dca94af6c2e1b891f67d4570340be71a0659636dd87490d0506da85d4a7633625db848f5712bb7b95d2feae3e8dc415dec57bb695761be22eb55a7eb19dcd1dd27844365ce74f7986a62b813b78d6e861b31c678646816ce358ce89666b063d4a2cbadd2aa36530df4da7bc1acf109cd47a76fa7b94b0486ce8701cd1d864c1c77e274a799e3464cf5fc71340be71a5668762e1c6876dd01a2ba4a36f82cdad3a9680717d8c9d99be9ed13c021dc02277a7b4c3531dc89cb462fc38d1862bc31340be71a36fce6b481cd80e17e313df96be0649a9346c7c6576633938a6ef5fa1d55ef06c33f998de9a482289a973595fd944ffc3bffa22b1fe88b4a75bfe5dba11c71f523bd69f61f78699af80a656e6473747265616d0a656e646f626a0a33362030206f626a0a3836340a656e646f626a0a33372030206f626a0a3c3c0a2f4c656e677468203338203020520a2f4c656e6774683120353438300a2f4c656e6774683220300a2f4c656e6774683320300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c955809901c57797effebe3f5313d67f7f41c3bf7ecccec353bd7ce6857ebd995f6d0154b2b09ad912cc95a9d2b599285b4bab039ec405c566c2c0712a8a26263234c115324e500c6d814b6c1c48e298a726c70aa408909714c1297215526a6b077f2bf9e5949960814ddd5ddef7fefeff7beff7fffd54d801062908f128194366c1eacecdd7af041ecf9095ebbf61c993b2686a42c21308af4537b4e2d248973c03bfcbeffd8812357d2070e9fdddf7ce5f92fb669cfcfe6f7cded35de79f69784f82ee2707d1e3bf49ba52f11e23791cece1f5938539d1286915e86f4c70edfb2676ec52d53bb907e12e9c92373678e919a281212e0d3278fce1dd9d77761620469c4410bc76e39b1d0fa06a91062ade6e3c78eef3bd6c663cd3b0f910ec0792221ef39fa04d277b79ff02fa40c1428a51295f114051c13c815c7ccfea9bde4299224bfa0df5b44ecc2276012df7bc091f53c3dc75723614ee07b5c832e2292afe2b380fd2251f0de4fcaa44186c9049922ebc90cd944e6c81eb29f1c2487c931728a9c21bf68b59c79fa49e97770ee23f3c879941c6f73b65e6dfd8890d66bad7f6f3dd5fa76ebb1d6d75b5f6b7db1f570eb0bad0bad875a0fb63ed77aa035e86041cd923f7c24481772fb5b4710f749621162a7876a8d260cd572f922deebd54ad032e5acdf9d1f0e7982e154303bb8e793ba2a284325230ed4f6999146efd46eae8362eb57f430fd342912d2dd14aa157ccf92199e9974ae3d93ed9c723ec7cf4c5ab6cc38542b74ada0e91418e84171607cfece275ff9d4f4ea824e1980c44c598e5577dd7ccfe8e975b7dd25319906a804ab52cc6d3e77eede674332c4ea0dc50b34538c561f39bef9af1c2476ebb7d4a0f790ad8434cce072a834ea8dba8d82385870e14c474a1f8a89d8105ab5d244289c2793e6e8fa202dc7a0fd321fe15ab0ccce301fb45e4c64e687ec802d2b864fd4265f1ab45676c552f94c2c978ae50ea60b87d6521f78dc8ae061a1be3fd5223adbd5efa38620aa0255bdcc93d811f0ecef8efb3d251da85a18f3c9b2ee92592a03cf64124c76eb02057563d0a30d2ad180f1926ae445436562afaad7059f3da079b9a4b4f5267d9bfe059946a252e73a676e60b20f61a21080b25a089b8b95cea5652e356a826f6eae568d3b02131b656fd47d4345705441e783d72563a9ee30504b2f05a38b8f198a2a8da746cac9e248aacafce54ac24e6c2ee886013b023e45451fcafb53317a4ed0dd320b864b8b249c8a77c37d5eebed8f4cba64972e49baa6ba27bff41fe59257eb02d1e75f5c639bd638901bfc690125e5928470cf0228c91012358edbd7817ded76f1ddea1866c7b4b80cf0f8b6ebc7275223355f787d1437221dcea6462a016bbdeb03e74f1d35c3bae4f178cfc23fbeff7dbd8b99751c17638ec2b3f070a928230c9077cdecbec3c54446054211d17fd11fd0fbc838fa2301d98e539babcc59355f14db56cc8de40fe0b4cc3c17081d010d087be076c606321bfa43951ecf50d7ce7ea9df9349999eae6c9fc2aec5ef5b997c75dbf0fa5c18c4506c62334c09da64f5a682e5d203deba3c1428559261b74f025dfbf2dadf299474e1f0f6e999aec8dc31dbf57e0c8224d3fa1ff804dc4faa64057a2aee3d5764ba0899b41b1c7d8e4113c6a07e09b323b123192add0366de744c0659326926c36cd823ba1a95949b8a5d8d6ca2b1667f4041a348477c39598461975288bd2f9b2981f4eda42f964063078db1bd49b7c864b537824725361aef555ce6782467e9cc4535aa46d474263250eb7ee5fa4624165513654b48732be1d817e0af490a09dc04708208576aa37ea53d388e2cc3f51e2d9accd446b64ec7bb2d49510e5eb776eeecb68d792906635accbf6d74dd07eca8a44af1b1131b6e3a5762922b88fa89e31a07513f2e8ce324c017702208f71abe86e3fc9d35ab15d6d159fde5fc5860d36044ab784757657ee8d66757d80d3f1375499d1d9bde7d023e326c7b248876a51323f50123343d1fb499991c3d3337fb21cc00a1d6bb70813ee39549d2c92701a4ff9b3ecdfdbadb6c47a55cc7beead739fe810bc720f8dea12645d3e396c737a7629b9cc5b41d57812ff7a0cb15d2058c06f9e5e9469757876eecc9a5fbb0c7f078061416be1173a128295b5696574c265d8aa64a92aa29aee4f7b3f5a0118bbf10d797fa44e633e0ad7195ea1a95d3c068b839f895a836b67e84b4a5213fa3f3de1c898a41bfdcc9912813f929cad4cda3323ad35541690979a3da40977183f559d92f1b76a13fdd5fb0534c28728000b228343543a5e21214cdc554787b4c5b8222249a05279ebc0bbf81af6026454b61dc4ddb4b5ea1c8b62a9d559b52c3c9576d6dfdffcc608f26a30e2ed3ea735487c8bcb6c20cdb1b54432293e8f48da5151d8ede747f9ba30c472366ed07d7e0fe71222b71dc024e20fb28132a484ccc2c7ff91ace17fb2a4bbefb7db44d9deb347085c9dbe94e78710c7571f6cce99bb71cbf7dcd70223933b2aecb9c81fb4f6fdaf9f1e337ccde932814765c7fb291dfb0ee349f31b0f86ff073f81b12241b78344013aa1529f76be6a8032d8c75c21937aa6a474b4b2991a799345797708dbac0efebe98bc5060b6629670b40052b7a6b28a8b0deb5b8891204f6f5aeddf6f1edc1718c035e3d88ea3687d37da6c5d5e5f3e7d60cd6ff2465c47c75a5cf28f50e99e137e0b7beaaa32c2d0eaa545415080c1e5fb7fd9301a3fa84a2aba20457e88bdb5b0c2d600d5a00af14ad6b3c0577b3bdf342a38205806d3293d7008dcb890563cbe76008b7b1dcf61197d1a3a9feac999400448a1229ba50eab7a261b7d2abc57a407936eabde41f92d7f8f198e31ea2c7300560d112d50cdae7777bb3fe1ca2e351a61b77b2d4893171c00463b5f3769e03e2b9a67e451dd61100f3f4dfc5d2e970241c2f9cef1e9774ea73833412cf64b28581eacac99aed939508e4e063d9b8bfe0f37a83c3f13361ddcea92c52cc2543f9aee470aa3c655bc3a2470e663b31b5022f915e5efde5dad1c5d10cad563c20f312c85c2a87aaed74e1866f951b1e5b5025bb9c10fca080473fae697ba246aeab1216e5e4b07bf9e8ebaaec914481f5e7b47e592929e6b7aa7d0141455f8c38bbf30656720f6076c5ca25e83828ca8b223a05234a7c1df04de86c53bdcad1b04b181cc74db7fbe151a68a8a3f1177d756b85c82b47a4775accfd0a448390a88bf961c890cf4daa896fe91103ce092ddc32f4dc95e378bcaa25c55e555cde1170a3e51478352147731f19d6cc34cf53e160d824f61546588556afd273c017fc9f70adae5e2a55acb4379352074f27da5ce7b71371310ac607e1caa41ce36a55221c94cdb9bd5d6770725667cd017b30bd974ae609be25a51145733f8e092e148b9d0937b07f2b0aca02e75c919affe0fbaf6b8dfcfe39ad67a072e20961d18456bb8c020e450486b29492c55213c3be3d0a5eab6def15c04e6e07aef0093718ec4a574e24cf29365725d122624b76d4b79d5caa304d1c216956db4c2b6edcf445c5dba9d370a9250560cdb16bb552b2b9b76c95e214a73c86206f2115745b71597dfad68db1569b7a2fb7948a392ea9295f221ddf5e10c935daa4855c5d074aba98aeb74ddc559042eb63bb55d660fb659806715ee31f3f42e6f9e44c817f0eb50261a69578e986de051febd13a8585745facbb1bbededf421a6b6a37360a093580615161b4ec2a3d2f6bed7af89bbffdc4e2c2c66e14a6e788e3c42efc2ca80043a6a76d43a646aea46dd5bbe012e060deb1ebfad1e42ee26bc413e4f3761ac2681dae5b0d28c59c1582c68c568a2fd8c39d1e05d58453f4432c89be3309d388496c4abe0f7ec2b2f2e27dc4674248295b4a48038e772c56622d12d515ddf53a6419aa534e40b802446fb17c727034250920c1dcc0938d09575ece75fe1057a84d73650cff340bf543ae08a1873b87b559d04cca09d5b1a7056f2fc6699e5d524916a22a860c5f5f8b66793806aa48bdff388bacfa231152201859a6a32a8eb948264b0704678f7d5a84717bb715dabf52afc2d3d490696f2163a0f4615ae98f627c95229c7650f5efe6c7c73cde9556baaf78e88b82903b797b6ced60786c6f3eeb06163a942357b60b03e7b869ebc7776ebf999654d4dd9d23c71f7da3ba67b8a1b24d9c02f28c1ef4badadadf930cf7539b4a0a7e829e225318e82c75b5ebef100db047ba9acc304086f97370c867bf64c8fefecedd9535d565b35b6ac111fa7a786b71f593673dfc1dd77afdf78fe40d7fdb7ddfaf8e76f5d7fe78d9d7a032b389e6d20cd332837440c9d28a95331faae2ee3867c6927b4a379d67870e305eb1d4ad0ec8d949787cf888ab42bece9c3ecd3931e40efee4b5882ce3cfd7d53abb3474dbad36ffb77cc0d057557585117df4a184b366b242042c12551510c6eba6d6572d41b22edff0162e833dff9a7876ef28cbe453cc2ebbce7b9e06712fc7931f5daf4e2c5c527d5ef0a2f22a9a0a69c5f1ca832e7bf87faebc58beffcbdfaddce7f85cb470a0e6325fe1cb67e4efcf4a3a4486d620b94505a2021fa3c09c1bd240367f1fa33128726f6092440de2221f24b12a05e1c7f9364282301584f6230813c23487bb0fd752261e6d6f87b0e3f216ebc9a7008797e88fd2f120b5e23393e67074b86cc939fc24af873f85fba85de499fa6cf0b05a12a1c125e1616c59bc56f8a2d69443a2ffd48de2cdf247f4a7e447e5afe35abb005f610fb9523590ac566fcba4a4ed1f92bc4c836fe974754b17dcef953c4db8059f35ca74d11e3573b6d81ec26cf74da2219816ca72d91d5b0b3d39649011e2613e438d947e6c802def762f5bf9b9cc5fb2aa46ec19103d89e2427c97e3c8f62df71a44f9383c83d8fad69e4398aede90eef3eecab9022e6a924faf73c8e2c906368918378eeeff0eebfc45b2427902a3af32e901eb21a6be5499c6b059e7d648aac7470cc21f71c39e2bccdf19571854df8c6014475d819fd7d2846f0fa7d3325af9aabfd4615a344c5b94a7855fe086457cf37ebe8ec046a8c7325713e8eab4cead85e8ed782a39139e45f408e79e4e39270ed9d42ae225986571575c3d7bc7ac5b283f1bdeb75fe1fb6bec6ff475e7bfc1f0fbf5ad70a656e6473747265616d0a656e646f626a0a33382030206f626a0a333637310a656e646f626a0a33392030206f626a0a3c3c0a2f466f6e7446696c6532203337203020520a2f54797065202f466f6e7444657363726970746f720a2f417363656e74203731300a2f44657363656e74202d3239300a2f466c6167732033340a2f466f6e7442426f78205b202d323930202d333234203235303020393738205d0a2f466f6e744e616d65202f4850444641412b4542476172616d6f6e6431322d526567756c61720a2f4974616c6963416e676c6520300a2f5374656d5620300a2f58486569676874203430350a3e3e0a656e646f626a0a34302030206f626a0a3c3c0a2f4c656e677468203431203020520a2f4c656e6774683120373130360a2f4c656e6774683220300a2f4c656e6774683320300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c8d5909741cc599aeaaeeae3ea767ba677aba47a319cd21cf8cae9134a3c3d66523c9b22c63cbb2001b1b82e553b6e503238cbd90040c3181701a2f81c0831c846073bc4dd84db8761730de0527242121bbc98335b06f0f789b7d10722cbb0933fb57f7c8966d4c987edd5d57577dff57ffffd75f350823847ce85ac4a196d1f1e6c286d5b201256fc2bd76fdf6895dfddffdf72042b807f287d6ef994e20f7877fca9e9b766dde3e3bbf796adfa6639fdf92f4f26134b9716283ef4fc73e40c866f51d9350a06e13be879043215f3bb97d7aefd81ff92590af87fc23533bd74fdc70ff17fe19f23f83fc45db27f6ee427d3c8f502407f9c48e89ed1b5b762f7a02f2c30891d5bb765e315d7e0a15108a7e93d5efdabd71978727faa2fbe2c9f9f80e2440db9bc9b390bfc57be3b7502b26981022100a17cf5d8b40fe59bfe59b166e40cfa3442242fea174022a6fc383f0dd83aeacdf2537b3d1508465e03bc6a08678f46578c751004a74a86d42e7a141b40c8da3cd682bda83f6a157d0dbe8bd44a45c76bf66f50368295a8e26d0163455a97f97d597df29ffa2fc62f985f233e5a7cb8f951f2d1f293f52beb83c50ee79dbef8ef6693f8c62e808fa3d2a0326d4996a6febe8ece82c582191a6a92c5ebb40b26e3c42cd3436455ae442404db954fe23799a3c01a86126b048ad50372eb4b735e34c3a8553f0a069e8a6b3a3bd2d9b69c029d6206c8743e9595570f5e1b6223c49c10e07e3d80e5b21bc7435b1eed3c928e5085eac6d8a58234a2cd99be19cbf57692e1949c6c4f996bdc21f4bf654ad5d23521c95a924f0d2c864305f9b24f10f28110522bd6f7efc238a355d50d2f12faae6b46dc5a91c26d4a7a966f79bff67c65499f2a6cf79aff4f3ce2ca586c238c8977f43a6c857511ea1397d5c11e4a71615e102d44049b10012b08b6633ec0241ac501c170b648453548245ac86f9a60593373ef7cb4343c3399588180b6288d25871edb65b7bae5a72cd4d8248499008785152d4432fdf7cfb3187e25847a714c0249d8f161fdd3d7ef73a6017c5caff4b7e42ee4206d3d3ce509c140bc0248ca87356f014857db8dd680324ed6d8530d0cf1002e6d79ce6e6c495870eef4824ea4cdf37b9079acdeeea5832138b65925d7383a2fd65ed85675edd17cb9ae2c3d7dff430a63edbfcf8455150352a266af18be91a91ea2a91feead63b5e05566c98691fb9155dcc90b061d8ccb1a97279391b0a802816fa8016d6269d624c8102d018f63e66350c25e88357cd2aad9fd5a427dbeda04d259fc12b83af375bfd00399b06c8b1cc96546eeb0831b05f9738bfe8345caf54a9e2da4683f8385ee6881c10fd359706fd9be6c44d7f8b8a899c9b6f50cac449a667c4016d92c7c27ea5598a067dafcbbe2cef9345be5e563b38c36e52026cfe83e53f7013e40eb4113230b1b6a7919e901519dbb8b6744ae42803ce65445701ac502ae335e8e834619640e5f3fc4926a09320bc3a837d844d11dcc09c4ec85ba28fe05a10af7a201c9cd7958c853581934ea85490e75ead7089447f576b22df952caa75d84ffd96ee70ba1d3aa0493e8d7b8052811ea392446b9de522675555451264eef8fd2fd4d52445aaa982a0ea3c9fa85d87f540a0d4e7543d826b6cfbbf6f705a34b752a3f2425cbc8eea9c6e8a8ac80b58d05429d9269576fa35fc355f3e2629ba2c490e638594df271f91836808324cc5187c3078831193cd307bb78006c6d4291a98b266336dc5b8ab06c866047418ed79ecd24226c3bd8958724e04134b6d09474b3ff049b2b020591158345b0b3576cd784ef5f9f0a5414392c1ef66cd648cdccca93a15c39196128a24e373f09d01eba32f0e6a9ec48aac0f1efecfd69680528d79c32c2db643d6028c569a290ee69f49e2802607419276c83063b28c0aec4fb2a7e28c39558c9fc9809f5ebd74c140b2abcd882c8b827aa622b5c9ae42d05aa65d7ec79e1da1882af8fd817df8f8aa0bea4be9250c9728ba6a588b1f6ec9538081e9dae5ebf66b222f120eecbca92c717bc9dda801cd4548007af29ceb689852e99c48019fcd38ecf478a72ee51cf33bae8d01cb788f7f95165f34d8f4c3afadfec6d49cce91f3923adfbcb87051772ea089aa39af677043fbf0d26d371dd937bcb3fda10ead95935a46a6baef7e75e1c189c1e9f3bb6a645ee10bedb5519197fc6a724ea6487efdaded077ebafe96c557fd80f922a7fc5fe4c7e44eb400d62584a91d272e24971957d1d9c5ccfbcf706985b28c742a7ae83bf075a2d8941e6d740a75fef6eacf350a8dfe7432e4afae6d90c4b33936fa13efac9eb72c13c1bc131b18c70b3965b07859ced2d460a083b6075b0a89886e0858551e1bf944e28587a62e195a5e5d35b1cbd656316da82b7f801f26f7a00ef06bccbb66f3b8c23de86c9cb8ce298f3d274f6c4f13b2ae401dac017eabb3e79edefedd2bab3b939c26609e176354ec6b6819708ad5f17b2727c78b06ac30926ce943465ffb059beac63b07d72b8a4da2757aa4baa1a5bbd56ea8b782eba7176e732439b354b2fa1b1a806fa5fc3109e29f80ef1f617c8b14dc6617eec864997a601a9c3134a0989cbeba9eb2c03e02fe06bb960858837182717586a3ca34cf43922f128ee73fb273c55457ce3634254c8c83aa10328376ae3195cdd96133ae4e530147c1b078ee4649afc6638317509ef07ce03a51e2f9d28bbcae0982437941558d79a256544d9d4a0a9469e0c168ac0ad65e47c5515d934bdf0e5755437c132f7f8c7f888f2115d9683e8b32d88ae0ad6bd9106833080326993de962ec38e7599fab51a72bd47b99ba58ddfcc1ad49279db5d6f4366a8bc28fce2798b322c9c0eed5c28586bfcf0a3935e9688d939bfbaff11d91544ffddcbace8810a88d8ed57409938b2358c0548bd4550f0e50eaf0d48e60a32625f07e4d00dde8297f884bf838aa653e0f6cd0d3754f191866cf1e29a0f4bc035eb174be9f93045131fb7a47364eadc88e9a6a408cf17463c3b6af7f071fb7844ba85ed59cda75feaafdf5b5614d1c1695e8814d9bbfc42c0c9821096046033f80e654567a0ade29cc859913f286f9041ab07fc5862d6bed54cb25fea5f4ae43183f76b5b024385bf6eae9b1890da160e94d278b1f02e7b36feafab3c40579d9dc3c09085623147427208e2b22cf5aba5da9c3aeae59619aca93763708d2f1ec7a8b9e13ed575b1f32352c0b9c266a8e332119223feaf78b824245ccf15894448ea755a182265235bc21d60036acf03eac0aed876b66cb849fe768bc9b2a66b523cbd750d308198ad0222a1951d04451c661816049de19d5538e3f90cbf392700e896f018997b0a8c69e655367b9ad8ae57f162aaca3dd76ae3b35929b816a309189c0f9a86244ce25714e691aad533d833a0d27478b759c622642e710930f214f57417b8ea36ed01d664bcc8d154ffa5cd185cc741542f993becb55e83c578961d9caf650a24a35c281ae90dea045c2514b137bb74f3df8c08ea5f3f9009104d8ee109e64b62dbe646ac5f2e58da645b02a42f8a5ab92ea74f92dc2ab5c0c1fd83479838517db54275450b8b19d4b571da8701d03aec19a3ace560b00ea193c5378778bf064fd607066b6fb4ca30fe88ca66b9c50903b632205cdcf0ba99ad2fb119bf20ec2e5e3e5316cc14859d0e3b3fa07224e0be65d3b6edf3b7b144169ccf7c63ae29a99f7597142f0444df2d448c99a5f6d6a186e6eaef21ba9d6fa4cbaaf22db5330627e263a863e3fcd084e497b540fafab6e54a510203e53c767f02c8b1a99883f202f3d5b892bb2330d884084761f6058c9e256376af5d6616fe8365876a917b2b2f80b2808cdda88b5b9bbb0f6d3541e025677e5e89cf1c584f44b381a7372ed66a827e744439c40b9db444593a26bc22291a55a2764a5555f16046894b46834e9e46a4cc312547c48927abb6d92092e50424e34e0c7377ceb9e7008668bb92121683df8398917c4d2730173de1b45c398bcb359f4eae4a685bfb4fd3a055939424a8f9881af1cecc2aed49ccf93fa43321fa45e0019168c6639668167c95f89452b36e1c6e2bdb8ed8cc9c0bf0b58e1ff09c8b0750c479d5cde1f28e69c589488d57950bb8ba292ef7d8513ba9c5c8b6964734edcc29795be9f8ee2d660f41b4355b6e041a6e1aaa107dbda6580ccfb4beff87c3fea554e4d15f3f4cc561bc15615580351a7ab85ee12179c1dd2f5dc75d9c67b6fba72c36dbf1e185db5bc63c8597b62cd9d075ebaed2bb8e9f2f32ffd8b81f1a6b16b2b9a7718e46f7535cf9bd24fd4b75961eccc36d23aeadad3c02c439b6bc0223a3cb17c508b245273ba9b1a475da33a73b5107afa064655519b9b6de98fb912a5b8a0bb523643049b9909a2c2aeda84dc48b10fcf04af796e46d00e885c6d27da7ad55f6e597fef77042a92dec7175b9930d19de681fa25cb8aebc4252bd75e30323c9e36046dffb22d07f7ae797680852ddcbc75bcc05b8a6936a417e377b62f5b7be09a2357bbabe887ee2a3a8fed543c46ce6581ccab83277083eb53919db7beb77bf8bc58f568b89a29bd751a4d63e1c3b89850b874a7bfc76fb65475d53735d06c18824cbd6f049f5f08e9a3554cc3f933a9bbbc6eaeca89172f30e2845325add071816628f4b59b0d295f6c2ca895b86337b0d95f89499b716626260d57c290ccc938a4067bd0ddb8105a66998ad7e0b8fc72633ebf6cfcb2f9563649542280fba62ad13a23e9c668eac245eb469d6c5a14788c754e11449ec3320fbe5cf1eba6dc9ccac70aedc39df3617fa285bba9ae49f5d95c2c9e08b5350de5c7250d6342b858bf2dca323644530ec81ae59935a62186e1f02f500f2007aad95a29ba1b0166814c00708d9e2230d0def189484fbafc939afbae1a19f6a761fb095b240e6bd8c8457f9b6d0b014651904569de72473d4d7547f11c5b0efb2c89371a937e55511435364f14fc18876b098e95de98a5c5debaff21e9f2ac86edb180cab3bd412530858ad39d36c51fd45eb2f06fe73ab95ed3e8606ea07f61d78819777229d3a8cb3905bceeeafead8b7ffcf55ef9d49a91b87dcdcab195f7a66a4e7a6d89e150cabf21d58003f6a2c110cc64c77cec9e95cd1e4ee474e24e2f97276740fcbe3e2609d24acd9e197b41743ff6f9784ef10b97ab0e73624517a310c4b7c792af04b1f95accd1154566187cd4e82dbdc1cda9aa6ad270a4aa5a9125d5c386d959210f9ee577806d00e692e9a0b76d3f353ac70003ded9a53ae7c76ea871fa74fe5c5b198e2567c0c8b28f87405818d31215dc2dfea85f5a98387d4acfabd70f651c7506132182a849f729ca7d617f05bf266801df35f3ac8b67cf6eb9ec9d557143812caa43bf45c8a4882256eeeea9c87128cfa0dbd17950ee73cbddb817ca3328b39b951aa79566218e780555ca811709bf8cbe4d6e6267a4412fcaf2ce87be50b3b235a08ec90a3e91dc2adbe6ad960f5aebd0fad14aebca89a7bb69680f29f2981a685d894f80dede6adaf256689dc347d071f23d14aef45df1dae2cc5eba2db3331c49866b9b279a88a967e7396435b18d505567fdc2b5449539a9bdc517877e28791c3dce0d213f485f398bf1bc31154d4d48d7cba6dee86bba903c4e45a9abd7a7cba29659e09d0ff3cee72fdf18bbccdff37be4e7de65252f87efa961ef13c9ff182a9d283d27bfc4b1337609bcad776a8cbc936ef90fa5137f7a527ee9ac73e67a3c8592e865686aa218f9eb72895c8bf2e44348dbc8e6be84821c4184e490c3655013790539f8355447e620057f8ce2a405f59035288edf86fb69c8af403db81bd2dde5e3f89f207f1445c82ab827a19ce57743fb6aa87f02de199486ba38bc155c423c1bcfedf76daf3f570a8474f40162ff12d00a5e07ed47ff887d783ff191dde459cec7ede38ef1adfc8dfcdff16561aff02f344fd7d3fbe909f162f149f15752b534211d9513f2b4fc944295f5ca4ee56ae580725039ac3caffc9b7be6041c005912dce219ecf0eebf0722ecb938847919d2ec1f022f8d510be4bc340194cf54d21cda036c7a691e2dc37d95b48086f12d9534458df875b0dddd68239a40d3f0dc8012681dda07cf4590db09359b213d88ae449be0da0165bb217f15da02ad272135046d76407aa8d27623941520c26d81770e5a4cc3b50b75c18adf0cdf7b6d379d6c9b4757402eeff63b0d76388c96c35843e83c58d51ad04278321c13d07a026d77bf66f8c6017102bc7201ad80ef3603b629b7cda761e982fbdcfd6d87fc145c03f0de0598bcde1367f4eff552444d50c7ee16b80b9f19f3671be32297e12b805ff66502c660f85b5107a4bbe19e76f99b80f6d3d06212da318919d77ba0551ecd85bb084c321c67a260bcb5bad84f1fb3f2cf54f96fd83f0867fffe1fde556d700a656e6473747265616d0a656e646f626a0a34312030206f626a0a343537330a656e646f626a0a34322030206f626a0a3c3c0a2f466f6e7446696c6532203430203020520a2f54797065202f466f6e7444657363726970746f720a2f417363656e74203731300a2f44657363656e74202d3239300a2f466c6167732033340a2f466f6e7442426f78205b202d323930202d333234203235303020393738205d0a2f466f6e744e616d65202f4850444641422b4542476172616d6f6e64534331322d526567756c61720a2f4974616c6963416e676c6520300a2f5374656d5620300a2f5848656967687420300a3e3e0a656e646f626a0a34332030206f626a0a3c3c0a2f4c656e677468203434203020520a2f4c656e6774683120393032320a2f4c656e6774683220300a2f4c656e6774683320300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c853a095854d7b9e7dc651686d93718b6599c19d661d86644d61916911d416497454104040195c505149518d198181b4c4a4c348b499ad7686262629e91a4cd4b5e9ab669dad726efb5a9c9cbde6c7db67dca5cde7fee80a2695ff13b73b6fffefbf9ffffdc2bc20821291a4334729655c6270e7fd89c052bff09adb9ada7a52f32c8fe2142381de657dab60d1a11ff478593dff6be8e9ea5f38eeee1f6b78a467fe59f87e66edcd0b27ef75f1ea7100a6f856dd74658907ecb8ec2fc3e982fdbd8333854e03249617e1168e476f7b6b5c4bc97f832423c99d33d2d437da807f7c1fc34cc8d9b5b7a36242af237c2f035a051d7d73b3038ff009a45c842e81bfbfa37f4f9f9b164f21dc314e0bb108b103bc46a804290bfa75f4443f87f44342567298a62688a1e8345b4e46f70b8bc18bd828cc66041213782ef129ec74f18117e90ecd157d969420d4988e0c8ffa4067e31df33e86de86db0cf2001fc5a51144a433968152a47d5a8066d42dd681b1a466fa00fd017468d31787e9ec7664591281679502e2a46ab01ae05e07ad0107a1de03ef5c3cdff11999012a1f9cbf3b3f3afcc5f9affd7f9f3f3ff31ffecfc3958eb9c6ffd60d907a13c17082da8f0b6bfd825e304e446c9c805bca5a30c9489b25036d0f6a03ce445492811b4b61215807c02d05e2e482c453a844c16b3cd4e9b68198ec138099b6807b6cbb090cd3d6e308af6fb76ee1798838f5319af717753fa3f4ab49200adc4a0c175dca3aa50767a6e945a69c8b5dbf30c4467cf8379ce005e0d8a40d10825294d89e1945623a384e19874160c2b99544ab2cd625d1c989ec76f4c5c1a5d61f26ec8fde1c99cf18b43dcebd8553954b26c66867b13a3d5c365b6fb4e727f63a7939bef5c9bd25ae5d5469cde5f7fbc3b8d9ae2a4b6bc75a9bde3079765d7bb766f053dad9bff8695b167885670620496618bd981818ecab52c2951a717f20b94c52c03b6c2a924e0c1ed621e510496d45c3f7b62ee6c6bfb054c3d30fd796db640ad502557ed6ae87d615f61c9bee73ab33bd616599538525ad9dedf7519cb1e7e18cb66bb5aab6a03a476a7bde4ee7726f6bf73b4586e4c30cb11e183bb9fe76325683a91107281ac76b783fa27bc24f14ccbf182bec0326e17755ca0d04768a363aa4aa28e7cfa48ed3fe15109d2acfe7046d558694c2d7746154628053ea1586836d8220246c5fdaf60e6fe7fccbbb4725daf28439def32262f532b656e15780b58953d0a560d44c1209a8612301613d891d1a984c9c0bf89b7297bb4fd45eefa8cef334a3f83d917db5f2f98b838c83d89d70c5e9c28a0de7a88fbdbc50e76bae365ee6f0f4dfce2aee2eb0f151ff905e889784c0ce0867387b5808934a149c944fbca2887ef1dea2c9e9b62a767b865f771fa1980f33f110d23f1cd272c7ef812dfb959022b99f1dd478e33464de00d3960854484ac44dbcb6c8bea0fa788feed0efa16f52b41e119d8a46473baafdefd23eef39f6ceaf857ac787ccddd3b3639dcd2a8e0a0ccdae1cae1d70e16961c796b77e2daf242db1fd47afcc29da525bc4b9cc6b2cb9b82e373a26b3412b92cd26a28bbe7977b0efcfaded2406d8406a7eb149b7deff92560b3fd329b2c4ac23e1c1465129b3d3b777d76966667a943be4176da374eedf643e36180a679e8243c3c3bbba807fa23184124b4122524e121aa7bee57974f9df2cb0efb828330b4c0241ceb33b11b67e2340cd4925d6e2c88c1663bf132421d9c11d343813a49804e8a3f0e0c331c7982a238ad3e3e345ecf05d0f413470ca152fc3525084a3184a404d15bf401d73a9830ad33786e2c2e8ede6b48d45eff909d0ed0cf1d464be40b226710148d1d38054424cebc4811874855329988cea0e8275af411f2b95729ea89f5ec342d94065c7fc390a0a3ff7aad43a166dcc14ecd1c0db828b0e5b7ec87604b35b22f7ae1127b2e3ae3126bb21ff21e39c3cdbdd8defe2266666efae5c0c57d0505fb2e0e2cfae69f67bbba66b1f4a187b0f4d5eeee57b93f3f34f1ced1d2d2a3ef4c4cfcf26849c9d15ffa4f0103564132fe1480108bb1cd624ff28732089f4397f163936f4c78f20fbcbee7e38f2b77af8d3df3d4c75490ef53763a6bf0f486f58f0ee59c882ddbecbde3c402c6f7783d596ec528047b58c03c0e7c1bee7b277f3a9ee9acdf5b6933e0879f4a09e60e29ed51f7bc5535be36f6f1c7dfa5aa7d4fb0d3ee8df7d4174f7416a982acbed7a32814a49d8a2ada9835b6072ce39dff86263a846a00df127d0437a24d2686c3c1f8a93a0429c99914710ffa98582b573af25af23c6d39e6b496d1f1d196b4ecd173fd873eaa582ed2cba4a668575e8d3bafbb2832ad79c7d88ee6b4b42d8f740dfda488b920979ba3cc96f48af8f4b2e551b1eeaa91daa64746f237543748e45aa3cda8b5e535a7792a97dba35cd5e3eb8a0f6ff6161700a790fb9931d08dd07fca413729cc18e7bcccc5b3d3a7ae07307f39453ced91f9af5903408145ac8463f0325e0e877f184e511fd41e6a49ba5c76cfbb1313ef1e2bbb9cd4327522bdfb781ddd3137bde3ddfb6b6aee7f77078c4fd41defce007c8b795185909a3f154b0e0eb608ee8784888f49832462bd14df23b004dfef7be16976daa099939acb6362cacdf49f9561d73a0867509130738029042131e651b9fc68c4983f07022126f996c29cfdb25623c2db201ab58874f20b9c157ff18a2e58c48d0925dcc100bde659ea03ea824cea9bd506538132a5afdca7d7cba85aaddaf773991ebcc803366d66845091a4428430dbe2b18ce63500a67393046be62d1b8f79cb525a25d1943b45469373422b0da1224d6449e5ba15691b4be2bcc7befa517babb7d613af5719c4c6aad96d6b26ea1c5c527c695e56f8e88f7a120c7119cae075cb52ed5a48d779e9bdd56ea66cdbb029caa496a556942f5f7f788d6fa8476d4932bec34424e64647aeb02a493d3535ff1d23612f43b5612155419272819705a7130a2cd82c102ac3b13f4f4e9dcb7ab8b3f6c8fa94f42d0f6f587f47925864c3656bf7b812b6e61fb9ef007bd9f750514deef80b03a36f1e292bca6bb0d1dbcb57713aafebcd7f7bf15f40f755f3dfd177302c5f037c3fc7f219f6868678e72e152964f2652925cb8bfa4becd1253db99e2ab755a50b4c3455b56c72af3b35949b35fccc40d7a92cda23090c0e0f4e597fb8a6e1484b52842d42e9895a6157e5ef9bddb1e5953b414b44da6aa0ff2b5e5a2bb148fc02138be4407c6ba2cbad84d36d16f046e8b405283c8f75af3dbcde95de77aabd715ff2592ebd66af3b71b060ea3eb3b7d93a5ab62e67cfecaebecb872bb252a9c46b597bca57e1cf40e097daa6eaa309cd4a4213645e86e2fc5157ab11584ce1f4f725d683a64d102aa9d8fafbb764ab827df594b36ab020a7253f5e49446ee8ec73773e335ee019f971fff83115156dc96966d88c8133ddd1a1cd87d7c5472c03a123d36cea9577bcb977d30b074af6de3b91d9511445bc3e1e58799c7d1a85112bdb1d380327f9a5f6173b322a0c9354f5f33e6dc8c984fab1f2dc54864a887214b9c2f032ee0add2865b59a55ad6b0f343a35b5414c90abc6d3383e7792549699dc3df4478c007cbc04351209757a935623c73abf0f41c17a338a11395d6e483ae404f83b9cec60fc30bc0fe085dad3af7ffc95b73f1eaba307cca9eb0fad2ec8329ad29a21c041581a79a6b7f7d1cdeea68ab86485c9692caa4a6d9fc2f746af6ceaec4e5cbed252d05358d05f16cd5d72ad5e1ebaa5ab7b4bd8f2d58c202cd46b122b3ce585c3d50ea5c6a15b665530625d624dbe67645d6a6c614b4ad1c6084d4eaa2ede11ad883ed45038bcc671fd55abc320110884865297392d26d8e0f452a5e1aea2b8c6cd9b1be38a5ce1a0db2950c3efc0abb4b79c2092ce891c42e5d439cf4c47e5ee35b1e73abbcaef488553f2545ea57bc3e16adf28b56f6077b1c7a7033fd902baeb65cf8146f5fe9ca3bea132622750c6aab3bfd55ae20d8638b346638e3318e22d5afaea9c84be8a330d71168dc6c2af414f8c3d7f813b8637033e7f5656dec822948e1ce5bf83dd98df536c74850829b122585deafd0fadc571939683d0bafe4a4667695c4040b3580cf0154cf6f709f3da60bf007fe76f19c4c133f9289b492fd58aec16fd74d9c4d2e5871ada7787eaf2aa5b12cb77ae759cdbd81a5b966e39d7dae4ed8ba7af5a37e6d5f4b7b8cb9383925a8f3410bd6d1f8d48af4f27a391a195193ee9a21d80b27e29e5f0db29c9bca7bb6e1a03506f5e55779b31c01a10a91803e052c31d70e1d4ded4979a8f85fed0a5a396f79edd9593b3eb6c6fdf39d29feb3b7eecd8f1e22d45d67b19b670f2f2f6a1572657ad9a7c6568fbe5c9c2b9a1379e7deecde4d62375cfbe41a22f7786914086e0e3917a29cf0be6522e8dbe0e8af02ff73cde5d43e2d116128f92b072ed5eb7736bc1e1fb2cde66ee0c5b6c1d2a6bced94b42d25445662a97cdbcbd10825f6a3bec8f48d5dc1988480b5489a7dd1a05e1aa836f8d82bf3a9b7daa733106b6dde10a0cb0718f4214746ef34741faeab567f19f0aeb1623617e7699756e0a02e1e7d9ee8540c85b877a03a806f9ada35b740c4831665e97609ef6301d23714e6d30a6e9a5822099cbec2c4e73a8e9abba90131bb7cae4fb8203c3c0077c6324a2e54076d58085d26122f8c70513757bc144bd1f182cb7b98b93e30a9242e20a9bda9a0ae3125b0f376e7a2a3d5aa453aa2253576724972607c715ae6b5b5718e76cd85fbdfec11574a94e17a2d747a644d8936d61a6c8f4b519f9dbd726e6b972a5b25073688823dd1cedb68719a332eb3d2bba2a9c596ec263ccfc37d4053693f8106bb6a5f82f316e355fed9370abd1ddc80218bf36343ea2d03d1a456b9575d8cabd9f99101a15ae15c924c98e3d8afdbba86eb566a516a7cad5dca971dfc9ec4cb94aae5c139340e8ec055dbc4d5ff5470e8214cc47cafa1b094e89533abb4b0fae38bbc91600076053e5eeea18faaa6f646057a197fa624e62ed5955eb5e7fb89ada0fd8000bfd2d60fbfbb596fea82e94c538502512a9a4981184aaefe4da4e828de4be416bbec5926fa50e29b473e4dac863fa1960ba516ba95d7ee9fdb5162d10fadf6d8c704f3ea9d388fe2656be07d5ec69b89cb63d0995d6bc50f625d4590f5242fc954cca4d8486e26c99920bf57dad97e1a9303df718d4591869c19fff0a54b47c551183d57891eb85ca0ecf8a4342272e704d27f4212c968b64ac5489858230d514f76b4d10be9b7e512ff3edd1c7e8e3e2a89d0a2daf51e64e4a01f5b898cf68117e7671acc928bbb75d6b907dce9ed1eabf93ca3185303603ecb905585e1ee279d4b9cf6421da4dc76426237b86e3e4d2eff45a72ef658e52e496a80058bef67360bb404e2e7dea246a76bb442f196585ac48b4431b34fa874799a322c90413c04a44136a2c2267b78539415d624717ef5ab7c670f6f698ee5519a3f4bac808952a2252a78f32aaf04e5544945e1f15ae5285933e42c58af5916416a9d74713b868fd6d73a28d2eee5bdc88be44a108b9935d8b014a682729dce5cea4dd204a97c715ee88500427e4c7858b04624140843144204df68cc67b75f6a4f0b8967575b63061a058281348acce15a6bcf979340978f7d0ef41ed598e261142669460263545320aa6be82fd9df3dfe2edb06f46e53bc96eb2ccbf2ba3be02ae7a61b713b85213aefc122f46e95eb509929783242fd29bd49b1727217166b5da4c4a31b4917e0e97b3ff4bdef181b3c8b0d06e0361281be9b0283a3ca838cb25a74506ab441b2195a8d9ff5d3973e2b0db220e131beb3bfb92b526913f0e3d4ae741f607ebeb7967261ef7b5d41d5644d50626188bb51633fb3ba319207752815417758abc2f50c3e9df89bfe254d4a91fc0ce182565cf52471677c6d8c46b6f5347c8bdb08e7b1fbf2f909393a4d6a8f43af01507cd974ffa707061ea6a4fa742212f2beaf484877b3a8bcae40a45670fb5f5375cf7f908538073e0ca479f8c0c7ffae195c1840053f879ae9b709c05382f024e38953899022366e22c1c4e2f989472b95d2a6ceae9143102a9e826669154c08878dcf8d879b95e29651306af7cf8e9f0c8271f5d1970c2890a929fc7c7888fa6cf7fcb142f791f70f3551f1f91f1f7de0730c515872ef56c7ef95079f9a19737f75c3a5471c1dd38e2f58e34b8dd0da46f74536f5de4fef46c4dcdb3587df122d63c5753f31cf7e5c5d37f984c4b9bfcc3e9d3bf27fdef41b6d3e020d7d807884ddd2665b21baa5b078ec73889c4db6b38899e971a746a76397ef22836f8d024fdcbe8f8f7252c13282cc15bae7d39c9bf9b821ba201f877deccfc4292ac4c893aa89289c7e34c3a654106200017389a2aab9f19f43a5777a573fb2357dbf00761e6b95c8512ff7b6a937759645e93cbddb0d2191018656d94558cceb0675c1dc79acaefd8b12d9ddb25919a43ba33d4914afcb3155dddbd5959eb32238ca9a5f1163dab68fd417b0a70543dff0d13041c799770b4f81ed241d9dd2e9dde7fa1e0b94af93e77d5f5277a332d9e86d44353457b7ed4d6ff705f41704978aa546acfedac28da52640b5f7da4af61bcc26acf6d74b91a8155a91d582d1f7d903d93dc3c5999db55b15c697d7a6fdb4c6f5aeafa3bca8dd2c090d0d282c484d2e6f815cdf991e3d8e66d589ed9901e7e0be714f15ba68c8f775056e124b8fbc4f0ef5348e8036b105d9ae86dbf536bce3ee09bd084312aeac2a30fd0acef2f1445b1ed0a1d77000feb95f5f40fb9970c1946df0a629f3ed0060538e38977c15d8a5e5a33f1ea5892f72952f8d9d526fa37f1a95ca6377583b3efa981b4b23b2ff6640d6ea836b955619ac482969ca2a16a87bd6c5b996b6b46df00f5185b644be026a512efe04c63ff0b7bf383a35de1c506b8553a6b7794e4741747ab34266a06788103c5a4fadf4b803d16de1d80b3b84d24d533a972a1ef69a9c33646d54943943e8dd2c04e979b63e5d72b0d566626385a1da21c062d75021609d8370225011e787a6945b6e8813ce6db4e0ef592cea6741f2ca938bad993bfebe98d1d8f0f79f4319976ee94d419719aaa8d29eeccf2769746db57757a0a7a8b23a9b4b06443acc3d539ddd6747a243f77e4898eccdeae4e372752ebe9af737a8aa3628a3765e57615dae24bdb89aeef811f12dd687fa588f3ceb297af65c10270dd0d764800d9c350029f7985b7dac17f5048fad52cb5868cc2ef69cccaa4d182b52706720bc69febe9fef1684e653dee962518677cc7224b7a57166cad8c8bade8cb2918ac88a1c7821c3a8b3db5e7c1f6b6277615e4ed7eaeafe9d7c3f83355f09c29af7f759c63759f377f4b597442650f70d9023cd9173449def0df72e5f4732758383af6252c117daa6f9b53b95d67c7f2efdabf6520b3ffc1d69693fd99837dfbef5ab9fb6c577e6f49544265775a5a77654254496f7e7e5b66a8c9d3929ddde2318566b6295237fda0e9e0395bf463836507db57ac683f5836f858b4eddcc1a61f6c4a3d6c5fd9965ed8e98d88f07616a6b7adb4533f8e59d9909058e3b5d9bc3589090d2b63806d5433ff35fb05fb181f4313501eaafd7eb6bf3d8afa75cd7bc93f81a4de495e3b909d33b8c6e95c3398933b58ed3c189ae0b55ab39da1a1ce6cabd59b104aed0b08d18f5fff541caad9cba610f0dc01023e909bb3754d821fdce30c09717a787026ab6a5fbdd359bfafaa7a7f8393d4ccde86348321adc1eba94f0d0e4eadc73b0355d726a40abcba6a82004e54551f208007aabd8d2b0c86158d5e4f1d01ac83accf7f7910a6f355c1f37c5520e4bffb95a22b08fd3ffb650bfbfc7b37f001a81a3c6457cf7f398cab257bfcdb18ff5e25d90be19f8c4327d13fde75dcb23b7ddb6efc2dbba3b7ed3ac92e9ca358410065069ea14a50933a987fd5f8b9c9acfc684c172ce7fe4d981ea0e3be62653802a0b14210406bfdd0627f490b478bd6722fca4335639f282d26613a774526c02a5dc08d2f900b9f19f93985df4cc1e98e75f274a8bd85bf203b45b57f1924fdcf93d73f7cfd25df27013b45e46bb298ffa6ca3f253ccf55231470e9fa4b739a809db7e285bf0ac68ee208305b8804ac143dcf2e47ebf8f62d7a9ed90bad0bd69e434dec5fd1f39413e6347a5ee88135980b3c50f93e036bff0d2d0379991fa270f6127a84c7a5421afa0af230cd688a7e0955415fcd185125f5328a67142893694053f803b4057f307f41d083a6c89cd90c702dd0032cf55b78ae15e5503f43314c3d54ee22a4a73f427ab86b6a6923da4b1bb119fa26682df8a7a88b92a049fc3f6827fe2deac54f42153809cf7e82760a92a00ed3a13a6859cc244a87761a5a13b46a687a687dd0baa175c2b3f72c8c5b0439a886971f1a2f07f0beb401dd58e04141452df932dc839ec17a9c879bf020be847f83afe0efa878aa8e3a41bd4acdd115f47afa10fd0cfd31b39ce965fe85f98c8d656bd9f7589fc02a6811cc085e13fc559828ec11de2bfc441422f28a3a442744af89de137d2356888bc4dbc507c4c7c5e7c5bf137f25be1e200a480c680d3819302b9148364aee96fc56723db020b03af0a49491ee91de2d7d58fa63e925e9dbd2ff927e29a365069999b77c05fa23e4ec293859b7fa01c3cf85a88e7c8167c88d47c7fb391963a483997f4c21198e5d18d3a81aaf581833c886ef5a18b328119f5f180b5010fe14e5a05ed48786513f64c40eb4110d22238a446d280afa44384b09d0e21646c9b0d60ab046801a8648d00bb9b8056d46eb61a5186d455d301b402330cb85df4eb4017648df062bdba11f04fc46b41ad607a0f5a36d3c8411e503a6cd3ce552c0d003ab4638cdc5301e841d334403829fe0d90070030b4f6de529133c461e3379aa12ad024823c4a53e1e7629ee5b31c4c24a35fff400acf7f2b009402981a75600d2e5c2b31ed04fcc0d4e08e71d409748dd0f3a7180569cc88dd216f4510ca345d8b8dba0d300732a6830194655b0970c10c93c063fcd1418a5c2bfbf4fd9781bb6db395fca8bf186b5e2a04fe4ade7fe877c2dfcaf90f969f2bf4cbefff77f859807150a656e6473747265616d0a656e646f626a0a34342030206f626a0a363439350a656e646f626a0a34352030206f626a0a3c3c0a2f466f6e7446696c6532203433203020520a2f54797065202f466f6e7444657363726970746f720a2f417363656e74203938370a2f44657363656e74202d3231330a2f466c6167732033320a2f466f6e7442426f78205b202d353436202d32363820313334322031303738205d0a2f466f6e744e616d65202f4850444641432b4c61746f2d526567756c61720a2f4974616c6963416e676c6520300a2f5374656d5620300a2f58486569676874203530360a3e3e0a656e646f626a0a34362030206f626a0a3c3c0a2f4c656e677468203437203020520a2f4c656e6774683120363230380a2f4c656e6774683220300a2f4c656e6774683320300a2f46696c746572205b202f466c6174654465636f6465205d0a3e3e0a73747265616d0d0a789c8d38097854d5b9e7dc65260b99c9ec999964324b66b2ce9e99c9be4f42361208648304b29110121292144230ec2022ebd3f7a875a128a45245e1d3a2205811e4fbdc28554bf559f96c5fabd56a1f68111f49eebcffdc494240dbf766be7bcff69f7ffffff39f8b304228026d42347254d5d85deba3db7261e60ff02c6beb6de9a7d79a3e440867c1f8e1b635437ac4fff015f25ededfd93b7bdcd9b36ef9e39ffc2e3e38962eebea6869dff8c0d35108c91db0eced828988adac04c6cb611cd7d53b34fcbbccc83fc378178cdfe9e96b6b19fe7cf4338414b530eeea6d19ee475578078c5f85b17e554b6f873dbef03c8caf214415f4f70d0e051e43af231445f8d2f70f74f407f989cae31b86594c9d452c42ec302b07aea2822d7d060de37f84d0943884a22886a6e84d308966fd86d65557a09f23bd5e2d28e346f07ee129fc4b3dc28778a4143b46a8a170785328b8530e6fccb70ce812a1681409337300ca8a5ca818cd47b5a81bf5a035681d3a81bed0ab03011e871539503eaa4035a805567bf9d5bf92d5c01f03938189c0f9c0d9c02b8193810b81e703c703eb03733f8de4e9fcf31f15b8c9cb3b065655226430192df1b48116e1648c0dd840db70bc080bd9e12ba694f09ec9633d2136e37b543a9672fbf1bb2722a245226d844983e3b98f5416766ce23efc477d9ddb5d6f00690e83ecbf05bc32e03b1121b7c4e0d2510ab9881232e46dc230914379526d94c9ec76793da996647c187fb3f7adcd59badc96429c54bce3e206ee6f38b27c79b65697d751c2ddb8ba6bcfa69d7f61c7bced7b1bdc4df30b548581258fadcea346b8fab8ac6aabbddc137da6bd77f53290b932709d95b1a7901dece88ac502c6648cb30035a937ceed52aa84226c32da6052042ce9283770e2cbc1cc16a5a4bb9e0bbc78980b9c6ae93a8705879eb859db18a2568af51657415d7acbe1a13cff9a9f2ff13594171ac294789164b07768d5451c79f8292cbed8dbb570748e54a2d6a925feade7d68dbcbac53f4793a80b0d07bb8336d8a3a08d39480d1cc92960c8000a6094529668c0c02b833ddafd1af7cdd1c98fa8f8a358f45a37f755eeda63dddce758dd7d6c6d2ef5fe21eebbd7bad9b195bfe6be3bb4f6dcd6e20941f1d673808ed7b513b0838f6105e09a7a18e7e4067c9b13505b26fad9b1ab5cdf6fb8cedf1377bcb32374d60e1e9ed24dfe89fb86402ffcfde40b00c1c3d2d7a1079161e601f17354c1c4491c71eddaf4bae03cf44824ebb02a07fb700e9d89252649aad78705c9d8180ff30a18bbc10554985e2b8911897412fc4c8854a191befd354d73e5b17996bc58ae9866be7e5baa514842f049aa5eef3799fd7ada20968650b71be9314d8e7ee29dcc4cda67c8d54e34b2635488543cf1499003b61d388822d626246cd823714b88334f53c636895a260da7be030abbf4c9f2c9089afe7a0f3b46874a441369a6a218baef76a3424d5fd0e76a2676022e0a9507ae0b18f02105f1dfa0cd6639918ee12d37cb8304cc0a62be23dc37e7bbbbcf63d19155af3fb9b9d1ce7d9db7e6583758302f6f2d69d7e4114bdeb8d4d777098b0f1dc2e24b7deea6ed475eeb5e7b6e5b71f1b6736b8969896179af618e012f22a4050e2486991832c5bba78207e2f439ee5b7cf5c007bb0a8b77bfbfe7cd37cb5695c6c5cd5d55fe269ee46876ac68e4971d2b9edf50fc9ed9df969dd15c6002bc15dc5f04d520990eb20d48063109e160b1631215ff524236a1bcc78ffbae392af51fb85766fc7f446d39f9e86627b75a63fa5224fabf24c6c816b8ce20e02c1bf8e263749abe80171bc6f110a8c48ff89c61137852732812d1f45373b47285b368714edac2f4e8f4e6e10dc3cde9859bcf0cfb77acef49aa0ad34bd519d52bcb0737c0d27db0943b7c6260d38715cc21852cd612ab751426b88b1c96e4f4ba0d8dadcf6c2cd5ba8a93378b6489aec4dee5e9739dc684b4c6fbdbaafe63a8b87a2e70a903bb3c0476114e458fc4e0611ee22ab86fb90a76ec93711ff326f1ca7d908372000a22de4cac05705332f05d1d457d3e6ffd422b8ea879f4da83bbaf3d5a8323ac8bd67f94dabca3866e9d7862f3c7871a1a0e7dbc19fa876a762c4d457826574b212289d033e186333136857f08491a7252ac283c46826b42ecc68f265ffe961d336a27f62677a6a57526d3032acbed46720e3903d7e90718054a40a990f579dbd33c67a04e1fe462a275de25bc44d70a89d9e5f57944b442aea4d5264bb832beac7ab12f7f55754af6deaf4ed4d764556539759ab8f09493ffd3b8b7d5cdc556f4797a0ed45b2a15fa5293274e6a2aeef267ac5e9cc56475b6459ba2b5d2aa273357fc5bdde4f0cf7c69c7596d529a213f0db81a09dc6092d8cba0b1047262b8254153cf989ea46d6c1408253a1cf47fcbc8ad9c832d0dfb3abc39834fb639aaf27dea70418c1a7b4aba1d496dbef4c579c67ef6f2e4af0a2a8bb79e191a7de740b5cce8d4f9354a7a417e26979a9a9858777ff3b183242316066ed04718294ab9d7f378cf77c321724743bcc335842be4b23897df9ddf9aaf371534676696bacc2a9db824715967af77e9d31b4af3379c593778dc4f278a2255312a7bfd68d5824d75d618538caad1911f1f59b2f38d0dabcfefa92ef3138bf881fe4d903d8a641b83d17e0f395006b181c486a7d9a29b9d110a7df1fc26efc2dd1dbe9ca1273b6a471cb7387d650f889e9ed698678cf1ceb3b6c56524a98ab75fdc307071ff7c9f8dd2dd76fd2a2f13bfe34e4a5ab4b5a171b48ae48302a0fd35c81e0715069f41157281c9a0a37f28b90ab46f80ac40d95b8eac298c324e6e17a4cc6dcbcaaacb77aa6241f4e57d83de952fef9c57b4f1a5e19e11097e4febad61a4396b8ff7a5c5570d969ba38dd153c23ff8eefd2b4e3f507d72a4dfb128cf4c2c0072536fb0bf46b1c4f6f1369c8ddd41e9e1b8a689d431981c3faf37c4981ef1b4ed6d28c966b148a593a4f81d6a1cce4dd2734582186d4745fdeed654d97d2249282db357a6179d987889545d4eee20cd3172948e2a51139152a93228e462723ef0ee152f989d653c7074c12142a221d8e0541b03a5d0b43fe0a0fb998c6417856f140c3a71bc6749587876cf438b327c8ee904b4f1f49aa16707d2eaca131c9106b7715e4376efbfe3beb89c9aa6367ba25b9bd95ce46fcfd7715fd88aacaac5f05359fd8c5cab59921226d164e82bd6d7dac363e26263e6d0616a6f5369d1a6f66c6b79aba7a43546519cae723a922549bb9b2bd6d7d9c65fd59995612c2350e5246aed4699c2eca696ab5372cc150d0d1571395635e87704d4f03d7898e2aed822c73491432819b995b5bf65e1963aebaddafabc7e17c4cd1be9c5e99dfb6a2707a93dcd9d19ae490df8ca32d0dd63ecdba0511539934c123ca332622b50c6c8f758a349ce30e8d393d4eaa474bd212359c350e31c43e1647d1a994b8339d26640fdf922f7531e9f8caf1f8219d2124cf22467fe10bba972b4d194a50fa53566b35b174168651a66f066f2b43e2e5cd3e00e0ddb2e0f171bbc098cf9878483fa106883110ffa0037cfe1932a79dfd18be82e0d1d748823b5998595b696d1d8a8b9b52dce45db1aedb76a6b2cf9cee8ef6baabd4d090c65add0b9e2142beadca536656afbfe26a2bdd6368db3cc417a9dcd1edba464da1a405d3d9bbaee5e6a92587f657dea1da300faf9fa548bfc1eb3805d207f3119804f46e207cfca9a447332bec0e6bd5549e50dbcb27deedcedaf0c0c9edd5e5abafdece0a6f5eb376d191d65a4653b2fae1bb9b8abac6cd7c591751777964d3cfeecd8d873cf1f3d7a9c5018e14e324970662889a564419e67e5674bbc44363b37db2822803ce770cfc207213f0d3ed551b7cef14565af3da92d23ad3117b2532577929d6f5d5a525fbcfdc28641c84f1e3bb784391ccccc49b5243dcd8be373237792be0994352839e873b37323d47b3eaf1bdf931c6fde8af5cfab774fa7464755619a4614e1e45eba2b3d32d4ede7f11583c7ac984e9112bd353ac33af1c23d3992b717f55fc04354d05ecaa0f0c19b04ef2760b003161d2b726e6b2c498e646591e2cce8c43c77bc84a1b4a6a1252b624f4bc56151d6bcc4c99dc4fbc8096c077bcdae74043f5ee8f0da9ca974a8afc2941269a2d76f2fad492e696c026a9eae47da3d1d4d55baf4709d4a95e82d4d4bc94d9425972c5ebab824d9d5726069f77319744664845c2dcf7119ac46ad3e31b73ea76c74b15b66b4699b25528d4ea3305aa3e26cb0945cb0ac28776091bb381db83406ae539fb059c8089587d1e221257536f6c948c1c15f1ae4cae01901ea10617c65c7be15f2e8a3a96cb47213dc11ff6e4f54c5aaa4a1e1a29032efeec883dba96c8da6558ba3e44aeedc89c90f1cdef039e1e1e1c3561b50ea077dfc9da1f8fb118f16ec494af8998350823bebea20046e1d744648f445f3202c36d75b196a72a8b933dd457d36ce5917e83d101a5dfb6aa9dd8011ee368c0a3042b524238a9305ab2559b05a0a7d27da2cb814a90a0b8b92bc258c535fe0567cca501af9e41f1c4b6cb6250e2a4eae19e788a504e0f73ac0a3e02d958c6598c7a6bc83ecbfc34d712fbfc6b57c146308f94f7944882cfc7288597589fb4ca3c58fd2a7a2a5935ff9bcd13e2d25936b08c66a662f65862a37943f8762317febc6bec404d1be3dd126e92df69456f3ad588e59847104c07e3905cbdfcb895b505fde9299a21fde2b4e48604f71e372f1b71a2de05d48efc7430221e4007213838b3b9ca2c0640e6589b7c055cce830463794cf0b0bc14281c22296c549c46a81b0ea995f3c926d1748249102f582e5431931c984141ac037a961ea02f95e21034b0f5082c9dbd485cb241a6931759b7d3998b165533138edb53ef98cc7f20594dfd3b4b1b4746393d71b6c3dcf6aecb91673ae5d03add9022dd35632bac4e359325ae2bf8f80dd5768ceb36bb5f63cb325df111dedc82719c005f7825ad042f09490537cc4607253e183044b85f75c5598daf9fb2eac5e7d7e6f75f5def3ab575fd8373f60ab6cf77ada2aacd68a368fb7bdd246bd7f8efbe25443c329ac3af72a56921ef7e5ab8f5f1e713a472e3f3ed58226b6821f85b34f2309423e8324d507216fc3768cdd2402fe86cdf415a929364a300f9f7e1b33139f9ea6cb9ddee74442813874255e3b2e394db459013852807fc79ddc2c2409c4e052425543aa0dc8ffd33a03027618520bdac7d614d8abba33b8d38ea6243c98609fd02b54f8255f5d46acce57e94829cf48089378dd5bc4b59b7fc19ecaecf96953f5cefb86b2b8174462abf9e1056a9f12bf9cb6bcbd333db5caab555bb3e26cba1055d7e32b3cc0d128703204d5003d758a0fdd622fdf86431f0502c17a10b83522570182b792ff6e158f8ea27fbe9a4056effedae40c8e29fc56d6cdd8dd4bc559379156c87ffb2b6ff86e3b697f93dafec478d9e4a5b04d2107f988a5821f0811129ee26a110a3b355e36fedbb04d3ff88ae5668a5112fe0cb2526fe0266b4687d96454c9de4087990df0f4c023468785ade8b08085a71a953357f9b682294536e604d2b1efa27d642f7d0b39993e34425f4485d0fa99145440bd8b12193dcc77a1113c8196e189c08b8207d1081933a300d70f2dc0525fc2be3ee4a4fe8a8cb0d60f7b42995824a0f5a89ad6e3087c1a2d0498013a17f0ee442e78b6c253816fa05142873c387446a614b412bd80fe84c6b1041b702bde832fe3db5409f533ea3875951aa78be96df4458662fccc1073938d62f3d851f62cfb678142b040f0b0e0ac502c2c12f60a0f08cf08af083f0b9913a20ea9093910f242c8446858a83a3421d4c16bd18dfe8122d17eb8bbdead53861f0b5123f936c9901410b42be963a48451b04fa1109c32d5a751354e9dea33488fb74df559e4c247a6fa0224c5575121ea43fd681d1a402b5027ea4243480f1ed30635bf1eb9202a9cf058a77aa930d70ab07a805a87aa61670f6a41ab503bcc54a09f80965ad0209cc77a5404ef15a8035648db06336ba11d02fc7ab400e607e119406b78083d2a064cab78caf300432fcceac17b2ba03f042b4664e3f1133c1d003738b5eb273c658247cf6326bb6a502940ea5115c8446067e3be1b430accd4f2bb0761be8f87750225274f6d2e4857047bf3e19d3cc349012f713b68c306fa70201fca9cd24405f4a6a1ac337099802d1db4960abd8520772aaca5f27b83743cd04b87ff8f53d3cfe0b997cfd9f4f533b621dfa05dbcad7c3fc2cbd477f1c023e43bfb0f7fff0bcbfc945e0a656e6473747265616d0a656e646f626a0a34372030206f626a0a343439390a656e646f626a0a34382030206f626a0a3c3c0a2f466f6e7446696c6532203436203020520a2f54797065202f466f6e7444657363726970746f720a2f417363656e74203938370a2f44657363656e74202d3231330a2f466c616773203236323137360a2f466f6e7442426f78205b202d363033202d32383520313334342031303939205d0a2f466f6e744e616d65202f4850444641442b4c61746f2d426f6c642c426f6c640a2f4974616c6963416e676c6520300a2f5374656d5620300a2f5848656967687420300a3e3e0a656e646f626a0a787265660a302034390a3030303030303030303020363535333520660d0a30303030303030303135203030303030206e0d0a30303030303030303738203030303030206e0d0a30303030303030313532203030303030206e0d0a30303030303030363938203030303030206e0d0a30303030303030383532203030303030206e0d0a30303030303031333837203030303030206e0d0a30303030303031343036203030303030206e0d0a30303030303031393036203030303030206e0d0a30303030303032323130203030303030206e0d0a30303030303032323239203030303030206e0d0a30303030303032333838203030303030206e0d0a30303030303032393034203030303030206e0d0a30303030303032393234203030303030206e0d0a30303030303033343330203030303030206e0d0a30303030303033373538203030303030206e0d0a30303030303033373738203030303030206e0d0a30303030303033393237203030303030206e0d0a30303030303034343632203030303030206e0d0a30303030303034343832203030303030206e0d0a30303030303035313337203030303030206e0d0a30303030303035353231203030303030206e0d0a30303030303035353431203030303030206e0d0a30303030303035363932203030303030206e0d0a30303030303036323030203030303030206e0d0a30303030303036323230203030303030206e0d0a30303030303036373432203030303030206e0d0a30303030303037303830203030303030206e0d0a30303030303037313030203030303030206e0d0a30303030303037333233203030303030206e0d0a30303030303130363333203030303030206e0d0a30303030303130363534203030303030206e0d0a30303030303130383637203030303030206e0d0a30303030303133333534203030303030206e0d0a30303030303133333735203030303030206e0d0a30303030303133353838203030303030206e0d0a30303030303134353333203030303030206e0d0a30303030303134353533203030303030206e0d0a30303030303138333431203030303030206e0d0a30303030303138333632203030303030206e0d0a30303030303138353639203030303030206e0d0a30303030303233323539203030303030206e0d0a30303030303233323830203030303030206e0d0a30303030303233343837203030303030206e0d0a30303030303330303939203030303030206e0d0a30303030303330313230203030303030206e0d0a30303030303330333230203030303030206e0d0a30303030303334393336203030303030206e0d0a30303030303334393537203030303030206e0d0a747261696c65720a3c3c0a2f526f6f742031203020520a2f496e666f2033203020520a2f53697a652034390a3e3e0a7374617274787265660a33353136310a2525454f460a');
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
INSERT INTO criterion VALUES('RNCP99901','BC02-TP',0,'C1','Démarche',1000,1);
INSERT INTO criterion VALUES('RNCP99901','BC02-TP',1,'C2','Résultat',1000,0);
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
INSERT INTO quota_exception VALUES(1,3,'a','2026-09-01','Parcours remarquable',1,0,1);
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
INSERT INTO result_history VALUES(1,2,'BC02-TP',2,'value',1400,NULL,'Claire EXEMPLE','2026-12-16',NULL,7,8,0);
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
INSERT INTO mark_sheet VALUES(1,'BC02-TP',2,'RNCP99901','Claire EXEMPLE','2026-12-16','secrétaire','2026-12-17T09:00:00Z');
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
INSERT INTO second_entry VALUES(2,'BC02-TP',2,'RNCP99901','value',1450,'seconde saisie');
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
INSERT INTO criterion_points VALUES(2,'BC02-TP',2,'C1','RNCP99901',750);
INSERT INTO criterion_points VALUES(2,'BC02-TP',2,'C2','RNCP99901',700);
CREATE TABLE juror_conflict (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('trainer', 'tutor', 'employer', 'family', 'personal')),
  learner_id INTEGER REFERENCES learner (id) ON DELETE RESTRICT,
  cohort_id INTEGER REFERENCES cohort (id) ON DELETE RESTRICT,
  note TEXT,
  CHECK ((learner_id IS NULL) <> (cohort_id IS NULL))
) STRICT;
INSERT INTO juror_conflict VALUES(1,2,'trainer',NULL,1,'Cours');
INSERT INTO juror_conflict VALUES(2,3,'family',2,NULL,NULL);
CREATE TABLE juror_recognition (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (length (title) > 0),
  reference TEXT,
  start_date TEXT CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT CHECK (date (end_date, '+0 days') IS end_date)
) STRICT;
INSERT INTO juror_recognition VALUES(1,3,'Label inventé','L-1','2025-01-01',NULL);
CREATE TABLE juror_unavailability (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  juror_id INTEGER NOT NULL REFERENCES juror (id) ON DELETE RESTRICT,
  start_date TEXT NOT NULL CHECK (date (start_date, '+0 days') IS start_date),
  end_date TEXT NOT NULL CHECK (date (end_date, '+0 days') IS end_date),
  note TEXT,
  CHECK (start_date <= end_date)
) STRICT;
INSERT INTO juror_unavailability VALUES(1,4,'2026-12-24','2027-01-03',NULL);
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
INSERT INTO recusal VALUES(2,2,1,'trainer','Formateur du bloc 1',NULL);
INSERT INTO recusal VALUES(3,2,3,'tutor',NULL,NULL);
CREATE TABLE session_event (
  session_id INTEGER NOT NULL REFERENCES jury_session (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'suspended', 'resumed', 'closed')),
  at TEXT NOT NULL CHECK (strftime ('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
  reason TEXT,
  present TEXT,
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO session_event VALUES(2,1,'opened','2026-12-14T09:20:00Z',NULL,'1,2,3,4');
INSERT INTO session_event VALUES(2,2,'suspended','2026-12-14T09:20:00Z','Pause','1,2,3,4');
INSERT INTO session_event VALUES(2,3,'resumed','2026-12-14T09:20:00Z',NULL,'1,2,3,4');
INSERT INTO session_event VALUES(2,4,'closed','2026-12-14T09:20:00Z',NULL,NULL);
INSERT INTO session_event VALUES(3,1,'opened','2026-11-22T19:25:00Z',NULL,'1,2,3,4,5');
INSERT INTO session_event VALUES(3,2,'suspended','2026-11-22T19:25:00Z','Pause',NULL);
INSERT INTO session_event VALUES(3,3,'resumed','2026-11-22T19:25:00Z',NULL,'1,3,4,5');
INSERT INTO session_event VALUES(3,4,'closed','2026-11-22T19:25:00Z',NULL,NULL);
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
INSERT INTO proposal_step VALUES(2,1,0,'RNCP99901BC01','toutes les épreuves','2 réussies sur 2','toutes',0,'met');
INSERT INTO proposal_step VALUES(2,1,1,'ENSEMBLE','tous les blocs','2 acquis sur 2','2',1,'met');
INSERT INTO proposal_step VALUES(3,3,0,'BC01-EC1','seuil','résultat non saisi','au moins 10 sur 20',0,'pending');
INSERT INTO proposal_step VALUES(3,3,1,'BC01-MSP','seuil','résultat non saisi','au moins 10 sur 20',0,'pending');
INSERT INTO proposal_step VALUES(3,3,2,'RNCP99901BC01','toutes les modalités validées','0 modalité validée sur 2','2 sur 2',0,'pending');
INSERT INTO proposal_step VALUES(3,3,3,'BC02-EC1','note','résultat non saisi','une note, coefficient 1',0,'pending');
INSERT INTO proposal_step VALUES(3,3,4,'BC02-TP','note','résultat non saisi','une note, coefficient 1',0,'pending');
INSERT INTO proposal_step VALUES(3,3,5,'RNCP99901BC02','moyenne pondérée','moyenne non calculée','au moins 10 sur 20, aucune absence ni note éliminatoire',0,'pending');
INSERT INTO proposal_step VALUES(3,3,6,'ENSEMBLE','parcours','parcours interrompu depuis le 1er décembre 2026','parcours en cours ou achevé',1,'pending');
INSERT INTO proposal_step VALUES(3,3,7,'ENSEMBLE','proposition','Ajourné(e)','tous les blocs requis et toutes les exigences transversales',1,'pending');
CREATE TABLE notification (
  session_id INTEGER NOT NULL PRIMARY KEY REFERENCES jury_session (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  appeal_days INTEGER NOT NULL CHECK (appeal_days >= 0) -- as the plan said on that day
) STRICT;
INSERT INTO notification VALUES(1,'2026-11-23',60);
CREATE TABLE result_letter (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  session_id INTEGER NOT NULL REFERENCES notification (session_id) ON DELETE RESTRICT,
  enrolment_id INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf BLOB NOT NULL CHECK (length (pdf) > 0),
  UNIQUE (session_id, enrolment_id),
  FOREIGN KEY (session_id, enrolment_id) REFERENCES jury_decision (session_id, enrolment_id) ON DELETE RESTRICT
) STRICT;
INSERT INTO result_letter VALUES(1,1,1,'c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06',X'255044462d312e3720696e76656e746564');
INSERT INTO result_letter VALUES(2,1,2,'c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06',X'255044462d312e3720696e76656e746564');
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
INSERT INTO appeal VALUES(1,1,1,'2026-11-30','Le motif de la décision est inexact.','upheld','2026-12-15','Le motif est rectifié.',2);
INSERT INTO appeal VALUES(2,1,2,'2026-12-02','Une note n’a pas été comptée.','filed',NULL,NULL,NULL);
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
INSERT INTO signed_minutes VALUES(1,1,'PV signé.pdf','application/pdf','c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06','2026-12-14T09:20:00Z',X'255044462d312e3720696e76656e746564');
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  created TEXT NOT NULL CHECK (date (created, '+0 days') IS created),
  retired TEXT CHECK (date (retired, '+0 days') IS retired),
  public_key TEXT NOT NULL UNIQUE CHECK (length (public_key) = 64 AND public_key NOT GLOB '*[^0-9a-f]*'),
  sealed_private BLOB NOT NULL
) STRICT;
INSERT INTO signing_key VALUES(1,'2026-01-05','2026-11-22','0000000000000000000000000000000000000000000000000000000000000001',X'7365616c65642c20696e76656e746564');
INSERT INTO signing_key VALUES(2,'2026-11-22',NULL,'0000000000000000000000000000000000000000000000000000000000000002',X'7365616c65642c20696e76656e746564');
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
INSERT INTO house_style VALUES(1,'institution',1715004,NULL,X'89504e47',640,480,NULL,NULL,NULL,1);
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
INSERT INTO signatory VALUES(1,'Inès Exemple','Directrice générale',NULL,'2020-01-01',NULL,NULL,NULL,NULL);
INSERT INTO signatory VALUES(2,'Hugo Exemple','Directeur des études','Délégation du 2 janvier 2026','2026-01-02','2026-12-31',X'89504e47',320,120);
CREATE TABLE layout (
  kind TEXT NOT NULL CHECK (kind IN ('design', 'template')),
  id TEXT NOT NULL CHECK (length (trim (id)) > 0),
  content TEXT NOT NULL CHECK (length (content) > 0),
  PRIMARY KEY (kind, id)
) STRICT;
INSERT INTO layout VALUES('design','ecole','{"id":"ecole"}');
CREATE TABLE certificate_proof (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('printed', 'signed', 'refused')),
  content TEXT NOT NULL, -- the civil status that was shown
  date TEXT NOT NULL CHECK (date (date, '+0 days') IS date),
  remark TEXT,
  CHECK ((state = 'refused') = (length (trim (coalesce (remark, ''))) > 0))
) STRICT;
INSERT INTO certificate_proof VALUES(1,'signed','ŻÓŁKIEWSKA Łukasz','2026-10-22',NULL);
CREATE TABLE IF NOT EXISTS "certificate" (
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
INSERT INTO certificate VALUES(1,'2026-0001',2026,1,1,1,'RNCP99901','A001','ŻÓŁKIEWSKA Łukasz','2026-10-15','2026-11-02','Paris','replaced',NULL,'2026-11-15',NULL,'2026-0002',NULL,'c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06','2026 0001 zolkiewska lukasz a001',X'255044462d312e3720696e76656e746564');
INSERT INTO certificate VALUES(2,'2026-0002',2026,2,1,1,'RNCP99901','A001','ŻÓŁKIEWSKI Łukasz','2026-10-15','2026-11-15','Paris','revoked','Fraude établie','2026-11-21','2026-0001',NULL,'SCEAU1|y=certificate|n=2026-0002-L|s=x','c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06','2026 0002 zolkiewski lukasz',X'255044462d312e3720696e76656e746564');
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
INSERT INTO register_act VALUES(1,'2026-0001','printed',1,'2026-11-03',NULL,'A 000 123',NULL,NULL,NULL);
INSERT INTO register_act VALUES(2,'2026-0001','spoiled',0,'2026-11-03',NULL,NULL,'Bourrage de l’imprimante',NULL,NULL);
INSERT INTO register_act VALUES(3,'2026-0001','printed',2,'2026-11-03',NULL,'A 000 124',NULL,NULL,NULL);
INSERT INTO register_act VALUES(4,'2026-0001','handed',0,'2026-11-04','Łukasz Żółkiewska','carte d’identité',NULL,NULL,NULL);
INSERT INTO register_act VALUES(5,'2026-0001','duplicate',1,'2026-11-10','Łukasz Żółkiewska',NULL,'Perte déclarée','c9bb893bb6dcd937afc196fe4b710f495225d15b25cf98780a8fbd3b37fedb06',X'255044462d312e3720696e76656e746564');
INSERT INTO register_act VALUES(6,'2026-0001','replaced',0,'2026-11-15',NULL,'2026-0002','Correction du nom de naissance',NULL,NULL);
INSERT INTO register_act VALUES(7,'2026-0002','posted',0,'2026-11-16','La Poste','1A 234 567 8901 2',NULL,NULL,NULL);
INSERT INTO register_act VALUES(8,'2026-0002','returned',0,'2026-11-20',NULL,NULL,'Adresse inconnue',NULL,NULL);
INSERT INTO register_act VALUES(9,'2026-0002','revoked',0,'2026-11-21',NULL,NULL,'Fraude établie',NULL,NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('cohort',2);
INSERT INTO sqlite_sequence VALUES('learner',3);
INSERT INTO sqlite_sequence VALUES('enrolment',3);
INSERT INTO sqlite_sequence VALUES('juror',5);
INSERT INTO sqlite_sequence VALUES('jury_session',3);
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
CREATE TRIGGER jury_session_insert BEFORE INSERT ON jury_session
WHEN NEW.state IS NOT 'preparation'
  OR EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_session_rectifies BEFORE INSERT ON jury_session
WHEN NEW.rectifies IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.rectifies AND state = 'sealed'
                 AND certification_code = NEW.certification_code)
BEGIN SELECT RAISE (ABORT, 'refused:rectifies'); END;
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
CREATE TRIGGER jury_minutes_insert BEFORE INSERT ON jury_minutes
WHEN EXISTS (SELECT 1 FROM jury_minutes WHERE session_id = NEW.session_id)
  OR NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;
CREATE TRIGGER jury_minutes_update BEFORE UPDATE ON jury_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;
CREATE TRIGGER jury_minutes_delete BEFORE DELETE ON jury_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:minutes'); END;
CREATE INDEX enrolment_by_team ON enrolment (cohort_id, team) WHERE team IS NOT NULL;
CREATE INDEX result_history_by_cell ON result_history (enrolment_id, modality_code, attempt);
CREATE INDEX juror_conflict_by_juror ON juror_conflict (juror_id);
CREATE INDEX juror_recognition_by_juror ON juror_recognition (juror_id);
CREATE INDEX juror_unavailability_by_juror ON juror_unavailability (juror_id);
CREATE INDEX appeal_by_session ON appeal (session_id, enrolment_id);
CREATE UNIQUE INDEX signing_key_in_use ON signing_key ((1)) WHERE retired IS NULL;
CREATE INDEX criterion_points_by_criterion ON criterion_points (certification_code, modality_code, criterion, points);
CREATE TRIGGER criterion_insert BEFORE INSERT ON criterion
WHEN EXISTS (SELECT 1 FROM criterion WHERE certification_code = NEW.certification_code AND modality_code = NEW.modality_code
             AND (code = NEW.code OR position = NEW.position))
BEGIN SELECT RAISE (ABORT, 'exists:criterion'); END;
CREATE TRIGGER criterion_update BEFORE UPDATE ON criterion
WHEN NEW.certification_code IS NOT OLD.certification_code OR NEW.modality_code IS NOT OLD.modality_code OR NEW.code IS NOT OLD.code
BEGIN SELECT RAISE (ABORT, 'refused:criterion'); END;
CREATE TRIGGER criterion_move BEFORE UPDATE ON criterion
WHEN NEW.position IS NOT OLD.position
 AND EXISTS (SELECT 1 FROM criterion WHERE certification_code = NEW.certification_code AND modality_code = NEW.modality_code
             AND position = NEW.position)
BEGIN SELECT RAISE (ABORT, 'exists:criterion'); END;
CREATE TRIGGER criterion_lower BEFORE UPDATE ON criterion
WHEN NEW.points < OLD.points
 AND NEW.points < (SELECT max (points) FROM criterion_points WHERE certification_code = OLD.certification_code
                   AND modality_code = OLD.modality_code AND criterion = OLD.code)
BEGIN SELECT RAISE (ABORT, 'refused:criterion-points'); END;
CREATE TRIGGER criterion_delete BEFORE DELETE ON criterion
WHEN EXISTS (SELECT 1 FROM criterion_points WHERE certification_code = OLD.certification_code
             AND modality_code = OLD.modality_code AND criterion = OLD.code)
BEGIN SELECT RAISE (ABORT, 'refused:criterion'); END;
CREATE TRIGGER criterion_points_insert BEFORE INSERT ON criterion_points
WHEN NEW.points > (SELECT points FROM criterion WHERE certification_code = NEW.certification_code
                   AND modality_code = NEW.modality_code AND code = NEW.criterion)
BEGIN SELECT RAISE (ABORT, 'refused:criterion-points'); END;
CREATE TRIGGER criterion_points_update BEFORE UPDATE ON criterion_points
WHEN NEW.points > (SELECT points FROM criterion WHERE certification_code = NEW.certification_code
                   AND modality_code = NEW.modality_code AND code = NEW.criterion)
BEGIN SELECT RAISE (ABORT, 'refused:criterion-points'); END;
CREATE TRIGGER criterion_points_sealed_insert BEFORE INSERT ON criterion_points
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
             AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER criterion_points_sealed_update BEFORE UPDATE ON criterion_points
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
             AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
  OR EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
             AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER criterion_points_sealed_delete BEFORE DELETE ON criterion_points
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
             AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER second_entry_insert BEFORE INSERT ON second_entry
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
             AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER second_entry_update BEFORE UPDATE ON second_entry
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
             AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
  OR EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
             AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER second_entry_delete BEFORE DELETE ON second_entry
WHEN EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
             AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'sealed:result'); END;
CREATE TRIGGER quota_exception_insert BEFORE INSERT ON quota_exception
WHEN EXISTS (SELECT 1 FROM quota_exception WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM quota_exception WHERE enrolment_id = NEW.enrolment_id AND quota_code = NEW.quota_code)
BEGIN SELECT RAISE (ABORT, 'exists:quota-exception'); END;
CREATE TRIGGER quota_exception_late BEFORE INSERT ON quota_exception
WHEN EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE (ABORT, 'sealed:quota-exception'); END;
CREATE TRIGGER quota_exception_update BEFORE UPDATE ON quota_exception
BEGIN SELECT RAISE (ABORT, 'sealed:quota-exception'); END;
CREATE TRIGGER quota_exception_delete BEFORE DELETE ON quota_exception
WHEN EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = OLD.enrolment_id)
BEGIN SELECT RAISE (ABORT, 'sealed:quota-exception'); END;
CREATE TRIGGER enrolment_departure BEFORE UPDATE ON enrolment
WHEN (NEW.state IS NOT OLD.state
      OR coalesce (NEW.departure, NEW.state) IS NOT coalesce (OLD.departure, OLD.state)
      OR NEW.departure_date IS NOT OLD.departure_date OR NEW.departure_reason IS NOT OLD.departure_reason
      OR NEW.hearing IS NOT OLD.hearing)
 AND EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = OLD.id
               AND NOT EXISTS (SELECT 1 FROM jury_decision AS n JOIN jury_session AS t ON t.id = n.session_id AND t.state = 'sealed'
                               WHERE n.enrolment_id = OLD.id AND (t.date > s.date OR (t.date = s.date AND t.id > s.id)))
               AND (d.outcome = 'certified'
                    OR (d.outcome IN ('withdrawn', 'fraud', 'deferred') AND OLD.state = 'withdrawn'
                        AND coalesce (OLD.departure_date, s.date) <= s.date
                        AND NOT (OLD.departure IS 'interrupted' AND NEW.departure IS NOT 'interrupted'))))
BEGIN SELECT RAISE (ABORT, 'sealed:departure'); END;
CREATE TRIGGER enrolment_company BEFORE UPDATE ON enrolment
WHEN (NEW.company_start IS NOT OLD.company_start OR NEW.company_end IS NOT OLD.company_end)
 AND EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = OLD.id AND d.outcome = 'certified'
               AND NOT EXISTS (SELECT 1 FROM jury_decision AS n JOIN jury_session AS t ON t.id = n.session_id AND t.state = 'sealed'
                               WHERE n.enrolment_id = OLD.id AND (t.date > s.date OR (t.date = s.date AND t.id > s.id))))
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;
CREATE TRIGGER jury_session_order BEFORE UPDATE ON jury_session
WHEN NEW.state = 'sealed' AND OLD.state = 'deliberated'
 AND EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_decision AS n ON n.enrolment_id = d.enrolment_id
             JOIN jury_session AS t ON t.id = n.session_id AND t.state = 'sealed'
             WHERE d.session_id = OLD.id AND (t.date > NEW.date OR (t.date = NEW.date AND t.id > OLD.id)))
BEGIN SELECT RAISE (ABORT, 'refused:later-decision'); END;
CREATE TRIGGER result_exists BEFORE INSERT ON result
WHEN EXISTS (SELECT 1 FROM result WHERE enrolment_id = NEW.enrolment_id AND modality_code = NEW.modality_code AND attempt = NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'exists:result'); END;
CREATE TRIGGER result_move BEFORE UPDATE ON result
WHEN NEW.enrolment_id IS NOT OLD.enrolment_id OR NEW.modality_code IS NOT OLD.modality_code OR NEW.attempt IS NOT OLD.attempt
BEGIN SELECT RAISE (ABORT, 'refused:result-move'); END;
CREATE TRIGGER result_changed AFTER UPDATE ON result
WHEN NEW.kind IS NOT OLD.kind OR NEW.value IS NOT OLD.value OR NEW.group_value IS NOT OLD.group_value
  OR NEW.examiner IS NOT OLD.examiner OR NEW.date IS NOT OLD.date OR NEW.comment IS NOT OLD.comment
BEGIN
  INSERT INTO result_history (enrolment_id, modality_code, attempt, kind, value, group_value, examiner, date, comment,
                              journal_id, replaced_by, removed)
  VALUES (OLD.enrolment_id, OLD.modality_code, OLD.attempt, OLD.kind, OLD.value, OLD.group_value, OLD.examiner, OLD.date,
          OLD.comment, OLD.journal_id, (SELECT count + 1 FROM journal_head WHERE id = 1), 0);
END;
CREATE TRIGGER result_removed AFTER DELETE ON result
BEGIN
  INSERT INTO result_history (enrolment_id, modality_code, attempt, kind, value, group_value, examiner, date, comment,
                              journal_id, replaced_by, removed)
  VALUES (OLD.enrolment_id, OLD.modality_code, OLD.attempt, OLD.kind, OLD.value, OLD.group_value, OLD.examiner, OLD.date,
          OLD.comment, OLD.journal_id, (SELECT count + 1 FROM journal_head WHERE id = 1), 1);
END;
CREATE TRIGGER result_history_insert BEFORE INSERT ON result_history
WHEN EXISTS (SELECT 1 FROM result_history WHERE id = NEW.id)
  OR NEW.replaced_by IS NOT (SELECT count + 1 FROM journal_head WHERE id = 1)
BEGIN SELECT RAISE (ABORT, 'sealed:result-history'); END;
CREATE TRIGGER result_history_update BEFORE UPDATE ON result_history
BEGIN SELECT RAISE (ABORT, 'sealed:result-history'); END;
CREATE TRIGGER result_history_delete BEFORE DELETE ON result_history
BEGIN SELECT RAISE (ABORT, 'sealed:result-history'); END;
CREATE TRIGGER mark_sheet_insert BEFORE INSERT ON mark_sheet
WHEN EXISTS (SELECT 1 FROM mark_sheet WHERE cohort_id = NEW.cohort_id AND modality_code = NEW.modality_code AND attempt = NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'exists:mark-sheet'); END;
CREATE TRIGGER mark_sheet_update BEFORE UPDATE ON mark_sheet
BEGIN SELECT RAISE (ABORT, 'submitted:mark-sheet'); END;
CREATE TRIGGER mark_sheet_delete BEFORE DELETE ON mark_sheet
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN frozen_result AS f ON f.moment = 'seal' AND f.enrolment_id = e.id
             AND f.modality_code = OLD.modality_code AND f.attempt >= OLD.attempt WHERE e.cohort_id = OLD.cohort_id)
BEGIN SELECT RAISE (ABORT, 'sealed:mark-sheet'); END;
CREATE TRIGGER result_submitted_insert BEFORE INSERT ON result
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN mark_sheet AS m ON m.cohort_id = e.cohort_id
             AND m.modality_code = NEW.modality_code AND m.attempt = NEW.attempt WHERE e.id = NEW.enrolment_id)
 AND NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id
                 WHERE d.enrolment_id = NEW.enrolment_id AND s.state IN ('open', 'deliberated'))
 AND NOT EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
                 AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'submitted:result'); END;
CREATE TRIGGER result_submitted_update BEFORE UPDATE ON result
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN mark_sheet AS m ON m.cohort_id = e.cohort_id
             AND m.modality_code = OLD.modality_code AND m.attempt = OLD.attempt WHERE e.id = OLD.enrolment_id)
 AND NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id
                 WHERE d.enrolment_id = OLD.enrolment_id AND s.state IN ('open', 'deliberated'))
 AND NOT EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
                 AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'submitted:result'); END;
CREATE TRIGGER result_submitted_delete BEFORE DELETE ON result
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN mark_sheet AS m ON m.cohort_id = e.cohort_id
             AND m.modality_code = OLD.modality_code AND m.attempt = OLD.attempt WHERE e.id = OLD.enrolment_id)
 AND NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id
                 WHERE d.enrolment_id = OLD.enrolment_id AND s.state IN ('open', 'deliberated'))
 AND NOT EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
                 AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'submitted:result'); END;
CREATE TRIGGER criterion_points_submitted_insert BEFORE INSERT ON criterion_points
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN mark_sheet AS m ON m.cohort_id = e.cohort_id
             AND m.modality_code = NEW.modality_code AND m.attempt = NEW.attempt WHERE e.id = NEW.enrolment_id)
 AND NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id
                 WHERE d.enrolment_id = NEW.enrolment_id AND s.state IN ('open', 'deliberated'))
 AND NOT EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = NEW.enrolment_id
                 AND modality_code = NEW.modality_code AND attempt >= NEW.attempt)
BEGIN SELECT RAISE (ABORT, 'submitted:result'); END;
CREATE TRIGGER criterion_points_submitted_update BEFORE UPDATE ON criterion_points
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN mark_sheet AS m ON m.cohort_id = e.cohort_id
             AND ((m.modality_code = OLD.modality_code AND m.attempt = OLD.attempt)
                  OR (m.modality_code = NEW.modality_code AND m.attempt = NEW.attempt))
             WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id))
 AND (NEW.enrolment_id IS NOT OLD.enrolment_id
      OR NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id
                     WHERE d.enrolment_id = OLD.enrolment_id AND s.state IN ('open', 'deliberated')))
 AND NOT EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
                 AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'submitted:result'); END;
CREATE TRIGGER criterion_points_submitted_delete BEFORE DELETE ON criterion_points
WHEN EXISTS (SELECT 1 FROM enrolment AS e JOIN mark_sheet AS m ON m.cohort_id = e.cohort_id
             AND m.modality_code = OLD.modality_code AND m.attempt = OLD.attempt WHERE e.id = OLD.enrolment_id)
 AND NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id
                 WHERE d.enrolment_id = OLD.enrolment_id AND s.state IN ('open', 'deliberated'))
 AND NOT EXISTS (SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = OLD.enrolment_id
                 AND modality_code = OLD.modality_code AND attempt >= OLD.attempt)
BEGIN SELECT RAISE (ABORT, 'submitted:result'); END;
CREATE TRIGGER enrolment_submitted BEFORE UPDATE ON enrolment
WHEN NEW.cohort_id IS NOT OLD.cohort_id
 AND EXISTS (SELECT 1 FROM result AS r JOIN mark_sheet AS m ON m.cohort_id = OLD.cohort_id
             AND m.modality_code = r.modality_code AND m.attempt = r.attempt WHERE r.enrolment_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'submitted:enrolment'); END;
CREATE TRIGGER result_outdates_insert AFTER INSERT ON result
WHEN NEW.kind IS NOT 'blank'
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id = NEW.enrolment_id AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
CREATE TRIGGER result_outdates_update AFTER UPDATE ON result
WHEN NEW.kind IS NOT OLD.kind OR NEW.value IS NOT OLD.value OR NEW.date IS NOT OLD.date
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id = NEW.enrolment_id AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
CREATE TRIGGER result_outdates_delete AFTER DELETE ON result
WHEN OLD.kind IS NOT 'blank'
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id = OLD.enrolment_id AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
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
CREATE TRIGGER enrolment_outdates AFTER UPDATE ON enrolment
WHEN NEW.learner_id IS NOT OLD.learner_id OR NEW.cohort_id IS NOT OLD.cohort_id
  OR NEW.route IS NOT OLD.route OR NEW.admission IS NOT OLD.admission
  OR NEW.company_start IS NOT OLD.company_start OR NEW.company_end IS NOT OLD.company_end
  OR NEW.state IS NOT OLD.state OR coalesce (NEW.departure, NEW.state) IS NOT coalesce (OLD.departure, OLD.state)
  OR NEW.departure_date IS NOT OLD.departure_date OR NEW.hearing IS NOT OLD.hearing
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id = NEW.id AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
CREATE TRIGGER enrolment_block_outdates_insert AFTER INSERT ON enrolment_block
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id = NEW.enrolment_id AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
CREATE TRIGGER enrolment_block_outdates_update AFTER UPDATE ON enrolment_block
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id IN (OLD.enrolment_id, NEW.enrolment_id) AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
CREATE TRIGGER enrolment_block_outdates_delete AFTER DELETE ON enrolment_block
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE enrolment_id = OLD.enrolment_id AND outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;
CREATE TRIGGER plan_outdates AFTER UPDATE ON plan
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE certification_code = NEW.certification_code AND state <> 'sealed');
END;
CREATE TRIGGER juror_delete BEFORE DELETE ON juror
WHEN EXISTS (SELECT 1 FROM jury_member WHERE juror_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'sealed:juror'); END;
CREATE TRIGGER juror_conflict_insert BEFORE INSERT ON juror_conflict
WHEN EXISTS (SELECT 1 FROM juror_conflict WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'exists:juror-fact'); END;
CREATE TRIGGER juror_conflict_update BEFORE UPDATE ON juror_conflict
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE (ABORT, 'exists:juror-fact'); END;
CREATE TRIGGER juror_recognition_insert BEFORE INSERT ON juror_recognition
WHEN EXISTS (SELECT 1 FROM juror_recognition WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'exists:juror-fact'); END;
CREATE TRIGGER juror_recognition_update BEFORE UPDATE ON juror_recognition
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE (ABORT, 'exists:juror-fact'); END;
CREATE TRIGGER juror_unavailability_insert BEFORE INSERT ON juror_unavailability
WHEN EXISTS (SELECT 1 FROM juror_unavailability WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'exists:juror-fact'); END;
CREATE TRIGGER juror_unavailability_update BEFORE UPDATE ON juror_unavailability
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE (ABORT, 'exists:juror-fact'); END;
CREATE TRIGGER jury_session_delete BEFORE DELETE ON jury_session
WHEN OLD.state = 'sealed'
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_session_delete_begun BEFORE DELETE ON jury_session
WHEN OLD.state NOT IN ('preparation', 'convened', 'sealed')
  OR EXISTS (SELECT 1 FROM session_event WHERE session_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'refused:session-begun'); END;
CREATE TRIGGER jury_session_delete_answer BEFORE DELETE ON jury_session
WHEN EXISTS (SELECT 1 FROM appeal WHERE rectifying_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'sealed:appeal'); END;
CREATE TRIGGER recusal_insert BEFORE INSERT ON recusal
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER recusal_update BEFORE UPDATE ON recusal
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER recusal_delete BEFORE DELETE ON recusal
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER proposal_step_insert BEFORE INSERT ON proposal_step
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER proposal_step_update BEFORE UPDATE ON proposal_step
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id IN (OLD.session_id, NEW.session_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER proposal_step_delete BEFORE DELETE ON proposal_step
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER session_event_insert BEFORE INSERT ON session_event
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER session_event_place BEFORE INSERT ON session_event
WHEN NEW.position IS NOT (SELECT coalesce (max (position), 0) + 1 FROM session_event WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'sealed:session-event'); END;
CREATE TRIGGER session_event_order BEFORE INSERT ON session_event
WHEN NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id
                 AND (state = 'open' OR (state = 'convened' AND NEW.kind = 'opened') OR (state = 'deliberated' AND NEW.kind = 'closed')))
  OR (NEW.kind = 'opened' AND EXISTS (SELECT 1 FROM session_event WHERE session_id = NEW.session_id))
  OR EXISTS (SELECT 1 FROM session_event WHERE session_id = NEW.session_id AND kind = 'closed')
  OR (NEW.kind = 'resumed') IS NOT coalesce ((SELECT kind = 'suspended' FROM session_event WHERE session_id = NEW.session_id
                                              ORDER BY position DESC LIMIT 1), 0)
BEGIN SELECT RAISE (ABORT, 'refused:session-event'); END;
CREATE TRIGGER session_event_update BEFORE UPDATE ON session_event
BEGIN SELECT RAISE (ABORT, 'sealed:session-event'); END;
CREATE TRIGGER session_event_delete BEFORE DELETE ON session_event
BEGIN SELECT RAISE (ABORT, 'sealed:session-event'); END;
CREATE TRIGGER jury_session_suspended BEFORE UPDATE ON jury_session
WHEN OLD.state = 'open' AND NEW.state IS NOT 'open'
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = OLD.id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER jury_decision_suspended_insert BEFORE INSERT ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'open')
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = NEW.session_id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER jury_decision_suspended_delete BEFORE DELETE ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'open')
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = OLD.session_id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER decision_block_suspended_insert BEFORE INSERT ON decision_block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'open')
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = NEW.session_id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER decision_block_suspended_update BEFORE UPDATE ON decision_block
WHEN EXISTS (SELECT 1 FROM jury_session AS s WHERE s.id IN (OLD.session_id, NEW.session_id) AND s.state = 'open'
             AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = s.id ORDER BY position DESC LIMIT 1))
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER decision_block_suspended_delete BEFORE DELETE ON decision_block
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = OLD.session_id AND state = 'open')
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = OLD.session_id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER notification_insert BEFORE INSERT ON notification
WHEN EXISTS (SELECT 1 FROM notification WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'exists:notification'); END;
CREATE TRIGGER notification_sealed BEFORE INSERT ON notification
WHEN NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'refused:notification'); END;
CREATE TRIGGER notification_embargo BEFORE INSERT ON notification
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND embargo > NEW.date)
BEGIN SELECT RAISE (ABORT, 'refused:notification-embargo'); END;
CREATE TRIGGER notification_update BEFORE UPDATE ON notification
BEGIN SELECT RAISE (ABORT, 'sealed:notification'); END;
CREATE TRIGGER notification_delete BEFORE DELETE ON notification
BEGIN SELECT RAISE (ABORT, 'sealed:notification'); END;
CREATE TRIGGER result_letter_insert BEFORE INSERT ON result_letter
WHEN EXISTS (SELECT 1 FROM result_letter WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM result_letter WHERE session_id = NEW.session_id AND enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE (ABORT, 'exists:result-letter'); END;
CREATE TRIGGER result_letter_notified BEFORE INSERT ON result_letter
WHEN NOT EXISTS (SELECT 1 FROM notification WHERE session_id = NEW.session_id)
  OR NOT EXISTS (SELECT 1 FROM jury_decision WHERE session_id = NEW.session_id AND enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE (ABORT, 'refused:result-letter'); END;
CREATE TRIGGER result_letter_update BEFORE UPDATE ON result_letter
BEGIN SELECT RAISE (ABORT, 'sealed:result-letter'); END;
CREATE TRIGGER result_letter_delete BEFORE DELETE ON result_letter
BEGIN SELECT RAISE (ABORT, 'sealed:result-letter'); END;
CREATE TRIGGER appeal_insert BEFORE INSERT ON appeal
WHEN EXISTS (SELECT 1 FROM appeal WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'sealed:appeal'); END;
CREATE TRIGGER appeal_notified BEFORE INSERT ON appeal
WHEN NEW.state IS NOT 'filed'
  OR NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
                 JOIN notification AS n ON n.session_id = s.id
                 WHERE d.session_id = NEW.session_id AND d.enrolment_id = NEW.enrolment_id AND n.date <= NEW.filed)
BEGIN SELECT RAISE (ABORT, 'refused:appeal'); END;
CREATE TRIGGER appeal_update BEFORE UPDATE ON appeal
WHEN OLD.state IS NOT 'filed' OR NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id
  OR NEW.enrolment_id IS NOT OLD.enrolment_id OR NEW.filed IS NOT OLD.filed OR NEW.ground IS NOT OLD.ground
BEGIN SELECT RAISE (ABORT, 'sealed:appeal'); END;
CREATE TRIGGER appeal_rectifies BEFORE UPDATE ON appeal
WHEN NEW.rectifying_id IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM jury_session AS r
                 JOIN jury_decision AS d ON d.session_id = r.rectifies AND d.enrolment_id = NEW.enrolment_id
                 WHERE r.id = NEW.rectifying_id AND r.rectifies >= NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'refused:appeal-rectifies'); END;
CREATE TRIGGER appeal_delete BEFORE DELETE ON appeal
BEGIN SELECT RAISE (ABORT, 'sealed:appeal'); END;
CREATE TRIGGER signed_minutes_insert BEFORE INSERT ON signed_minutes
WHEN EXISTS (SELECT 1 FROM signed_minutes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM signed_minutes WHERE session_id = NEW.session_id AND sha256 = NEW.sha256)
BEGIN SELECT RAISE (ABORT, 'exists:signed-minutes'); END;
CREATE TRIGGER signed_minutes_sealed BEFORE INSERT ON signed_minutes
WHEN NOT EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'refused:signed-minutes'); END;
CREATE TRIGGER signed_minutes_update BEFORE UPDATE ON signed_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:signed-minutes'); END;
CREATE TRIGGER signed_minutes_delete BEFORE DELETE ON signed_minutes
BEGIN SELECT RAISE (ABORT, 'sealed:signed-minutes'); END;
CREATE TRIGGER signing_key_insert BEFORE INSERT ON signing_key
WHEN EXISTS (SELECT 1 FROM signing_key WHERE id = NEW.id OR public_key = NEW.public_key OR retired IS NULL)
  OR NEW.retired IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'exists:signing-key'); END;
CREATE TRIGGER signing_key_update BEFORE UPDATE ON signing_key
WHEN OLD.retired IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.created IS NOT OLD.created OR NEW.public_key IS NOT OLD.public_key
BEGIN SELECT RAISE (ABORT, 'sealed:signing-key'); END;
CREATE TRIGGER signing_key_delete BEFORE DELETE ON signing_key
BEGIN SELECT RAISE (ABORT, 'sealed:signing-key'); END;
CREATE TRIGGER jury_session_update BEFORE UPDATE ON jury_session
WHEN OLD.state = 'sealed' OR NEW.id IS NOT OLD.id
  OR NEW.certification_code IS NOT OLD.certification_code OR NEW.cohort_id IS NOT OLD.cohort_id
  OR NEW.rectifies IS NOT OLD.rectifies
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;
CREATE TRIGGER jury_session_seal_form BEFORE UPDATE ON jury_session
WHEN NEW.state = 'sealed' AND OLD.state = 'deliberated' AND NEW.seal_form IS NOT 3
BEGIN SELECT RAISE (ABORT, 'refused:seal'); END;
CREATE TRIGGER jury_decision_sitting_insert BEFORE INSERT ON jury_decision
WHEN NEW.sitting > 1 + (SELECT count (*) FROM session_event WHERE session_id = NEW.session_id AND kind = 'resumed')
BEGIN SELECT RAISE (ABORT, 'refused:sitting'); END;
CREATE TRIGGER jury_decision_sitting_update BEFORE UPDATE OF sitting ON jury_decision
WHEN NEW.sitting > 1 + (SELECT count (*) FROM session_event WHERE session_id = NEW.session_id AND kind = 'resumed')
BEGIN SELECT RAISE (ABORT, 'refused:sitting'); END;
CREATE TRIGGER jury_decision_suspended_update
BEFORE UPDATE OF session_id, enrolment_id, certification_code, proposal, proposal_reason, outcome, reason, votes_for,
                 votes_against, votes_abstain, sitting ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session AS s WHERE s.id IN (OLD.session_id, NEW.session_id) AND s.state = 'open'
             AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = s.id ORDER BY position DESC LIMIT 1))
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;
CREATE TRIGGER house_style_insert BEFORE INSERT ON house_style
WHEN EXISTS (SELECT 1 FROM house_style)
BEGIN SELECT RAISE (ABORT, 'exists:house-style'); END;
CREATE TRIGGER house_style_delete BEFORE DELETE ON house_style
BEGIN SELECT RAISE (ABORT, 'sealed:house-style'); END;
CREATE TRIGGER signatory_insert BEFORE INSERT ON signatory
WHEN EXISTS (SELECT 1 FROM signatory WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'exists:signatory'); END;
CREATE TRIGGER signatory_update BEFORE UPDATE ON signatory
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE (ABORT, 'sealed:signatory'); END;
CREATE TRIGGER signatory_delete BEFORE DELETE ON signatory
BEGIN SELECT RAISE (ABORT, 'sealed:signatory'); END;
CREATE TRIGGER certificate_proof_insert BEFORE INSERT ON certificate_proof
WHEN EXISTS (SELECT 1 FROM certificate_proof WHERE enrolment_id = NEW.enrolment_id)
  OR NEW.state IS NOT 'printed'
BEGIN SELECT RAISE (ABORT, 'refused:proof'); END;
CREATE TRIGGER certificate_proof_update BEFORE UPDATE ON certificate_proof
WHEN NEW.enrolment_id IS NOT OLD.enrolment_id
  OR (NEW.state IS NOT 'printed' AND NEW.content IS NOT OLD.content)
BEGIN SELECT RAISE (ABORT, 'refused:proof'); END;
CREATE TRIGGER certificate_proof_delete BEFORE DELETE ON certificate_proof
BEGIN SELECT RAISE (ABORT, 'refused:proof'); END;
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
CREATE TRIGGER certificate_decision BEFORE INSERT ON certificate
WHEN NOT EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
                 WHERE d.session_id = NEW.session_id AND d.enrolment_id = NEW.enrolment_id AND d.outcome = 'certified'
                   AND s.certification_code = NEW.certification_code AND s.date = NEW.decided)
  OR EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             JOIN jury_session AS mine ON mine.id = NEW.session_id
             WHERE d.enrolment_id = NEW.enrolment_id AND d.outcome IS NOT 'certified'
               AND (s.date > mine.date OR (s.date = mine.date AND s.id > mine.id)))
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-decision'); END;
CREATE TRIGGER certificate_embargo BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND embargo > NEW.delivered)
 AND NOT EXISTS (SELECT 1 FROM notification WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'refused:embargo'); END;
CREATE TRIGGER certificate_replaces BEFORE INSERT ON certificate
WHEN NEW.replaces IS NOT (SELECT number FROM certificate WHERE replaced_by = NEW.number)
  OR (NEW.replaces IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM certificate WHERE number = NEW.replaces AND enrolment_id = NEW.enrolment_id
                      AND session_id = NEW.session_id))
BEGIN SELECT RAISE (ABORT, 'sealed:certificate-replaces'); END;
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
CREATE TRIGGER register_act_insert BEFORE INSERT ON register_act
WHEN EXISTS (SELECT 1 FROM register_act WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM certificate WHERE number = NEW.number AND state = 'issued')
  OR (NEW.kind IN ('printed', 'duplicate')
      AND NEW.rank IS NOT (SELECT coalesce (max (rank), 0) + 1 FROM register_act WHERE number = NEW.number AND kind = NEW.kind))
  OR (NEW.kind = 'duplicate' AND NEW.pdf IS NULL)
  OR (NEW.kind = 'replaced' AND EXISTS (SELECT 1 FROM certificate WHERE number = NEW.detail))
BEGIN SELECT RAISE (ABORT, 'sealed:register-act'); END;
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
CREATE INDEX enrolment_by_learner ON enrolment (learner_id, certification_code);
COMMIT;
PRAGMA application_id = 1396916565;
PRAGMA user_version = 9;
