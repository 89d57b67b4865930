import { sendMail } from "#kernel/mail/send-mail.ts";
import { defineModule } from "#kernel/module.ts";

export const platformModule = defineModule({
  name: "platform",
  title: "Platform",
  permissions: {
    "platform:read": { title: "See settings, jobs and notices of the house", roles: ["editor", "viewer"] },
    "platform:manage": { title: "Change settings, webhooks, jobs and the outbox", roles: [] },
    "platform:audit": { title: "Read who did what", roles: [] },
  },
  operations: [],
  jobs: [sendMail],
});
