import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { inquiryWait } from "#modules/billing/rules/tax/inquiry-wait.ts";
import type { TaxIdAnswer, TaxIdChecker } from "#modules/billing/tax/tax-id-checker.ts";

interface Inquiry {
  number: string;
  country: string;
  attempts: number;
}

/** Takes the next number that is due for as long as an answer can take, so that two workers do not ask for it both. */
const claimInquiry = (db: Db, now: Temporal.Instant) =>
  firstRow<Inquiry>(
    db,
    sql`UPDATE billing.tax_id_inquiry SET attempts = attempts + 1, next_at = ${now.add({ minutes: 2 }).toString()}
        WHERE number = (SELECT number FROM billing.tax_id_inquiry WHERE next_at <= ${now.toString()}
                        ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING number, country, attempts`,
  );

async function recordAnswer(
  tx: Tx,
  inquiry: Inquiry,
  answer: TaxIdAnswer,
  now: Temporal.Instant,
): Promise<void> {
  const wait = answer.result === "unavailable" ? inquiryWait(inquiry.attempts) : null;
  const nextAt = wait === null ? null : now.add({ minutes: wait }).toString();
  await tx.execute(
    sql`INSERT INTO billing.tax_id_check (id, number, country, result, source, consultation, answer_sha256, checked_at)
        VALUES (${newId()}, ${inquiry.number}, ${inquiry.country}, ${answer.result}, 'vies',
                ${answer.consultation}, ${answer.answerSha256}, ${now.toString()})`,
  );
  await tx.execute(
    sql`UPDATE billing.tax_id_inquiry SET next_at = ${nextAt} WHERE number = ${inquiry.number}`,
  );
}

/**
 * Asks a register about the next number that is due and writes down what it says; false when none is due. No
 * transaction is open while the register is asked.
 */
export async function inquireNext(
  db: Db,
  checker: TaxIdChecker,
  given: { now: Temporal.Instant; requester: string | null },
): Promise<boolean> {
  const inquiry = await claimInquiry(db, given.now);
  if (!inquiry) return false;
  const { number, country } = inquiry;
  const answer = await checker.check({ number, country, isWellFormed: true }, given.requester);
  await db.transaction((tx) => recordAnswer(tx, inquiry, answer, given.now));
  return true;
}
