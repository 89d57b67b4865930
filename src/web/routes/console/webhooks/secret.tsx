import { LinkButton } from "#web/ui/button.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";

/** The one time a signing secret is shown. */
export function WebhookSecret({
  endpointId,
  secret,
  lead,
}: {
  endpointId: string;
  secret: string;
  lead: string;
}) {
  return (
    <>
      <PageHeader title="Signing secret" lead={lead} />
      <div className="max-w-[640px] space-y-5">
        <Notice tone="caution" title="Copy it now">
          It is shown this once. If it is lost, renew it.
        </Notice>
        <CopyField
          label="Secret"
          value={secret}
          hint="The receiver checks the header webhook-signature with it, as Standard Webhooks says."
        />
        <LinkButton look="primary" to={`/console/webhooks/${endpointId}`}>
          I have copied it
        </LinkButton>
      </div>
    </>
  );
}
