import { z } from "zod";
import type { MailDetail } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/mail.ts";
import { mailStates } from "./mail-states.ts";
import { TextWithLinks } from "./text-with-links.tsx";

type Mail = z.output<typeof MailDetail>;

export const handle: RouteHandle = {
  crumb: ({ mail }: { mail: Mail }) => mail.subject,
  notices: { queued: "The mail is on its way." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return { mail: await context.get(pageContext).call<Mail>("platform.get_mail", params) };
}

export async function action(args: Route.ActionArgs) {
  const { mailId } = args.params;
  return submit(args, "platform.resend_mail", {
    schema: z.object({ mailId: z.uuid() }),
    map: () => ({ mailId }),
    onSuccess: () => done(`/console/outbox/${mailId}`, "queued"),
  });
}

export default function MailPage({ loaderData: { mail }, actionData }: Route.ComponentProps) {
  const { word, tone } = mailStates[mail.status];
  const waits = ["held", "failed", "unknown"].includes(mail.status);
  return (
    <>
      <PageHeader
        over={<TextLink to="/console/outbox">Outbox</TextLink>}
        title={<span dir="auto">{mail.subject}</span>}
      />
      <div className="max-w-[760px] space-y-6">
        {mail.status === "unknown" && (
          <Notice tone="caution" title="Nobody knows whether this mail arrived">
            Sending broke off after the mail server had begun to take it. Sent again, it may arrive twice.
          </Notice>
        )}
        <Card>
          <KeyValue
            pairs={[
              { label: "To", value: mail.toName ? `${mail.toName} (${mail.to})` : mail.to },
              { label: "State", value: <Badge tone={tone}>{word}</Badge> },
              { label: "Written", value: <Moment at={mail.createdAt} /> },
              { label: "Sent", value: mail.sentAt && <Moment at={mail.sentAt} /> },
              { label: "Tries", value: countOf(mail.attempts, "try", "tries") },
              ...(mail.error ? [{ label: "Last answer", value: mail.error }] : []),
            ]}
          />
        </Card>
        <Section title="Text">
          <Card>
            <TextWithLinks text={mail.text} />
          </Card>
        </Section>
        {mail.attachments.length > 0 && (
          <Section title="Attachments">
            <Attachments files={mail.attachments} />
          </Section>
        )}
        {waits && !mail.canSend && (
          <p className="text-muted">
            Nothing can be sent from here: no mail server is set, or this is a sandbox. Set CAIRN_SMTP_URL to
            send.
          </p>
        )}
        {waits && mail.canSend && (
          <Form state={actionData}>
            <Button icon="send">{mail.status === "held" ? "Send it now" : "Send it again"}</Button>
          </Form>
        )}
      </div>
    </>
  );
}

function Attachments({ files }: { files: Mail["attachments"] }) {
  const { number } = useFormat();
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {files.map(({ fileId, name, bytes }) => (
          <li key={fileId} className="flex min-h-11 flex-wrap items-center gap-x-3 px-4">
            <Icon name="paperclip" size={16} className="text-muted" />
            {bytes === null ? (
              <span className="text-muted">A file that was removed since</span>
            ) : (
              <>
                <TextLink
                  reloadDocument
                  to={`/files/${fileId}`}
                  className="min-w-0 py-2.5 [overflow-wrap:anywhere]"
                  dir="auto"
                >
                  {name}
                </TextLink>
                <span className="ms-auto text-muted tabular-nums">{number(bytes, "bytes")}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
