import type { NavEntry } from "#kernel/module.ts";

const child = (label: string, path: string) =>
  ({ label, href: `/console/plan/${path}`, permission: "playbook:read" }) as const;

/** The plan's places in the console's rail. */
export const playbookNav: readonly NavEntry[] = [
  { label: "Overview", href: "/console", icon: "layout-dashboard", permission: "playbook:read", order: 0 },
  {
    label: "Plan",
    href: "/console/plan",
    icon: "map",
    permission: "playbook:read",
    order: 10,
    children: [
      child("My work", "my-work"),
      child("Timeline", "timeline"),
      child("Board", "board"),
      child("Scorecard", "scorecard"),
      child("Criteria", "criteria"),
      child("Gates", "gates"),
      child("Evidence", "evidence"),
      child("Risks", "risks"),
      child("Reviews", "reviews"),
      child("Experiments", "experiments"),
      child("Activity", "activity"),
      child("Sources", "sources"),
    ],
  },
];
