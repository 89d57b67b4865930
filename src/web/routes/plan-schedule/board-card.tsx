import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { BoardCard, BoardColumn } from "./types.ts";
import { slipWords } from "./words.ts";

interface CardProps {
  card: BoardCard;
  column: BoardColumn["key"];
  mayMove: boolean;
  state: FormState | undefined;
  onGrab: (card: BoardCard, from: BoardColumn["key"]) => void;
}

/** One work package on the board: what it is, whose, until when, how far, and the buttons that move it. */
export function WorkCard({ card, column, mayMove, state, onGrab }: CardProps) {
  return (
    <li
      draggable={mayMove || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", card.id);
        event.dataTransfer.effectAllowed = "move";
        onGrab(card, column);
      }}
      className={classNames(
        "rounded-control border border-line bg-surface px-3.5 py-3",
        mayMove && "cursor-grab active:cursor-grabbing",
      )}
    >
      <Facts card={card} column={column} />
      <WaitsFor card={card} />
      <Owner card={card} />
      {mayMove && <MoveButtons card={card} column={column} state={state} />}
    </li>
  );
}

function Facts({ card, column }: { card: BoardCard; column: BoardColumn["key"] }) {
  const slip = slipWords(card.slipDays);
  return (
    <>
      {card.period && (
        <p className="truncate text-12 text-muted" dir="auto">
          {card.label ? `${card.period}, ${card.label}` : card.period}
        </p>
      )}
      <NameLink
        to={`/console/plan/work/${card.id}`}
        draggable={false}
        className="block [overflow-wrap:anywhere]"
      >
        {card.title}
      </NameLink>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-muted">
        {card.dueOn && (
          <span>
            Until <Day on={card.dueOn} />
          </span>
        )}
        {slip && <Badge tone={(card.slipDays ?? 0) > 0 ? "caution" : "positive"}>{slip}</Badge>}
        {card.critical && column !== "done" && <Badge tone="accent">Critical</Badge>}
      </p>
      {card.progress.total > 0 && (
        <div className="mt-2">
          <ProgressBar
            label="Deliverables proved"
            value={card.progress.done}
            of={card.progress.total}
            tone={column === "done" ? "positive" : "accent"}
            withFigures
          />
        </div>
      )}
    </>
  );
}

function WaitsFor({ card }: { card: BoardCard }) {
  if (card.waitsFor.length === 0) return null;
  return (
    <p className="mt-2 text-13 text-muted">
      Waits for{" "}
      {card.waitsFor.slice(0, 2).map((other, index) => (
        <span key={other.id}>
          {index > 0 && ", "}
          <TextLink to={`/console/plan/work/${other.id}`} draggable={false} dir="auto">
            {other.text}
          </TextLink>
        </span>
      ))}
      {card.waitsFor.length > 2 && ` and ${card.waitsFor.length - 2} more`}
    </p>
  );
}

function Owner({ card }: { card: BoardCard }) {
  return (
    <p className="mt-2 flex items-center gap-2 text-13 text-muted">
      {card.owner ? (
        <>
          <Avatar name={card.owner.name} size="small" />
          <span dir="auto">{card.owner.name}</span>
        </>
      ) : (
        "Nobody owns it yet"
      )}
    </p>
  );
}

const TO = { start: "under_way", finish: "done", unstart: "not_started" } as const;

interface MoveProps {
  card: BoardCard;
  column: BoardColumn["key"];
  state: FormState | undefined;
}

/** The same moves as by dragging, as buttons. Work with open deliverables is finished with a reason. */
function MoveButtons({ card, column, state }: MoveProps) {
  const left = card.progress.total - card.progress.done;
  const isProved = card.progress.total > 0 && left === 0;
  if (column === "done" && isProved) return null;
  return (
    <div className="mt-2.5 flex flex-wrap items-start gap-2">
      {(column === "not_started" || column === "waiting") && (
        <MoveTo card={card} to={TO.start} words="Start" state={state} />
      )}
      {column === "done" && <MoveTo card={card} to={TO.start} words="Reopen" state={state} />}
      {column === "under_way" && card.progress.done === 0 && (
        <MoveTo card={card} to={TO.unstart} words="Put back" state={state} />
      )}
      {column === "under_way" && left === 0 && (
        <MoveTo card={card} to={TO.finish} words="Finish" state={state} />
      )}
      {column === "under_way" && left > 0 && <FinishForm card={card} left={left} state={state} />}
    </div>
  );
}

interface MoveToProps {
  card: BoardCard;
  to: (typeof TO)[keyof typeof TO];
  words: string;
  state: FormState | undefined;
}

function MoveTo({ card, to, words, state }: MoveToProps) {
  return (
    <Form state={state} intent={`${to}-${card.id}`} className="space-y-2">
      <input type="hidden" name="workPackageId" value={card.id} />
      <input type="hidden" name="to" value={to} />
      <Button size="small">
        {words}
        <span className="sr-only">: {card.title}</span>
      </Button>
    </Form>
  );
}

function FinishForm({ card, left, state }: { card: BoardCard; left: number; state: FormState | undefined }) {
  const intent = `done-${card.id}`;
  return (
    <div className="w-full">
      <Disclosure summary="Finish without all proof" open={state?.intent === intent}>
        <Form state={state} intent={intent} className="space-y-3">
          <input type="hidden" name="workPackageId" value={card.id} />
          <input type="hidden" name="to" value="done" />
          <TextInput
            name="note"
            label="Why it counts as done"
            hint={`${countOf(left, "deliverable is", "deliverables are")} not proved`}
            required
          />
          <Button size="small">Finish</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
