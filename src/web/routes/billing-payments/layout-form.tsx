import type { z } from "zod";
import type { StatementLayout, StatementPreview } from "#modules/billing/contract/bank-statements.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import type { RawForm } from "#web/forms/raw-form.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Select } from "#web/ui/select.tsx";

type Csv = NonNullable<z.output<typeof StatementPreview>["csv"]>;
type Layout = z.output<typeof StatementLayout>;
type Role = keyof Layout["columns"];

const ROLES: readonly { value: Role; label: string }[] = [
  { value: "bookedOn", label: "Day it was booked" },
  { value: "amount", label: "Amount, with its sign" },
  { value: "credit", label: "Money in" },
  { value: "debit", label: "Money out" },
  { value: "direction", label: "Mark for in and out" },
  { value: "currency", label: "Currency" },
  { value: "payerName", label: "Name of the payer" },
  { value: "payerIban", label: "Account of the payer" },
  { value: "remittance", label: "Text" },
  { value: "bankRef", label: "The bank's own reference" },
  { value: "bankAccount", label: "Your account" },
  { value: "state", label: "Booked or announced" },
];

const roleAt = ({ columns }: Layout, column: number): string =>
  ROLES.find(({ value }) => columns[value].includes(column))?.value ?? "";

/** The layout a form says; what it leaves out is refused by the operation's schema. */
export function readLayout(form: RawForm): unknown {
  const columns = Object.fromEntries(ROLES.map(({ value }) => [value, [] as number[]]));
  const chosen = form["column"];
  if (chosen && typeof chosen === "object")
    for (const [column, role] of Object.entries(chosen))
      if (typeof role === "string") columns[role]?.push(Number(column.slice(1)));
  return {
    columns,
    dateOrder: form["dateOrder"],
    decimalMark: form["decimalMark"],
    isInverted: form["isInverted"] === "yes",
  };
}

function ColumnChoice({ csv, column }: { csv: Csv; column: number }) {
  const head = csv.heads[column] || `Column ${column + 1}`;
  const samples = csv.samples.map((row) => row[column] ?? "").filter(Boolean);
  return (
    <div className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-2">
      <div className="min-w-0">
        <p className="truncate font-medium" dir="auto">
          {head}
        </p>
        <p className="truncate text-13 text-muted" dir="auto">
          {samples.slice(0, 2).join(" · ") || "Empty"}
        </p>
      </div>
      <Select
        name={`column.c${column}`}
        label={`What ${head} means`}
        labelHidden
        options={ROLES}
        emptyLabel="Not needed"
        defaultValue={roleAt(csv.layout, column)}
      />
    </div>
  );
}

/** Which column means what: guessed, put right here, and kept for files like it. */
export function LayoutForm({ csv, state, open }: { csv: Csv; state?: FormState; open: boolean }) {
  const { layout } = csv;
  return (
    <Disclosure summary="Put right how the file is read" open={open || state?.intent === "layout"}>
      <Form state={state} intent="layout" className="max-w-form">
        <div className="divide-y divide-line">
          {csv.heads.map((head, column) => (
            <ColumnChoice key={`${column}-${head}`} csv={csv} column={column} />
          ))}
        </div>
        <RadioGroup
          name="dateOrder"
          legend="Days are written"
          defaultValue={layout.dateOrder}
          inline
          choices={[
            { value: "dmy", label: "Day first (31/01/2027)" },
            { value: "mdy", label: "Month first (01/31/2027)" },
            { value: "ymd", label: "Year first (2027-01-31)" },
          ]}
        />
        <RadioGroup
          name="decimalMark"
          legend="Amounts are written"
          defaultValue={layout.decimalMark}
          inline
          choices={[
            { value: ".", label: "1,234.50" },
            { value: ",", label: "1.234,50" },
          ]}
        />
        <RadioGroup
          name="isInverted"
          legend="Money that came in"
          defaultValue={layout.isInverted ? "yes" : "no"}
          inline
          choices={[
            { value: "no", label: "Has no minus" },
            { value: "yes", label: "Has a minus" },
          ]}
        />
        <Button>Read the file this way</Button>
      </Form>
    </Disclosure>
  );
}
