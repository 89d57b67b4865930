import { z } from "zod";
import type { TokenSummary } from "#modules/staff/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Tone } from "#web/ui/tone.ts";
import type { Route } from "./+types/list.ts";

type Token = z.output<typeof TokenSummary>;
type TokenPage = { items: Token[]; nextCursor: string | null };

const OneToken = z.object({ tokenId: z.uuid() });

export const handle: RouteHandle = {
  notices: { revoked: "The token is revoked. Programs that use it are refused from now on." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const everybody = new URL(request.url).searchParams.get("view") === "all";
  const page = await context
    .get(pageContext)
    .call<TokenPage>("staff.list_tokens", { everybody, cursor: query.cursor ?? undefined });
  return { query, everybody, ...page };
}

export async function action(args: Route.ActionArgs) {
  const isAll = new URL(args.request.url).searchParams.get("view") === "all";
  return submit(args, "staff.revoke_token", {
    schema: OneToken,
    onSuccess: () => done(isAll ? "/console/tokens?view=all" : "/console/tokens", "revoked"),
  });
}

const standings: Record<Token["status"], { word: string; tone: Tone }> = {
  active: { word: "Active", tone: "positive" },
  expired: { word: "Expired", tone: "neutral" },
  revoked: { word: "Revoked", tone: "neutral" },
};

function Name({ token }: { token: Token }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span dir="auto" className="font-medium">
        {token.name}
      </span>
      {token.agent && <Badge tone="accent">Agent</Badge>}
    </span>
  );
}

function Revoke({ token }: { token: Token }) {
  if (token.status !== "active") return null;
  return (
    <Form className="flex justify-end">
      <input type="hidden" name="tokenId" value={token.tokenId} />
      <Button size="small">
        Revoke<span className="sr-only"> {token.name}</span>
      </Button>
    </Form>
  );
}

const scopesOf = ({ scopes }: Token) =>
  scopes.includes("*") ? "Everything its person may do" : scopes.join(", ");

const columns: readonly Column<Token>[] = [
  { key: "name", header: "Name", cell: (token) => <Name token={token} /> },
  { key: "scopes", header: "May do", grow: true, cell: scopesOf },
  {
    key: "status",
    header: "Standing",
    cell: ({ status }) => <Badge tone={standings[status].tone}>{standings[status].word}</Badge>,
  },
  {
    key: "used",
    header: "Last used",
    cell: ({ usedAt }) => (usedAt ? <Moment at={usedAt} ago /> : <span className="text-muted">Never</span>),
  },
  {
    key: "expires",
    header: "Ends",
    cell: ({ expiresAt }) =>
      expiresAt ? <Moment at={expiresAt} /> : <span className="text-muted">When revoked</span>,
  },
  { key: "revoke", header: "Action", align: "end", cell: (token) => <Revoke token={token} /> },
];

const person: Column<Token> = {
  key: "person",
  header: "Person",
  cell: (token) => <span dir="auto">{token.personName}</span>,
};

const views = [
  { label: "Mine", to: "/console/tokens" },
  { label: "Everybody's", to: "/console/tokens?view=all" },
];

export default function Tokens({ loaderData }: Route.ComponentProps) {
  const { query, everybody, items, nextCursor } = loaderData;
  const mayManage = usePermission("staff:manage");
  const make = (
    <LinkButton look="primary" icon="plus" to="/console/tokens/new">
      Make a token
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="API tokens"
        lead="Keys for programs that act for a person: over the API, MCP or the command line."
        actions={make}
      />
      {mayManage && <Tabs label="Whose tokens" tabs={views} />}
      <DataTable
        caption={everybody ? "Everybody's API tokens" : "Your API tokens"}
        columns={everybody ? [...columns.slice(0, 1), person, ...columns.slice(1)] : columns}
        rows={items}
        rowKey={(token) => token.tokenId}
        query={query}
        page={{ next: nextCursor }}
        noun={["token", "tokens"]}
        empty={
          <EmptyState
            icon="key-round"
            title="No tokens yet"
            text="A token lets a program do what you may do, or less. Its secret is shown once."
            action={make}
          />
        }
      />
    </>
  );
}
