import { publicUrl } from "#kernel/config.ts";
import { findRecipient } from "#kernel/auth/people.ts";
import type { JobContext } from "#kernel/jobs/job.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { getCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { certificateLanguage } from "#modules/academy/rules/certificates/language.ts";
import { showSerial } from "#modules/academy/rules/certificates/serial.ts";
import { CERTIFICATE_WORDS, fillWords } from "#modules/academy/rules/certificates/words.ts";

/** Mails a certificate to its student in the language of the course, once however often it is asked. */
export async function mailCertificate(house: JobContext, certificateId: string): Promise<void> {
  const certificate = await getCertificate(house.db, certificateId);
  const student = await findRecipient(house.db, certificate.person_id);
  if (!student || certificate.pdf_file_id === null || certificate.erased_at !== null) return;
  const attachments = [certificate.pdf_file_id];
  const lang = certificateLanguage(certificate.language);
  const { mail: words } = CERTIFICATE_WORDS[lang];
  const url = publicUrl(house.config);
  const number = showSerial(certificate.serial);
  const values = {
    name: certificate.holder_name,
    course: certificate.course_title,
    number,
    issuer: certificate.issuer_name,
    address: `${url}/certificates/${number}`,
  };
  const say = (text: string) => fillWords(text, values);
  const isFirst = certificate.version === 1;
  await house.db.transaction((tx) =>
    house.mail.queue(tx, {
      ...renderMail({
        lang,
        title: say(words.title),
        paragraphs: [
          say(isFirst ? words.intro : words.corrected),
          say(words.attached),
          say(words.badge),
          say(words.share),
        ],
        action: { label: say(words.action), href: `${url}/learn/certificates/${certificate.id}` },
        footer: say(words.footer),
      }),
      to: student.email,
      toName: student.name,
      personId: student.personId,
      subject: say(isFirst ? words.subject : words.subjectCorrected),
      kind: "academy.certificate",
      idempotencyKey: `academy.certificate:${certificate.id}`,
      attachments,
    }),
  );
}
