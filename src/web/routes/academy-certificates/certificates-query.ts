import { CertificateStatus } from "#modules/academy/contract/certificates.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { z } from "zod";

/** What the address asks of the list, for the page and its CSV. */
export function readCertificatesQuery(url: string) {
  const query = readTableQuery(url, { filters: ["status"] });
  const search = new URL(url, "http://page.invalid").searchParams;
  return {
    query,
    filter: {
      text: query.q.slice(0, 120),
      status: CertificateStatus.safeParse(search.get("status")).data,
      courseId: z.uuid().safeParse(search.get("course")).data,
    },
  };
}
