import { cataloguePart } from "#modules/academy/catalogue-part.ts";
import { badgeRoutes } from "#modules/academy/certificates/badges/badge-routes.ts";
import { CERTIFICATES_KEY } from "#modules/academy/certificates/certificate-settings.ts";
import { readCertificateFiles } from "#modules/academy/certificates/readable-files.ts";
import { certificateTimeline } from "#modules/academy/certificates/timeline.ts";
import { issueCertificateNow } from "#modules/academy/commands/certificates/issue-certificate.ts";
import { reinstateCertificate } from "#modules/academy/commands/certificates/reinstate-certificate.ts";
import { reissueCertificate } from "#modules/academy/commands/certificates/reissue-certificate.ts";
import { revokeCertificate } from "#modules/academy/commands/certificates/revoke-certificate.ts";
import { rotateBadgeKey } from "#modules/academy/commands/certificates/rotate-badge-key.ts";
import { setNameShown } from "#modules/academy/commands/certificates/set-name-shown.ts";
import { suspendCertificate } from "#modules/academy/commands/certificates/suspend-certificate.ts";
import { CertificateSettings } from "#modules/academy/contract/certificates.ts";
import * as events from "#modules/academy/events/certificates.ts";
import { prepareCertificateJob } from "#modules/academy/jobs/prepare-certificate.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { certificateData, certificateStatusData } from "#modules/academy/personal-data/certificates.ts";
import { getCertificateRecord } from "#modules/academy/queries/certificates/get-certificate-record.ts";
import { getPublicCertificate } from "#modules/academy/queries/certificates/get-certificate.ts";
import { getMyCertificate } from "#modules/academy/queries/certificates/get-my-certificate.ts";
import { listBadgeKeys } from "#modules/academy/queries/certificates/list-badge-keys.ts";
import { listCertificates } from "#modules/academy/queries/certificates/list-certificates.ts";
import { listMyCertificates } from "#modules/academy/queries/certificates/list-my-certificates.ts";
import { verifyBadge } from "#modules/academy/queries/certificates/verify-badge.ts";
import { issueCertificates } from "#modules/academy/subscribers/issue-certificates.ts";

/** Certificates and badges, and with them what visitors see of the academy. */
export const certificatesPart = {
  operations: [
    ...cataloguePart.operations,
    getPublicCertificate,
    listMyCertificates,
    getMyCertificate,
    setNameShown,
    listCertificates,
    getCertificateRecord,
    issueCertificateNow,
    revokeCertificate,
    suspendCertificate,
    reinstateCertificate,
    reissueCertificate,
    verifyBadge,
    listBadgeKeys,
    rotateBadgeKey,
  ],
  events: Object.values(events),
  subscribers: [issueCertificates],
  jobs: [prepareCertificateJob],
  personalData: [certificateData, certificateStatusData],
  fileReaders: [readCertificateFiles],
  timeline: certificateTimeline,
  routes: [...cataloguePart.routes, badgeRoutes],
  settings: [{ key: CERTIFICATES_KEY, title: "Certificates and badges", schema: CertificateSettings }],
} as const satisfies AcademyPart;
