import { Form, useLocation, useSubmit } from "react-router";
import type { Filter } from "#web/table/column.ts";
import type { TableQuery } from "#web/table/table-query.ts";
import { paramName, tableHref } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

interface TableFiltersProps {
  query: TableQuery;
  prefix?: string;
  search?: string;
  filters: readonly Filter[];
}

/** Search and filters as a plain GET form; where scripts run, choosing a filter sends it at once. */
export function TableFilters({ query, prefix, search, filters }: TableFiltersProps) {
  const submit = useSubmit();
  const location = useLocation();
  const own = new Set(
    ["q", "cursor", ...filters.map(({ name }) => name)].map((name) => paramName(prefix, name)),
  );
  const others = [...new URLSearchParams(location.search)].filter(
    ([name]) => !own.has(name) && name !== "notice",
  );
  const narrowed = query.q !== "" || Object.keys(query.filters).length > 0;
  return (
    <Form method="get" role="search" preventScrollReset className="flex flex-wrap items-center gap-2">
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {search !== undefined && (
        <div className="relative w-full sm:w-72">
          <Icon
            name="search"
            className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            name={paramName(prefix, "q")}
            aria-label={search}
            placeholder={search}
            defaultValue={query.q}
            className={classNames(controlClass, controlHeight, "ps-9")}
          />
        </div>
      )}
      {filters.map((filter) => (
        <FilterSelect
          key={filter.name}
          filter={filter}
          name={paramName(prefix, filter.name)}
          value={query.filters[filter.name] ?? ""}
          onChoose={(form) => submit(form, { preventScrollReset: true })}
        />
      ))}
      <Button look="quiet" icon="list-filter">
        Apply
      </Button>
      {narrowed && (
        <TextLink
          to={tableHref(location.search, { q: null, ...noFilters(filters) }, prefix)}
          className="px-1 text-13 text-muted touch:py-3"
        >
          Clear
        </TextLink>
      )}
    </Form>
  );
}

interface FilterSelectProps {
  filter: Filter;
  name: string;
  value: string;
  onChoose: (form: HTMLFormElement | null) => void;
}

function FilterSelect({ filter, name, value, onChoose }: FilterSelectProps) {
  return (
    <div className="relative max-sm:min-w-32 max-sm:flex-1">
      <select
        name={name}
        aria-label={filter.label}
        defaultValue={value}
        key={value}
        onChange={(event) => onChoose(event.currentTarget.form)}
        className={classNames(
          controlClass,
          controlHeight,
          "max-w-56 appearance-none truncate pe-8 max-sm:max-w-none",
        )}
      >
        <option value="">{filter.label}: all</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-muted"
      />
    </div>
  );
}

function noFilters(filters: readonly Filter[]): Record<string, null> {
  return Object.fromEntries(filters.map(({ name }) => [name, null]));
}
