import type { LrsScope } from "#modules/academy/contract/lrs.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** The narrow place a player's token opens: one student, one registration, one activity. */
export interface TokenReach {
  registration: string;
  /** The student's identity (`identityOf`). */
  identity: string;
  activityId: string;
  accountId: string | null;
  personId: string | null;
  enrolmentId: string | null;
}

/** Who sends a request: a registered client, or a player with a token. */
export interface Sender {
  /** The client's or the token's id. */
  id: string;
  scopes: ReadonlySet<LrsScope>;
  /** Set on every statement the sender stores. */
  authority: JsonObject;
  /** Pages that may call in a browser; a token is for any, because it is sent by who holds it alone. */
  origins: readonly string[];
  reach?: TokenReach;
}

const has = ({ scopes }: Sender, ...wanted: LrsScope[]): boolean =>
  scopes.has("all") || wanted.some((scope) => scopes.has(scope));

/** May the sender store statements? */
export const canWriteStatements = (sender: Sender): boolean =>
  sender.reach !== undefined || has(sender, "statements/write");

/** Which statements the sender may read. */
export function readableStatements(sender: Sender): "all" | "mine" | "reach" | "none" {
  if (sender.reach) return "reach";
  if (has(sender, "all/read", "statements/read")) return "all";
  return has(sender, "statements/read/mine") ? "mine" : "none";
}

/** May the sender void what others sent? */
export const canVoidAny = (sender: Sender): boolean => sender.scopes.has("all");

/** May the sender read, or write, documents of a kind? What a token reaches is looked at per document. */
export const canUseDocuments = (sender: Sender, kind: "state" | "profile", writes: boolean): boolean =>
  sender.reach !== undefined || has(sender, kind, ...(writes ? [] : (["all/read"] as const)));
