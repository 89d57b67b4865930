import { z } from "zod";
import { MemberRole } from "#modules/people/contract/account.ts";
import { Email, InstantText, line } from "#modules/people/contract/words.ts";

/** Somebody who belongs to an account now. */
export const Member = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: MemberRole,
  fromAt: InstantText,
});

/** `open`: waits for an answer. `expired`: its link no longer works; it can be sent again. */
export const InvitationStatus = z.enum(["open", "expired"]);

/** Somebody who was asked to join and has not answered. */
export const Invitation = z.object({
  invitationId: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: MemberRole,
  status: InvitationStatus,
  invitedAt: InstantText,
  expiresAt: InstantText,
});

/** How many members an account may have, invitations counted; null: as many as it likes. */
export const Seats = z.object({ used: z.int(), limit: z.int().nullable() });

export const MembersOfAccount = z.object({
  members: z.array(Member),
  invitations: z.array(Invitation),
  seats: Seats,
});

const accountId = z.uuid();

export const NewInvitation = z.object({
  accountId,
  email: Email,
  name: line(120).default("").describe("How the mail greets them"),
  role: MemberRole,
});

export const SentInvitation = z.object({ invitationId: z.uuid(), accountId, expiresAt: InstantText });

export const OneInvitation = z.object({ accountId, invitationId: z.uuid() });

export const OneMember = z.object({ accountId, personId: z.uuid() });

export const MemberChange = OneMember.extend({ role: MemberRole });

/** The end of an invitation's link. */
export const InvitationToken = z.object({ token: z.string().min(20).max(100) });
