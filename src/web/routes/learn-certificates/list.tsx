import type { z } from "zod";
import { Link } from "react-router";
import type { MyCertificate, MyCertificates } from "#modules/academy/contract/certificates.ts";
import { pageContext } from "#web/context.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import { Standing } from "../certificates/standing.tsx";
import type { Route } from "./+types/list.ts";

export const handle: RouteHandle = { crumb: "Certificates" };

export const loader = ({ context }: Route.LoaderArgs) =>
  context.get(pageContext).call<z.output<typeof MyCertificates>>("academy.list_my_certificates");

export default function MyCertificatesPage({ loaderData: { items } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Your certificates" />
      {items.length === 0 ? (
        <EmptyState
          icon="badge-check"
          title="No certificate yet"
          text="Complete every lesson of a course, and its certificate is here at once."
          action={<LinkButton to="/learn">Go on learning</LinkButton>}
        />
      ) : (
        <ul className="grid gap-6 md:grid-cols-2">
          {items.map((certificate) => (
            <li key={certificate.certificateId}>
              <CertificateCard certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function CertificateCard({ certificate }: { certificate: MyCertificate }) {
  return (
    <Card className="h-full">
      <Standing standing={certificate.standing} />
      <h2 className="mt-3 text-18 font-bold text-pretty">
        <Link
          to={`/learn/certificates/${certificate.certificateId}`}
          className="inline-flex min-h-11 items-center hover:underline"
          dir="auto"
        >
          {certificate.courseTitle}
        </Link>
      </h2>
      <p className="text-14 text-muted">
        Completed <Day on={certificate.completedOn} />
      </p>
      <p className="mt-1 font-mono text-14 text-muted">{certificate.serial}</p>
    </Card>
  );
}
