import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const certificate = {
  accountId: z.uuid(),
  certificateId: z.uuid(),
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  personId: z.uuid(),
};

/** A student was given a certificate; `version` is 1 for the first, more where an earlier one was corrected. */
export const CertificateIssued = defineEvent({
  name: "academy.certificate_issued",
  version: 1,
  title: "Certificate issued",
  payload: z.object({ ...certificate, version: z.number().int(), courseTitle: z.string() }),
});

/** A certificate was suspended, counts again, or does not count any more. */
export const CertificateStatusChanged = defineEvent({
  name: "academy.certificate_status_changed",
  version: 1,
  title: "Certificate's standing changed",
  payload: z.object({
    ...certificate,
    status: z.enum(["valid", "suspended", "revoked", "superseded"]),
    courseTitle: z.string(),
  }),
});
