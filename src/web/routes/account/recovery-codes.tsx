import type { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import type { Route } from "./+types/recovery-codes.ts";
import { CodeList } from "./code-list.tsx";
import { useOwnPath } from "./own-path.ts";
import { OwnPassword } from "./security-forms.ts";

export const handle: RouteHandle = { crumb: "Recovery codes" };

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  let codes: string[] | undefined;
  const answer = await submit(
    args,
    async ({ current }: z.output<typeof OwnPassword>) => {
      codes = await auth.renewRecoveryCodes(current);
    },
    { schema: OwnPassword },
  );
  return codes ? { codes } : answer;
}

export default function RecoveryCodes({ actionData }: Route.ComponentProps) {
  const own = useOwnPath();
  const codes = actionData && "codes" in actionData ? actionData.codes : undefined;
  const state = actionData && !("codes" in actionData) ? actionData : undefined;
  return (
    <>
      <PageHeader
        title="Recovery codes"
        lead={
          codes
            ? "Print them or write them down. They are shown now and never again; the earlier ones no longer work."
            : "Each signs you in once when your phone is not at hand. New ones end the earlier ones."
        }
      />
      <div className="max-w-[560px]">
        {codes ? (
          <>
            <CodeList codes={codes} />
            <p className="mt-5">
              <LinkButton look="primary" to={own("security")}>
                I have kept them
              </LinkButton>
            </p>
          </>
        ) : (
          <Form state={state} className="max-w-[420px]">
            <PasswordInput
              name="current"
              label="Present password"
              autoComplete="current-password"
              autoFocus
            />
            <div className="flex flex-wrap gap-2">
              <Button look="primary">Make new codes</Button>
              <LinkButton to={own("security")}>Cancel</LinkButton>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}
