-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- Submitted sheets, the history of marks, proposals that are out of date, departures under a seal: what the program and
-- SQL may not do to them.  The head of 002-protection.sql says how such triggers are written.

-- The grid of a modality ----------------------------------------------------

-- Who has points for a criterion is asked each time that a plan is saved.
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

-- Under a seal --------------------------------------------------------------

-- What made a frozen mark is frozen with it: the points, and the entry that it was compared with.

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

-- An exception is a written act: it is never rewritten, and goes only with an enrolment that no jury has judged.

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

-- Somebody may still leave after a seal, for instance with some of the blocks.  But nobody leaves what the jury certified;
-- and a departure of before the session, on which its decision rests, stays as it was.  Only an interruption ends, by a
-- return or by leaving for good.  What counts is the decision in force: one that was rectified no longer holds.
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

-- The period in the company is a requirement: it grows until the certification is obtained.
CREATE TRIGGER enrolment_company BEFORE UPDATE ON enrolment
WHEN (NEW.company_start IS NOT OLD.company_start OR NEW.company_end IS NOT OLD.company_end)
 AND EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed'
             WHERE d.enrolment_id = OLD.id AND d.outcome = 'certified'
               AND NOT EXISTS (SELECT 1 FROM jury_decision AS n JOIN jury_session AS t ON t.id = n.session_id AND t.state = 'sealed'
                               WHERE n.enrolment_id = OLD.id AND (t.date > s.date OR (t.date = s.date AND t.id > s.id))))
BEGIN SELECT RAISE (ABORT, 'sealed:enrolment'); END;

-- The latest sealed decision is the one in force, so they are sealed in the order of their days.
CREATE TRIGGER jury_session_order BEFORE UPDATE ON jury_session
WHEN NEW.state = 'sealed' AND OLD.state = 'deliberated'
 AND EXISTS (SELECT 1 FROM jury_decision AS d JOIN jury_decision AS n ON n.enrolment_id = d.enrolment_id
             JOIN jury_session AS t ON t.id = n.session_id AND t.state = 'sealed'
             WHERE d.session_id = OLD.id AND (t.date > NEW.date OR (t.date = NEW.date AND t.id > OLD.id)))
BEGIN SELECT RAISE (ABORT, 'refused:later-decision'); END;

-- Results -------------------------------------------------------------------

-- REPLACE would take the old mark away without leaving a trace of it, and so would a move to another cell.
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

-- The history only grows, by what the next entry of the journal will say.
CREATE TRIGGER result_history_insert BEFORE INSERT ON result_history
WHEN EXISTS (SELECT 1 FROM result_history WHERE id = NEW.id)
  OR NEW.replaced_by IS NOT (SELECT count + 1 FROM journal_head WHERE id = 1)
BEGIN SELECT RAISE (ABORT, 'sealed:result-history'); END;

CREATE TRIGGER result_history_update BEFORE UPDATE ON result_history
BEGIN SELECT RAISE (ABORT, 'sealed:result-history'); END;

CREATE TRIGGER result_history_delete BEFORE DELETE ON result_history
BEGIN SELECT RAISE (ABORT, 'sealed:result-history'); END;

-- Submitted sheets ----------------------------------------------------------

-- A frozen mark has a refusal of its own; the jury changes marks of its candidates until the seal.

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

-- The points of a grid are the mark.
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

-- A way around: into another cohort, change the mark there, and back.
CREATE TRIGGER enrolment_submitted BEFORE UPDATE ON enrolment
WHEN NEW.cohort_id IS NOT OLD.cohort_id
 AND EXISTS (SELECT 1 FROM result AS r JOIN mark_sheet AS m ON m.cohort_id = OLD.cohort_id
             AND m.modality_code = r.modality_code AND m.attempt = r.attempt WHERE r.enrolment_id = OLD.id)
BEGIN SELECT RAISE (ABORT, 'submitted:enrolment'); END;

-- Proposals out of date -----------------------------------------------------

-- What a proposal of a session that is not sealed yet rests on was changed after it was made.  Making it again, or
-- deciding, is the business of the session.

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

-- A seal records the blocks that its own decisions give and take back: those do not outdate them.
CREATE TRIGGER acquired_block_outdates AFTER INSERT ON acquired_block
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE outdated = 0 AND session_id IS NOT NEW.session_id
    AND enrolment_id IN (SELECT id FROM enrolment WHERE learner_id = NEW.learner_id AND certification_code = NEW.certification_code)
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
END;

CREATE TRIGGER acquired_block_annulment_outdates AFTER INSERT ON acquired_block_annulment
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE outdated = 0 AND session_id IS NOT NEW.session_id
    AND enrolment_id IN (SELECT e.id FROM acquired_block AS a JOIN enrolment AS e ON e.learner_id = a.learner_id
                         AND e.certification_code = a.certification_code WHERE a.id = NEW.acquired_block_id)
    AND session_id IN (SELECT id FROM jury_session WHERE state <> 'sealed');
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

-- The head of a plan is written each time that anything of the plan is.
CREATE TRIGGER plan_outdates AFTER UPDATE ON plan
BEGIN
  UPDATE jury_decision SET outdated = 1 WHERE outdated = 0
    AND session_id IN (SELECT id FROM jury_session WHERE certification_code = NEW.certification_code AND state <> 'sealed');
END;

PRAGMA user_version = 5;
