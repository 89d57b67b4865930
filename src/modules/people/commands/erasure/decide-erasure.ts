import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { type KnownPerson, personExists } from "#modules/people/accounts/person-exists.ts";
import { DecideErasure, OneErasureRequest } from "#modules/people/contract/erasure.ts";
import { ErasureDecided } from "#modules/people/events/persons.ts";
import { eraseCustomer } from "#modules/people/erasure/erase-customer.ts";

async function lockRequest(tx: Tx, { requestId }: { requestId: string }): Promise<{ personId: string }> {
  const request = await firstRow<{ personId: string }>(
    tx,
    sql`SELECT person_id AS "personId" FROM people.erasure_request
        WHERE id = ${requestId} AND withdrawn_at IS NULL AND decided_at IS NULL FOR UPDATE`,
  );
  if (!request) throw refuse("not_found", "people.erasure_unknown", "There is no open request of this id.");
  return request;
}

/** Written before anything is erased: afterwards nobody knows the address. */
async function answer(
  context: CommandContext<{ requestId: string; decision: "erased" | "refused"; answer: string }>,
  { personId, name, email }: KnownPerson,
): Promise<void> {
  const { requestId, decision, answer: words } = context.input;
  const { name: company } = await context.company();
  const paragraphs =
    decision === "erased"
      ? [
          "Your personal data are erased. What the law makes us keep, such as invoices, stays as long as it says.",
        ]
      : ["We could not erase your personal data now.", ...(words ? [words] : [])];
  await context.mail.queue(context.tx, {
    ...renderMail({ title: "Your request to erase your data", paragraphs }),
    to: email,
    toName: name || undefined,
    // The mail of an erasure is not the person's any more: erasing would empty it before it leaves.
    personId: decision === "refused" ? personId : undefined,
    subject: `Your request to ${company}`,
    kind: "erasure_decided",
    idempotencyKey: `erasure_decided:${requestId}`,
  });
}

/** Erases as asked, or says why not; the person gets a mail. Errors: `people.erasure_unknown` and those of `eraseCustomer`. */
export const decideErasure = defineCommand({
  name: "people.decide_erasure",
  title: "Decide a customer's request to erase their data",
  http: "POST /customers/erasure-requests/:requestId/decision",
  access: "people:erase",
  confirm: true,
  input: DecideErasure,
  output: OneErasureRequest,
  load: lockRequest,
  run: async (context, { personId }) => {
    const { tx, now, actor, emit, input } = context;
    const { requestId, decision } = input;
    const person = await personExists(tx, personId);
    await answer(context, person);
    await tx.execute(
      sql`UPDATE people.erasure_request
          SET decided_at = ${now.toString()}, decided_by = ${actorPersonId(actor)}, decision = ${decision},
              answer = ${input.answer}
          WHERE id = ${requestId}`,
    );
    if (decision === "erased") await eraseCustomer(context, person);
    await emit(ErasureDecided, { personId, requestId, decision });
    return { requestId };
  },
});
