import { redirect } from "react-router";
import type { z } from "zod";
import type { NewAuthenticator } from "#kernel/auth/door.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { withCookies } from "../auth/step.ts";
import type { Route } from "./+types/authenticator.ts";
import { CodeList } from "./code-list.tsx";
import { ownPathOf, useOwnPath } from "./own-path.ts";
import { Code, OwnPassword } from "./security-forms.ts";

export const handle: RouteHandle = { crumb: "Authenticator app" };

/** First the password, which gives the secret; then a code, which proves the app. */
export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  if ((await args.request.clone().formData()).get("intent") === "confirm")
    return submit(args, ({ code }: z.output<typeof Code>) => auth.confirmAuthenticator(code), {
      schema: Code,
      onSuccess: (cookies) =>
        redirect(`${ownPathOf(args.request, "security")}?notice=authenticator_added`, {
          headers: withCookies(cookies),
        }),
    });
  let made: NewAuthenticator | undefined;
  const answer = await submit(
    args,
    async ({ current }: z.output<typeof OwnPassword>) => {
      made = await auth.startAuthenticator(current);
    },
    { schema: OwnPassword },
  );
  return made ? { made } : answer;
}

export default function Authenticator({ actionData }: Route.ComponentProps) {
  const made = actionData && "made" in actionData ? actionData.made : undefined;
  const state = actionData && !("made" in actionData) ? actionData : undefined;
  return (
    <>
      <PageHeader
        title="Add an authenticator app"
        lead="Any app that shows six-digit codes will do, such as the one your password manager has."
      />
      <div className="max-w-[560px]">
        {made ? (
          <Pairing made={made} />
        ) : state?.intent === "confirm" ? (
          <Retry state={state} />
        ) : (
          <Begin state={state} />
        )}
      </div>
    </>
  );
}

function Begin({ state }: { state: FormState | undefined }) {
  const own = useOwnPath();
  return (
    <Form state={state} intent="start" className="max-w-[420px]">
      <PasswordInput name="current" label="Present password" autoComplete="current-password" autoFocus />
      <div className="flex flex-wrap gap-2">
        <Button look="primary">Go on</Button>
        <LinkButton to={own("security")}>Cancel</LinkButton>
      </div>
    </Form>
  );
}

function Pairing({ made }: { made: NewAuthenticator }) {
  return (
    <>
      <Section title="1. Scan this with the app">
        <img
          src={made.qr}
          width={208}
          height={208}
          alt="QR code with the secret below"
          className="mb-4 rounded-card border border-line bg-white p-2"
        />
        <CopyField label="Or type this secret" value={made.secret} />
      </Section>
      <Section
        title="2. Keep these recovery codes"
        note="Each signs you in once when your phone is not at hand. They are shown now and never again."
      >
        <CodeList codes={made.recoveryCodes} />
      </Section>
      <Section title="3. Enter the code the app shows">
        <Confirm state={null} />
      </Section>
    </>
  );
}

function Retry({ state }: { state: FormState }) {
  const own = useOwnPath();
  return (
    <Section
      title="Enter the code the app shows"
      note="The secret and the recovery codes you were shown are still the right ones."
    >
      <Confirm state={state} />
      <p className="mt-4">
        <LinkButton to={own("authenticator")}>Start again with a new secret</LinkButton>
      </p>
    </Section>
  );
}

function Confirm({ state }: { state: FormState | null }) {
  return (
    <Form state={state} intent="confirm" className="max-w-[420px]">
      <TextInput
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="font-mono tracking-[0.2em]"
      />
      <Button look="primary">Switch it on</Button>
    </Form>
  );
}
