import { Card } from "#web/ui/card.tsx";
import { Section } from "#web/ui/section.tsx";
import { GradeHistory } from "./grade-history.tsx";
import { percentOf } from "./standing.tsx";
import type { Submission } from "./submission.tsx";

type Reading = Submission["readings"][number];

const NAMES: Record<Reading["reading"], string> = {
  first: "First mark",
  second: "Second mark",
  agreed: "Agreed mark",
};

/** Marks that were made, and everything that happened to the submission. */
export function SubmissionHistory({ submission }: { submission: Submission }) {
  return (
    <>
      {submission.readings.length > 0 && (
        <Section title="Marks">
          <Card flush>
            <ul className="divide-y divide-line">
              {submission.readings.map((reading) => (
                <li key={reading.reading} className="px-4 py-3">
                  <p className="flex flex-wrap justify-between gap-x-4">
                    <span>
                      {NAMES[reading.reading]}
                      <span className="text-muted">
                        {" "}
                        by <span dir="auto">{reading.grader.name || "an erased person"}</span>
                        {!reading.isComplete && ", draft"}
                        {reading.isFinal && ", counts"}
                      </span>
                    </span>
                    <span className="tabular-nums">
                      {reading.points} of {reading.maxPoints} points, {percentOf(reading.scorePpm)}
                    </span>
                  </p>
                  {reading.privateNote && (
                    <p className="mt-1 whitespace-pre-line text-muted" dir="auto">
                      {reading.privateNote}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      <Section title="History">
        <GradeHistory entries={submission.history} />
      </Section>
    </>
  );
}
