import type { AccountCard } from "#kernel/module.ts";
import { permissionsOf } from "#kernel/operation/access.ts";
import { defineQuery, type QueryContext } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { AccountCards, OneAccount } from "#modules/people/contract/lists.ts";

/** One card that fails must not take the others away. */
async function read({ db, now, log }: QueryContext<unknown>, card: AccountCard, accountId: string) {
  try {
    return { title: card.title, rows: await card.load(db, { accountId, now }) };
  } catch (error) {
    log.error({ card: card.title, error }, "A customer's card failed");
    return { title: card.title, rows: undefined };
  }
}

/** What every module knows of a customer, as far as the caller may see it. Errors: `people.account_unknown`. */
export const listAccountCards = defineQuery({
  name: "people.list_account_cards",
  title: "List what all parts know of a customer",
  http: "GET /customers/:accountId/cards",
  access: "people:read",
  input: OneAccount,
  output: AccountCards,
  load: (db, { accountId }) => getAccount(db, accountId),
  run: async (context, { accountId }) => {
    const { registry } = context.runtime();
    const granted = permissionsOf(registry, context.actor);
    const cards = registry.modules
      .flatMap((module) => [...(module.accountCards ?? [])])
      .filter(({ permission }) => granted.has(permission));
    const answers = await Promise.all(cards.map((card) => read(context, card, accountId)));
    return {
      cards: answers.flatMap(({ title, rows }) => (rows ? [{ title, rows }] : [])),
      failed: answers.filter(({ rows }) => !rows).map(({ title }) => title),
    };
  },
});
