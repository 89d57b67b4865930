import { companySettingsSchema } from "#kernel/company.ts";
import { sendMail } from "#kernel/mail/send-mail.ts";
import { defineModule } from "#kernel/module.ts";
import { approveProposal } from "#modules/platform/commands/approve-proposal.ts";
import { createWebhook } from "#modules/platform/commands/create-webhook.ts";
import { deleteWebhook } from "#modules/platform/commands/delete-webhook.ts";
import { discardDeadLetter } from "#modules/platform/commands/discard-dead-letter.ts";
import { markRead } from "#modules/platform/commands/mark-read.ts";
import { rejectProposal } from "#modules/platform/commands/reject-proposal.ts";
import { replayDeadLetter } from "#modules/platform/commands/replay-dead-letter.ts";
import { replayDelivery } from "#modules/platform/commands/replay-delivery.ts";
import { resendMail } from "#modules/platform/commands/resend-mail.ts";
import { retryJob } from "#modules/platform/commands/retry-job.ts";
import { rotateWebhookSecret } from "#modules/platform/commands/rotate-webhook-secret.ts";
import { sendTestEvent } from "#modules/platform/commands/send-test-event.ts";
import { updatePreferences } from "#modules/platform/commands/update-preferences.ts";
import { updateSettings } from "#modules/platform/commands/update-settings.ts";
import { updateWebhook } from "#modules/platform/commands/update-webhook.ts";
import { ProposalDecided, SettingsChanged, WebhookDisabled } from "#modules/platform/events.ts";
import { cleanUp } from "#modules/platform/jobs/clean-up.ts";
import { deliverWebhook } from "#modules/platform/jobs/deliver-webhook.ts";
import { sealAudit } from "#modules/platform/jobs/seal-audit.ts";
import { sendDigests } from "#modules/platform/jobs/send-digests.ts";
import { nav } from "#modules/platform/nav.ts";
import { notices } from "#modules/platform/notices.ts";
import { permissions } from "#modules/platform/permissions.ts";
import { personalData } from "#modules/platform/personal-data.ts";
import { countUnread } from "#modules/platform/queries/count-unread.ts";
import { exportAudit } from "#modules/platform/queries/export-audit.ts";
import { getFile } from "#modules/platform/queries/get-file.ts";
import { getMail } from "#modules/platform/queries/get-mail.ts";
import { getPreferences } from "#modules/platform/queries/get-preferences.ts";
import { getProposal } from "#modules/platform/queries/get-proposal.ts";
import { getSettings } from "#modules/platform/queries/get-settings.ts";
import { getWebhook } from "#modules/platform/queries/get-webhook.ts";
import { listAudit } from "#modules/platform/queries/list-audit.ts";
import { listDeadLetters } from "#modules/platform/queries/list-dead-letters.ts";
import { listDeliveries } from "#modules/platform/queries/list-deliveries.ts";
import { listJobs } from "#modules/platform/queries/list-jobs.ts";
import { listMail } from "#modules/platform/queries/list-mail.ts";
import { listNotifications } from "#modules/platform/queries/list-notifications.ts";
import { listProposals } from "#modules/platform/queries/list-proposals.ts";
import { listWebhooks } from "#modules/platform/queries/list-webhooks.ts";
import { search } from "#modules/platform/queries/search.ts";
import { verifyAudit } from "#modules/platform/queries/verify-audit.ts";
import { fanOutWebhooks } from "#modules/platform/subscribers/fan-out-webhooks.ts";
import { tellOfDecision } from "#modules/platform/subscribers/tell-of-decision.ts";
import { tellOfDisabledWebhook } from "#modules/platform/subscribers/tell-of-disabled-webhook.ts";

/** The house itself: outbox, files, audit, webhooks, background work, settings, proposals, notices, search. */
export const platformModule = defineModule({
  name: "platform",
  title: "Platform",
  permissions,
  operations: [
    approveProposal,
    createWebhook,
    deleteWebhook,
    discardDeadLetter,
    markRead,
    rejectProposal,
    replayDeadLetter,
    replayDelivery,
    resendMail,
    retryJob,
    rotateWebhookSecret,
    sendTestEvent,
    updatePreferences,
    updateSettings,
    updateWebhook,
    countUnread,
    exportAudit,
    getFile,
    getMail,
    getPreferences,
    getProposal,
    getSettings,
    getWebhook,
    listAudit,
    listDeadLetters,
    listDeliveries,
    listJobs,
    listMail,
    listNotifications,
    listProposals,
    listWebhooks,
    search,
    verifyAudit,
  ],
  events: [WebhookDisabled, SettingsChanged, ProposalDecided],
  subscribers: [fanOutWebhooks, tellOfDecision, tellOfDisabledWebhook],
  jobs: [sendMail, cleanUp, deliverWebhook, sealAudit, sendDigests],
  personalData,
  nav,

  settings: [{ key: "company", title: "Company", schema: companySettingsSchema }],
  notices,
});
