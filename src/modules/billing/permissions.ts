import type { PermissionGrant } from "#kernel/module.ts";

/** Rights over what is sold and owed. Money that leaves, and the rules of tax, are for finance, owner and admin. */
export const permissions = {
  "billing:read": {
    title: "See orders, subscriptions and invoices",
    roles: ["editor", "support", "finance", "viewer"],
  },
  "billing:catalogue": { title: "Change what is sold, prices and coupons", roles: ["editor", "finance"] },
  "billing:sell": {
    title: "Change subscriptions and send invoices for a customer",
    roles: ["support", "finance"],
  },
  "billing:money": { title: "Match payments, refund, write off, keep the books", roles: ["finance"] },
  "billing:usage": { title: "Report what customers used", roles: [] },
  "billing:books": { title: "Read the books, taxes and recurring revenue", roles: ["finance", "viewer"] },
} as const satisfies Record<string, PermissionGrant>;
