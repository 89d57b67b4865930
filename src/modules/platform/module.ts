import { sendMail } from "#kernel/mail/send-mail.ts";
import { defineModule } from "#kernel/module.ts";
import { resendMail } from "#modules/platform/commands/resend-mail.ts";
import { permissions } from "#modules/platform/permissions.ts";
import { getFile } from "#modules/platform/queries/get-file.ts";
import { getMail } from "#modules/platform/queries/get-mail.ts";
import { listMail } from "#modules/platform/queries/list-mail.ts";

export const platformModule = defineModule({
  name: "platform",
  title: "Platform",
  permissions,
  operations: [getFile, listMail, getMail, resendMail],
  jobs: [sendMail],
});
