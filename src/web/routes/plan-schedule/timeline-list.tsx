import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { State } from "#web/ui/state.tsx";
import { Link } from "react-router";
import type { TimelineAddress } from "./timeline-address.ts";
import { writeAddress } from "./timeline-address.ts";
import type { TimelineData, TimelineRow } from "./types.ts";
import { lastDay, slipWords, STATE_KINDS } from "./words.ts";

/** The timeline on a phone: the same rows as a list with dates. */
export function TimelineList({ data, address }: { data: TimelineData; address: TimelineAddress }) {
  const gates = new Map(data.gates.map((gate) => [gate.phaseId, gate]));
  return (
    <ol className="overflow-hidden rounded-card border border-line bg-surface">
      {data.rows.map((row) => (
        <li
          key={row.id}
          className={classNames("border-t border-line first:border-t-0", row.level > 1 && "ps-3")}
        >
          {row.kind === "workPackage" ? (
            <WorkItem row={row} />
          ) : (
            <SumItem row={row} gate={gates.get(row.id)} data={data} address={address} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Dates({ row }: { row: TimelineRow }) {
  const format = useFormat();
  if (!row.startsOn || !row.endsOn) return <>No dates</>;
  return <>{format.dateRange(row.startsOn, lastDay(row.endsOn))}</>;
}

function Late({ row }: { row: TimelineRow }) {
  if ((row.slipDays ?? 0) <= 0) return null;
  return <span className="font-medium text-caution">{slipWords(row.slipDays)}</span>;
}

function WorkItem({ row }: { row: TimelineRow }) {
  const { kind, word } = STATE_KINDS[row.state];
  return (
    <div className="px-4 py-2.5">
      <NameLink to={`/console/plan/work/${row.id}`}>{row.title}</NameLink>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-13 text-muted">
        <State kind={kind}>{word}</State>
        <Dates row={row} />
        <Late row={row} />
      </p>
    </div>
  );
}

interface SumItemProps {
  row: TimelineRow;
  gate: TimelineData["gates"][number] | undefined;
  data: TimelineData;
  address: TimelineAddress;
}

function SumItem({ row, gate, data, address }: SumItemProps) {
  const format = useFormat();
  const open = row.open ? data.open.filter((id) => id !== row.id) : [...data.open, row.id];
  return (
    <Link
      to={writeAddress({ ...address, open })}
      preventScrollReset
      replace
      aria-expanded={row.open === true}
      className={classNames(
        "flex min-h-11 items-start gap-2 py-2.5 pe-4 ps-3 hover:bg-hover",
        row.level === 0 ? "bg-hover/60" : "ps-5",
      )}
    >
      <Icon name={row.open ? "chevron-down" : "chevron-right"} className="mt-0.5 shrink-0 text-muted" />
      <span className="min-w-0">
        <span className={row.level === 0 ? "font-semibold" : "font-medium"} dir="auto">
          {row.label && <span className="text-muted">{row.label} </span>}
          {row.title}
        </span>
        <span className="flex flex-wrap gap-x-3 text-13 text-muted">
          <Dates row={row} />
          <span className="tabular-nums">
            {row.progress.done} of {row.progress.total} proved
          </span>
          <Late row={row} />
        </span>
        {gate && (
          <span className="block text-13 text-muted">
            {gate.title}, due {format.nearDate(gate.dueOn)}
          </span>
        )}
      </span>
    </Link>
  );
}
