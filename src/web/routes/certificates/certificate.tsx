import { Link } from "react-router";
import type { PublicCertificate } from "#modules/academy/contract/certificates.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { toneText } from "#web/ui/tone.ts";
import { timeWords } from "../courses/course-words.ts";
import type { Route } from "./+types/certificate.ts";
import { STANDING } from "./standing-words.ts";

export const headers: Route.HeadersFunction = () => ({ "x-robots-tag": "noindex" });

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Certificate: ${loaderData.courseTitle}` : "Certificate" },
  { name: "robots", content: "noindex" },
];

export const loader = ({ context, params }: Route.LoaderArgs) =>
  context.get(pageContext).call<PublicCertificate>("academy.get_certificate", params);

export default function Certificate({ loaderData: certificate }: Route.ComponentProps) {
  const { standing, replacedBy, language } = certificate;
  const look = STANDING[standing];
  const { instant } = useFormat();
  return (
    <div className="mx-auto max-w-[720px] px-4 py-16 sm:px-8">
      <p className="text-14 text-muted">Certificate {certificate.serial}</p>
      <h1 className={classNames("mt-2 flex items-center gap-3 text-36 font-bold", toneText[look.tone])}>
        <Icon name={look.icon} size={24} />
        {look.word}
      </h1>
      <p className="mt-3 text-18 text-pretty text-muted">
        {look.says.replace("{since}", () => instant(certificate.since))}
        {replacedBy && (
          <>
            {" "}
            <TextLink to={`/certificates/${replacedBy}`}>See the newer one</TextLink>
          </>
        )}
      </p>
      <div className="mt-10 rounded-card border border-line bg-surface p-6 sm:p-10">
        <p className="font-semibold" dir="auto">
          {certificate.issuerName}
        </p>
        <div lang={language}>
          <p className="mt-6 text-14 text-muted" dir="auto">
            {certificate.title}
          </p>
          <Holder certificate={certificate} />
          <p className="mt-2 text-pretty" dir="auto">
            {certificate.statement}
          </p>
          <p className="mt-6 text-18 font-semibold text-pretty" dir="auto">
            {certificate.courseTitle}
          </p>
        </div>
        <p className="mt-1 text-14 text-muted">
          {[countOf(certificate.lessons, "lesson"), timeWords(certificate.minutes)]
            .filter(Boolean)
            .join(", ")}
        </p>
        <Dates certificate={certificate} />
      </div>
      <Further certificate={certificate} />
    </div>
  );
}

const linkClass =
  "inline-flex min-h-11 items-center underline decoration-control/60 underline-offset-3 hover:decoration-current";

function Further({ certificate }: { certificate: PublicCertificate }) {
  return (
    <ul className="mt-8 space-y-1">
      <li>
        <Link to={`/courses/${certificate.courseSlug}`} className={linkClass}>
          See what the course teaches
        </Link>
      </li>
      {certificate.hasBadge && (
        <li>
          <a href={`/badges/credentials/${certificate.serial}`} className={linkClass}>
            Read the Open Badge (JSON)
          </a>
        </li>
      )}
      <li>
        <Link to="/certificates/verify" className={linkClass}>
          Check a badge you were given as a file
        </Link>
      </li>
    </ul>
  );
}

function Holder({ certificate: { holderName, isErased } }: { certificate: PublicCertificate }) {
  if (holderName !== null)
    return (
      <p className="mt-1 text-28 font-bold wrap-anywhere" dir="auto">
        {holderName}
      </p>
    );
  return (
    <p lang="en" className="mt-1 text-pretty text-muted">
      {isErased
        ? "The name was erased at its owner’s request. That the certificate was given remains true."
        : "Its owner does not show their name here. Compare the certificate you were given with what stands below."}
    </p>
  );
}

function Dates({ certificate }: { certificate: PublicCertificate }) {
  const { date, instant } = useFormat();
  const facts = [
    ["Completed", date(certificate.completedOn)],
    ["Issued", instant(certificate.issuedAt)],
    ["Valid until", certificate.validUntil ? instant(certificate.validUntil) : "Does not expire"],
    ["Version of the course", String(certificate.curriculumNumber)],
  ];
  return (
    <dl className="mt-8 grid gap-x-8 gap-y-4 border-t border-line pt-6 sm:grid-cols-2">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-14 text-muted">{label}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
