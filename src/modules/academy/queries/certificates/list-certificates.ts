import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import {
  type CertificateListRow,
  LISTED,
  presentRow,
} from "#modules/academy/certificates/certificate-rows.ts";
import { CertificatePage, ListCertificates } from "#modules/academy/contract/certificates.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

/** Certificates of all courses or of one, the newest first. Errors: `academy.cursor_unknown`. */
export const listCertificates = defineQuery({
  name: "academy.list_certificates",
  title: "List certificates",
  http: "GET /academy/certificates",
  access: "academy:read",
  input: ListCertificates,
  output: CertificatePage,
  run: async ({ db, input, now }) => {
    const place = readCursor(input.cursor, 2);
    const text = input.text.toLowerCase();
    const found = rows<CertificateListRow>(
      db,
      sql`SELECT ${LISTED}
          WHERE (${text} = '' OR position(${text} in lower(c.holder_name || ' ' || c.course_title)) > 0
              OR position(${text.replaceAll("-", "")} in lower(c.serial)) > 0)
            AND (${input.courseId ?? null}::uuid IS NULL OR c.course_id = ${input.courseId ?? null}::uuid)
            AND (${input.status ?? null}::text IS NULL OR c.status = ${input.status ?? null}::text)
            ${place ? sql`AND (c.issued_at, c.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``}
          ORDER BY c.issued_at DESC, c.id DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, (row) => [row.issued_at, row.id]);
    return { items: items.map((row) => presentRow(row, now)), nextCursor };
  },
});
