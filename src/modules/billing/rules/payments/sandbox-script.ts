/** How a payment of the sandbox goes. */
export const SANDBOX_SCRIPTS = ["succeed", "decline", "action", "timeout", "dispute"] as const;
export type SandboxScript = (typeof SANDBOX_SCRIPTS)[number];

/** What a saved method may do: play one script, or leave it to the amount. */
export type SandboxChoice = SandboxScript | "amount";

/** Cents that decide for a method that leaves it to the amount: 12.02 is declined. */
const BY_CENTS: Record<number, SandboxScript> = { 2: "decline", 3: "action", 4: "timeout", 5: "dispute" };

const isScript = (word: string): word is SandboxScript =>
  (SANDBOX_SCRIPTS as readonly string[]).includes(word);

/**
 * The script of a charge: by the saved method (`sandbox_decline_…`), else, for `sandbox_amount_…`, by the last two digits
 * of the amount: 02 declines, 03 needs the customer, 04 gives no answer and then succeeds, 05 is disputed later.
 */
export function sandboxScript(methodRef: string, amountMinor: number): SandboxScript {
  const word = methodRef.split("_")[1] ?? "";
  if (isScript(word)) return word;
  return word === "amount" ? (BY_CENTS[amountMinor % 100] ?? "succeed") : "succeed";
}
