import { countOf } from "#web/format/plural.ts";
import type { Work } from "#web/routes/plan-work/work-kinds.ts";
import { WorkRow } from "#web/routes/plan-work/work-row.tsx";
import { Section } from "#web/ui/section.tsx";

const MY_WORK = "/console/plan/my-work";

/** What waits for the person who looks: the first few, each leading to where it is done. */
export function ToDo({ work }: { work: Work }) {
  return (
    <Section
      title="Yours to do"
      link={{ label: work.total > work.items.length ? `All ${work.total}` : "My work", to: MY_WORK }}
    >
      {work.items.length === 0 ? (
        <p className="text-muted">Nothing waits for you.</p>
      ) : (
        <ul aria-label={countOf(work.total, "thing")} className="divide-y divide-line">
          {work.items.map((item) => (
            <WorkRow key={`${item.kind}${item.about.id}`} item={item} action={`${MY_WORK}?from=overview`} />
          ))}
        </ul>
      )}
    </Section>
  );
}
