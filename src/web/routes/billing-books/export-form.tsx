import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";

/** Downloads the books of some days for a spreadsheet or for plain-text accounting. */
export const ExportForm = ({ days }: { days: { from?: string; to?: string } }) => (
  <Section title="Export" note="All journals of these days, the oldest first. Without days, all there are.">
    <form
      method="get"
      action="/console/billing/books/export"
      id="export"
      className="flex flex-wrap items-end gap-3"
    >
      <DateInput name="from" label="From" defaultValue={days.from} required={false} optional />
      <DateInput name="to" label="To" defaultValue={days.to} required={false} optional />
      <Select
        name="format"
        label="As"
        options={[
          { value: "csv", label: "CSV, one line for each posting" },
          { value: "ledger", label: "Text for ledger-cli and hledger" },
        ]}
      />
      <Button icon="download">Download</Button>
    </form>
  </Section>
);
