import { countOf } from "#web/format/plural.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { ReviewedLines } from "#web/parts/quiz-review/reviewed-lines.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Attempt } from "./attempt.tsx";
import { percent } from "./attempt-standing.tsx";

type Item = Attempt["items"][number];

function Saves({ saves }: { saves: Item["saves"] }) {
  if (saves.length === 0) return null;
  return (
    <Disclosure summary={`${countOf(saves.length, "save")} reached us`}>
      <ol className="space-y-1 text-14">
        {saves.map((save, at) => (
          <li key={at}>
            <Moment at={save.at} /> {save.wasKept ? "kept" : "came late, not kept"}
            {save.answer === null ? ", answer taken back" : ""}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function OneItem({ item }: { item: Item }) {
  return (
    <li className="border-t border-line pt-5">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        Question {item.position}
        <span className="font-normal text-muted tabular-nums">
          {item.awardedPpm === null
            ? "Not marked yet"
            : `${percent(item.awardedPpm)} of ${countOf(item.points, "point")}`}
        </span>
        <TextLink to={`/console/academy/questions/${item.questionId}`}>Version {item.version}</TextLink>
      </h3>
      <RichText text={item.prompt} className="mt-2" />
      <div className="mt-3 space-y-3">
        {item.answer === null && <p className="text-muted">Not answered.</p>}
        <ReviewedLines reviewed={item} whose="The student’s answer" />
        {item.markedByVersion !== null && (
          <p className="text-14 text-muted">Marked anew by the key of version {item.markedByVersion}.</p>
        )}
        {item.spentMs !== null && (
          <p className="text-14 text-muted">{Math.round(item.spentMs / 1000)} s at work on it.</p>
        )}
        <Saves saves={item.saves} />
      </div>
    </li>
  );
}

/** What was asked and answered, with what is right and every save. */
export function AttemptItems({ items }: { items: readonly Item[] }) {
  return (
    <ol className="space-y-6">
      {items.map((item) => (
        <OneItem key={item.position} item={item} />
      ))}
    </ol>
  );
}
