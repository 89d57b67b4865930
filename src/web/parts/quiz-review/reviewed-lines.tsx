import type { ReactNode } from "react";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { type ReviewedAnswer, readReview } from "./read-review.ts";

/** The lines of an answer with what is right, for students and for staff. */
export function ReviewedLines({
  reviewed,
  whose = "Your answer",
}: {
  reviewed: ReviewedAnswer;
  whose?: string;
}) {
  return (
    <ul className="space-y-2">
      {readReview(reviewed, whose).map((line, at) => (
        <li key={at} className="flex items-start gap-3 rounded-control border border-line px-3.5 py-2.5">
          <LineIcon isRight={line.isRight} />
          <div className="min-w-0 flex-1">
            {line.rich ? <RichText text={line.rich} fileHref={courseFile} /> : <p dir="auto">{line.text}</p>}
            {line.notes.map((note) => (
              <Note key={note}>{note}</Note>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p dir="auto" className="text-14 text-muted">
    {children}
  </p>
);

function LineIcon({ isRight }: { isRight: boolean | null }) {
  if (isRight === null) return <Icon name="minus" className="mt-1 text-muted" />;
  return isRight ? (
    <Icon name="check" className="mt-1 text-positive" />
  ) : (
    <Icon name="circle-x" className="mt-1 text-critical" />
  );
}
