-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- Sittings: the opening of a session begins the first, each resumption another.  Who is present is a fact of the sitting
-- (session_event says it), so a decision says in which one it was taken, and its votes are judged by that one.

-- 0 while nothing is decided, and in files from before this step.
ALTER TABLE jury_decision ADD COLUMN sitting INTEGER NOT NULL DEFAULT 0 CHECK (sitting >= 0);

-- What the seal covers: 3 is the sitting of each decision as well.  A CHECK cannot be changed, so the column is written
-- anew, and the trigger that closes a sealed session stands aside for that.
DROP TRIGGER jury_session_update;
DROP TRIGGER jury_session_seal_form;

ALTER TABLE jury_session RENAME COLUMN seal_form TO earlier_form;
ALTER TABLE jury_session ADD COLUMN seal_form INTEGER NOT NULL DEFAULT 1 CHECK (seal_form IN (1, 2, 3));
UPDATE jury_session SET seal_form = earlier_form WHERE earlier_form <> 1;
ALTER TABLE jury_session DROP COLUMN earlier_form;

CREATE TRIGGER jury_session_update BEFORE UPDATE ON jury_session
WHEN OLD.state = 'sealed' OR NEW.id IS NOT OLD.id
  OR NEW.certification_code IS NOT OLD.certification_code OR NEW.cohort_id IS NOT OLD.cohort_id
  OR NEW.rectifies IS NOT OLD.rectifies
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;

CREATE TRIGGER jury_session_seal_form BEFORE UPDATE ON jury_session
WHEN NEW.state = 'sealed' AND OLD.state = 'deliberated' AND NEW.seal_form IS NOT 3
BEGIN SELECT RAISE (ABORT, 'refused:seal'); END;

-- Nothing is decided in a sitting that has not begun.
CREATE TRIGGER jury_decision_sitting_insert BEFORE INSERT ON jury_decision
WHEN NEW.sitting > 1 + (SELECT count (*) FROM session_event WHERE session_id = NEW.session_id AND kind = 'resumed')
BEGIN SELECT RAISE (ABORT, 'refused:sitting'); END;

CREATE TRIGGER jury_decision_sitting_update BEFORE UPDATE OF sitting ON jury_decision
WHEN NEW.sitting > 1 + (SELECT count (*) FROM session_event WHERE session_id = NEW.session_id AND kind = 'resumed')
BEGIN SELECT RAISE (ABORT, 'refused:sitting'); END;

DROP TRIGGER jury_decision_suspended_update;

CREATE TRIGGER jury_decision_suspended_update
BEFORE UPDATE OF session_id, enrolment_id, certification_code, proposal, proposal_reason, outcome, reason, votes_for,
                 votes_against, votes_abstain, sitting ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session AS s WHERE s.id IN (OLD.session_id, NEW.session_id) AND s.state = 'open'
             AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = s.id ORDER BY position DESC LIMIT 1))
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;

PRAGMA user_version = 7;
