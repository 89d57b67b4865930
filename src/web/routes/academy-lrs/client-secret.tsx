import type { z } from "zod";
import type { LrsClientSecret } from "#modules/academy/contract/lrs.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";

/** What a program needs to reach the store; the secret is the answer to the post itself, no address leads to it again. */
export function ClientSecret({ made }: { made: z.output<typeof LrsClientSecret> }) {
  return (
    <>
      <PageHeader title={<span dir="auto">{made.name}</span>} lead="What the program needs to sign in." />
      <div className="max-w-form space-y-5">
        <Notice tone="caution" title="Copy the secret now">
          It is shown this once. If it is lost, give the program a new one.
        </Notice>
        <CopyField label="Endpoint" value={made.endpoint} />
        <CopyField label="Key" value={made.key} hint="User name of Basic authentication" />
        <CopyField label="Secret" value={made.secret} hint="Password of Basic authentication" />
        <LinkButton look="primary" to="/console/academy/records/clients">
          I have copied it
        </LinkButton>
      </div>
    </>
  );
}
