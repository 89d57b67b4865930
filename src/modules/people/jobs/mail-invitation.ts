import { z } from "zod";
import { isAppError } from "#kernel/errors.ts";
import { defineJob } from "#kernel/jobs/job.ts";

/** Mails an invitation once for each time it was asked for; one that was answered meanwhile is left alone. */
export const mailInvitation = defineJob({
  name: "people.mail_invitation",
  title: "Mail an invitation to a customer's account",
  input: z.object({ accountId: z.uuid(), invitationId: z.uuid(), askedAt: z.string() }),
  run: async ({ call }, data) => {
    try {
      await call("people.send_invitation", data);
    } catch (error) {
      if (!isAppError(error) || (error.kind !== "not_found" && error.kind !== "conflict")) throw error;
    }
  },
});
