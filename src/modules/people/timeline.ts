import type { z } from "zod";
import type { EventDefinition } from "#kernel/events/event.ts";
import type { TimelineEntry } from "#kernel/module.ts";
import * as accounts from "#modules/people/events/accounts.ts";
import * as members from "#modules/people/events/members.ts";

const ROLES = { owner: "an owner", admin: "an admin", member: "a member", billing: "its billing contact" };
const SOURCES = { checkout: "at the checkout", console: "by hand", import: "by an import" };

const entry = <S extends z.ZodType>(
  event: EventDefinition<S>,
  say: (payload: z.output<S>) => string,
  hrefOf?: (payload: z.output<S>) => string,
): TimelineEntry => ({
  event: event.name,
  permission: "people:read",
  tell: (payload) => {
    const known = event.payload.parse(payload);
    return { text: say(known), href: hrefOf?.(known) };
  },
});

const FIELD_WORDS: Record<string, string> = {
  billingEmail: "billing address",
  taxId: "tax number",
  line1: "street",
  line2: "second line of the address",
  zone: "time zone",
  locale: "language",
};

const fieldList = (fields: readonly string[]): string =>
  fields.map((field) => FIELD_WORDS[field] ?? field).join(", ");

/** How this module's facts read on an account's page. */
export const timeline: readonly TimelineEntry[] = [
  entry(accounts.AccountOpened, ({ source }) => `The account was opened ${SOURCES[source]}`),
  entry(accounts.AccountChanged, ({ fields, by }) =>
    by === "import" ? `An import changed ${fieldList(fields)}` : `Changed: ${fieldList(fields)}`,
  ),
  entry(
    accounts.AccountMerged,
    () => "Another customer was merged into this one",
    ({ mergedAccountId }) => `/console/customers/${mergedAccountId}`,
  ),
  entry(
    accounts.AccountMergeUndone,
    () => "A merge was undone",
    ({ mergedAccountId }) => `/console/customers/${mergedAccountId}`,
  ),
  entry(members.MemberInvited, ({ role }) => `Somebody was invited as ${ROLES[role]}`),
  entry(members.InvitationRevoked, () => "An invitation was taken back"),
  entry(members.MemberJoined, ({ role }) => `Somebody joined as ${ROLES[role]}`),
  entry(members.MemberRoleChanged, ({ role }) => `A member is ${ROLES[role]} now`),
  entry(members.MemberLeft, ({ how }) => (how === "left" ? "A member left" : "A member was removed")),
];
