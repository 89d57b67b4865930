import type { Answer, Asked } from "#modules/academy/contract/quiz-answer.ts";
import { classNames } from "#web/ui/class-names.ts";

type Cloze = Extract<Asked, { kind: "cloze" }>;

/** A control within a line of text. */
const gapClass =
  "mx-1 my-1 inline-block h-11 max-w-full rounded-control border border-control bg-surface px-3 align-middle text-16 text-text";

function Gap({ gap, value, at }: { gap: Cloze["blanks"][number]; value: string; at: number }) {
  const name = `gap-${gap.id}`;
  const label = `Gap ${at}`;
  if (!gap.options)
    return (
      <input
        type="text"
        name={name}
        aria-label={label}
        defaultValue={value}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="auto"
        className={classNames(gapClass, "w-40")}
      />
    );
  return (
    <select name={name} aria-label={label} defaultValue={value} className={gapClass}>
      <option value="">Choose</option>
      {gap.options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** A text with gaps to fill where they stand. */
export function ClozeFields({ asked, answer }: { asked: Cloze; answer: Answer | null }) {
  const values = new Map(
    answer?.kind === "cloze" ? answer.blanks.map(({ blank, value }) => [blank, value]) : [],
  );
  const gaps = new Map(asked.blanks.map((gap) => [gap.id, gap]));
  const order = asked.parts.flatMap(({ blank }) => blank ?? []);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Your answer</legend>
      {asked.blanks.map(({ id }) => (
        <input key={id} type="hidden" name="blank" value={id} />
      ))}
      <p className="leading-[2.2] whitespace-pre-line" dir="auto">
        {asked.parts.map(({ text, blank }, at) => {
          const gap = blank === null ? undefined : gaps.get(blank);
          return (
            <span key={at}>
              {text}
              {gap && <Gap gap={gap} value={values.get(gap.id) ?? ""} at={order.indexOf(gap.id) + 1} />}
            </span>
          );
        })}
      </p>
    </fieldset>
  );
}
