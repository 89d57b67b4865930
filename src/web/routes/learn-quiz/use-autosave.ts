import { type RefObject, useEffect, useRef, useState } from "react";
import { readAnswerForm } from "./answer-form.ts";
import { createAnswerSaver, type SaveStanding, type Sent } from "./answer-saver.ts";
import type { Attempt, Item } from "./quiz-words.ts";
import { createSpentTime } from "./spent-time.ts";

const TYPING_MS = 600;

interface Options {
  form: RefObject<HTMLFormElement | null>;
  attempt: Pick<Attempt, "attemptId">;
  item: Item;
  isOn: boolean;
}

async function put(address: string, body: object): Promise<Sent> {
  try {
    const response = await fetch(address, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      // A save on its way must not end with the page.
      keepalive: true,
    });
    if (response.ok) return { kind: "saved", saved: await response.json() };
    return { kind: response.status >= 500 || response.status === 429 ? "unheard" : "refused" };
  } catch {
    return { kind: "unheard" };
  }
}

type Saver = ReturnType<typeof createAnswerSaver>;

const setField = (form: HTMLFormElement | null, name: string, value: number): void => {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = String(value);
};

/** Saves the answer of a question's form as it changes. Without it, and before scripts run, its buttons save. */
export function useAutosave({ form, attempt: { attemptId }, item, isOn }: Options) {
  const { position, kind, sequence } = item;
  const [standing, setStanding] = useState<SaveStanding>({ kind: "resting" });
  const parts = useRef<{ saver: Saver; takeSpent: () => number } | null>(null);
  useEffect(() => {
    const spent = createSpentTime(document, () => performance.now());
    const saver = createAnswerSaver({
      sequence,
      now: () => Date.now(),
      tell: setStanding,
      send: (number) =>
        put(`/api/v1/learn/attempts/${attemptId}/answers/${position}`, {
          answer: readAnswerForm(new FormData(form.current ?? undefined), kind),
          sequence: number,
          spentMs: spent.take(),
        }),
    });
    parts.current = { saver, takeSpent: spent.take };
    return () => {
      saver.stop();
      spent.stop();
    };
  }, [attemptId, position, kind, sequence, form]);

  const onAnswer = (target?: EventTarget) => {
    const isTyping = target instanceof HTMLInputElement && target.type === "text";
    if (isOn) parts.current?.saver.changed(isTyping ? TYPING_MS : 0);
  };
  /** Leaving by a button saves by the form itself: its number is above all that were sent. */
  const onSubmit = () => {
    if (!parts.current) return;
    const { saver, takeSpent } = parts.current;
    saver.stop();
    setField(form.current, "sequence", saver.next());
    setField(form.current, "spentMs", takeSpent());
  };
  return { standing, onAnswer, onSubmit };
}
