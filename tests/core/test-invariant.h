/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "test-random-dossier.h"

G_BEGIN_DECLS

/* A sentence that must hold for thousands of cases drawn by lot.  A case that fails is made smaller and printed.
 * SCEAU_TEST_SEED draws others; -m thorough draws many more. */

/* (transfer full): what is wrong with the case, or NULL. */
typedef char *(*TestInvariantCheck) (TestDossier *self, GRand *rand);

typedef struct
{
  const char *sentence;
  TestInvariantCheck check;
} TestInvariant;

/* The GTestDataFunc of a TestInvariant. */
void test_invariant (gconstpointer data);

/* The results one by one, so that a variant can change some. */
GPtrArray    *test_copy_results   (GPtrArray *results);
SceauDossier  test_with_results   (const TestDossier *self, GPtrArray *results);
/* (transfer full): everything that a proposal says. */
char         *test_print_proposal (const SceauDossier *dossier);
/* (transfer full): both proposals, one under the other. */
char         *test_say_change     (const char *what, const SceauDossier *before, const SceauDossier *after);
/* (transfer full): what got worse in @raised, which differs from @self by what can only help; or NULL. */
char         *test_compare_raised (const TestDossier *self, const SceauDossier *raised);

const SceauBlock        *test_get_block   (const TestDossier *self, guint index);
const SceauBlockVerdict *test_get_verdict (const SceauProposal *proposal, guint index);

G_END_DECLS
