-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- Submitted sheets, the history of marks, proposals that are out of date: what the program and SQL may not do to them.

PRAGMA user_version = 5;
