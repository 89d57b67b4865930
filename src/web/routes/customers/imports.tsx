import { data, redirect } from "react-router";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/imports.ts";
import { accountOptions } from "./account-options.ts";
import { type CustomerImport, ImportUpload, importWords, lookAt, refuseLargeFile } from "./import-state.ts";

export const handle: RouteHandle = {
  notices: { discarded: "The file is given up; nothing of it was brought in." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<{ items: CustomerImport[]; nextCursor: string | null }>("people.list_imports", {
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page, currencies: accountOptions().currencies };
}

export async function action(args: Route.ActionArgs) {
  const tooLarge = refuseLargeFile(args.request);
  if (tooLarge) return data(tooLarge, { status: 413 });
  const page = args.context.get(pageContext);
  return submit(args, (input: Parameters<typeof lookAt>[1]) => lookAt(page, input), {
    schema: ImportUpload,
    onSuccess: ({ importId }) => redirect(`/console/customers/imports/${importId}`),
  });
}

const columns: readonly Column<CustomerImport>[] = [
  {
    key: "file",
    header: "File",
    grow: true,
    cell: (row) => <NameLink to={`/console/customers/imports/${row.importId}`}>{row.fileName}</NameLink>,
  },
  { key: "status", header: "Standing", cell: (row) => importWords[row.status] },
  { key: "rows", header: "Customers in it", align: "end", cell: (row) => <Figure value={row.rows} /> },
  { key: "errors", header: "Faults", align: "end", cell: (row) => <Figure value={row.errorCount} /> },
  { key: "at", header: "Uploaded", cell: (row) => <Moment at={row.createdAt} /> },
];

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { query, items, nextCursor, currencies } = loaderData;
  return (
    <>
      <PageHeader
        title="Import customers"
        lead="A CSV file from a spreadsheet or another system. You see what each row would do before anything is brought in."
      />
      <Form state={actionData} encType="multipart/form-data" className="max-w-form">
        <FileInput
          name="file"
          label="File"
          accept=".csv,.txt,text/csv,text/plain"
          hint="CSV, up to 20 MB. The first line names the columns: Name, and E-mail or External id."
        />
        <Combobox
          name="currency"
          label="Currency of rows that name none"
          hint="Left empty: the company’s."
          options={currencies}
        />
        <Button look="primary">Look at the file</Button>
        <Disclosure summary="Columns that are read">
          <p className="max-w-measure text-13 text-pretty text-muted">
            External id, Kind (person or organisation), Name, E-mail, Tax id, Country (two letters, such as
            DE), Region, Postcode, City, Street, Street 2, Currency, Language, Time zone. A customer is known
            again by the external id, or else by the e-mail address. What the file leaves empty stays as it
            is.
          </p>
        </Disclosure>
      </Form>
      <Section title="Earlier imports" note="Files are forgotten after 30 days; what they brought in stays.">
        <DataTable
          caption="Imports, the last first"
          columns={columns}
          rows={items}
          rowKey={(row) => row.importId}
          query={query}
          page={{ next: nextCursor }}
          noun={["import", "imports"]}
          empty={<p className="px-4 py-6 text-muted">No file was brought in so far.</p>}
        />
      </Section>
    </>
  );
}
