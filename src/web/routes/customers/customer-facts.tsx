import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { CustomerDetail } from "./customer-detail.ts";
import { sourceLabel } from "./words.ts";

/** The address as one writes it on a letter. */
function Address({ account }: { account: CustomerDetail }) {
  const { line1, line2, postcode, city, region, countryName } = account;
  const lines = [line1, line2, [postcode, city].filter(Boolean).join(" "), region, countryName ?? ""].filter(
    (line) => line !== "",
  );
  if (lines.length === 0) return null;
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="block">
          <bdi>{line}</bdi>
        </span>
      ))}
    </>
  );
}

function hasAddress({ line1, line2, postcode, city, region, country }: CustomerDetail): boolean {
  return [line1, line2, postcode, city, region, country].some(Boolean);
}

/** What is known of a customer. */
export function CustomerFacts({ account }: { account: CustomerDetail }) {
  return (
    <Card>
      <KeyValue
        pairs={[
          { label: "Invoices go to", value: account.email },
          { label: "Address", value: hasAddress(account) ? <Address account={account} /> : null },
          { label: "VAT or tax number", value: account.taxId },
          { label: "Currency", value: account.currency },
          { label: "Language", value: account.languageName },
          { label: "Time zone", value: account.zone.replaceAll("_", " ") },
          ...(account.externalId ? [{ label: "Number elsewhere", value: account.externalId }] : []),
          { label: "Opened", value: <Moment at={account.createdAt} /> },
          {
            label: "Customer since",
            value: account.customerSince ? <Moment at={account.customerSince} /> : "Nothing bought yet",
          },
        ]}
      />
    </Card>
  );
}

/** What made it a customer, and from when to when. */
export function Standings({ standings }: Pick<CustomerDetail, "standings">) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {standings.map((one) => (
        <li key={`${one.sourceId} ${one.fromAt}`} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span>{sourceLabel(one.sourceKind)}</span>
          <span className="text-muted">
            <Moment at={one.fromAt} />
            {one.untilAt ? (
              <>
                {" to "}
                <Moment at={one.untilAt} />
              </>
            ) : (
              ", goes on"
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
