import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { GrantedEntitlement, GrantEntitlement } from "#modules/billing/contract/entitlements.ts";
import { EntitlementGranted } from "#modules/billing/events/catalogue.ts";
import { findAccount } from "#modules/people/index.ts";

/** Gives an account something without a sale, from now on. Errors: `billing.account_unknown`, `billing.grant_is_over`. */
export const grantEntitlement = defineCommand({
  name: "billing.grant_entitlement",
  title: "Give an account something without a sale",
  http: "POST /billing/accounts/:accountId/entitlements",
  access: "billing:sell",
  confirm: true,
  input: GrantEntitlement,
  output: GrantedEntitlement,
  run: async ({ tx, input, now, actor, emit }) => {
    const { accountId, key, quantity, meter, reason } = input;
    if (!(await findAccount(tx, accountId)))
      throw refuse("not_found", "billing.account_unknown", "There is no such account.");
    const untilAt = input.untilAt === null ? null : Temporal.Instant.from(input.untilAt).toString();
    if (untilAt !== null && Temporal.Instant.compare(untilAt, now) <= 0)
      throw refuse("invalid", "billing.grant_is_over", "This would end before it begins.", {
        issues: [{ path: "untilAt", message: "must be later than now" }],
      });
    const grantId = newId();
    await tx.execute(
      sql`INSERT INTO billing.entitlement_grant (id, account_id, key, quantity, meter, quota, source_kind, source_id,
            from_at, until_at, granted_by, reason)
          VALUES (${grantId}, ${accountId}, ${key}, ${quantity}, ${meter}, ${meter === null ? null : "hard"}, 'staff',
            ${grantId}, ${now.toString()}, ${untilAt}, ${actorPersonId(actor)}, ${reason})`,
    );
    await emit(EntitlementGranted, { accountId, grantId, key, quantity, untilAt });
    return { grantId };
  },
});
