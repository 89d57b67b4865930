import { useFormat } from "#web/format/use-format.ts";
import { countOf } from "#web/format/plural.ts";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { WorkPackageData } from "./types.ts";

/** What the work leaves behind, and what proves it. */
export function Deliverables({ work }: { work: WorkPackageData }) {
  const { done, total } = work.progress;
  return (
    <Section title="Deliverables" note={total > 0 ? `${done} of ${total} proved` : undefined}>
      <Card flush>
        {work.deliverables.length === 0 ? (
          <EmptyState icon="package" title="The plan names no deliverables here" />
        ) : (
          <ul className="divide-y divide-line">
            {work.deliverables.map((item) => (
              <li key={item.id} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[104px_1fr_auto]">
                <State kind={item.proved ? "proved" : item.reopened ? "reopened" : "open"} />
                <div className="min-w-0">
                  <NameLink to={`/console/plan/deliverables/${item.id}`} className="[overflow-wrap:anywhere]">
                    {item.text}
                  </NameLink>
                  <p className="text-13 text-muted">
                    {item.reason}
                    {item.owner && <>. {item.owner.name}</>}
                  </p>
                </div>
                <p className="text-13 text-muted sm:text-end">
                  {item.dueOn && (
                    <span className="block">
                      Due <Day on={item.dueOn} />
                    </span>
                  )}
                  {item.evidence > 0 ? `${countOf(item.evidence, "piece")} of evidence` : "No evidence"}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

/** How one sees that the work was worth it. */
export function Criteria({ work }: { work: WorkPackageData }) {
  const format = useFormat();
  if (work.criteria.length === 0) return null;
  return (
    <Section title="Success criteria">
      <Card flush>
        <ul className="divide-y divide-line">
          {work.criteria.map((criterion) => (
            <li key={criterion.id} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[104px_1fr_auto]">
              <State kind={criterion.state} />
              <div className="min-w-0">
                {criterion.raw ? (
                  <NameLink
                    to={`/console/plan/scorecard/${criterion.id}`}
                    className="[overflow-wrap:anywhere]"
                  >
                    {criterion.text}
                  </NameLink>
                ) : (
                  <span dir="auto">{criterion.text}</span>
                )}
                <p className="text-13 text-muted">{criterion.reason}</p>
              </div>
              <p className="text-13 text-muted sm:text-end">
                {criterion.value !== null && (
                  <span className="block font-medium text-text tabular-nums">
                    {format.number(criterion.value, criterion.unit ?? undefined)}
                    {criterion.currency && ` ${criterion.currency}`}
                  </span>
                )}
                {criterion.dueOn && (
                  <>
                    Due <Day on={criterion.dueOn} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

/** What is done to get there, as the plan says. */
export function Activities({ work }: { work: WorkPackageData }) {
  if (work.activities.length === 0) return null;
  return (
    <Section title="Activities">
      <ul className="space-y-2">
        {work.activities.map((activity) => (
          <li key={activity.id} className="flex max-w-measure gap-2.5">
            <Icon
              name={activity.done ? "circle-check" : "circle"}
              className={activity.done ? "mt-0.5 shrink-0 text-positive" : "mt-0.5 shrink-0 text-muted"}
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {activity.done && <span className="sr-only">Done: </span>}
              <span dir="auto">{activity.text}</span>
              {activity.owner && <span className="text-muted"> {activity.owner.name}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What happened to it, newest first. */
export function History({ work }: { work: WorkPackageData }) {
  if (work.history.length === 0) return null;
  return (
    <Section title="History">
      <ul className="divide-y divide-line">
        {work.history.map((event) => (
          <li key={`${event.at}${event.text}`} className="py-2.5">
            <p className="[overflow-wrap:anywhere]">{event.text}</p>
            <p className="text-13 text-muted">
              {event.by ? `${event.by.name}, ` : ""}
              <Moment at={event.at} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
