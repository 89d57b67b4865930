import type { z } from "zod";
import { DecideErasure, ErasureStatus, type NamedErasureRequest } from "#modules/people/contract/erasure.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { readTableQuery, tableHref } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/erasure-requests.ts";

type AskedErasure = z.output<typeof NamedErasureRequest>;

const BASE = "/console/customers/erasure-requests";

export const handle: RouteHandle = {
  crumb: "Erasure requests",
  notices: {
    erased: "Their data are erased, and they get a mail that says so.",
    refused: "They get a mail with your answer.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const status = ErasureStatus.safeParse(query.filters.status).data ?? "open";
  const page = await context
    .get(pageContext)
    .call<{ items: AskedErasure[]; nextCursor: string | null }>("people.list_erasure_requests", {
      status,
      cursor: query.cursor ?? undefined,
    });
  return { status, search: new URL(request.url).search, ...page };
}

export async function action(args: Route.ActionArgs) {
  const decision = String((await args.request.clone().formData()).get("decision"));
  return submit(args, "people.decide_erasure", {
    schema: DecideErasure,
    onSuccess: () => done(BASE, decision === "erased" ? "erased" : "refused"),
  });
}

export default function ErasureRequests({ loaderData, actionData }: Route.ComponentProps) {
  const { items, status, nextCursor, search } = loaderData;
  const mayErase = usePermission("people:erase");
  return (
    <>
      <PageHeader
        title="Erasure requests"
        lead="Customers who ask that what is known of them be erased. The law gives a month to answer."
      />
      <Tabs
        label="Requests"
        tabs={[
          { label: "Open", to: BASE },
          { label: "Erased", to: `${BASE}?status=erased` },
          { label: "Refused", to: `${BASE}?status=refused` },
          { label: "Withdrawn", to: `${BASE}?status=withdrawn` },
        ]}
      />
      {items.length === 0 ? (
        <Card>
          <EmptyState
            icon="shield-check"
            title={status === "open" ? "Nobody waits for an answer" : "None of these"}
          />
        </Card>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((item) => (
            <RequestItem
              key={item.requestId}
              item={item}
              mayDecide={mayErase && item.status === "open"}
              state={actionData}
            />
          ))}
        </ul>
      )}
      {nextCursor && (
        <p className="mt-4">
          <TextLink to={tableHref(search, { cursor: nextCursor })}>Show more</TextLink>
        </p>
      )}
    </>
  );
}

interface RequestItemProps {
  item: AskedErasure;
  mayDecide: boolean;
  state: FormState | undefined;
}

function RequestItem({ item, mayDecide, state }: RequestItemProps) {
  return (
    <li className="py-4">
      <NameLink to={`/console/customers/people/${item.personId}`}>{item.name}</NameLink>
      <p className="text-13 text-muted [overflow-wrap:anywhere]">
        {item.email}, asked <Moment at={item.requestedAt} ago />
      </p>
      {item.note && (
        <p dir="auto" className="mt-2 max-w-measure whitespace-pre-wrap [overflow-wrap:anywhere]">
          {item.note}
        </p>
      )}
      {item.answer && (
        <p dir="auto" className="mt-2 max-w-measure text-muted [overflow-wrap:anywhere]">
          Answered: {item.answer}
        </p>
      )}
      {mayDecide && <DecideForms requestId={item.requestId} state={state} />}
    </li>
  );
}

function DecideForms({ requestId, state }: { requestId: string; state: FormState | undefined }) {
  const [eraseIntent, refuseIntent] = [`erase-${requestId}`, `refuse-${requestId}`];
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-6">
      <Disclosure summary="Erase their data" open={state?.intent === eraseIntent}>
        <Form state={state} intent={eraseIntent} className="max-w-form space-y-3">
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="decision" value="erased" />
          <p className="text-pretty text-muted">
            It cannot be undone. What they bought stays under no name; invoices keep what the law wants kept.
          </p>
          <Button look="danger">Erase for good</Button>
        </Form>
      </Disclosure>
      <Disclosure summary="Say why not" open={state?.intent === refuseIntent}>
        <Form state={state} intent={refuseIntent} className="max-w-form space-y-3">
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="decision" value="refused" />
          <TextArea name="answer" label="Your answer" hint="They get it by mail." rows={3} required />
          <Button>Send the answer</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
