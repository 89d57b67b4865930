import type { ReactNode } from "react";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Switch } from "#web/ui/switch.tsx";

/** What stands in a field at first, by its name without the prefix. */
export type Defaults = (field: string) => string | undefined;

interface AmountFieldsProps {
  /** `terms` or `amount`: the object of the schema the fields belong to. */
  prefix: string;
  defaults: Defaults;
}

const SCHEMES = [
  { value: "flat", label: "One price each", hint: "Times the quantity, if more than one is bought." },
  { value: "per_seat", label: "For each seat", hint: "Times the people who use it." },
  {
    value: "graduated",
    label: "In tiers, each unit at its own",
    hint: "The first 10 at one price, the next at another.",
  },
  {
    value: "volume",
    label: "In tiers, all units at one",
    hint: "The more are bought, the less each of them costs.",
  },
  { value: "package", label: "In packages", hint: "For every 50 begun, for example." },
];

const TIER_ROWS = [0, 1, 2, 3, 4];

/** Shown while the scheme asks for it; browsers that cannot tell show it always. */
function Tiers({ prefix, defaults }: AmountFieldsProps): ReactNode {
  return (
    <fieldset className="hidden group-has-[input[value=graduated]:checked]/amount:block group-has-[input[value=volume]:checked]/amount:block">
      <legend className="mb-1 text-13 font-medium">Tiers</legend>
      <p className="mb-2 text-13 text-muted">
        From the first unit up. The last tier has no end: leave “up to” empty. Rows that are empty do not
        count.
      </p>
      <div className="space-y-3">
        {TIER_ROWS.map((row) => (
          <div key={row} className="grid grid-cols-3 gap-3">
            <NumberInput
              name={`${prefix}.tiers[${row}].upTo`}
              label={`Tier ${row + 1}, up to`}
              optional
              defaultValue={defaults(`tiers.${row}.upTo`)}
            />
            <NumberInput
              name={`${prefix}.tiers[${row}].unitMinor`}
              label="Each unit"
              optional
              defaultValue={defaults(`tiers.${row}.unitMinor`)}
            />
            <NumberInput
              name={`${prefix}.tiers[${row}].flatMinor`}
              label="And once"
              optional
              defaultValue={defaults(`tiers.${row}.flatMinor`)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** How much a price is: scheme, amount, tiers or packages, and whether tax is in it. */
export function AmountFields({ prefix, defaults }: AmountFieldsProps) {
  return (
    <div className="group/amount space-y-5">
      <RadioGroup
        name={`${prefix}.scheme`}
        legend="How it counts"
        choices={SCHEMES}
        defaultValue={defaults("scheme") ?? "flat"}
      />
      <div className="group-has-[input[value=graduated]:checked]/amount:hidden group-has-[input[value=volume]:checked]/amount:hidden">
        <NumberInput
          name={`${prefix}.amountMinor`}
          label="Amount"
          hint="Of one unit, seat or package. Of instalments: their sum."
          defaultValue={defaults("amountMinor")}
        />
      </div>
      <div className="hidden group-has-[input[value=package]:checked]/amount:block">
        <NumberInput
          name={`${prefix}.packageSize`}
          label="Units in a package"
          defaultValue={defaults("packageSize")}
        />
      </div>
      <Tiers prefix={prefix} defaults={defaults} />
      <Switch
        name={`${prefix}.includesTax`}
        label="Tax is included"
        hint="Usual for consumers in Europe: they pay exactly this. Switched off, tax comes on top."
        defaultChecked={defaults("includesTax") === "true"}
      />
    </div>
  );
}
