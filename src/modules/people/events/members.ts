import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { MemberRole } from "#modules/people/contract/account.ts";

const account = z.object({ accountId: z.uuid() });
const member = account.extend({ personId: z.uuid() });

export const MemberInvited = defineEvent({
  name: "people.member_invited",
  version: 1,
  title: "Somebody was invited to an account",
  payload: account.extend({ invitationId: z.uuid(), role: MemberRole }),
});

export const InvitationRevoked = defineEvent({
  name: "people.invitation_revoked",
  version: 1,
  title: "An invitation to an account was taken back",
  payload: account.extend({ invitationId: z.uuid() }),
});

export const MemberJoined = defineEvent({
  name: "people.member_joined",
  version: 1,
  title: "Somebody joined an account",
  payload: member.extend({ role: MemberRole, invitationId: z.uuid() }),
});

export const MemberRoleChanged = defineEvent({
  name: "people.member_role_changed",
  version: 1,
  title: "A member of an account has another role",
  payload: member.extend({ role: MemberRole, before: MemberRole }),
});

export const MemberLeft = defineEvent({
  name: "people.member_left",
  version: 1,
  title: "Somebody no longer belongs to an account",
  payload: member.extend({ how: z.enum(["left", "removed"]) }),
});
