import type { z } from "zod";
import type { SubscriptionList } from "#modules/billing/contract/subscriptions.ts";
import type { Call } from "#web/context.ts";
import { problemResponse } from "#web/problem.ts";
import type { Subscription } from "./plan-words.ts";

/** One of the account's plans; throws the answer of a page that does not exist. */
export async function findPlan(call: Call, accountId: string, subscriptionId: string): Promise<Subscription> {
  const { items } = await call<z.output<typeof SubscriptionList>>("billing.list_my_subscriptions", {
    accountId,
  });
  const plan = items.find(({ id }) => id === subscriptionId);
  if (!plan) throw problemResponse({ kind: "not_found", code: "web.no_such_page", message: "", issues: [] });
  return plan;
}
