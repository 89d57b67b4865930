import { endDunning } from "#modules/billing/commands/dunning/end-dunning.ts";
import { holdDunning } from "#modules/billing/commands/dunning/hold-dunning.ts";
import { reopenInvoice } from "#modules/billing/commands/dunning/reopen-invoice.ts";
import { startInvoiceDunning } from "#modules/billing/commands/dunning/start-invoice-dunning.ts";
import { takeDunningStep } from "#modules/billing/commands/dunning/take-dunning-step.ts";
import { tellCardExpiry } from "#modules/billing/commands/dunning/tell-card-expiry.ts";
import { updateDunning } from "#modules/billing/commands/dunning/update-dunning.ts";
import { writeOffInvoice } from "#modules/billing/commands/dunning/write-off-invoice.ts";
import { DunningSettings } from "#modules/billing/contract/dunning.ts";
import { DUNNING_KEY } from "#modules/billing/dunning/dunning-settings.ts";
import { dunningTimeline } from "#modules/billing/dunning/timeline.ts";
import * as events from "#modules/billing/events/dunning.ts";
import { runDunning } from "#modules/billing/jobs/run-dunning.ts";
import { tellCardExpiries } from "#modules/billing/jobs/tell-card-expiries.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { getDunning } from "#modules/billing/queries/dunning/get-dunning.ts";
import { getDunningSettings } from "#modules/billing/queries/dunning/get-dunning-settings.ts";
import { listDunning } from "#modules/billing/queries/dunning/list-dunning.ts";

/** Reminders of late invoices, and what follows. */
export const dunningPart = {
  operations: [
    listDunning,
    getDunning,
    getDunningSettings,
    updateDunning,
    startInvoiceDunning,
    takeDunningStep,
    holdDunning,
    endDunning,
    writeOffInvoice,
    reopenInvoice,
    tellCardExpiry,
  ],
  events: Object.values(events),
  jobs: [runDunning, tellCardExpiries],
  settings: [{ key: DUNNING_KEY, title: "Reminders of late invoices", schema: DunningSettings }],
  timeline: dunningTimeline,
} as const satisfies BillingPart;
