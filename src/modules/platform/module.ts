import { sendMail } from "#kernel/mail/send-mail.ts";
import { defineModule } from "#kernel/module.ts";
import { createWebhook } from "#modules/platform/commands/create-webhook.ts";
import { deleteWebhook } from "#modules/platform/commands/delete-webhook.ts";
import { replayDelivery } from "#modules/platform/commands/replay-delivery.ts";
import { resendMail } from "#modules/platform/commands/resend-mail.ts";
import { rotateWebhookSecret } from "#modules/platform/commands/rotate-webhook-secret.ts";
import { sendTestEvent } from "#modules/platform/commands/send-test-event.ts";
import { updateWebhook } from "#modules/platform/commands/update-webhook.ts";
import { WebhookDisabled } from "#modules/platform/events.ts";
import { deliverWebhook } from "#modules/platform/jobs/deliver-webhook.ts";
import { sealAudit } from "#modules/platform/jobs/seal-audit.ts";
import { permissions } from "#modules/platform/permissions.ts";
import { exportAudit } from "#modules/platform/queries/export-audit.ts";
import { getFile } from "#modules/platform/queries/get-file.ts";
import { getMail } from "#modules/platform/queries/get-mail.ts";
import { listAudit } from "#modules/platform/queries/list-audit.ts";
import { listDeliveries } from "#modules/platform/queries/list-deliveries.ts";
import { listMail } from "#modules/platform/queries/list-mail.ts";
import { listWebhooks } from "#modules/platform/queries/list-webhooks.ts";
import { verifyAudit } from "#modules/platform/queries/verify-audit.ts";
import { fanOutWebhooks } from "#modules/platform/subscribers/fan-out-webhooks.ts";

export const platformModule = defineModule({
  name: "platform",
  title: "Platform",
  permissions,
  operations: [
    getFile,
    listMail,
    getMail,
    resendMail,
    listAudit,
    exportAudit,
    verifyAudit,
    createWebhook,
    listWebhooks,
    updateWebhook,
    deleteWebhook,
    rotateWebhookSecret,
    sendTestEvent,
    listDeliveries,
    replayDelivery,
  ],
  events: [WebhookDisabled],
  subscribers: [fanOutWebhooks],
  jobs: [sendMail, sealAudit, deliverWebhook],
});
