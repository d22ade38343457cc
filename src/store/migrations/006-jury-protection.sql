-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Sceau authors
--
-- Recusals, events, notification, appeals, signed minutes and keys: what the program and SQL may not do to them.

PRAGMA user_version = 6;
