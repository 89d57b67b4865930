import type { ReactNode } from "react";
import type { z } from "zod";
import type { BankInstructions } from "#modules/billing/contract/checkout.ts";
import { useFormat } from "#web/format/use-format.ts";
import { QrCode } from "#web/parts/qr-code.tsx";

/** How to pay by bank: what to type, and for euro a code that banking apps read. */
export function BankTransfer({ bank }: { bank: z.output<typeof BankInstructions> }) {
  const { money, date } = useFormat();
  return (
    <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-[1fr_auto]">
      <dl className="min-w-0">
        <Fact label="Amount" value={money(BigInt(bank.amountMinor), bank.currency)} />
        <Fact label="To" value={<span dir="auto">{bank.name}</span>} />
        <Fact label="IBAN" value={<span className="font-mono select-all">{inFours(bank.iban)}</span>} />
        {bank.bic && <Fact label="BIC" value={<span className="font-mono select-all">{bank.bic}</span>} />}
        <Fact
          label="Reference"
          value={<span className="font-mono font-semibold select-all">{bank.reference}</span>}
          note="Type it exactly so: it is how we know that the money is yours."
        />
        <Fact label="By" value={date(bank.dueOn)} />
      </dl>
      {bank.qrPayload && (
        <figure className="w-48">
          <div className="overflow-hidden rounded-control border border-line">
            <QrCode text={bank.qrPayload} label="QR code of this bank transfer" />
          </div>
          <figcaption className="mt-2 text-13 text-muted">Read it with your banking app.</figcaption>
        </figure>
      )}
    </div>
  );
}

function Fact({ label, value, note }: { label: string; value: ReactNode; note?: string }) {
  return (
    <div className="grid gap-x-6 border-b border-line py-2.5 sm:grid-cols-[104px_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] tabular-nums">
        {value}
        {note && <span className="block text-13 text-muted">{note}</span>}
      </dd>
    </div>
  );
}

/** An IBAN as it is printed: in groups of four. */
const inFours = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/gu, "$1 ");
