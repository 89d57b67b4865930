import {
  type CertificateRecord,
  ReinstateCertificate,
  ReissueCertificate,
  RevokeCertificate,
  SuspendCertificate,
} from "#modules/academy/contract/certificates.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import { Standing } from "../certificates/standing.tsx";
import type { Route } from "./+types/record.ts";
import { RecordActions } from "./record-actions.tsx";

export const handle: RouteHandle = {
  crumb: ({ record }: { record: CertificateRecord }) => record.holderName || record.serial,
  notices: {
    suspended: "The certificate does not count for now; its page and its badge say so.",
    reinstated: "The certificate counts again.",
    revoked: "The certificate is revoked; its page and its badge say so.",
    reissued: "A corrected certificate is on its way to the student.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return {
    record: await context.get(pageContext).call<CertificateRecord>("academy.get_certificate_record", params),
  };
}

const OPERATIONS = {
  suspend: ["academy.suspend_certificate", SuspendCertificate, "suspended"],
  reinstate: ["academy.reinstate_certificate", ReinstateCertificate, "reinstated"],
  revoke: ["academy.revoke_certificate", RevokeCertificate, "revoked"],
  reissue: ["academy.reissue_certificate", ReissueCertificate, "reissued"],
} as const;

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.suspend;
  return submit<{ certificateId: string }>(args, operation, {
    schema,
    map: (form) => ({ ...form, certificateId: args.params.certificateId }),
    onSuccess: ({ certificateId }) => done(`/console/academy/certificates/${certificateId}`, notice),
  });
}

const pairsOf = (record: CertificateRecord) => [
  {
    label: "Student",
    value: (
      <NameLink to={`/console/customers/${record.accountId}`}>
        <span dir="auto">{record.holderName || "Erased"}</span>
      </NameLink>
    ),
  },
  { label: "E-mail", value: record.email },
  { label: "Course", value: <span dir="auto">{record.courseTitle}</span> },
  { label: "Version of the course", value: String(record.curriculumNumber) },
  { label: "Number", value: <span className="font-mono">{record.serial}</span> },
  { label: "Completed", value: <Day on={record.completedOn} /> },
  { label: "Issued", value: <Moment at={record.issuedAt} /> },
  { label: "Valid until", value: record.validUntil ? <Moment at={record.validUntil} /> : "Does not expire" },
  { label: "Name shown to strangers", value: record.showsName ? "Yes" : "No" },
];

export default function CertificatePage({ loaderData: { record }, actionData }: Route.ComponentProps) {
  const mayDecide = usePermission("academy:admin");
  return (
    <>
      <PageHeader
        title={record.title}
        over={<Standing standing={record.standing} />}
        actions={
          <>
            <LinkButton to={record.publicHref}>See what others see</LinkButton>
            {record.pdfHref && (
              <LinkButton to={record.pdfHref} reloadDocument>
                Download the PDF
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="space-y-8">
          <Section title="What it says">
            <Card>
              <KeyValue pairs={pairsOf(record)} />
            </Card>
          </Section>
          {record.versions.length > 1 && <Versions record={record} />}
        </div>
        <div className="space-y-8">
          {mayDecide && record.standing !== "superseded" && (
            <RecordActions record={record} state={actionData} />
          )}
          <History record={record} />
        </div>
      </div>
    </>
  );
}

const Versions = ({ record }: { record: CertificateRecord }) => (
  <Section title="Versions">
    <Card>
      <ul className="space-y-2">
        {record.versions.map(({ certificateId, version, serial }) => (
          <li key={certificateId}>
            {certificateId === record.certificateId ? (
              `Version ${version}, this one`
            ) : (
              <TextLink to={`/console/academy/certificates/${certificateId}`}>Version {version}</TextLink>
            )}{" "}
            <span className="font-mono text-muted">{serial}</span>
          </li>
        ))}
      </ul>
    </Card>
  </Section>
);

const WORDS = { valid: "Valid", suspended: "Suspended", revoked: "Revoked", superseded: "Replaced" };

const History = ({ record }: { record: CertificateRecord }) => (
  <Section title="History">
    <Card>
      <ol className="space-y-4">
        {record.history.map(({ at, status, reason, by }) => (
          <li key={`${at} ${status}`}>
            <p className="font-medium">{WORDS[status]}</p>
            <p className="text-pretty" dir="auto">
              {reason}
            </p>
            <p className="text-13 text-muted">
              <Moment at={at} />
              {by && (
                <>
                  {" "}
                  by <span dir="auto">{by}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  </Section>
);
