import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { NameShown, SetNameShown } from "#modules/academy/contract/certificates.ts";
import { isOwnCertificate } from "#modules/academy/rules/certificates/policy.ts";

/** Shows or hides my name where strangers check my certificate, in all its versions. Errors: `academy.certificate_unknown`. */
export const setNameShown = defineCommand({
  name: "academy.set_certificate_name_shown",
  title: "Show or hide my name on the page of my certificate",
  http: "PUT /learn/certificates/:certificateId/name-shown",
  access: "customer",
  input: SetNameShown,
  output: NameShown,
  load: (tx, { certificateId }) => lockCertificate(tx, certificateId),
  allow: isOwnCertificate,
  run: async ({ tx, input }, certificate) => {
    await tx.execute(
      sql`UPDATE academy.certificate SET shows_name = ${input.showsName}
          WHERE enrollment_id = ${certificate.enrollment_id}`,
    );
    return { certificateId: certificate.id, showsName: input.showsName };
  },
});
