import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { auditInvoices } from "#modules/billing/ledger/audit-invoices.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { openStoryHouse, type StoryHouse } from "#test/factories/story-house.ts";
import { look } from "#test/factories/story-looks.ts";
import { act } from "#test/factories/story-verbs.ts";

/** One line of a story: a local instant, what is done, and what has come of it. */
export interface StoryLine {
  text: string;
  at: Temporal.Instant;
  verb: string;
  words: readonly string[];
  expected: readonly string[];
}

/** Who a story is about and what was seen of them so far. */
export interface Teller {
  at: StoryHouse;
  zone: string;
  name: string;
  accountId: string;
  subscriptionId: string;
  /** Invoices and credit notes that earlier lines told of. */
  seen: Set<string>;
}

function readLine(text: string, zone: string): StoryLine {
  const [when = "", what = "", comes = ""] = text.split("|").map((part) => part.trim());
  const [day = "", time = "12:00"] = when.split(/\s+/);
  const [verb = "", ...words] = what.split(/\s+/);
  return {
    text,
    at: Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant(),
    verb,
    words,
    expected: comes.split(",").map((part) => part.trim()),
  };
}

/** Does what a line says, and gives what was refused, if it was. */
async function doIt(teller: Teller, line: StoryLine): Promise<string | null> {
  try {
    await act(teller, line);
    return null;
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

async function tell(at: StoryHouse, story: { name: string; zone: string; text: string }): Promise<void> {
  const teller: Teller = { ...story, at, accountId: "", subscriptionId: "", seen: new Set() };
  const lines = story.text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  for (const text of lines) {
    const line = readLine(text, story.zone);
    at.house.clock.set(line.at);
    const refused = await doIt(teller, line);
    const actual = await look(teller, line.expected, refused);
    assert.deepEqual(actual, [...line.expected], text);
  }
  await at.retire(teller);
}

async function booksAreRight({ house }: StoryHouse): Promise<void> {
  const { db } = house.app.database;
  for (const { checks } of [await verifyLedger(db), await auditInvoices(db)])
    assert.deepEqual(
      checks.filter(({ ok }) => !ok),
      [],
    );
}

/**
 * Tells stories of customers line by line: `day [time] | what is done | what comes of it`, days and times where the
 * customer lives. What is owed is paid at once unless the line says `unpaid`. After each story the books are verified.
 */
export function stories(title: string, zone: string, told: Readonly<Record<string, string>>): void {
  describe(title, () => {
    let at: StoryHouse;
    before(async () => {
      at = await openStoryHouse();
    });
    after(() => at.house.close());
    for (const [name, text] of Object.entries(told))
      it(name, async () => {
        await tell(at, { name, zone, text });
        await booksAreRight(at);
      });
  });
}
