import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { Form as PlainForm, useRouteLoaderData, useSubmit } from "react-router";
import { MoveCard } from "#modules/playbook/contract/work-package.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import { NoPlan } from "../plan-sources/no-plan.tsx";
import type { Route } from "./+types/board.ts";
import { WorkCard } from "./board-card.tsx";
import { FinishDialog } from "./finish-dialog.tsx";
import { orNoPlan } from "./or-no-plan.ts";
import type { BoardCard, BoardColumn, BoardData } from "./types.ts";

export const handle: RouteHandle = {
  crumb: "Board",
  wide: true,
  notices: { moved: "The work package is moved." },
};
export const meta: Route.MetaFunction = () => [{ title: "Board" }];

/** Cards of one column on a page. */
const MOST_CARDS = 20;

const ID = /^[0-9a-f-]{36}$/u;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const asked = Object.fromEntries(
    (["phaseId", "periodId", "ownerId"] as const).flatMap((name) => {
      const value = searchParams.get(name) ?? "";
      return ID.test(value) ? [[name, value]] : [];
    }),
  );
  const board = await orNoPlan<BoardData>(context.get(pageContext).call, "playbook.get_board", {
    ...asked,
    limit: MOST_CARDS,
  });
  return { board, ownerId: asked.ownerId ?? "" };
}

export async function action(args: Route.ActionArgs) {
  const { pathname, search } = new URL(args.request.url);
  return submit(args, "playbook.move_card", {
    schema: MoveCard,
    onSuccess: () => done(pathname.replace(/\.data$/u, "") + search, "moved"),
  });
}

export default function BoardPage({ loaderData, actionData }: Route.ComponentProps) {
  const { board, ownerId } = loaderData;
  if (!board)
    return (
      <>
        <PageHeader title="Board" />
        <NoPlan />
      </>
    );
  const { phase, period } = board.scope;
  return (
    <>
      <PageHeader title="Board" lead={period?.text ?? phase?.text ?? "All work packages"} />
      <Filters board={board} ownerId={ownerId} />
      <Columns board={board} state={actionData ?? undefined} />
    </>
  );
}

const optionsOf = (refs: BoardData["phases"]) => refs.map(({ id, text }) => ({ value: id, label: text }));

function Filters({ board, ownerId }: { board: BoardData; ownerId: string }) {
  const { phase, period } = board.scope;
  return (
    <PlainForm method="get" className="mb-5 flex flex-wrap items-end gap-3">
      <div className="w-60 max-sm:w-full">
        <Select
          key={phase?.id}
          name="phaseId"
          label="Phase"
          options={optionsOf(board.phases)}
          defaultValue={phase?.id}
        />
      </div>
      <div className="w-60 max-sm:w-full">
        <Select
          key={period?.id ?? phase?.id}
          name="periodId"
          label="Period"
          emptyLabel="All periods"
          options={optionsOf(board.periods)}
          defaultValue={period?.id ?? ""}
        />
      </div>
      {board.owners.length > 0 && (
        <div className="w-48 max-sm:w-full">
          <Select
            name="ownerId"
            label="Owner"
            emptyLabel="Everybody"
            options={board.owners.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={ownerId}
          />
        </div>
      )}
      <Button>Show</Button>
    </PlainForm>
  );
}

const COLUMN_WORDS: Record<BoardColumn["key"], { title: string; empty: string }> = {
  not_started: { title: "Not started", empty: "Nothing is left to start." },
  waiting: { title: "Waiting", empty: "Nothing waits for other work." },
  under_way: { title: "Under way", empty: "Nothing is under way." },
  done: { title: "Done", empty: "Nothing is done yet." },
};

/** The forms that a card shows in a column, by their intents. */
function intentsOf(id: string, column: BoardColumn["key"]): string[] {
  if (column === "under_way") return [`done-${id}`, `not_started-${id}`];
  return [`under_way-${id}`];
}

type Key = BoardColumn["key"];

/** Dragging cards: what is held, over which column, and which drop needs a reason first. */
function useCards() {
  const root = useRouteLoaderData<{ csrf: string }>("root");
  const send = useSubmit();
  const grabbed = useRef<{ card: BoardCard; from: Key } | null>(null);
  const [over, setOver] = useState<Key | null>(null);
  const [finishing, setFinishing] = useState<BoardCard | null>(null);
  const drop = (to: Key) => {
    setOver(null);
    const held = grabbed.current;
    grabbed.current = null;
    if (!held || held.from === to || to === "waiting") return;
    const { card } = held;
    if (to === "done" && card.progress.done < card.progress.total) setFinishing(card);
    else
      send(
        { csrf: root?.csrf ?? "", intent: `${to}-${card.id}`, workPackageId: card.id, to },
        { method: "post", preventScrollReset: true },
      );
  };
  const grab = (card: BoardCard, from: Key) => {
    grabbed.current = { card, from };
  };
  return { over, setOver, drop, grab, finishing, setFinishing };
}

function Columns({ board, state }: { board: BoardData; state: FormState | undefined }) {
  const mayMove = usePermission("playbook:edit");
  const cards = useCards();
  const shown = new Set(
    board.columns.flatMap((column) => column.cards.flatMap(({ id }) => intentsOf(id, column.key))),
  );
  // A refusal that no form on the page can show itself: a card was dropped.
  const refused = state && !shown.has(state.intent ?? "") ? state.message : null;
  return (
    <>
      {refused && (
        <div className="mb-4">
          <Notice tone="caution" title="It stays where it is">
            {refused}
          </Notice>
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4 xl:items-start">
        {board.columns.map((column) => (
          <Column
            key={column.key}
            column={column}
            isOver={cards.over === column.key}
            onOver={(isOver) => cards.setOver(isOver ? column.key : null)}
            onDrop={() => cards.drop(column.key)}
          >
            {column.cards.map((card) => (
              <WorkCard
                key={card.id}
                card={card}
                column={column.key}
                mayMove={mayMove}
                state={state}
                onGrab={cards.grab}
              />
            ))}
          </Column>
        ))}
      </div>
      <FinishDialog card={cards.finishing} onClose={() => cards.setFinishing(null)} />
    </>
  );
}

interface ColumnProps {
  column: BoardColumn;
  isOver: boolean;
  onOver: (isOver: boolean) => void;
  onDrop: () => void;
  children: ReactNode;
}

/** One column; work waits by its dependencies, so nothing can be dropped on “Waiting”. */
function Column({ column, isOver, onOver, onDrop, children }: ColumnProps) {
  const { title, empty } = COLUMN_WORDS[column.key];
  const id = `column-${column.key}`;
  return (
    <section
      aria-labelledby={id}
      onDragOver={(event) => {
        if (column.key === "waiting") return;
        event.preventDefault();
        onOver(true);
      }}
      onDragLeave={() => onOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className={classNames(
        "rounded-card border p-2.5 transition-colors",
        isOver ? "border-accent bg-accent-soft" : "border-transparent bg-hover",
      )}
    >
      <h2 id={id} className="flex items-baseline gap-2 px-1 pb-2 font-semibold">
        {title}
        <span className="text-13 font-normal text-muted tabular-nums">{column.total}</span>
      </h2>
      {column.total === 0 ? (
        <p className="px-1 pb-2 text-13 text-muted">{empty}</p>
      ) : (
        <ul className="space-y-2">{children}</ul>
      )}
      {column.total > column.cards.length && (
        <p className="px-1 pt-2 text-13 text-muted">
          The {column.cards.length} that are due first. Choose a period to see fewer.
        </p>
      )}
    </section>
  );
}
