import { useLocation } from "react-router";
import type { z } from "zod";
import type { ActivityPage } from "#modules/playbook/contract/activity.ts";
import { pageContext } from "#web/context.ts";
import { formatClock } from "#web/format/instant.ts";
import { localDate } from "#web/format/local-date.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { LinkedSentence } from "#web/parts/linked-sentence.tsx";
import { loadPeople, peopleOptions } from "#web/parts/load-people.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { TableFilters } from "#web/table/table-filters.tsx";
import { tableHref } from "#web/table/table-query.ts";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import type { Route } from "./+types/activity.ts";
import { activityQuery, AREAS } from "./activity-query.ts";

type Page = z.output<typeof ActivityPage>;
type Happening = Page["activity"][number];

export const handle: RouteHandle = { crumb: "Activity" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { query, input } = activityQuery(request.url);
  const [page, people] = await Promise.all([call<Page>("playbook.list_activity", input), loadPeople(call)]);
  return { query, page, people };
}

export default function Activity({ loaderData }: Route.ComponentProps) {
  const { query, page, people } = loaderData;
  const { search } = useLocation();
  const { zone } = useFormat();
  const isNarrowed = Object.keys(query.filters).length > 0;
  return (
    <>
      <PageHeader
        title="Activity"
        lead={`Everything that happened in the plan, newest first. Times are those of ${zone}.`}
      />
      <div className="mb-6">
        <TableFilters
          query={query}
          filters={[
            { name: "what", label: "About", options: AREAS },
            { name: "person", label: "By", options: peopleOptions(people) },
          ]}
        />
      </div>
      {page.activity.length === 0 ? (
        <Card>
          <EmptyState
            icon="activity"
            title={isNarrowed ? "Nothing matches" : "Nothing has happened yet"}
            text={isNarrowed ? "Try another filter." : "It begins with the first plan that is imported."}
          />
        </Card>
      ) : (
        <Days activity={page.activity} />
      )}
      {page.activity.length > 0 && (
        <Pagination
          summary={countOf(page.activity.length, "line")}
          first={query.cursor ? tableHref(search, {}) : null}
          next={page.nextCursor && tableHref(search, { cursor: page.nextCursor })}
        />
      )}
    </>
  );
}

/** By day in the reader's zone, as the times beside the sentences are. */
function Days({ activity }: { activity: Page["activity"] }) {
  const { zone, today, date } = useFormat();
  const days = Map.groupBy(activity, ({ at }) => localDate(at, zone));
  return [...days].map(([day, happenings]) => (
    <section key={day} aria-label={date(day, "full")} className="mb-6 max-w-[820px]">
      <h2 className="text-13 font-medium text-muted">
        {day === today ? `Today, ${date(day, "full")}` : date(day, "full")}
      </h2>
      <ul className="divide-y divide-line">
        {happenings.map((happening) => (
          <Line key={happening.id} happening={happening} />
        ))}
      </ul>
    </section>
  ));
}

function Line({ happening: { at, sentence, about } }: { happening: Happening }) {
  const { instant, zone, locale } = useFormat();
  return (
    <li className="flex gap-4 py-2">
      <time
        dateTime={at}
        title={instant(at)}
        className="w-11 shrink-0 text-13 leading-[21px] text-muted tabular-nums"
      >
        {formatClock(at, { zone, locale })}
      </time>
      <p dir="auto" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <LinkedSentence text={sentence} to={placeOf(about)} />
      </p>
    </li>
  );
}

const NODE_PAGES: Record<string, string> = {
  workPackage: "work",
  deliverable: "deliverables",
  risk: "risks",
  criterion: "scorecard",
  kpi: "scorecard",
};

function placeOf(about: Happening["about"]): string | null {
  if (about === null || about.kind === "plan") return null;
  if (about.kind === "gate") return "/console/plan/gates";
  if (about.kind === "review") return `/console/plan/reviews/${about.id}`;
  if (about.kind === "experiment") return `/console/plan/experiments/${about.id}`;
  const folder = NODE_PAGES[about.nodeKind ?? ""];
  return folder ? `/console/plan/${folder}/${about.id}` : null;
}
