import { balanceCard, subscriptionsCard } from "#modules/billing/cards/account-cards.ts";
import { addMySubscriptionAddon } from "#modules/billing/commands/subscriptions/add-my-addon.ts";
import { addSubscriptionAddon } from "#modules/billing/commands/subscriptions/add-addon.ts";
import { removeMySubscriptionAddon } from "#modules/billing/commands/subscriptions/remove-my-addon.ts";
import { removeSubscriptionAddon } from "#modules/billing/commands/subscriptions/remove-addon.ts";
import { billDueInstalment } from "#modules/billing/commands/subscriptions/bill-instalment.ts";
import { stopMySubscription } from "#modules/billing/commands/subscriptions/cancel-my-subscription.ts";
import { stopSubscription } from "#modules/billing/commands/subscriptions/cancel-subscription.ts";
import { switchMySubscription } from "#modules/billing/commands/subscriptions/change-my-subscription.ts";
import { switchSubscription } from "#modules/billing/commands/subscriptions/change-subscription.ts";
import { continueMySubscription } from "#modules/billing/commands/subscriptions/keep-my-subscription.ts";
import { continueSubscription } from "#modules/billing/commands/subscriptions/keep-subscription.ts";
import { migratePlan } from "#modules/billing/commands/subscriptions/migrate-plan.ts";
import { pauseMySubscription } from "#modules/billing/commands/subscriptions/pause-my-subscription.ts";
import { pauseSubscription } from "#modules/billing/commands/subscriptions/pause-subscription.ts";
import { reviveMySubscription } from "#modules/billing/commands/subscriptions/reactivate-my-subscription.ts";
import { reviveSubscription } from "#modules/billing/commands/subscriptions/reactivate-subscription.ts";
import { renewDueSubscription } from "#modules/billing/commands/subscriptions/renew-subscription.ts";
import { renewDueSubscriptions } from "#modules/billing/commands/subscriptions/renew-subscriptions.ts";
import { resumeDueSubscription } from "#modules/billing/commands/subscriptions/resume-due.ts";
import { resumeMySubscription } from "#modules/billing/commands/subscriptions/resume-my-subscription.ts";
import { resumeSubscription } from "#modules/billing/commands/subscriptions/resume-subscription.ts";
import { BillingRules } from "#modules/billing/contract/billing-rules.ts";
import * as events from "#modules/billing/events/subscriptions.ts";
import { billDue } from "#modules/billing/jobs/bill-due.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { getSubscriptionQuery } from "#modules/billing/queries/subscriptions/get-subscription.ts";
import { listMyPurchases } from "#modules/billing/queries/subscriptions/list-my-purchases.ts";
import { listMySubscriptions } from "#modules/billing/queries/subscriptions/list-my-subscriptions.ts";
import { listPurchases } from "#modules/billing/queries/subscriptions/list-purchases.ts";
import { listSubscriptions } from "#modules/billing/queries/subscriptions/list-subscriptions.ts";
import { previewPlanChange } from "#modules/billing/queries/subscriptions/preview-change.ts";
import { previewMyChange } from "#modules/billing/queries/subscriptions/preview-my-change.ts";
import { collectBySavedMethod } from "#modules/billing/subscribers/collect-by-saved-method.ts";
import { billingTimeline } from "#modules/billing/timeline.ts";
import { RULES_KEY } from "#modules/billing/subscriptions/billing-rules.ts";

const { OrderPlaced: _placed, OrderCancelled: _cancelled, ...subscriptionEvents } = events;

/** What goes on after an order: periods, changes, instalments. */
export const subscriptionsPart = {
  operations: [
    listSubscriptions,
    getSubscriptionQuery,
    listPurchases,
    previewPlanChange,
    switchSubscription,
    stopSubscription,
    continueSubscription,
    pauseSubscription,
    resumeSubscription,
    reviveSubscription,
    addSubscriptionAddon,
    removeSubscriptionAddon,
    migratePlan,
    renewDueSubscription,
    renewDueSubscriptions,
    resumeDueSubscription,
    billDueInstalment,
    listMySubscriptions,
    listMyPurchases,
    previewMyChange,
    switchMySubscription,
    stopMySubscription,
    continueMySubscription,
    pauseMySubscription,
    resumeMySubscription,
    reviveMySubscription,
    addMySubscriptionAddon,
    removeMySubscriptionAddon,
  ],
  events: Object.values(subscriptionEvents),
  subscribers: [collectBySavedMethod],
  jobs: [billDue],
  accountCards: [subscriptionsCard, balanceCard],
  timeline: billingTimeline,
  settings: [{ key: RULES_KEY, title: "How you bill", schema: BillingRules }],
} as const satisfies BillingPart;
