import type { z } from "zod";
import type { OrderState } from "#modules/billing/contract/checkout.ts";

/** What an order waits for, as its page tells it. */
export type Stage =
  | { kind: "paid" | "trial" | "bank" | "bank_unknown" | "unpaid" | "cancelled" }
  /** The provider's page; `straight`: the buyer has just ordered and is taken there. */
  | { kind: "go"; actionUrl: string; straight: boolean }
  /** The provider has not answered; `looks` counts how often was looked, `mode` is what the address says beside. */
  | { kind: "wait"; looks: number; mode: "go" | "back" | null };

type Facts = Pick<
  z.output<typeof OrderState>,
  "status" | "provider" | "bank" | "actionUrl" | "trialEndsOn" | "invoice"
>;

/** After so many looks people are told instead of kept waiting. */
const MOST_LOOKS = 10;

/**
 * Reads the stage of an order; `asked` are the parameters of its page: `go` after ordering, `back`
 * from the provider (which may tell us a moment later than the buyer comes), `look` counting.
 */
export function stageOf(order: Facts, asked: URLSearchParams): Stage {
  if (order.status === "cancelled") return { kind: "cancelled" };
  if (order.trialEndsOn && !order.invoice) return { kind: "trial" };
  if (order.status === "paid" || order.invoice?.openMinor === 0) return { kind: "paid" };
  if (order.provider === "bank_transfer") return { kind: order.bank ? "bank" : "bank_unknown" };
  const looks = Math.max(0, Math.trunc(Number(asked.get("look") ?? 0)) || 0);
  const isPatient = looks < MOST_LOOKS;
  if (asked.has("back") && isPatient) return { kind: "wait", looks, mode: "back" };
  const straight = asked.has("go");
  if (order.actionUrl && isWeb(order.actionUrl)) return { kind: "go", actionUrl: order.actionUrl, straight };
  return isPatient ? { kind: "wait", looks, mode: straight ? "go" : null } : { kind: "unpaid" };
}

const isWeb = (url: string): boolean => /^https?:\/\//u.test(url);

/** The `refresh` header of a page that goes on by itself; null where it stays. */
export function nextLook(stage: Stage, path: string): string | null {
  if (stage.kind === "go") return stage.straight ? `0; url=${stage.actionUrl}` : null;
  if (stage.kind !== "wait") return null;
  return `2; url=${path}?${stage.mode ? `${stage.mode}&` : ""}look=${stage.looks + 1}`;
}
