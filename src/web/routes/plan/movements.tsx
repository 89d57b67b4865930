import type { z } from "zod";
import type { Overview } from "#modules/playbook/contract/overview.ts";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

type Change = z.output<typeof Overview>["changes"][number];

const KINDS: Record<Change["kind"], string> = {
  proved: "proved",
  reopened: "reopened",
  criterion: "met",
  risk: "raised",
};
const PLACES: Record<Change["kind"], string> = {
  proved: "/console/plan/deliverables",
  reopened: "/console/plan/deliverables",
  criterion: "/console/plan/scorecard",
  risk: "/console/plan/risks",
};

/** What moved in the last seven days, newest first. */
export function Movements({ overview }: { overview: z.output<typeof Overview> }) {
  return (
    <Section title="Moved this week" link={{ label: "Activity", to: "/console/plan/activity" }}>
      {overview.changes.length === 0 ? (
        <p className="text-muted">Nothing has changed its state in the last seven days.</p>
      ) : (
        <ul className="divide-y divide-line">
          {overview.changes.map((change) => (
            <li
              key={`${change.nodeId}${change.at}`}
              className="grid gap-x-3 gap-y-0.5 py-2.5 sm:grid-cols-[112px_1fr]"
            >
              <State kind={change.kind === "criterion" ? (change.state ?? "met") : KINDS[change.kind]} />
              <p>
                <TextLink to={`${PLACES[change.kind]}/${change.nodeId}`} className="font-medium">
                  {change.title}
                </TextLink>
                <span className="text-muted">: {change.detail}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
