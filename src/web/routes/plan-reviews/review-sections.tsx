import type { z } from "zod";
import type { Review } from "#modules/playbook/contract/reviews.ts";
import { LinkedSentence } from "#web/parts/linked-sentence.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Section } from "#web/ui/section.tsx";

type Sections = z.output<typeof Review>["sections"];
type Item = Sections[number]["items"][number];

const TONES = {
  good: { icon: "check", colour: "text-positive", word: "Good news: " },
  bad: { icon: "triangle-alert", colour: "text-caution", word: "Needs care: " },
  neutral: { icon: "circle", colour: "text-transparent", word: "" },
} as const;

/** Where a line leads; what is about the whole plan leads nowhere. */
function placeOf({ kind, id }: Item["about"]): string | null {
  if (kind === "gate") return "/console/plan/gates";
  if (kind === "question") return "/console/plan/questions";
  if (id === null) return null;
  if (kind === "work_package") return `/console/plan/work/${id}`;
  if (kind === "deliverable") return `/console/plan/deliverables/${id}`;
  if (kind === "target") return `/console/plan/scorecard/${id}`;
  if (kind === "risk") return `/console/plan/risks/${id}`;
  return kind === "experiment" ? `/console/plan/experiments/${id}` : null;
}

/** The week as drafted: five sections, always the same, each line leading to what it speaks of. */
export function ReviewSections({ sections }: { sections: Sections }) {
  return sections.map(({ key, title, items }) => (
    <Section key={key} title={title} className="break-inside-avoid">
      <ul className="space-y-1.5">
        {items.map((item, index) => (
          <li key={index} className="flex gap-2.5">
            <Icon
              name={TONES[item.tone].icon}
              className={classNames("mt-[3px] shrink-0", TONES[item.tone].colour)}
            />
            <p dir="auto" className="max-w-measure min-w-0 text-pretty [overflow-wrap:anywhere]">
              <span className="sr-only">{TONES[item.tone].word}</span>
              <LinkedSentence text={item.text} to={placeOf(item.about)} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
