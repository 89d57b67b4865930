import { z } from "zod";
import { type Offer, OfferRef } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import { findProblem } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/offer.ts";
import { OfferEntitlements } from "./offer-entitlements.tsx";
import { OfferPreview, OfferPrices } from "./offer-prices.tsx";
import type { Preview } from "./price-preview.tsx";
import { OfferState } from "./standings.tsx";
import { OFFER_KINDS } from "./words.ts";

type OfferOut = z.output<typeof Offer>;

export const handle: RouteHandle = {
  notices: {
    created: "The offer is there. It is on sale once it has a price.",
    price_added: "The price is added.",
    price_changed: "The new price follows. Who bought keeps theirs.",
    price_ended: "The sale of that price ends.",
    entitled: "Sales from now on entitle to this.",
    archived: "It is off sale. Subscriptions go on, and who bought keeps what was bought.",
    restored: "It is back on sale.",
  },
};

const Quantity = z.coerce.number().int().min(1).max(10_000);

/** What the address asks to be worked out; nothing until it names a price. */
async function loadPreview(call: <T>(name: string, input: unknown) => Promise<T>, url: string) {
  const params = new URL(url).searchParams;
  const priceId = z.uuid().safeParse(params.get("price")).data ?? null;
  const asked = { priceId, quantity: params.get("quantity")?.slice(0, 12) ?? "1" };
  if (priceId === null) return { asked, preview: null, problem: null };
  const quantity = Quantity.safeParse(asked.quantity);
  if (!quantity.success) return { asked, preview: null, problem: "Enter 1 to 10,000" };
  try {
    const preview = await call<Preview>("billing.preview_price", { priceId, quantity: quantity.data });
    return { asked, preview, problem: null };
  } catch (thrown) {
    // An amount that is too large is an answer here, and a price of another time narrows nothing.
    const problem = findProblem(thrown);
    if (problem?.kind !== "invalid" && problem?.kind !== "not_found") throw thrown;
    return { asked, preview: null, problem: problem.message };
  }
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { offerId } = params;
  const offer = await call<OfferOut>("billing.get_offer", { offerId });
  return { offer, ...(await loadPreview(call, request.url)) };
}

const OPERATIONS = {
  archive: ["billing.archive_offer", "archived"],
  restore: ["billing.restore_offer", "restored"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { offerId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.archive;
  return submit(args, operation, {
    schema: OfferRef,
    map: () => ({ offerId }),
    onSuccess: () => done(`/console/billing/catalogue/offers/${offerId}`, notice),
  });
}

function Facts({ offer }: { offer: OfferOut }) {
  const isSubscription = offer.kind !== "one_off";
  return (
    <Section title="The offer" link={undefined}>
      <KeyValue
        pairs={[
          { label: "Standing", value: <OfferState offer={offer} /> },
          { label: "Bought", value: OFFER_KINDS[offer.kind] },
          { label: "Key", value: <span className="font-mono text-13">{offer.key}</span> },
          isSubscription
            ? { label: "Trial", value: offer.trialDays > 0 ? countOf(offer.trialDays, "day") : "None" }
            : { label: "Access", value: offer.accessDays ? countOf(offer.accessDays, "day") : "Without end" },
          isSubscription
            ? { label: "Subscriptions", value: countOf(offer.activeSubscriptions, "running subscription") }
            : {
                label: "Sales",
                value: countOf(offer.activePurchases, "purchase with access", "purchases with access"),
              },
        ]}
      />
      {offer.features.length > 0 && (
        <>
          <h3 className="mt-5 mb-1.5 text-13 font-medium">What the pricing page lists</h3>
          <ul className="list-disc space-y-0.5 ps-5 marker:text-muted">
            {offer.features.map((feature) => (
              <li key={feature} dir="auto">
                {feature}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Archival({ offer, state }: { offer: OfferOut; state: Route.ComponentProps["actionData"] }) {
  if (offer.archivedAt)
    return (
      <Form state={state ?? undefined} intent="restore">
        <Button>Put it back on sale</Button>
      </Form>
    );
  return (
    <Disclosure summary="Take it off sale">
      <p className="mb-4 text-pretty text-muted">
        Nobody can buy it any more. Subscriptions to it go on, and who bought keeps what was bought. It can be
        put back.
      </p>
      <Form state={state ?? undefined} intent="archive">
        <Button look="danger">Archive the offer</Button>
      </Form>
    </Disclosure>
  );
}

export default function OfferPage({ loaderData, actionData }: Route.ComponentProps) {
  const { offer, asked, preview, problem } = loaderData;
  const mayChange = usePermission("billing:catalogue");
  return (
    <>
      <PageHeader
        over={<span dir="auto">{offer.product.name}</span>}
        title={<span dir="auto">{offer.name}</span>}
        lead={offer.description || undefined}
        actions={
          mayChange && (
            <>
              <LinkButton to="edit">Change</LinkButton>
              <LinkButton look="primary" icon="plus" to="prices/new">
                Add a price
              </LinkButton>
            </>
          )
        }
      />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 space-y-8">
          <OfferPrices prices={offer.prices} />
          <OfferPreview prices={offer.prices} asked={asked} preview={preview} problem={problem} />
          <OfferEntitlements entitlements={offer.entitlements} mayChange={mayChange} />
        </div>
        <div className="max-lg:mt-8">
          <Facts offer={offer} />
          {mayChange && (
            <div className="mt-6 border-t border-line pt-3">
              <Archival offer={offer} state={actionData} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}
