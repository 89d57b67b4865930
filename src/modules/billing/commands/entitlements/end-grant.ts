import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Done } from "#modules/billing/contract/catalogue.ts";
import { GrantRef } from "#modules/billing/contract/entitlements.ts";
import { endEntitlements } from "#modules/billing/entitlements/grant.ts";
import { EntitlementEnded } from "#modules/billing/events/catalogue.ts";

interface Grant {
  accountId: string;
  key: string;
  untilAt: string | null;
}

/**
 * Takes back what a person of the company gave. What was bought ends with its sale. Errors: `billing.grant_unknown`.
 */
export const endGrant = defineCommand({
  name: "billing.end_grant",
  title: "Take back what was given without a sale",
  http: "POST /billing/entitlements/:grantId/end",
  access: "billing:sell",
  input: GrantRef,
  output: Done,
  load: async (tx, { grantId }) => {
    const grant = await firstRow<Grant>(
      tx,
      sql`SELECT account_id AS "accountId", key, to_jsonb(until_at) AS "untilAt" FROM billing.entitlement_grant
          WHERE id = ${grantId} AND source_kind = 'staff' FOR UPDATE`,
    );
    if (!grant)
      throw refuse("not_found", "billing.grant_unknown", "There is no such gift of an entitlement.");
    return grant;
  },
  run: async ({ tx, input, now, emit }, { accountId, key, untilAt }) => {
    if (untilAt !== null && Temporal.Instant.compare(untilAt, now) <= 0) return {};
    await endEntitlements(tx, { sourceId: input.grantId, at: now });
    await emit(EntitlementEnded, { accountId, grantId: input.grantId, key });
    return {};
  },
});
