import type { z } from "zod";
import type { Terms, TermsList } from "#modules/billing/contract/terms.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/terms.ts";
import { CatalogueTabs } from "./catalogue-tabs.tsx";

type TermsOut = z.output<typeof Terms>;

export const handle: RouteHandle = { notices: { published: "The conditions are published." } };

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<z.output<typeof TermsList>>("billing.list_terms", {});
}

/** Of what is not in force: still to come when it is newer than what is, else replaced. */
function TermsState({ terms, items }: { terms: TermsOut; items: readonly TermsOut[] }) {
  if (terms.isInForce) return <State kind="met">In force</State>;
  const current = items.find(({ isInForce }) => isInForce);
  const isToCome = !current || Date.parse(terms.inForceAt) > Date.parse(current.inForceAt);
  return isToCome ? <State kind="waiting">To come</State> : <State kind="closed">Replaced</State>;
}

function Words({ body }: { body: string }) {
  return (
    <div
      dir="auto"
      className="max-h-[60dvh] max-w-measure overflow-y-auto pe-4"
      tabIndex={0}
      role="region"
      aria-label="Words"
    >
      {body.split(/\n{2,}/u).map((paragraph, index) => (
        // Paragraphs of a text that never changes: their place is their name.
        <p key={index} className="mb-3 whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

export default function TermsPage({ loaderData: { items } }: Route.ComponentProps) {
  const mayChange = usePermission("billing:catalogue");
  return (
    <>
      <PageHeader
        title="Conditions of sale"
        lead="What buyers accept at the checkout. Their exact words are kept with every order, so they are never edited: a new version follows."
        actions={
          mayChange && (
            <LinkButton look="primary" icon="plus" to="/console/billing/terms/new">
              Publish a version
            </LinkButton>
          )
        }
      />
      <CatalogueTabs />
      {items.length === 0 && (
        <Card flush>
          <EmptyState
            icon="scroll-text"
            title="No conditions yet"
            text="Nothing can be ordered until there are some."
          />
        </Card>
      )}
      {items.length === 1 && items[0]?.version === "1" && (
        <div className="mb-5">
          <Notice title="These are the conditions Cairn ships with">
            Read them, and have somebody who knows your law read them, before the first sale.
          </Notice>
        </div>
      )}
      <div className="space-y-4">
        {items.map((terms) => (
          <Card key={terms.id}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h2 className="text-16 font-semibold">
                Version <span dir="auto">{terms.version}</span>
              </h2>
              <TermsState terms={terms} items={items} />
            </div>
            <p className="mt-1 text-13 text-muted">
              From <Moment at={terms.inForceAt} />, accepted with {countOf(terms.orders, "order")}
            </p>
            <Disclosure summary="Read them">
              <Words body={terms.body} />
              <p className="mt-3 text-12 [overflow-wrap:anywhere] text-muted">
                SHA-256 <span className="font-mono">{terms.sha256}</span>
              </p>
            </Disclosure>
          </Card>
        ))}
      </div>
    </>
  );
}
