import type { Module } from "#kernel/module.ts";

/** What one area of the academy contributes; `module.ts` puts the areas together. */
export type AcademyPart = Pick<Module, "operations"> &
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
      | "cards"
      | "accountCards"
      | "accountRows"
      | "timeline"
      | "fileReaders"
      | "fileGuards"
      | "settings"
      | "notices"
      | "intakes"
      | "routes"
    >
  >;
