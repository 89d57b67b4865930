import { certificateLanguage } from "./language.ts";
import { showSerial } from "./serial.ts";
import { CERTIFICATE_WORDS, fillWords } from "./words.ts";

/** What a certificate says, as it is kept. */
export interface CertificateSays {
  serial: string;
  holderName: string;
  courseTitle: string;
  title: string;
  statement: string;
  language: string;
  curriculumNumber: number;
  lessons: number;
  minutes: number;
  outcomes: readonly string[];
  issuerName: string;
  signatory: { name: string; role: string } | null;
  completedOn: string;
  issuedOn: string;
  validUntilOn: string | null;
}

const hoursOf = (minutes: number): number => Math.max(1, Math.round(minutes / 60));

const writeDay = (day: string, language: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(language === "en" ? "en-GB" : language, { dateStyle: "long" });

/** How much work it was; nothing where the course says no minutes. */
const scopeOf = (says: CertificateSays, words: string): string =>
  says.minutes === 0
    ? ""
    : fillWords(words, { lessons: String(says.lessons), hours: String(hoursOf(says.minutes)) });

// More would leave no room for the name.
const MOST_OUTCOMES = 5;

/** A certificate as the template shows it: text alone, in the language of the course. */
export function presentCertificate(says: CertificateSays, made: { colour: string; checkUrl: string }) {
  const lang = certificateLanguage(says.language);
  const words = CERTIFICATE_WORDS[lang];
  const day = (on: string) => writeDay(on, lang);
  const number = showSerial(says.serial);
  return {
    lang,
    colour: made.colour,
    brand: says.issuerName,
    documentTitle: `${says.title}: ${says.courseTitle}`,
    title: says.title,
    awardedTo: words.awardedTo,
    name: says.holderName,
    statement: says.statement,
    courseTitle: says.courseTitle,
    scope: scopeOf(says, words.lessons),
    outcomes: says.outcomes.slice(0, MOST_OUTCOMES),
    facts: [
      { label: words.completedOn, value: day(says.completedOn) },
      { label: words.issuedOn, value: day(says.issuedOn) },
      ...(says.validUntilOn ? [{ label: words.validUntil, value: day(says.validUntilOn) }] : []),
      { label: words.number, value: number },
    ],
    version: fillWords(words.version, { version: String(says.curriculumNumber) }),
    signatory: says.signatory,
    check: words.check,
    checkUrl: made.checkUrl,
    checkLabel: made.checkUrl.replace(/^https?:\/\//, ""),
    qrAlt: words.qr,
  };
}
