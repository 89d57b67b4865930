import type { Partner } from "#modules/billing/contract/partners.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { moneyInField, typedMinor, typedPpm } from "#web/forms/typed-money.ts";
import { useFormat } from "#web/format/use-format.ts";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

const PPM_OF_PERCENT = 10_000;

/** What was typed, as the operations take it: of the two ways to earn only the chosen one counts. */
export function partnerInput(form: RawForm, locale: string): Record<string, unknown> {
  const { kind, ratePpm, fixedMinor, currency, ...facts } = form;
  const code = typeof currency === "string" ? currency.trim().toUpperCase() : "";
  if (kind !== "fixed") return { ...facts, ratePpm: typedPpm(ratePpm, locale), fixedMinor: "", currency: "" };
  return { ...facts, ratePpm: "", fixedMinor: typedMinor(fixedMinor, code, locale), currency: code };
}

type Terms = Pick<Partner, "ratePpm" | "fixedMinor" | "currency" | "earningMonths" | "attributionDays">;

function EarningFields({ terms }: { terms?: Terms }) {
  const { locale } = useFormat();
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false });
  const rate = terms?.ratePpm ? percent.format(terms.ratePpm / PPM_OF_PERCENT) : undefined;
  const amount =
    terms?.fixedMinor && terms.currency ? moneyInField(terms.fixedMinor, terms.currency, locale) : undefined;
  return (
    <>
      <RadioGroup
        name="kind"
        legend="What they earn"
        choices={[
          { value: "rate", label: "A part of each payment", hint: "Of the amount without tax." },
          { value: "fixed", label: "A fixed amount", hint: "Once, for the first paid invoice of an order." },
        ]}
        defaultValue={amount ? "fixed" : "rate"}
      />
      <NumberInput name="ratePpm" label="Part of each payment" unit="%" defaultValue={rate} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberInput name="fixedMinor" label="Fixed amount" defaultValue={amount} optional />
        <TextInput
          name="currency"
          label="Its currency"
          hint="Three letters. Invoices in another currency earn nothing."
          defaultValue={terms?.currency ?? undefined}
          maxLength={3}
          optional
        />
      </div>
    </>
  );
}

function TimeFields({ terms }: { terms?: Terms }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NumberInput
        name="attributionDays"
        label="An order counts for"
        hint="After the link was followed."
        unit="days"
        defaultValue={terms?.attributionDays ?? 30}
      />
      <NumberInput
        name="earningMonths"
        label="Earns for"
        hint="After the order. Empty: as long as the customer pays."
        unit="months"
        defaultValue={terms?.earningMonths ?? undefined}
        optional
      />
    </div>
  );
}

/** The fields of a partner, new or known. */
export function PartnerFields({ partner }: { partner?: Partner }) {
  return (
    <>
      <TextInput name="name" label="Name" defaultValue={partner?.name} maxLength={160} autoComplete="off" />
      <TextInput
        name="email"
        type="email"
        label="E-mail address"
        hint="Orders from this address earn nothing: nobody is paid for sending themselves."
        defaultValue={partner?.email}
        autoComplete="off"
      />
      <TextInput
        name="taxId"
        label="Tax id"
        defaultValue={partner?.taxId ?? undefined}
        maxLength={40}
        optional
      />
      <EarningFields terms={partner} />
      <TimeFields terms={partner} />
      <TextArea name="note" label="Note" rows={2} defaultValue={partner?.note} maxLength={1000} optional />
    </>
  );
}
