import type { NavEntry } from "#kernel/module.ts";

/** The house's own places, at the foot of the rail. */
export const nav = [
  { label: "Proposals", href: "/console/proposals", icon: "bot", permission: "platform:approve", order: 905 },
  { label: "Settings", href: "/console/settings", icon: "settings", permission: "platform:read", order: 930 },
  {
    label: "Webhooks",
    href: "/console/webhooks",
    icon: "webhook",
    permission: "platform:manage",
    order: 940,
  },
  { label: "Outbox", href: "/console/outbox", icon: "mail", permission: "platform:manage", order: 950 },
  {
    label: "Background work",
    href: "/console/jobs",
    icon: "activity",
    permission: "platform:manage",
    order: 960,
  },
  { label: "Audit", href: "/console/audit", icon: "scroll-text", permission: "platform:audit", order: 970 },
] as const satisfies readonly NavEntry[];
