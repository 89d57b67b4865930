import type { NoticeKind } from "#kernel/module.ts";

/** What the house itself tells people. */
export const notices = [
  { kind: "platform.webhook_disabled", title: "A webhook was switched off", delivery: "mail" },
  { kind: "platform.proposal_decided", title: "Your agent's proposal was decided", delivery: "app" },
] as const satisfies readonly NoticeKind[];
