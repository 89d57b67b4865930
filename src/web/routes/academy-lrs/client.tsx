import type { z } from "zod";
import {
  type LrsClientList,
  type LrsClientSecret,
  type LrsClientSummary,
  OneLrsClient,
} from "#modules/academy/contract/lrs.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { problemResponse } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/client.ts";
import { ClientSecret } from "./client-secret.tsx";
import { scopesInWords } from "./scope-words.ts";

type Client = z.output<typeof LrsClientSummary>;
type Made = z.output<typeof LrsClientSecret>;

export const handle: RouteHandle = {
  crumb: (data: unknown) => (data as { client: Client } | undefined)?.client.name ?? "Program",
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { items } = await context
    .get(pageContext)
    .call<z.output<typeof LrsClientList>>("academy.list_lrs_clients");
  const client = items.find(({ clientId }) => clientId === params.clientId);
  if (!client)
    throw problemResponse({
      kind: "not_found",
      code: "academy.lrs_client_unknown",
      message: "There is no such program.",
      issues: [],
    });
  return { client };
}

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const map = () => ({ clientId: args.params.clientId });
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "revoke")
    return submit(args, "academy.revoke_lrs_client", {
      schema: OneLrsClient,
      map,
      onSuccess: () => done("/console/academy/records/clients", "revoked"),
    });
  let made: Made | undefined;
  const answer = await submit(
    args,
    async (input: z.output<typeof OneLrsClient>) => {
      made = await call<Made>("academy.rotate_lrs_client", input);
    },
    { schema: OneLrsClient, map },
  );
  return made ? { made } : answer;
}

export default function OneClient({ loaderData: { client }, actionData }: Route.ComponentProps) {
  if (actionData && "made" in actionData) return <ClientSecret made={actionData.made} />;
  const { name, key, scopes, origins, createdAt, rotatedAt, usedAt, revokedAt } = client;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{name}</span>}
        lead={revokedAt ? <Badge>Revoked</Badge> : <Badge tone="positive">Active</Badge>}
      />
      <KeyValue
        pairs={[
          { label: "Key", value: <code className="font-mono text-13">{key}</code> },
          { label: "May do", value: scopesInWords(scopes) },
          { label: "Calls from", value: origins.length > 0 ? origins.join(", ") : "Servers and apps only" },
          { label: "Added", value: <Moment at={createdAt} /> },
          { label: "New secret", value: rotatedAt && <Moment at={rotatedAt} /> },
          { label: "Last used", value: usedAt ? <Moment at={usedAt} ago /> : "Never" },
          ...(revokedAt ? [{ label: "Revoked", value: <Moment at={revokedAt} /> }] : []),
        ]}
      />
      {!revokedAt && <Changes state={actionData} />}
    </>
  );
}

function Changes({ state }: { state: FormState | undefined }) {
  return (
    <div className="mt-6 grid max-w-form gap-4">
      <Card>
        <h2 className="text-14 font-semibold">Give it a new secret</h2>
        <p className="mt-1 mb-4 text-pretty text-muted">
          The secret it has stops working at once. The key stays, and so does what it sent.
        </p>
        <Form state={state} intent="rotate">
          <Button icon="refresh-cw">Make a new secret</Button>
        </Form>
      </Card>
      <Card>
        <h2 className="text-14 font-semibold">Revoke it</h2>
        <p className="mt-1 mb-4 text-pretty text-muted">
          It is refused from its next request on, for good. What it sent stays.
        </p>
        <Form state={state} intent="revoke">
          <Button look="danger">Revoke the program</Button>
        </Form>
      </Card>
    </div>
  );
}
