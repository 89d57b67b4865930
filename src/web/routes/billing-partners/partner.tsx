import type { z } from "zod";
import {
  type CommissionPage,
  DrawStatement,
  type Partner,
  type ReferralPage,
  type Statement,
  type StatementList,
} from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import type { Route } from "./+types/partner.ts";
import { CommissionList } from "./commission-list.tsx";
import { Earnings } from "./earnings.tsx";
import { ReferralList } from "./referral-list.tsx";
import { useTermsWords } from "./terms-words.ts";

export const handle: RouteHandle = {
  crumb: ({ partner }: { partner: Partner }) => partner.name,
  notices: { added: "The partner is added. Send them their link.", changed: "The changes are kept." },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { partnerId } = params;
  const earned = readTableQuery(request.url, { prefix: "earned" });
  const brought = readTableQuery(request.url, { prefix: "brought" });
  const [partner, statements, commissions, referrals] = await Promise.all([
    call<Partner>("billing.get_partner", { partnerId }),
    call<z.output<typeof StatementList>>("billing.list_commission_statements", { partnerId }),
    call<z.output<typeof CommissionPage>>("billing.list_commissions", {
      partnerId,
      cursor: earned.cursor ?? undefined,
      limit: 20,
    }),
    call<z.output<typeof ReferralPage>>("billing.list_referrals", {
      partnerId,
      cursor: brought.cursor ?? undefined,
      limit: 20,
    }),
  ]);
  return { partner, statements: statements.items, commissions, referrals, earned, brought };
}

export const action = (args: Route.ActionArgs) =>
  submit<z.output<typeof Statement>>(args, "billing.draw_commission_statement", {
    schema: DrawStatement,
    map: (form) => ({ ...form, partnerId: args.params.partnerId }),
    onSuccess: ({ id }) => done(`/console/billing/partners/statements/${id}`, "drawn"),
  });

function Details({ partner }: { partner: Partner }) {
  const words = useTermsWords();
  return (
    <Card>
      <KeyValue
        pairs={[
          { label: "Earns", value: words(partner) },
          {
            label: "An order counts for",
            value: `${partner.attributionDays} days after the link was followed`,
          },
          { label: "E-mail address", value: partner.email },
          { label: "Tax id", value: partner.taxId },
          {
            label: "Customer",
            value: partner.accountId ? (
              <NameLink to={`/console/customers/${partner.accountId}`}>Open</NameLink>
            ) : (
              "Somebody from outside"
            ),
          },
          ...(partner.note ? [{ label: "Note", value: <span dir="auto">{partner.note}</span> }] : []),
        ]}
      />
      <div className="pt-3">
        <CopyField label="Link" value={partner.link} />
      </div>
    </Card>
  );
}

export default function PartnerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { partner, statements, commissions, referrals, earned, brought } = loaderData;
  const mayEdit = usePermission("billing:money");
  return (
    <>
      <PageHeader
        title={<span dir="auto">{partner.name}</span>}
        lead={
          <State kind={partner.isActive ? "met" : "closed"}>
            {partner.isActive ? "The link is active" : "The link is switched off"}
          </State>
        }
        actions={
          mayEdit && <LinkButton to={`/console/billing/partners/${partner.id}/edit`}>Change</LinkButton>
        }
      />
      <Refusal state={actionData} />
      <div className="grid gap-8 lg:grid-cols-2">
        <Section title="Partner">
          <Details partner={partner} />
        </Section>
        <Earnings partner={partner} statements={statements} mayPay={mayEdit} state={actionData} />
      </div>
      <Section title="Earned by invoice">
        <CommissionList page={commissions} query={earned} partnerId={partner.id} />
      </Section>
      <Section title="Orders they brought">
        <ReferralList page={referrals} query={brought} />
      </Section>
    </>
  );
}
