import { sendMail } from "#kernel/mail/send-mail.ts";
import { defineModule } from "#kernel/module.ts";
import { resendMail } from "#modules/platform/commands/resend-mail.ts";
import { sealAudit } from "#modules/platform/jobs/seal-audit.ts";
import { permissions } from "#modules/platform/permissions.ts";
import { exportAudit } from "#modules/platform/queries/export-audit.ts";
import { getFile } from "#modules/platform/queries/get-file.ts";
import { getMail } from "#modules/platform/queries/get-mail.ts";
import { listAudit } from "#modules/platform/queries/list-audit.ts";
import { listMail } from "#modules/platform/queries/list-mail.ts";
import { verifyAudit } from "#modules/platform/queries/verify-audit.ts";

export const platformModule = defineModule({
  name: "platform",
  title: "Platform",
  permissions,
  operations: [getFile, listMail, getMail, resendMail, listAudit, exportAudit, verifyAudit],
  jobs: [sendMail, sealAudit],
});
