import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { issueCertificate } from "#modules/academy/certificates/issue-certificate.ts";
import { IssueCertificate, IssuedCertificate } from "#modules/academy/contract/certificates.ts";

/**
 * Gives a certificate to who completed a course before the course gave any. Who has one keeps it.
 * Errors: `academy.enrollment_unknown`, `academy.no_certificate_due`.
 */
export const issueCertificateNow = defineCommand({
  name: "academy.issue_certificate",
  title: "Issue the certificate of a completed enrolment",
  http: "POST /academy/enrollments/:enrollmentId/certificate",
  access: "academy:admin",
  input: IssueCertificate,
  output: IssuedCertificate,
  run: async (context) => {
    const issued = await issueCertificate(context, context.input.enrollmentId);
    if (!issued)
      throw refuse(
        "conflict",
        "academy.no_certificate_due",
        "There is no certificate to issue: the course is not completed, or it gives none.",
      );
    return issued;
  },
});
