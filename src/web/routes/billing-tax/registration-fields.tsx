import type { SellerSettings } from "#modules/billing/contract/seller.ts";
import { countryOptions } from "#web/format/countries.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface PartProps {
  seller: SellerSettings;
}

const SPARE_ROWS = 2;

/** Name and address. */
export function CompanyFields({ seller }: PartProps) {
  return (
    <Section title="Company">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextInput
          name="name"
          label="Name"
          optional
          hint="Empty: the name of the company in the settings"
          defaultValue={seller.name}
        />
        <TextInput name="legalName" label="Legal name" optional defaultValue={seller.legalName} />
        <TextInput name="line1" label="Street and number" defaultValue={seller.line1} />
        <TextInput name="line2" label="Second line" optional defaultValue={seller.line2} />
        <TextInput name="postcode" label="Postcode" optional defaultValue={seller.postcode} />
        <TextInput name="city" label="City" defaultValue={seller.city} />
        <Select
          name="country"
          label="Country"
          options={countryOptions()}
          emptyLabel="Choose"
          defaultValue={seller.country ?? ""}
        />
        <TextInput
          name="email"
          type="email"
          label="E-mail on invoices"
          optional
          defaultValue={seller.email}
        />
        <TextInput
          name="register"
          label="Commercial register"
          optional
          hint="Court and number, where letters have to name them"
          defaultValue={seller.register}
        />
        <TextInput
          name="taxNumber"
          label="Number at the tax office"
          optional
          defaultValue={seller.taxNumber}
        />
      </div>
    </Section>
  );
}

/** Tax ids and what follows from them. */
export function RegistrationFields({ seller }: PartProps) {
  const ids = Object.entries(seller.taxIds);
  const rows = [...ids, ...Array.from({ length: SPARE_ROWS }, () => ["", ""] as const)];
  return (
    <Section title="Registrations" note="The tax ids authorities gave to the company, one for each country.">
      <div className="space-y-3">
        {rows.map(([country, number], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are named by their place
          <div key={row} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3">
            <Select
              name={`taxIdRows[${row}].country`}
              label={`Country of tax id ${row + 1}`}
              labelHidden={row > 0}
              options={countryOptions()}
              emptyLabel="No country"
              defaultValue={country}
            />
            <TextInput
              name={`taxIdRows[${row}].number`}
              label={`Tax id ${row + 1}`}
              labelHidden={row > 0}
              optional
              defaultValue={number}
              autoComplete="off"
            />
          </div>
        ))}
      </div>
      <div className="mt-4">
        <Checkbox
          name="oss"
          label="Registered for the One Stop Shop of the EU"
          hint="Consumers in other member states are charged the tax of their own country, and one return tells of all."
          defaultChecked={seller.oss}
        />
        <Checkbox
          name="isAboveEuThreshold"
          label="Sales to consumers in other member states passed 10,000 euros in this year or the last"
          defaultChecked={seller.isAboveEuThreshold}
        />
        <Checkbox
          name="isSmallBusiness"
          label="Small business that charges no tax at home"
          hint="Such as § 19 UStG in Germany. The sentence that says so stands on invoices."
          defaultChecked={seller.isSmallBusiness}
        />
      </div>
      <div className="mt-4">
        <TextInput
          name="usStates"
          label="States of the US to collect sales tax in"
          optional
          hint="Such as NY, TX. Only where the company has nexus; ask an accountant."
          defaultValue={seller.usStates.join(", ")}
        />
      </div>
    </Section>
  );
}

/** How tax ids of customers are treated. */
export function TaxIdFields({ seller }: PartProps) {
  return (
    <Section title="Tax ids of customers">
      <Checkbox
        name="viesEnabled"
        label="Ask VIES, the register of the EU, whether they are valid"
        hint="Numbers leave this house for the European Commission. The answer is kept as proof."
        defaultChecked={seller.viesEnabled}
      />
      <div className="mt-2">
        <RadioGroup
          name="unconfirmedTaxId"
          legend="When nobody could confirm one"
          choices={[
            {
              value: "charge",
              label: "Charge tax",
              hint: "Safe. It can be credited once the id is confirmed.",
            },
            {
              value: "reverse_charge",
              label: "Leave the tax to the customer",
              hint: "Should the id turn out to be wrong, the company owes the tax.",
            },
          ]}
          defaultValue={seller.unconfirmedTaxId}
        />
      </div>
    </Section>
  );
}

/** Where customers pay to. */
export function BankFields({ seller }: PartProps) {
  return (
    <Section title="Bank account">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextInput name="iban" label="IBAN" optional defaultValue={seller.iban} autoComplete="off" />
        <TextInput name="bic" label="BIC" optional defaultValue={seller.bic} autoComplete="off" />
      </div>
    </Section>
  );
}
