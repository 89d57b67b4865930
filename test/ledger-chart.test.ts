import assert from "node:assert/strict";
import { it } from "node:test";
import { LEDGER_ACCOUNTS } from "#modules/billing/rules/ledger/accounts.ts";
import { LEDGER_CHART } from "#web/routes/billing-books/kinds.ts";

// Pages may not load a module's rules, so they say the chart again.
it("the page of journals offers the accounts of the books", () =>
  assert.deepEqual(
    LEDGER_CHART,
    LEDGER_ACCOUNTS.map(({ code, name }) => ({ value: code, label: name })),
  ));
