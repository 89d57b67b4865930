import type { z } from "zod";
import type { SavedAnswer } from "#modules/academy/contract/quiz-attempts.ts";

/** Where saving stands, for the line under a question. */
export type SaveStanding =
  | { kind: "resting" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "failed"; words: string };

/** What became of a request: saved, refused for good, or not heard. */
export type Sent =
  | { kind: "saved"; saved: z.output<typeof SavedAnswer> }
  | { kind: "refused" }
  | { kind: "unheard" };

interface Options {
  /** The number of the newest save that the page knows of. */
  sequence: number;
  /** The device's clock, in milliseconds. */
  now(): number;
  /** Sends the answer as it stands. */
  send(sequence: number): Promise<Sent>;
  tell(standing: SaveStanding): void;
}

const RETRY_MS = 4000;
const UNHEARD = "Not saved yet: there is no connection. Keep this page open; it tries again by itself.";
const REFUSED = "This answer was not taken. Load the page again to see where the quiz stands.";

/**
 * Saves an answer whenever it changes: one request after the other, the newest last, and again what was not heard. Each has
 * a number above all before it, by the device's clock, so that no window and no late request overwrites a newer one.
 */
export function createAnswerSaver({ sequence, now, send, tell }: Options) {
  let last = sequence;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isStale = false;
  const next = (): number => {
    last = Math.max(now(), last + 1);
    return last;
  };
  const settle = (sent: Sent) => {
    if (sent.kind === "refused") return tell({ kind: "failed", words: REFUSED });
    if (sent.kind === "unheard") {
      tell({ kind: "failed", words: UNHEARD });
      timer = setTimeout(() => void save(), RETRY_MS);
      return;
    }
    last = Math.max(last, sent.saved.sequence);
    const at = sent.saved.savedAt;
    tell(at === null ? { kind: "resting" } : { kind: "saved", at });
  };
  async function save(): Promise<void> {
    // What changes meanwhile goes after it.
    if (isSending) {
      isStale = true;
      return;
    }
    isSending = true;
    isStale = false;
    tell({ kind: "saving" });
    const sent = await send(next());
    isSending = false;
    if (isStale) return save();
    settle(sent);
  }
  return {
    next,
    /** The answer changed: it is saved after a pause, in which more may change. */
    changed: (afterMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), afterMs);
    },
    stop: () => clearTimeout(timer),
  };
}
