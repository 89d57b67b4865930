import type { z } from "zod";
import type { RiskDetail } from "#modules/playbook/contract/risks.ts";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import { STATUSES } from "./risk-words.tsx";

type Change = z.output<typeof RiskDetail>["changes"][number];
type Snapshot = Change["was"];

const score = ({ probability, impact }: Snapshot) =>
  probability === null || impact === null ? "not rated" : String(probability * impact);

/** What a change did to the standing, where it did. */
function movement({ was, became }: Change): string | null {
  const parts = [
    ...(score(was) === score(became) ? [] : [`from ${score(was)} to ${score(became)} of 25`]),
    ...(was.status === became.status
      ? []
      : [`${STATUSES[was.status].toLowerCase()} to ${STATUSES[became.status].toLowerCase()}`]),
  ];
  return parts.length === 0 ? null : `It went ${parts.join(", ")}`;
}

/** How the risk changed, newest first. */
export function RiskHistory({ changes }: { changes: readonly Change[] }) {
  return (
    <Section title="History">
      {changes.length === 0 ? (
        <p className="text-muted">Nobody has changed it since the plan was imported.</p>
      ) : (
        <ul className="divide-y divide-line">
          {changes.map((change) => (
            <li key={change.at + change.cause} className="py-2.5">
              <p dir="auto" className="[overflow-wrap:anywhere]">
                {change.cause}
              </p>
              <p className="text-13 text-muted">
                {change.by?.name ?? "Its trigger"}, <Moment at={change.at} />
                {movement(change) && <span className="tabular-nums">. {movement(change)}.</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
