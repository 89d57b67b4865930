import { type MyCertificate, SetNameShown } from "#modules/academy/contract/certificates.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Icon, type IconName } from "#web/ui/icon.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Standing } from "../certificates/standing.tsx";
import type { Route } from "./+types/mine.ts";

export const handle: RouteHandle = {
  crumb: ({ certificate }: { certificate: MyCertificate }) => certificate.courseTitle,
  notices: {
    name_shown: "Who checks your certificate sees your name.",
    name_hidden: "Who checks your certificate does not see your name.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const certificate = await context
    .get(pageContext)
    .call<MyCertificate>("academy.get_my_certificate", params);
  return { certificate };
}

export function action(args: Route.ActionArgs) {
  const { certificateId } = args.params;
  return submit<{ showsName: boolean }>(args, "academy.set_certificate_name_shown", {
    schema: SetNameShown,
    map: (form) => ({ ...form, certificateId }),
    onSuccess: ({ showsName }) =>
      done(`/learn/certificates/${certificateId}`, showsName ? "name_shown" : "name_hidden"),
  });
}

export default function Mine({ loaderData: { certificate }, actionData }: Route.ComponentProps) {
  const { date } = useFormat();
  return (
    <>
      <PageHeader
        title={certificate.courseTitle}
        lead={`${certificate.title}, completed ${date(certificate.completedOn)}`}
        over={<Standing standing={certificate.standing} />}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <Section title="Download">
          <Card>
            <Downloads certificate={certificate} />
          </Card>
        </Section>
        <Section title="Share">
          <Card>
            <Share certificate={certificate} state={actionData} />
          </Card>
        </Section>
      </div>
    </>
  );
}

function Downloads({ certificate: { pdfHref, badgeHref } }: { certificate: MyCertificate }) {
  if (!pdfHref || !badgeHref)
    return <Notice title="Your certificate is being made">Reload this page in a moment.</Notice>;
  return (
    <ul className="space-y-2">
      <Download href={pdfHref} icon="file-text" title="Certificate" detail="PDF, to print or to send" />
      <Download
        href={`${badgeHref}.png`}
        icon="badge-check"
        title="Open Badge as an image"
        detail="PNG that holds the badge, for wallets and profiles"
      />
      <Download
        href={`${badgeHref}.svg`}
        icon="badge-check"
        title="Open Badge as a drawing"
        detail="SVG that holds the badge"
      />
      <Download href={badgeHref} icon="file" title="Open Badge as data" detail="JSON, Open Badges 3.0" />
    </ul>
  );
}

interface DownloadProps {
  href: string;
  icon: IconName;
  title: string;
  detail: string;
}

const Download = ({ href, icon, title, detail }: DownloadProps) => (
  <li>
    <a
      href={href}
      download
      className="flex min-h-14 items-center gap-3 rounded-control border border-line px-4 py-2 hover:bg-hover"
    >
      <Icon name={icon} size={20} className="text-accent" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-14 text-muted">{detail}</span>
      </span>
      <Icon name="download" className="text-muted" />
    </a>
  </li>
);

function Share({ certificate, state }: { certificate: MyCertificate; state: FormState | undefined }) {
  const { serial, shareUrl, showsName, holderName } = certificate;
  return (
    <>
      <CopyField
        label="Address where anybody can check it"
        value={shareUrl}
        hint={`It is the page of the number ${serial}; search engines are asked not to list it.`}
      />
      <p className="mt-3">
        <TextLink to={`/certificates/${serial}`}>See what others see</TextLink>
      </p>
      <Form state={state} className="mt-6 border-t border-line pt-6">
        <Switch
          name="showsName"
          label="Show my name there"
          hint={`Without it the page says everything but “${holderName}”. The PDF has your name in any case.`}
          defaultChecked={showsName}
        />
        <Button>Save</Button>
      </Form>
    </>
  );
}
