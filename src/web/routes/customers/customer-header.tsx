import type { ReactNode } from "react";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { CustomerDetail } from "./customer-detail.ts";
import { CustomerTabs } from "./customer-tabs.tsx";
import { StandingBadge } from "./standing-badge.tsx";
import { kinds } from "./words.ts";

/** Who the customer is, on each of its pages. */
export function CustomerHeader({ account, actions }: { account: CustomerDetail; actions?: ReactNode }) {
  const known = [account.email, account.city, account.countryName].filter(Boolean);
  return (
    <>
      <PageHeader
        over={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {kinds[account.kind]}
            <StandingBadge standing={account.standing} />
          </span>
        }
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {account.name}
          </span>
        }
        lead={known.map((one, place) => (
          <span key={one}>
            {place > 0 && " · "}
            <bdi className="[overflow-wrap:anywhere]">{one}</bdi>
          </span>
        ))}
        actions={actions}
      />
      {account.mergedInto && (
        <div className="mb-6">
          <Notice tone="caution" title="This customer is part of another one">
            Everything of it is at{" "}
            <TextLink to={`/console/customers/${account.mergedInto.accountId}`} dir="auto">
              {account.mergedInto.name}
            </TextLink>{" "}
            now. The merge can be undone there.
          </Notice>
        </div>
      )}
      <CustomerTabs accountId={account.accountId} />
    </>
  );
}
