import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { z } from "zod";
import { CERTIFICATE, type CertificateFacts } from "#modules/academy/certificates/certificate-row.ts";
import { presentMine } from "#modules/academy/certificates/present-mine.ts";
import { MyCertificates } from "#modules/academy/contract/certificates.ts";

/** My certificates, the newest first; those that were corrected are left out. */
export const listMyCertificates = defineQuery({
  name: "academy.list_my_certificates",
  title: "List my certificates",
  http: "GET /learn/certificates",
  access: "customer",
  input: z.object({}),
  output: MyCertificates,
  run: async ({ db, actor, now, config }) => {
    const found = await rows<CertificateFacts>(
      db,
      sql`SELECT ${CERTIFICATE} FROM academy.certificate c
          WHERE c.person_id = ${actorPersonId(actor)} AND c.status <> 'superseded'
          ORDER BY c.issued_at DESC, c.id DESC LIMIT 500`,
    );
    return { items: found.map((row) => presentMine(row, { now, config })) };
  },
});
