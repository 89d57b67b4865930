import type { z } from "zod";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { BrowseStatements, StatementPage } from "#modules/academy/contract/lrs.ts";
import { isoOf } from "#modules/academy/lrs/consistent-through.ts";
import {
  findStatements,
  firstSequenceOf,
  type StatementRecord,
} from "#modules/academy/lrs/find-statements.ts";
import { exactText } from "#modules/academy/lrs/statement-text.ts";
import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { describeStatement } from "#modules/academy/rules/lrs/describe-statement.ts";
import { isUuid } from "#modules/academy/rules/lrs/identifiers.ts";
import { filterKey } from "#modules/academy/rules/lrs/statement-keys.ts";

function agentKey(text: string): string {
  if (isUuid(text)) return filterKey.person(text);
  if (!text.startsWith("{")) return filterKey.agent(`mbox mailto:${text.replace(/^mailto:/i, "")}`);
  let agent: unknown;
  try {
    agent = JSON.parse(text);
  } catch {
    // Falls through to the same answer.
  }
  const identity = identityOf(agent);
  if (identity !== undefined) return filterKey.agent(identity);
  throw refuse("invalid", "academy.lrs_agent_malformed", "Write an e-mail address, or an agent as JSON.", {
    issues: [{ path: "agent", message: "Write an e-mail address, or an agent as JSON" }],
  });
}

const keysOf = ({ agent, verb, activity, registration }: z.output<typeof BrowseStatements>): string[] => [
  ...(agent ? [agentKey(agent)] : []),
  ...(activity ? [filterKey.relatedActivity(activity)] : []),
  ...(registration ? [filterKey.registration(registration)] : []),
  ...(verb ? [filterKey.verb(verb)] : []),
];

const msOf = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

function toRow(record: StatementRecord, languages: readonly string[]) {
  const json = exactText(record);
  const { actor, verb, object, score } = describeStatement(JSON.parse(json), languages);
  const { id: statementId, storedMs, isVoided } = record;
  return { statementId, storedAt: isoOf(storedMs), actor, verb, object, score, isVoided, json };
}

/** Statements as the console lists them, the newest first; voided ones are left out. Errors: `academy.lrs_agent_malformed`. */
export const browseStatements = defineQuery({
  name: "academy.browse_statements",
  title: "Look at learning records",
  http: "GET /academy/lrs/statements",
  access: "academy:read",
  input: BrowseStatements,
  output: StatementPage,
  run: async ({ db, input, company }) => {
    const { since, until, cursor, limit } = input;
    if (cursor !== undefined && !/^\d{1,18}$|^[1-8]\d{18}$/.test(cursor))
      throw refuse(
        "invalid",
        "academy.lrs_cursor_malformed",
        "This page is not one of the list. Begin anew.",
      );
    const end = until === undefined ? undefined : firstSequenceOf(msOf(until) + 1);
    const below = [end, cursor === undefined ? undefined : BigInt(cursor)]
      .filter((bound) => bound !== undefined)
      .toSorted((a, b) => (a < b ? -1 : 1))[0];
    const found = await findStatements(db, {
      keys: keysOf(input),
      ascending: false,
      limit: limit + 1,
      ...(since === undefined ? {} : { above: String(firstSequenceOf(msOf(since) + 1) - 1n) }),
      ...(below === undefined ? {} : { below: String(below) }),
    });
    const page = found.slice(0, limit);
    const { locale } = await company();
    const nextCursor = found.length > limit ? (page.at(-1)?.sequence ?? null) : null;
    return { items: page.map((record) => toRow(record, [locale, "en"])), nextCursor };
  },
});
