import type { AccountFacts } from "#modules/people/contract/account.ts";
import { Combobox } from "#web/ui/combobox.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Option } from "#web/ui/select.tsx";
import { kinds } from "./words.ts";

interface AccountFieldsProps {
  account?: Partial<AccountFacts>;
  zones: readonly Option[];
  locales: readonly Option[];
  currencies: readonly Option[];
  countries: readonly Option[];
}

/** What people enter of a customer. */
export function AccountFields({ account = {}, zones, locales, currencies, countries }: AccountFieldsProps) {
  return (
    <>
      <RadioGroup
        name="kind"
        legend="Kind"
        choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        defaultValue={account.kind ?? "individual"}
        inline
      />
      <TextInput name="name" label="Name" defaultValue={account.name} autoComplete="off" maxLength={160} />
      <TextInput
        name="billingEmail"
        type="email"
        label="E-mail address for invoices"
        hint="Left empty, invoices go to the owner."
        defaultValue={account.billingEmail ?? ""}
        autoComplete="off"
        optional
      />
      <AddressFields account={account} countries={countries} />
      <Section title="How we write to them">
        <div className="space-y-5">
          <Combobox
            name="currency"
            label="Currency"
            options={currencies}
            defaultValue={account.currency ?? ""}
          />
          <Combobox name="locale" label="Language" options={locales} defaultValue={account.locale ?? ""} />
          <Combobox name="zone" label="Time zone" options={zones} defaultValue={account.zone ?? ""} />
        </div>
      </Section>
    </>
  );
}

interface AddressFieldsProps {
  account: Partial<AccountFacts>;
  countries: readonly Option[];
}

function AddressFields({ account, countries }: AddressFieldsProps) {
  return (
    <Section title="Address on invoices">
      <div className="space-y-5">
        <TextInput name="line1" label="Street and number" defaultValue={account.line1} optional />
        <TextInput name="line2" label="Further line" defaultValue={account.line2} optional />
        <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
          <TextInput name="postcode" label="Postcode" defaultValue={account.postcode} optional />
          <TextInput name="city" label="Town" defaultValue={account.city} optional />
        </div>
        <TextInput
          name="region"
          label="State or province"
          hint="Where the country has them."
          defaultValue={account.region}
          optional
        />
        <Combobox name="country" label="Country" options={countries} defaultValue={account.country ?? ""} />
        <TextInput
          name="taxId"
          label="VAT or tax number"
          defaultValue={account.taxId ?? ""}
          autoComplete="off"
          optional
        />
      </div>
    </Section>
  );
}
