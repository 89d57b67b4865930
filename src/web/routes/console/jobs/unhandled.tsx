import { z } from "zod";
import type { DeadLetter } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/unhandled.ts";
import { Refusal } from "../refusal.tsx";
import { FailedThing } from "./failed-thing.tsx";
import { JobTabs } from "./job-tabs.tsx";

type Letter = z.output<typeof DeadLetter>;

export const handle: RouteHandle = {
  crumb: "Unhandled events",
  notices: {
    delivered: "The event is handled.",
    failed_again: "It failed again. The reason is in the list.",
    discarded: "The event is put away. It stays on record.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<{ items: Letter[]; nextCursor: string | null }>("platform.list_dead_letters", {
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

const OneLetter = z.object({ deadLetterId: z.uuid() });
const HERE = "/console/jobs/unhandled";

export async function action(args: Route.ActionArgs) {
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "discard")
    return submit(args, "platform.discard_dead_letter", {
      schema: OneLetter,
      onSuccess: () => done(HERE, "discarded"),
    });
  return submit<{ delivered: boolean }>(args, "platform.replay_dead_letter", {
    schema: OneLetter,
    onSuccess: ({ delivered }) => done(HERE, delivered ? "delivered" : "failed_again"),
  });
}

const Event = ({ letter }: { letter: Letter }) => (
  <FailedThing
    title={letter.eventName}
    note={`for ${letter.subscriber}`}
    reason={letter.error}
    summary="What happened"
    data={letter.payload}
  />
);

function Deal({ letter }: { letter: Letter }) {
  return (
    <div className="flex justify-end gap-2">
      <Form intent="replay">
        <input type="hidden" name="deadLetterId" value={letter.deadLetterId} />
        <Button size="small">
          Handle again<span className="sr-only"> {letter.eventName}</span>
        </Button>
      </Form>
      <Form intent="discard">
        <input type="hidden" name="deadLetterId" value={letter.deadLetterId} />
        <Button size="small" look="quiet">
          Put away<span className="sr-only"> {letter.eventName}</span>
        </Button>
      </Form>
    </div>
  );
}

const columns: readonly Column<Letter>[] = [
  { key: "event", header: "Event", grow: true, cell: (letter) => <Event letter={letter} /> },
  {
    key: "occurred",
    header: "Happened",
    hiddenOnPhone: true,
    cell: ({ occurredAt }) => <Moment at={occurredAt} ago />,
  },
  { key: "failed", header: "Last try", cell: ({ failedAt }) => <Moment at={failedAt} ago /> },
  { key: "deal", header: "Action", align: "end", cell: (letter) => <Deal letter={letter} /> },
];

export default function Unhandled({ loaderData, actionData }: Route.ComponentProps) {
  const { query, items, nextCursor } = loaderData;
  return (
    <>
      <PageHeader
        title="Background work"
        lead="Events that a part of the house could not handle after 8 tries. Mend the cause, then hand them over again."
      />
      <JobTabs />
      <Refusal state={actionData} />
      <DataTable
        caption="Unhandled events"
        columns={columns}
        rows={items}
        rowKey={({ deadLetterId }) => deadLetterId}
        query={query}
        page={{ next: nextCursor }}
        noun={["event", "events"]}
        empty={<EmptyState icon="check" title="Every event was handled" />}
      />
    </>
  );
}
