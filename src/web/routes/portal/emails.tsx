import type { z } from "zod";
import { type EmailAddress, OneEmail } from "#modules/people/contract/emails.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/emails.ts";
import { SettingsTabs } from "./settings-tabs.tsx";

type Address = z.output<typeof EmailAddress>;

const HERE = "/account/emails";

export const handle: RouteHandle = {
  crumb: "E-mail addresses",
  notices: {
    mailed: "We have sent a mail to that address. Open its link to prove that it is yours.",
    removed: "The address is removed.",
    primary: "You sign in with this address from now on.",
  },
};

export const loader = ({ context }: Route.LoaderArgs) =>
  context.get(pageContext).call<{ items: Address[] }>("people.list_my_emails");

const OPERATIONS = {
  add: ["people.add_my_email", "mailed"],
  remove: ["people.remove_my_email", "removed"],
  primary: ["people.make_my_email_primary", "primary"],
} as const;

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent")).split(":")[0];
  const [operation, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.add;
  return submit(args, operation, { schema: OneEmail, onSuccess: () => done(HERE, notice) });
}

export default function Emails({ loaderData: { items }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Settings" lead="The addresses you are known by. You sign in with the first." />
      <SettingsTabs />
      <Refusal state={actionData?.intent === "add" ? undefined : actionData} />
      <Card flush className="max-w-[720px]">
        <ul className="divide-y divide-line">
          {items.map((address) => (
            <AddressRow key={address.email} address={address} />
          ))}
        </ul>
      </Card>
      <Section title="Another address">
        <Form state={actionData} intent="add" className="max-w-[420px] space-y-5">
          <TextInput
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="email"
            inputMode="email"
          />
          <Button look="primary">Send the mail that proves it</Button>
        </Form>
      </Section>
    </>
  );
}

function AddressRow({ address: { email, isPrimary, isVerified } }: { address: Address }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <p className="flex min-w-0 flex-1 flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
        {email}
        {isPrimary && <Badge tone="accent">sign-in</Badge>}
        {!isVerified && <Badge tone="caution">not proved</Badge>}
      </p>
      {!isPrimary && isVerified && (
        <Form intent={`primary:${email}`} className="">
          <input type="hidden" name="email" value={email} />
          <Button size="small">
            Sign in with it<span className="sr-only">: {email}</span>
          </Button>
        </Form>
      )}
      {!isPrimary && (
        <Form intent={`remove:${email}`} className="">
          <input type="hidden" name="email" value={email} />
          <Button size="small" look="quiet">
            Remove<span className="sr-only"> {email}</span>
          </Button>
        </Form>
      )}
    </li>
  );
}
