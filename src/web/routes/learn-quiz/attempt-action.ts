import type { z } from "zod";
import { redirect } from "react-router";
import { MyAttemptRef, SaveAnswer, type SavedAnswer } from "#modules/academy/contract/quiz-attempts.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { findProblem } from "#web/problem.ts";
import { readAnswerForm } from "./answer-form.ts";
import type { Item } from "./quiz-words.ts";
import type { Route } from "./+types/attempt.ts";

type Saved = z.output<typeof SavedAnswer>;

const number = (value: FormDataEntryValue | null): number => Number(typeof value === "string" ? value : 0);

/** Where a button leads: the next question, the one before, one of the list, the end, or here again. */
function target(form: FormData, position: number, count: number): string {
  const go = form.has("move") ? "stay" : String(form.get("go") ?? "stay");
  if (go === "next") return position < count ? String(position + 1) : "end";
  if (go === "previous") return String(Math.max(1, position - 1));
  return go === "stay" ? String(position) : go;
}

const isKind = (kind: string): kind is Item["kind"] =>
  ["single", "multiple", "true_false", "numeric", "short_text", "ordering", "matching", "cloze"].includes(
    kind,
  );

/** Refusals of a save that the next page explains by itself: the attempt is over, or the answer is locked. */
const TOLD = new Set(["academy.attempt_over", "academy.answer_locked"]);

function saveAndGo(args: Route.ActionArgs, form: FormData) {
  const { call } = args.context.get(pageContext);
  const path = new URL(args.request.url).pathname.replace(/\.data$/u, "");
  const position = number(form.get("position"));
  const to = `${path}?question=${target(form, position, number(form.get("count")))}`;
  const save = async (input: z.output<typeof SaveAnswer>): Promise<Saved | null> => {
    try {
      return await call<Saved>("academy.save_answer", input);
    } catch (thrown) {
      if (TOLD.has(findProblem(thrown)?.code ?? "")) return null;
      throw thrown;
    }
  };
  const kind = String(form.get("kind"));
  return submit(args, save as (input: never) => Promise<Saved | null>, {
    schema: SaveAnswer,
    map: () => ({
      attemptId: args.params.attemptId,
      position,
      answer: isKind(kind) ? (readAnswerForm(form, kind) as never) : null,
      sequence: number(form.get("sequence")),
      ...(form.get("spentMs") && { spentMs: number(form.get("spentMs")) }),
    }),
    onSuccess: (saved) =>
      saved?.isKept === false ? done(`${path}?question=${position}`, "newer") : redirect(to),
  });
}

/**
 * Where an answer is checked at once, only the button that says so gives it: leaving does not, and an order in the making
 * goes into the address.
 */
function goWithoutSaving(args: Route.ActionArgs, form: FormData) {
  const path = new URL(args.request.url).pathname.replace(/\.data$/u, "");
  const position = number(form.get("position"));
  const to = `${path}?question=${target(form, position, number(form.get("count")))}`;
  const answer = form.has("move") ? readAnswerForm(form, "ordering") : null;
  return redirect(answer?.kind === "ordering" ? `${to}&order=${answer.order.join(",")}` : to);
}

const gives = (form: FormData): boolean =>
  !form.has("locked") && (!form.has("checks") || (form.get("go") === "stay" && !form.has("move")));

/** What the forms of an attempt do: save the answer and go on, or submit. */
export async function attemptAction(args: Route.ActionArgs) {
  // The form is read twice: here for the answer's own fields, and where every form is checked.
  const form = await args.request.clone().formData();
  if (form.get("intent") !== "submit")
    return gives(form) ? saveAndGo(args, form) : goWithoutSaving(args, form);
  return submit(args, "academy.submit_attempt", {
    schema: MyAttemptRef,
    map: () => ({ attemptId: args.params.attemptId }),
    onSuccess: () => redirect(new URL(args.request.url).pathname.replace(/\.data$/u, "")),
  });
}
