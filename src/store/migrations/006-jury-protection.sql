-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- Recusals, events, notification, appeals, signed minutes and keys: what nobody may do to them, whatever program opens
-- the file.  The head of 002-protection.sql says how such triggers are written.

-- Jurors --------------------------------------------------------------------

-- Who was named in a session, sealed or not, stays in the directory.
DROP TRIGGER juror_delete;

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

-- The life of a session -----------------------------------------------------

-- A session that nobody opened can be taken back, also after its members were convened.
DROP TRIGGER jury_session_delete;

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

-- From here on a seal covers all of it.
CREATE TRIGGER jury_session_seal_form BEFORE UPDATE ON jury_session
WHEN NEW.state = 'sealed' AND OLD.state = 'deliberated' AND NEW.seal_form IS NOT 2
BEGIN SELECT RAISE (ABORT, 'refused:seal'); END;

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

-- Events only grow, each at its place: what happened, happened.
CREATE TRIGGER session_event_insert BEFORE INSERT ON session_event
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'sealed:session'); END;

CREATE TRIGGER session_event_place BEFORE INSERT ON session_event
WHEN NEW.position IS NOT (SELECT coalesce (max (position), 0) + 1 FROM session_event WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'sealed:session-event'); END;

-- A session is opened once and closed once, and is suspended when it resumes.  Those that were opened before the fourth
-- step of the schema have no event of it, so the first one may also be a suspension or the end.
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

-- While a session is suspended nobody decides.  That a proposal is out of date may still be noted: results go on.
CREATE TRIGGER jury_session_suspended BEFORE UPDATE ON jury_session
WHEN OLD.state = 'open' AND NEW.state IS NOT 'open'
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = OLD.id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;

CREATE TRIGGER jury_decision_suspended_insert BEFORE INSERT ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND state = 'open')
 AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = NEW.session_id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'refused:suspended'); END;

CREATE TRIGGER jury_decision_suspended_update
BEFORE UPDATE OF session_id, enrolment_id, certification_code, proposal, proposal_reason, outcome, reason, votes_for,
                 votes_against, votes_abstain ON jury_decision
WHEN EXISTS (SELECT 1 FROM jury_session AS s WHERE s.id IN (OLD.session_id, NEW.session_id) AND s.state = 'open'
             AND 'suspended' IS (SELECT kind FROM session_event WHERE session_id = s.id ORDER BY position DESC LIMIT 1))
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

-- After the seal ------------------------------------------------------------

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

-- A parchemin would tell what the embargo keeps.
CREATE TRIGGER certificate_embargo BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM jury_session WHERE id = NEW.session_id AND embargo > NEW.delivered)
 AND NOT EXISTS (SELECT 1 FROM notification WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE (ABORT, 'refused:embargo'); END;

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

-- The candidate's words stay, and they are answered once.
CREATE TRIGGER appeal_update BEFORE UPDATE ON appeal
WHEN OLD.state IS NOT 'filed' OR NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id
  OR NEW.enrolment_id IS NOT OLD.enrolment_id OR NEW.filed IS NOT OLD.filed OR NEW.ground IS NOT OLD.ground
BEGIN SELECT RAISE (ABORT, 'sealed:appeal'); END;

-- What mends the decision rectifies it, or one that rectified it before.
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

-- Keys ----------------------------------------------------------------------

-- The index of the key in use would let REPLACE take that key away.
CREATE TRIGGER signing_key_insert BEFORE INSERT ON signing_key
WHEN EXISTS (SELECT 1 FROM signing_key WHERE id = NEW.id OR public_key = NEW.public_key OR retired IS NULL)
  OR NEW.retired IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'exists:signing-key'); END;

-- It is retired once; the passphrase of the one in use can change.
CREATE TRIGGER signing_key_update BEFORE UPDATE ON signing_key
WHEN OLD.retired IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.created IS NOT OLD.created OR NEW.public_key IS NOT OLD.public_key
BEGIN SELECT RAISE (ABORT, 'sealed:signing-key'); END;

CREATE TRIGGER signing_key_delete BEFORE DELETE ON signing_key
BEGIN SELECT RAISE (ABORT, 'sealed:signing-key'); END;

PRAGMA user_version = 6;
