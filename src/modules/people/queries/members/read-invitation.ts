import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { MemberRole } from "#modules/people/contract/account.ts";
import { InvitationToken } from "#modules/people/contract/members.ts";
import { InstantText } from "#modules/people/contract/words.ts";
import { findOpenInvitation } from "#modules/people/queries/members/find-open-invitation.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";

/** What an invitation is for, to whoever has its link. Errors: `people.invitation_over`. */
export const readInvitation = defineQuery({
  name: "people.read_invitation",
  title: "Read an invitation to an account by its link",
  http: "GET /invitation",
  access: "public",
  input: InvitationToken,
  output: z.object({ accountName: z.string(), email: z.string(), role: MemberRole, expiresAt: InstantText }),
  run: async ({ db, now, input }) => {
    const { accountId, email, role, expiresAt } = await findOpenInvitation(db, input.token, now);
    const { name } = await getAccount(db, accountId);
    return { accountName: name, email, role, expiresAt: isoInstant(expiresAt) };
  },
});
