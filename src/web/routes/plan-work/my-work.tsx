import { useLocation } from "react-router";
import { pageContext } from "#web/context.ts";
import { dateOfDay, dayNumber } from "#web/format/local-date.ts";
import { useFormat } from "#web/format/use-format.ts";
import { countOf } from "#web/format/plural.ts";
import { ACTION_NOTICES, isActionForm, submitAction } from "#web/parts/action-forms.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { readTableQuery, tableHref } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Route } from "./+types/my-work.ts";
import { type Work, WORK_KINDS } from "./work-kinds.ts";
import { WorkRow } from "./work-row.tsx";

export const handle: RouteHandle = { crumb: "My work", notices: ACTION_NOTICES };

const HERE = "/console/plan/my-work";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { filters, cursor } = readTableQuery(request.url, { filters: ["kind"] });
  const kind = WORK_KINDS.find((known) => known.kind === filters.kind)?.kind;
  const input = { kind, cursor: cursor ?? undefined };
  return { work: await context.get(pageContext).call<Work>("playbook.list_my_work", input), kind, cursor };
}

/** Also the overview's list posts here; `from` says where to go back to. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.clone().formData();
  const intent = String(form.get("intent") ?? "");
  const { searchParams } = new URL(args.request.url);
  const kind = searchParams.get("kind");
  const here = kind ? `${HERE}?kind=${encodeURIComponent(kind)}` : HERE;
  const back = searchParams.get("from") === "overview" ? "/console" : here;
  return submitAction(args, isActionForm(intent) ? intent : "tick", { here: back });
}

export default function MyWorkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { work, kind, cursor } = loaderData;
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title="My work"
        lead={leadOf(work)}
        actions={
          <LinkButton to="/console/plan/calendar-feed" icon="calendar-days">
            Show in my calendar
          </LinkButton>
        }
      />
      <Tabs
        label="Kinds of work"
        tabs={[
          { label: "All", to: HERE, count: work.total },
          ...WORK_KINDS.map((known) => ({
            label: known.many,
            to: `${HERE}?kind=${known.kind}`,
            count: work.counts[known.kind],
          })),
        ]}
      />
      <Refusal state={actionData} />
      {work.items.length === 0 ? (
        <Card>
          <Nothing isNarrowed={kind !== undefined} />
        </Card>
      ) : (
        <Lists work={work} />
      )}
      {(work.nextCursor || cursor) && (
        <div className="mt-3">
          <Pagination
            summary={countOf(work.items.length, "line")}
            first={cursor ? tableHref(search, {}) : null}
            next={work.nextCursor && tableHref(search, { cursor: work.nextCursor })}
          />
        </div>
      )}
    </>
  );
}

function leadOf({ total, late }: Work): string {
  if (total === 0) return "Nothing waits for you.";
  const waits = `${countOf(total, "thing")} ${total === 1 ? "waits" : "wait"} for you`;
  return late === 0 ? `${waits}; nothing is late.` : `${waits}; ${late} ${late === 1 ? "is" : "are"} late.`;
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  return (
    <EmptyState
      icon="circle-check"
      title={isNarrowed ? "None of this kind waits for you" : "Nothing waits for you"}
      text="What you own, what you are given and what only you can decide appears here."
    />
  );
}

/** Late, this week, later, undated: the days are the company's. */
function Lists({ work }: { work: Work }) {
  const { today } = useFormat();
  const soon = dateOfDay(dayNumber(today) + 7);
  const groups = [
    { title: "Late", items: work.items.filter(({ late }) => late) },
    {
      title: "In the next seven days",
      items: work.items.filter(({ late, dueOn }) => !late && dueOn !== null && dueOn < soon),
    },
    { title: "Later", items: work.items.filter(({ dueOn }) => dueOn !== null && dueOn >= soon) },
    { title: "Without a date", items: work.items.filter(({ dueOn }) => dueOn === null) },
  ].filter(({ items }) => items.length > 0);
  return groups.map(({ title, items }) => (
    <section key={title} aria-label={title} className="mb-6 max-w-[820px]">
      <h2 className="text-13 font-medium text-muted">{title}</h2>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <WorkRow key={`${item.kind}${item.about.id}`} item={item} />
        ))}
      </ul>
    </section>
  ));
}
