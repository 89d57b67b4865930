import { useFormat } from "#web/format/use-format.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { AskMove, MoveAnswer } from "./move-form.tsx";
import type { TimelineAddress } from "./timeline-address.ts";
import { writeAddress } from "./timeline-address.ts";
import type { Previewed, TimelineRow } from "./types.ts";
import { lastDay, slipWords, STATE_KINDS } from "./words.ts";

interface PanelProps {
  row: TimelineRow;
  address: TimelineAddress;
  /** Where it would start, as dragged or asked for. */
  start: string | null;
  previewed: Previewed | null;
  isDragging: boolean;
  isAsking: boolean;
  mayMove: boolean;
  state: FormState | undefined;
}

/** The selected work package, and what follows from moving it. */
export function TimelinePanel(props: PanelProps) {
  const { row, address, mayMove } = props;
  return (
    <aside
      aria-label={`Selected: ${row.title}`}
      className="rounded-card border border-line bg-surface px-5 pt-3 pb-5 max-xl:mt-4 xl:sticky xl:top-4"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 pt-1.5 text-16 font-semibold" dir="auto">
          {row.title}
        </h2>
        <LinkButton
          to={writeAddress({ ...address, select: undefined, start: undefined })}
          look="quiet"
          size="small"
          preventScrollReset
          replace
          aria-label="Close"
          className="-me-2 shrink-0"
        >
          <Icon name="x" />
        </LinkButton>
      </div>
      <Standing row={row} />
      <p className="mt-2">
        <TextLink to={`/console/plan/work/${row.id}`}>Open the work package</TextLink>
      </p>
      {mayMove && row.movable && <Move {...props} />}
      {mayMove && !row.movable && row.state !== "cancelled" && (
        <p className="mt-3 text-13 text-muted">It has begun, so its planned dates stay.</p>
      )}
    </aside>
  );
}

/** Parameters that a plain form must carry along, since it replaces all of them. */
function keptParameters({ zoom, open }: TimelineAddress, select: string): Record<string, string> {
  return { zoom, select, ...(open && { open: open.join(",") }) };
}

function Move({ row, address, start, previewed, isDragging, isAsking, state }: PanelProps) {
  return (
    <div className="mt-4 space-y-4 border-t border-line pt-4">
      <AskMove
        action="/console/plan/timeline"
        startsOn={start ?? row.startsOn}
        keep={keptParameters(address, row.id)}
      />
      <div aria-live="polite" aria-busy={isAsking}>
        {previewed ? (
          <MoveAnswer
            previewed={previewed}
            state={state}
            cancelTo={isDragging ? undefined : writeAddress({ ...address, start: undefined })}
          />
        ) : (
          <p className="text-13 text-muted max-sm:hidden">
            Drag its bar, or choose it and press the arrow keys (with Shift by weeks), to see what follows.
          </p>
        )}
        {isDragging && (
          <p className="mt-3 text-13 text-muted">Let go, or press Enter, to decide. Escape leaves it.</p>
        )}
      </div>
    </div>
  );
}

function Standing({ row }: { row: TimelineRow }) {
  const format = useFormat();
  const { kind, word } = STATE_KINDS[row.state];
  const slip = slipWords(row.slipDays);
  return (
    <div className="mt-1 space-y-1">
      <State kind={kind}>{word}</State>
      {row.startsOn && row.endsOn && <p>{format.dateRange(row.startsOn, lastDay(row.endsOn))}</p>}
      {slip && (
        <p className={(row.slipDays ?? 0) > 0 ? "text-caution" : "text-positive"}>
          {slip}
          {row.slipReason && <span className="text-muted">. {row.slipReason}.</span>}
        </p>
      )}
      {row.floatDays !== null && row.state !== "cancelled" && (
        <p className="text-muted">
          {row.critical
            ? "On the critical path"
            : `Can slip ${row.floatDays} working ${row.floatDays === 1 ? "day" : "days"} before the plan ends later`}
        </p>
      )}
      {row.owner ? (
        <p className="text-muted">{row.owner.name}</p>
      ) : (
        <p className="text-muted">Nobody owns it yet</p>
      )}
    </div>
  );
}
