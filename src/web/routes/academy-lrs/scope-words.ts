import type { LrsScope } from "#modules/academy/contract/lrs.ts";

/** What each scope allows, in words, the narrowest first. */
export const scopeWords: Record<LrsScope, string> = {
  "statements/write": "Send statements",
  "statements/read/mine": "Read the statements it sent",
  "statements/read": "Read all statements",
  state: "Keep the state of activities",
  profile: "Keep profiles of activities and agents",
  "all/read": "Read everything",
  all: "Everything, also voiding what others sent",
};

/** Several scopes as one line. */
export const scopesInWords = (scopes: readonly LrsScope[]): string =>
  scopes.map((scope) => scopeWords[scope]).join(", ");
