import type { z } from "zod";
import type { CertificatePage, CertificateRow } from "#modules/academy/contract/certificates.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/list-csv.ts";
import { readCertificatesQuery } from "./certificates-query.ts";

const COLUMNS: readonly CsvColumn<CertificateRow>[] = [
  { header: "number", value: (row) => row.serial },
  { header: "student", value: (row) => row.holderName },
  { header: "email", value: (row) => row.email },
  { header: "course", value: (row) => row.courseTitle },
  { header: "standing", value: (row) => row.standing },
  { header: "since", value: (row) => row.since },
  { header: "version", value: (row) => row.version },
  { header: "curriculum", value: (row) => row.curriculumNumber },
  { header: "completed_on", value: (row) => row.completedOn },
  { header: "issued_at", value: (row) => row.issuedAt },
  { header: "valid_until", value: (row) => row.validUntil },
];

/** The certificates as the page's search and filter show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readCertificatesQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof CertificatePage>>("academy.list_certificates", {
      ...filter,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("certificates.csv", COLUMNS, found);
}
