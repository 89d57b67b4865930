import type { Option } from "#web/ui/select.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { brandOutlineClass } from "./brand-link.tsx";
import { type AddressRules, addressRules } from "./address-rules.ts";

/** What is known of the buyer before anything was entered. */
export interface KnownBuyer {
  email: string;
  name: string;
  organisation: string | null;
  taxId: string | null;
  country: string;
  region: string | null;
  postcode: string | null;
  city: string;
  line1: string;
  line2: string | null;
}

interface BuyerFieldsProps {
  known: KnownBuyer;
  /** By whose customs the address is asked for. */
  country: string;
  countries: readonly Option[];
  /** The address is that of who is signed in, and is not asked for. */
  isEmailFixed?: boolean;
}

/** Who buys and where they are. */
export function BuyerFields({ known, country, countries, isEmailFixed }: BuyerFieldsProps) {
  const rules = addressRules(country);
  return (
    <>
      <Person known={known} rules={rules} isEmailFixed={isEmailFixed} />
      <Address known={known} rules={rules} countries={countries} />
    </>
  );
}

interface PartProps {
  known: KnownBuyer;
  rules: AddressRules;
}

function Person({ known, rules, isEmailFixed }: PartProps & { isEmailFixed?: boolean }) {
  return (
    <fieldset className="min-w-0 space-y-5">
      <legend className="mb-4 text-18 font-semibold">Who buys</legend>
      <TextInput
        name="email"
        type="email"
        label="E-mail address"
        hint={isEmailFixed ? "You are signed in with it." : "For the order, the invoice and your account."}
        autoComplete="email"
        inputMode="email"
        readOnly={isEmailFixed}
        defaultValue={known.email}
      />
      <TextInput name="name" label="Your name" autoComplete="name" defaultValue={known.name} dir="auto" />
      <TextInput
        name="organisation"
        label="Company"
        optional
        autoComplete="organization"
        defaultValue={known.organisation ?? ""}
        dir="auto"
      />
      <TextInput
        name="taxId"
        label={rules.taxId}
        hint="Of the company. It stands on the invoice and may decide the tax."
        optional
        autoComplete="off"
        defaultValue={known.taxId ?? ""}
      />
    </fieldset>
  );
}

function Address({ known, rules, countries }: PartProps & Pick<BuyerFieldsProps, "countries">) {
  return (
    <fieldset className="min-w-0 space-y-5">
      <legend className="mb-4 text-18 font-semibold">Billing address</legend>
      <CountryField country={known.country} countries={countries} />
      <TextInput
        name="line1"
        label="Street and number"
        autoComplete="address-line1"
        defaultValue={known.line1}
        dir="auto"
      />
      <TextInput
        name="line2"
        label="Second line"
        optional
        autoComplete="address-line2"
        defaultValue={known.line2 ?? ""}
        dir="auto"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {rules.postcode && (
          <TextInput
            name="postcode"
            label={rules.postcode.label}
            optional={!rules.postcode.required}
            autoComplete="postal-code"
            defaultValue={known.postcode ?? ""}
          />
        )}
        <TextInput
          name="city"
          label={rules.city}
          autoComplete="address-level2"
          defaultValue={known.city}
          dir="auto"
        />
      </div>
      <RegionField rules={rules} value={known.region ?? ""} />
    </fieldset>
  );
}

/** The country with a button of its own: without scripts, asking is how the form learns what else to ask for. */
function CountryField({ country, countries }: { country: string } & Pick<BuyerFieldsProps, "countries">) {
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
      <Select
        name="country"
        label="Country"
        hint="Decides the tax, and how the address is written."
        options={countries}
        emptyLabel="Choose"
        autoComplete="country"
        defaultValue={country}
      />
      <button name="intent" value="country" className={brandOutlineClass}>
        Set the country
      </button>
    </div>
  );
}

function RegionField({
  rules: { region },
  value,
}: {
  rules: ReturnType<typeof addressRules>;
  value: string;
}) {
  if (!region) return null;
  const texts = { name: "region", label: region.label, autoComplete: "address-level1", defaultValue: value };
  return region.options ? (
    <Select {...texts} options={region.options} emptyLabel="Choose" />
  ) : (
    <TextInput {...texts} optional={!region.required} />
  );
}
