import { useEffect, useRef, useState } from "react";
import type { RichText } from "#kernel/browser/rich-text.ts";
import { useFormat } from "#web/format/use-format.ts";

/** How long after the last key a draft is kept. */
const PAUSE_MS = 2500;

interface Saved {
  revision: number;
  savedAt: string;
  replacedAt: string | null;
}

type Standing = "typing" | "sending" | "failed" | Saved | null;

/** Keeps text, also while the page goes away. Undefined: it could not be kept. */
async function put(path: string, work: { text: RichText; revision: number }): Promise<Saved | undefined> {
  try {
    const answer = await fetch(path, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(work),
      // A browser takes only small bodies of a page that goes away.
      keepalive: JSON.stringify(work.text).length < 60_000,
    });
    return answer.ok ? ((await answer.json()) as Saved) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a draft by itself a moment after the last change, one save at a time, and when the page is left. `standing` is for
 * a status line; null: nothing was changed yet.
 */
export function useAutosave(path: string, startRevision: number) {
  const [standing, setStanding] = useState<Standing>(null);
  const [revision, setRevision] = useState(startRevision);
  const work = useRef({ waiting: null as RichText | null, isSending: false, revision: startRevision });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useRef(async () => {});
  useEffect(() => {
    flush.current = async () => {
      const { waiting: text, isSending } = work.current;
      if (!text || isSending) return;
      work.current = { ...work.current, waiting: null, isSending: true };
      setStanding("sending");
      const saved = await put(path, { text, revision: work.current.revision });
      work.current.isSending = false;
      if (saved) {
        work.current.revision = saved.revision;
        setRevision(saved.revision);
      } else work.current.waiting ??= text;
      setStanding(saved ?? "failed");
      if (saved && work.current.waiting) await flush.current();
    };
    const leave = () => void flush.current();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      clearTimeout(timer.current);
      leave();
    };
  }, [path]);
  const keep = (text: RichText) => {
    work.current.waiting = text;
    setStanding("typing");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush.current(), PAUSE_MS);
  };
  return { keep, revision, standing: useWords(standing) };
}

function useWords(standing: Standing): string | null {
  const { instant } = useFormat();
  switch (standing) {
    case null:
      return null;
    case "typing":
      return "Not kept yet";
    case "sending":
      return "Keeping the draft";
    case "failed":
      return "The draft could not be kept just now. Your text is still here; keep it by the button.";
    default:
      return standing.replacedAt
        ? `Kept at ${instant(standing.savedAt)}. You had written on another device in between; reload to see that text too.`
        : `Kept at ${instant(standing.savedAt)}.`;
  }
}
