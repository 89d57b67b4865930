import { Form } from "#web/forms/form.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

interface StatementFiltersProps {
  filters: TableQuery["filters"];
  faults: Record<string, string>;
}

/** Who, what, when: a plain GET form, so that every choice has its address. */
export function StatementFilters({ filters, faults }: StatementFiltersProps) {
  const isNarrowed = Object.keys(filters).length > 0;
  const field = (name: string) => ({
    name,
    error: faults[name],
    defaultValue: filters[name] ?? "",
    required: false,
  });
  return (
    <Disclosure summary="Filters" open={isNarrowed}>
      <Form method="get" role="search" key={JSON.stringify(filters)} className="mb-3">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <TextInput {...field("agent")} label="Who" placeholder="E-mail address, or an agent as JSON" />
          <TextInput {...field("verb")} label="Verb" placeholder="IRI" inputMode="url" />
          <TextInput {...field("activity")} label="Activity" placeholder="IRI" inputMode="url" />
          <TextInput {...field("registration")} label="Registration" placeholder="UUID" />
          <DateInput {...field("from")} label="Stored from" />
          <DateInput {...field("to")} label="Stored up to" />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button icon="list-filter">Apply</Button>
          {isNarrowed && (
            <TextLink to="/console/academy/records" className="text-13 text-muted touch:py-3">
              Clear
            </TextLink>
          )}
        </div>
      </Form>
    </Disclosure>
  );
}
