import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { StaffRole } from "#modules/staff/contract.ts";

const withRole = z.object({ personId: z.uuid(), role: StaffRole });

export const PersonInvited = defineEvent({
  name: "staff.person_invited",
  version: 1,
  title: "A person was invited",
  payload: withRole,
});

export const RoleChanged = defineEvent({
  name: "staff.role_changed",
  version: 1,
  title: "A person has another role",
  payload: withRole.extend({ before: StaffRole }),
});

export const PersonDisabled = defineEvent({
  name: "staff.person_disabled",
  version: 1,
  title: "A person can no longer sign in",
  payload: z.object({ personId: z.uuid() }),
});

export const PersonEnabled = defineEvent({
  name: "staff.person_enabled",
  version: 1,
  title: "A person can sign in again",
  payload: z.object({ personId: z.uuid() }),
});

export const TokenCreated = defineEvent({
  name: "staff.token_created",
  version: 1,
  title: "An API token was made",
  payload: z.object({ tokenId: z.uuid(), personId: z.uuid(), agent: z.boolean() }),
});

export const TokenRevoked = defineEvent({
  name: "staff.token_revoked",
  version: 1,
  title: "An API token was revoked",
  payload: z.object({ tokenId: z.uuid(), personId: z.uuid() }),
});

export const PersonErased = defineEvent({
  name: "staff.person_erased",
  version: 1,
  title: "A person's data was erased",
  payload: z.object({ personId: z.uuid() }),
});
