import type { Module } from "#kernel/module.ts";

/** What one area of billing contributes; `module.ts` puts the areas together. */
export type BillingPart = Pick<Module, "operations"> &
  Partial<
    Pick<
      Module,
      | "events"
      | "subscribers"
      | "jobs"
      | "metrics"
      | "evidence"
      | "personalData"
      | "search"
      | "accountCards"
      | "timeline"
      | "fileReaders"
      | "settings"
      | "notices"
      | "intakes"
    >
  >;
