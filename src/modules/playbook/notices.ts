import type { NoticeKind } from "#kernel/module.ts";

/** What people can be told about the plan, and how when they have not chosen. */
export const playbookNotices = [
  { kind: "playbook.mentioned", title: "Somebody mentions me in a comment", delivery: "mail" },
  { kind: "playbook.assigned", title: "I am given something to do", delivery: "mail" },
  { kind: "playbook.risk_raised", title: "A risk rises", delivery: "app" },
  { kind: "playbook.deliverable_reopened", title: "A deliverable loses its proof", delivery: "app" },
  { kind: "playbook.gate_opened", title: "A gate is opened", delivery: "app" },
  { kind: "playbook.review_ready", title: "The weekly review is ready to work on", delivery: "app" },
  { kind: "playbook.weekly_review", title: "The weekly review, once it is signed", delivery: "mail" },
] as const satisfies readonly NoticeKind[];
