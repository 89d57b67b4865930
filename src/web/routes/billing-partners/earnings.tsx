import type { z } from "zod";
import type { CommissionSums, Partner, Statement } from "#modules/billing/contract/partners.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { MoneyRow } from "#web/routes/billing-sales/money-row.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { Day } from "#web/ui/time.tsx";
import { StatementState } from "./statement-state.tsx";

type StatementOf = z.output<typeof Statement>;

/** What was earned in one currency, from what was paid to what can be paid now. */
export function SumsOf({ sums }: { sums: CommissionSums }) {
  const { currency } = sums;
  const pair = (label: string, minor: number) => ({
    label,
    value: <Money minor={minor} currency={currency} />,
  });
  return (
    <KeyValue
      pairs={[
        pair("Earned", sums.accruedMinor),
        pair("Taken back after refunds", -sums.clawedBackMinor),
        pair("Paid", sums.paidMinor),
        pair("Held for now", sums.heldMinor),
        pair("To pay now", sums.payableMinor),
      ]}
    />
  );
}

function Draw({ sums, state }: { sums: CommissionSums; state: FormState | undefined }) {
  if (sums.payableMinor <= 0) return null;
  return (
    <Form state={state}>
      <input type="hidden" name="currency" value={sums.currency} />
      <Button look="primary">{`Draw up a statement in ${sums.currency}`}</Button>
    </Form>
  );
}

function Statements({ statements }: { statements: readonly StatementOf[] }) {
  return (
    <ul className="divide-y divide-line">
      {statements.map((statement) => (
        <MoneyRow
          key={statement.id}
          title={
            <NameLink to={`/console/billing/partners/statements/${statement.id}`}>
              Statement of <Day on={statement.drawnOn} />
            </NameLink>
          }
          detail={
            statement.paidOn ? (
              <>
                Paid on <Day on={statement.paidOn} />
              </>
            ) : undefined
          }
        >
          <StatementState status={statement.status} />
          <Money minor={statement.amountMinor} currency={statement.currency} />
        </MoneyRow>
      ))}
    </ul>
  );
}

/** What a partner earned, what of it can be paid now, and what was. */
export function Earnings({
  partner,
  statements,
  mayPay,
  state,
}: {
  partner: Partner;
  statements: readonly StatementOf[];
  mayPay: boolean;
  state: FormState | undefined;
}) {
  return (
    <Section title="Earnings">
      <Card>
        {partner.sums.length === 0 && <p className="py-2 text-muted">Nothing earned yet.</p>}
        {partner.sums.map((sums) => (
          <div key={sums.currency} className="space-y-3">
            <SumsOf sums={sums} />
            {mayPay && <Draw sums={sums} state={state} />}
          </div>
        ))}
        {statements.length > 0 && <Statements statements={statements} />}
      </Card>
    </Section>
  );
}
