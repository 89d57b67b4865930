import { z } from "zod";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/customer.ts";
import {
  type CustomerCards,
  type CustomerMembers,
  type CustomerTimeline,
  readCustomer,
} from "./customer-detail.ts";
import { CustomerFacts, Standings } from "./customer-facts.tsx";
import { CustomerHeader } from "./customer-header.tsx";
import { Timeline } from "./customer-timeline.tsx";
import { MemberNames } from "./member-names.tsx";
import { ModuleCards } from "./module-cards.tsx";

export const handle: RouteHandle = {
  notices: {
    opened: "The customer is added.",
    changed: "The customer is changed. Invoices written before stay as they were.",
    merged: "The two are one customer now.",
    parted: "The two are two customers again.",
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { accountId } = params;
  const before = z
    .string()
    .regex(/^\d{1,15}$/)
    .safeParse(new URL(request.url).searchParams.get("before")).data;
  const [account, cards, members, timeline] = await Promise.all([
    readCustomer(call, accountId),
    call<CustomerCards>("people.list_account_cards", { accountId }),
    call<CustomerMembers>("people.list_members", { accountId }),
    call<CustomerTimeline>("people.list_account_events", { accountId, limit: 25, cursor: before }),
  ]);
  return { account, cards, members, timeline, isFirst: before === undefined };
}

export default function CustomerPage({ loaderData }: Route.ComponentProps) {
  const { account, cards, members, timeline, isFirst } = loaderData;
  const mayEdit = usePermission("people:edit") && account.mergedInto === null;
  return (
    <>
      <CustomerHeader
        account={account}
        actions={
          mayEdit && (
            <LinkButton icon="pencil" to={`/console/customers/${account.accountId}/edit`}>
              Change
            </LinkButton>
          )
        }
      />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Section title="Facts">
            <CustomerFacts account={account} />
          </Section>
          <ModuleCards cards={cards.cards} failed={cards.failed} />
          {account.standings.length > 0 && (
            <Section title="What makes it a customer">
              <Standings standings={account.standings} />
            </Section>
          )}
        </div>
        <div className="min-w-0">
          <Section title="Members">
            <MemberNames accountId={account.accountId} members={members.members} />
          </Section>
          <div id="history" className="mt-8 scroll-mt-16">
            <Section title="History">
              <Timeline timeline={timeline} isFirst={isFirst} />
            </Section>
          </div>
        </div>
      </div>
    </>
  );
}
