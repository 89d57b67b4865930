import { type Config, publicUrl } from "#kernel/config.ts";
import type { CertificateFacts } from "#modules/academy/certificates/certificate-row.ts";
import { badgeHref, pdfHref, presentFacts } from "#modules/academy/certificates/present-facts.ts";
import type { MyCertificate } from "#modules/academy/contract/certificates.ts";

/** A certificate as its student sees it. */
export function presentMine(
  row: CertificateFacts,
  { now, config }: { now: Temporal.Instant; config: Config },
): MyCertificate {
  const facts = presentFacts(row, now);
  return {
    certificateId: row.id,
    ...facts,
    holderName: row.holder_name,
    showsName: row.shows_name,
    pdfHref: pdfHref(row),
    badgeHref: badgeHref(row),
    shareUrl: `${publicUrl(config)}/certificates/${facts.serial}`,
  };
}
