-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- What nobody may change any more, whatever program opens the file.
--
-- Each refusal is a token that sceau-store-error.c turns into a sentence.  Three things are not obvious:
--
-- * REPLACE removes the rows that are in its way without running their DELETE triggers.  So a protected key
--   is refused BEFORE INSERT when it exists, and BEFORE UPDATE when it would move onto another row.
-- * Another program may have left foreign keys off, so nothing here relies on them.
-- * A NULL comparison is not true: "IS NOT" is used wherever a value may be missing.

-- School and journal --------------------------------------------------------

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

-- Only the entry that was just added can move the head, by one.
CREATE TRIGGER journal_head_update BEFORE UPDATE ON journal_head
WHEN NEW.id IS NOT OLD.id
  OR NEW.count IS NOT OLD.count + 1
  OR NEW.head IS NOT (SELECT hash FROM journal WHERE id = NEW.count)
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;

CREATE TRIGGER journal_head_delete BEFORE DELETE ON journal_head
BEGIN SELECT RAISE (ABORT, 'sealed:journal'); END;

-- Certification and plan ----------------------------------------------------

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

-- Cohorts, learners, enrolments --------------------------------------------

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

-- The number stands on minutes and in the register.
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

-- The route and the admission are part of the decision: jury rule, quotas, statistics.
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

-- Results: frozen ones stay, and nothing slips in before or between them.
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

-- The jury ------------------------------------------------------------------

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

-- A seal needs a whole decision for everyone, and the copy of every result it rests on.
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

-- Everything below a session is closed with it; a row can neither leave a sealed session nor enter one.

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

-- Only what a sealed jury gave, and only by the session that rectifies a decision on the same learner.
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

-- The register --------------------------------------------------------------

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

-- A parchemin only goes from issued to revoked, with its reason.
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

PRAGMA user_version = 2;
