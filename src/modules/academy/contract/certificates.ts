import { z } from "zod";

const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();
const page = { cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(200).default(50) };
const Reason = z.string().trim().min(1, "must be filled in").max(500);

/** As kept. A certificate that is out of date is `expired` wherever it is shown. */
export const CertificateStatus = z.enum(["valid", "suspended", "revoked", "superseded"]);
export const CertificateStanding = z.enum(["valid", "expired", "suspended", "revoked", "superseded"]);
export type CertificateStanding = z.output<typeof CertificateStanding>;

/** How certificates are made; the group of settings `academy.certificates`. */
export const CertificateSettings = z.object({
  validMonths: z
    .number()
    .int()
    .min(1)
    .max(240)
    .nullable()
    .default(null)
    .describe("Months until a new certificate expires; empty: never"),
  identifier: z
    .enum(["hashed", "plain"])
    .default("hashed")
    .describe("How a badge names its owner's e-mail address: as a salted hash, or as it is"),
  signatoryName: z.string().trim().max(120).default("").describe("Who stands for the certificate"),
  signatoryRole: z.string().trim().max(120).default("").describe("As what, such as Head of the academy"),
});
export type CertificateSettings = z.output<typeof CertificateSettings>;

/** What a certificate says. `serial` as people read it; `completedOn` a day of the student's zone. */
const facts = {
  serial: z.string(),
  version: z.number().int(),
  standing: CertificateStanding,
  /** Since when it stands so. */
  since: Instant,
  title: z.string(),
  statement: z.string(),
  courseTitle: z.string(),
  courseSlug: z.string(),
  language: z.string(),
  curriculumNumber: z.number().int(),
  lessons: z.number().int(),
  minutes: z.number().int(),
  issuerName: z.string(),
  completedOn: Day,
  issuedAt: Instant,
  validUntil: Instant.nullable(),
};

export const CertificateSerial = z.object({
  serial: z.string().max(80).describe("The number on the certificate, with or without hyphens"),
});

/** What anybody who has the number sees. `holderName` is null where the student hides it or asked to be erased. */
export const PublicCertificate = z.object({
  ...facts,
  holderName: z.string().nullable(),
  isErased: z.boolean(),
  /** The number of the certificate that took the place of this one. */
  replacedBy: z.string().nullable(),
  hasBadge: z.boolean(),
});
export type PublicCertificate = z.output<typeof PublicCertificate>;

/** One of the signed-in student's own. `pdfHref` and `badgeHref` are null until the files are made. */
export const MyCertificate = z.object({
  certificateId: z.uuid(),
  ...facts,
  holderName: z.string(),
  showsName: z.boolean(),
  pdfHref: z.string().nullable(),
  badgeHref: z.string().nullable(),
  shareUrl: z.string(),
});
export type MyCertificate = z.output<typeof MyCertificate>;
export const MyCertificates = z.object({ items: z.array(MyCertificate) });
export const CertificateRef = z.object({ certificateId: z.uuid() });

export const SetNameShown = CertificateRef.extend({
  showsName: z.boolean().describe("Whether strangers who have the number see your name"),
});
export const NameShown = z.object({ certificateId: z.uuid(), showsName: z.boolean() });

export const ListCertificates = z.object({
  text: z.string().trim().max(120).default("").describe("A part of the name, the course or the number"),
  courseId: z.uuid().optional(),
  status: CertificateStatus.optional(),
  ...page,
});
export const CertificateRow = z.object({
  certificateId: z.uuid(),
  enrollmentId: z.uuid(),
  ...facts,
  holderName: z.string(),
  email: z.string().nullable(),
});
export type CertificateRow = z.output<typeof CertificateRow>;
export const CertificatePage = z.object({
  items: z.array(CertificateRow),
  nextCursor: z.string().nullable(),
});

/** Everything the house knows of a certificate. */
export const CertificateRecord = CertificateRow.extend({
  accountId: z.uuid(),
  personId: z.uuid(),
  showsName: z.boolean(),
  pdfHref: z.string().nullable(),
  badgeHref: z.string().nullable(),
  publicHref: z.string(),
  history: z.array(
    z.object({
      at: Instant,
      status: CertificateStatus,
      reason: z.string(),
      by: z.string().nullable(),
    }),
  ),
  versions: z.array(z.object({ certificateId: z.uuid(), version: z.number().int(), serial: z.string() })),
});
export type CertificateRecord = z.output<typeof CertificateRecord>;

export const IssueCertificate = z.object({ enrollmentId: z.uuid() });
export const IssuedCertificate = z.object({ certificateId: z.uuid(), isNew: z.boolean() });
export const RevokeCertificate = CertificateRef.extend({ reason: Reason });
export const SuspendCertificate = CertificateRef.extend({ reason: Reason });
export const ReinstateCertificate = CertificateRef.extend({ reason: Reason });
export const ChangedCertificate = z.object({ certificateId: z.uuid(), status: CertificateStatus });

export const ReissueCertificate = CertificateRef.extend({
  holderName: z.string().trim().min(1, "must be filled in").max(120).describe("The name it shall carry"),
  reason: Reason,
});
export const ReissuedCertificate = z.object({ certificateId: z.uuid(), version: z.number().int() });
