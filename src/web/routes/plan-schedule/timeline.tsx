import { useMemo } from "react";
import { Link } from "react-router";
import { MoveWorkPackage, TakeBaseline, WorkingCalendar } from "#modules/playbook/contract/schedule.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import { NoPlan } from "../plan-sources/no-plan.tsx";
import type { Route } from "./+types/timeline.ts";
import { BaselineForm } from "./baseline-form.tsx";
import type { CalendarData } from "./calendar-form.tsx";
import { CalendarForm, readCalendar } from "./calendar-form.tsx";
import { loadPreview } from "./load-preview.ts";
import { orNoPlan } from "./or-no-plan.ts";
import { makeScale, ZOOMS } from "./scale.ts";
import type { TimelineAddress } from "./timeline-address.ts";
import { readAddress, writeAddress } from "./timeline-address.ts";
import { Legend, TimelineChart } from "./timeline-chart.tsx";
import { TimelineList } from "./timeline-list.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import type { TimelineData } from "./types.ts";
import { useMove } from "./use-move.ts";

export const handle: RouteHandle = {
  crumb: "Timeline",
  wide: true,
  notices: {
    moved: "The work package is moved.",
    calendar: "The working days are set.",
    baseline: "The baseline is taken. The plan is compared with it from now on.",
  },
};
export const meta: Route.MetaFunction = () => [{ title: "Timeline" }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const address = readAddress(request.url);
  const { zoom, open, select, start } = address;
  const [timeline, calendar, previewed] = await Promise.all([
    orNoPlan<TimelineData>(call, "playbook.get_timeline", { zoom, ...(open && { open }) }),
    orNoPlan<CalendarData>(call, "playbook.get_working_calendar", {}),
    select && start ? loadPreview(call, { workPackageId: select, startsOn: start }) : null,
  ]);
  return { address, timeline, calendar, previewed };
}

export async function action(args: Route.ActionArgs) {
  const address = readAddress(args.request.url);
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "baseline")
    return submit(args, "playbook.take_baseline", {
      schema: TakeBaseline,
      onSuccess: () => done(writeAddress(address), "baseline"),
    });
  if (intent === "calendar")
    return submit(args, "playbook.set_working_calendar", {
      schema: WorkingCalendar,
      map: readCalendar,
      onSuccess: () => done(writeAddress(address), "calendar"),
    });
  return submit(args, "playbook.move_work_package", {
    schema: MoveWorkPackage,
    onSuccess: () => done(writeAddress({ ...address, start: undefined }), "moved"),
  });
}

export default function TimelinePage({ loaderData, actionData }: Route.ComponentProps) {
  const { timeline, calendar, address, previewed } = loaderData;
  const mayEdit = usePermission("playbook:edit");
  if (!timeline)
    return (
      <>
        <PageHeader title="Timeline" />
        <NoPlan />
      </>
    );
  const state = actionData ?? undefined;
  return (
    <>
      <Timeline data={timeline} address={address} previewed={previewed} state={state} />
      <div className="grid gap-x-10 gap-y-8 pt-8 lg:grid-cols-2">
        <BaselineForm state={state} baseline={timeline.baseline} mayTake={mayEdit} />
        {calendar && <CalendarForm state={state} calendar={calendar} mayEdit={mayEdit} />}
      </div>
    </>
  );
}

interface TimelineProps {
  data: TimelineData;
  address: TimelineAddress;
  previewed: Route.ComponentProps["loaderData"]["previewed"];
  state: FormState | undefined;
}

function Timeline({ data, address, previewed, state }: TimelineProps) {
  const mayMove = usePermission("playbook:edit");
  const scale = useMemo(() => makeScale(data.zoom, data.from, data.to), [data.zoom, data.from, data.to]);
  const move = useMove({ rows: data.rows, address, dayWidth: scale.dayWidth, mayMove });
  const shown = move.drag ? move.answer : previewed;
  const selectedId = move.drag?.id ?? address.select;
  const selected = data.rows.find(({ id, kind }) => id === selectedId && kind === "workPackage");
  return (
    <>
      <PageHeader title="Timeline" lead={<Lead data={data} />} actions={<ZoomControl address={address} />} />
      {data.hidden > 0 && (
        <div className="mb-4">
          <Notice title={`${countOf(data.hidden, "row is", "rows are")} left out`}>
            The timeline shows 600 rows at once. Close a phase or period to see what comes after it.
          </Notice>
        </div>
      )}
      <div
        className={classNames(
          selected && "xl:grid xl:grid-cols-[minmax(0,1fr)_340px] xl:items-start xl:gap-5",
        )}
      >
        <div className="min-w-0 max-sm:hidden">
          <TimelineChart data={data} scale={scale} address={address} move={move} previewed={shown} />
          <Legend baseline={data.baseline?.name ?? null} />
        </div>
        {selected && (
          <TimelinePanel
            row={selected}
            address={{ ...address, select: selected.id }}
            start={move.start ?? address.start ?? null}
            previewed={shown}
            isDragging={move.drag !== null}
            isAsking={move.isAsking}
            mayMove={mayMove}
            state={state}
          />
        )}
        <div className="max-sm:mt-4 sm:hidden">
          <TimelineList data={data} address={address} />
        </div>
      </div>
    </>
  );
}

function Lead({ data }: { data: TimelineData }) {
  const { totals, planEndOn, baseline } = data;
  return (
    <>
      {countOf(totals.workPackages, "work package")}
      {planEndOn && (
        <>
          , done by <Day on={planEndOn} /> as it stands
        </>
      )}
      .{" "}
      {baseline &&
        (totals.late === 0
          ? `None is later than in the baseline “${baseline.name}”.`
          : `${countOf(totals.late, "is", "are")} later than in the baseline “${baseline.name}”.`)}
    </>
  );
}

const ZOOM_WORDS = { week: "Weeks", month: "Months", quarter: "Quarters" } as const;

function ZoomControl({ address }: { address: TimelineAddress }) {
  return (
    <nav
      aria-label="Zoom"
      className="flex rounded-control border border-control/60 bg-surface p-0.5 max-sm:hidden"
    >
      {ZOOMS.map((zoom) => (
        <Link
          key={zoom}
          to={writeAddress({ ...address, zoom })}
          preventScrollReset
          replace
          aria-current={zoom === address.zoom ? "true" : undefined}
          className={classNames(
            "inline-flex h-8 items-center rounded-mark px-3 text-13 font-medium transition-colors touch:h-10",
            zoom === address.zoom ? "bg-pressed" : "text-muted hover:bg-hover hover:text-text",
          )}
        >
          {ZOOM_WORDS[zoom]}
        </Link>
      ))}
    </nav>
  );
}
