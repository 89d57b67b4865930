import type { NavEntry } from "#kernel/module.ts";

/** The academy's place in the console. */
export const academyNav: readonly NavEntry[] = [
  {
    label: "Academy",
    href: "/console/academy",
    icon: "graduation-cap",
    permission: "academy:read",
    order: 25,
    children: [{ label: "Learning records", href: "/console/academy/records", permission: "academy:read" }],
  },
];
