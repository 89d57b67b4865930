import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { prepareCertificate } from "#modules/academy/certificates/prepare-certificate.ts";

/** Signs the badge of a new certificate, makes its PDF, and mails it to the student. */
export const prepareCertificateJob = defineJob({
  name: "academy.prepare_certificate",
  title: "Make the files of a certificate and mail them",
  input: z.object({ certificateId: z.uuid() }),
  run: (context, { certificateId }) => prepareCertificate(context, certificateId),
});
