import {
  DunningRef,
  type DunningView,
  HoldDunning,
  StopDunning,
  WriteOff,
} from "#modules/billing/contract/dunning.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Card } from "#web/ui/card.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/late.ts";
import { LateActions, Reopen } from "./late-actions.tsx";
import { DunningState, NextLook } from "./standing.tsx";

export const handle: RouteHandle = {
  crumb: ({ late }: { late: DunningView }) => late.fullNumber,
  notices: {
    held: "Nothing happens until that day, unless the money arrives.",
    ended: "Reminders are ended. The invoice stays open and can be paid.",
    written_off: "The invoice is written off, and the books know it.",
    reopened: "The invoice is owed again. The customer’s credit pays it as far as it goes.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return { late: await context.get(pageContext).call<DunningView>("billing.get_dunning", params) };
}

const OPERATIONS = {
  hold: ["billing.hold_dunning", HoldDunning, "held"],
  end: ["billing.end_dunning", StopDunning, "ended"],
  write_off: ["billing.write_off_invoice", WriteOff, "written_off"],
  reopen: ["billing.reopen_invoice", DunningRef, "reopened"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { invoiceId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.hold;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, invoiceId }),
    onSuccess: () => done(`/console/billing/dunning/${invoiceId}`, notice),
  });
}

const pairsOf = (late: DunningView) => [
  {
    label: "Customer",
    value: (
      <NameLink to={`/console/customers/${late.accountId}`}>
        <span dir="auto">{late.accountName}</span>
      </NameLink>
    ),
  },
  { label: "Open", value: <Money minor={late.openMinor} currency={late.currency} /> },
  { label: "Was due", value: <Day on={late.dueOn} /> },
  ...(late.endedAt ? [] : [{ label: "Late by", value: countOf(late.daysLate, "day") }]),
  { label: "Reminders", value: `${late.step} of ${late.steps}` },
  {
    label: "Last reminder",
    value: late.lastRemindedAt ? (
      <Moment at={late.lastRemindedAt} />
    ) : (
      <span className="text-muted">None yet</span>
    ),
  },
  ...(late.suspendedAt ? [{ label: "Access held back", value: <Moment at={late.suspendedAt} /> }] : []),
  { label: "Next step", value: <NextLook row={late} /> },
  ...(late.endedAt ? [{ label: "Ended", value: <Moment at={late.endedAt} /> }] : []),
  ...(late.note ? [{ label: "Note", value: <span dir="auto">{late.note}</span> }] : []),
];

export default function Late({ loaderData: { late }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={late.fullNumber}
        over={<DunningState row={late} />}
        actions={
          <LinkButton to={`/console/billing/invoices/${late.invoiceId}`}>Look at the invoice</LinkButton>
        }
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <Section title="How far it is">
          <Card>
            <KeyValue pairs={pairsOf(late)} />
          </Card>
        </Section>
        {!late.endedAt && <LateActions state={actionData} />}
        {late.outcome === "written_off" && <Reopen state={actionData} />}
      </div>
    </>
  );
}
