import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { CertificateFacts } from "#modules/academy/certificates/certificate-row.ts";
import { statusListKey } from "#modules/academy/certificates/badges/status-list.ts";
import { CertificateStatusChanged } from "#modules/academy/events/certificates.ts";

interface Change {
  status: CertificateFacts["status"];
  reason: string;
}

/** Writes down a status a certificate has from now on, and why. */
export async function noteCertificateStatus(
  ctx: AcademyContext,
  certificate: Pick<CertificateFacts, "id" | "account_id">,
  { status, reason }: Change,
): Promise<void> {
  await ctx.tx.execute(
    sql`INSERT INTO academy.certificate_status (certificate_id, account_id, seq, at, status, reason, by_person_id)
        SELECT ${certificate.id}, ${certificate.account_id}, coalesce(max(seq), 0) + 1, ${ctx.now.toString()},
          ${status}, ${reason}, ${actorPersonId(ctx.actor)}
        FROM academy.certificate_status WHERE certificate_id = ${certificate.id}`,
  );
}

/** Changes the status of a certificate that is locked, and with it the published bits of its badge. */
export async function changeCertificateStatus(
  ctx: AcademyContext,
  certificate: CertificateFacts,
  change: Change,
): Promise<void> {
  await ctx.tx.execute(
    sql`UPDATE academy.certificate SET status = ${change.status}, changed_at = ${ctx.now.toString()}
        WHERE id = ${certificate.id}`,
  );
  await noteCertificateStatus(ctx, certificate, change);
  for (const purpose of ["revocation", "suspension"] as const)
    await ctx.cache.invalidate(ctx.tx, statusListKey({ number: certificate.status_list, purpose }));
  await ctx.emit(CertificateStatusChanged, {
    accountId: certificate.account_id,
    certificateId: certificate.id,
    enrollmentId: certificate.enrollment_id,
    courseId: certificate.course_id,
    personId: certificate.person_id,
    status: change.status,
    courseTitle: certificate.course_title,
  });
}
