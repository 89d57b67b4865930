import type { Answer, Asked } from "#modules/academy/contract/quiz-answer.ts";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === "string");

/** Moves one entry of a list to another place; what is not there stays where it is. */
export function moved(order: readonly string[], id: string, to: number): string[] {
  const from = order.indexOf(id);
  if (from < 0) return [...order];
  const rest = order.filter((one) => one !== id);
  const place = Math.min(Math.max(0, to), rest.length);
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}

/**
 * The order a form tells: as its rows stand, then each row whose place was chosen anew moved there, then the one whose
 * button was pressed.
 */
function readOrder(form: FormData): string[] {
  const rows = texts(form, "order");
  let order = rows;
  for (const [at, place] of texts(form, "place").entries())
    if (Number(place) !== at + 1) order = moved(order, rows[at] ?? "", Number(place) - 1);
  const [id = "", way] = text(form, "move").split(":");
  if (way === undefined) return order;
  return moved(order, id, order.indexOf(id) + (way === "up" ? -1 : 1));
}

const isAsShown = (order: readonly string[]): boolean => order.every((id, at) => Number(id) === at + 1);

/** The answer that a question's form holds, by the same fields with scripts and without. */
export function readAnswerForm(form: FormData, kind: Asked["kind"]): Answer {
  switch (kind) {
    case "single":
      return { kind, choice: text(form, "choice") || null };
    case "multiple":
      return { kind, choices: texts(form, "choices") };
    case "true_false": {
      const value = text(form, "value");
      return { kind, value: value === "" ? null : value === "true" };
    }
    case "numeric":
    case "short_text":
      return { kind, text: text(form, "text") };
    case "ordering": {
      const order = readOrder(form);
      // Nobody's order yet: it stands as it was shown, and that is never the right one.
      return { kind, order: text(form, "answered") === "" && isAsShown(order) ? [] : order };
    }
    case "matching":
      return {
        kind,
        matches: texts(form, "left").map((left) => ({ left, right: text(form, `right-${left}`) || null })),
      };
    case "cloze":
      return {
        kind,
        blanks: texts(form, "blank").map((blank) => ({ blank, value: text(form, `gap-${blank}`) })),
      };
  }
}
