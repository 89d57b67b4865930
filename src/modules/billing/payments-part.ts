import { abandonMyAttempt } from "#modules/billing/commands/payments/abandon-my-attempt.ts";
import { addMyPaymentMethod } from "#modules/billing/commands/payments/add-my-payment-method.ts";
import { checkMyAttempt } from "#modules/billing/commands/payments/check-my-attempt.ts";
import { checkMyMethodSetup } from "#modules/billing/commands/payments/check-my-method-setup.ts";
import { decideSandboxPayment } from "#modules/billing/commands/payments/decide-sandbox-payment.ts";
import { draftStatement } from "#modules/billing/commands/payments/draft-statement.ts";
import { ignoreBankLine } from "#modules/billing/commands/payments/ignore-bank-line.ts";
import { importStatement } from "#modules/billing/commands/payments/import-statement.ts";
import { matchBankLine } from "#modules/billing/commands/payments/match-bank-line.ts";
import { payMyInvoice } from "#modules/billing/commands/payments/pay-my-invoice.ts";
import { previewStatement } from "#modules/billing/commands/payments/preview-statement.ts";
import { removeMyPaymentMethod } from "#modules/billing/commands/payments/remove-my-payment-method.ts";
import { replayProviderEvent } from "#modules/billing/commands/payments/replay-provider-event.ts";
import { setMyDefaultPaymentMethod } from "#modules/billing/commands/payments/set-my-default-payment-method.ts";
import { unmatchBankLine } from "#modules/billing/commands/payments/unmatch-bank-line.ts";
import { updateStatementDraft } from "#modules/billing/commands/payments/update-statement-draft.ts";
import * as events from "#modules/billing/events/payments.ts";
import { abandonAttempt } from "#modules/billing/jobs/payments/abandon-attempt.ts";
import { chargeAttempt } from "#modules/billing/jobs/payments/charge-attempt.ts";
import { forgetProviderWords } from "#modules/billing/jobs/payments/forget-provider-words.ts";
import { matchStatement } from "#modules/billing/jobs/payments/match-statement.ts";
import { pollProviders } from "#modules/billing/jobs/payments/poll-providers.ts";
import { processEvent } from "#modules/billing/jobs/payments/process-event.ts";
import { recoverPayments } from "#modules/billing/jobs/payments/recover-payments.ts";
import { releaseMethod } from "#modules/billing/jobs/payments/release-method.ts";
import { sendRefund } from "#modules/billing/jobs/payments/send-refund.ts";
import { setUpMethod } from "#modules/billing/jobs/payments/set-up-method.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { stripeIntake } from "#modules/billing/payments/intake/stripe-intake.ts";
import { paymentsTimeline } from "#modules/billing/payments/timeline.ts";
import {
  bankLineData,
  paymentMethodData,
  providerEventData,
} from "#modules/billing/personal-data/payments.ts";
import { getBankLine } from "#modules/billing/queries/payments/get-bank-line.ts";
import { getMyAttempt } from "#modules/billing/queries/payments/get-my-attempt.ts";
import { getMyMethodSetup } from "#modules/billing/queries/payments/get-my-method-setup.ts";
import { getPayment } from "#modules/billing/queries/payments/get-payment.ts";
import { getSandboxPayment } from "#modules/billing/queries/payments/get-sandbox-payment.ts";
import { getStatementDraft } from "#modules/billing/queries/payments/get-statement-draft.ts";
import { listBankLines } from "#modules/billing/queries/payments/list-bank-lines.ts";
import { listMyPaymentMethods } from "#modules/billing/queries/payments/list-my-payment-methods.ts";
import { listPayments } from "#modules/billing/queries/payments/list-payments.ts";
import { listProviderEvents } from "#modules/billing/queries/payments/list-provider-events.ts";
import { listProviders } from "#modules/billing/queries/payments/list-providers.ts";
import { listStatements } from "#modules/billing/queries/payments/list-statements.ts";
import { closeOpenPayments } from "#modules/billing/subscribers/close-open-payments.ts";

/** How money comes in and goes back: providers, attempts, bank statements, saved methods. */
export const paymentsPart = {
  operations: [
    listPayments,
    getPayment,
    listProviders,
    listBankLines,
    getBankLine,
    matchBankLine,
    unmatchBankLine,
    ignoreBankLine,
    listStatements,
    previewStatement,
    draftStatement,
    getStatementDraft,
    updateStatementDraft,
    importStatement,
    listProviderEvents,
    replayProviderEvent,
    listMyPaymentMethods,
    addMyPaymentMethod,
    getMyMethodSetup,
    checkMyMethodSetup,
    setMyDefaultPaymentMethod,
    removeMyPaymentMethod,
    payMyInvoice,
    getMyAttempt,
    checkMyAttempt,
    abandonMyAttempt,
    getSandboxPayment,
    decideSandboxPayment,
  ],
  events: Object.values(events),
  subscribers: [closeOpenPayments],
  jobs: [
    chargeAttempt,
    abandonAttempt,
    sendRefund,
    setUpMethod,
    releaseMethod,
    processEvent,
    pollProviders,
    recoverPayments,
    matchStatement,
    forgetProviderWords,
  ],
  intakes: [stripeIntake],
  timeline: paymentsTimeline,
  personalData: [paymentMethodData, bankLineData, providerEventData],
} as const satisfies BillingPart;
