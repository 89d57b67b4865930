import type { NavEntry } from "#kernel/module.ts";

const child = (label: string, path: string, permission: "billing:read" | "billing:books" = "billing:read") =>
  ({ label, href: `/console/billing/${path}`, permission }) as const;

/** Billing's place in the console. */
export const billingNav: readonly NavEntry[] = [
  {
    label: "Billing",
    href: "/console/billing",
    icon: "receipt",
    permission: "billing:read",
    order: 60,
    children: [
      child("Orders", "orders"),
      child("Subscriptions", "subscriptions"),
      child("Invoices", "invoices"),
      child("Payments", "payments"),
      child("Catalogue", "catalogue"),
      child("Coupons", "coupons"),
      child("Usage", "usage"),
      child("Partners", "partners"),
      child("Late payments", "dunning"),
      child("Taxes", "taxes", "billing:books"),
      child("Revenue", "revenue", "billing:books"),
      child("Books", "books", "billing:books"),
    ],
  },
];
