import type { TimelineEntry } from "#kernel/module.ts";
import { CertificateIssued, CertificateStatusChanged } from "#modules/academy/events/certificates.ts";

const STATUS_WORDS = {
  valid: "counts again",
  suspended: "was suspended",
  revoked: "was revoked",
  superseded: "was issued anew",
};

/** Certificates on a customer's timeline. */
export const certificateTimeline: readonly TimelineEntry[] = [
  {
    event: CertificateIssued.name,
    permission: "academy:read",
    tell: (payload) => {
      const { courseTitle, certificateId } = CertificateIssued.payload.parse(payload);
      return {
        text: `Certificate issued: ${courseTitle}`,
        href: `/console/academy/certificates/${certificateId}`,
      };
    },
  },
  {
    event: CertificateStatusChanged.name,
    permission: "academy:read",
    tell: (payload) => {
      const { courseTitle, certificateId, status } = CertificateStatusChanged.payload.parse(payload);
      return {
        text: `The certificate for ${courseTitle} ${STATUS_WORDS[status]}`,
        href: `/console/academy/certificates/${certificateId}`,
      };
    },
  },
];
