import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { countOf } from "#web/format/plural.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { useOwnPath } from "./own-path.ts";

interface AuthenticatorProps {
  security: { hasPassword: boolean; hasAuthenticator: boolean; recoveryCodesLeft: number };
  state: FormState | undefined;
}

const FEW = 3;

/** The second step of sign-in: whether there is one, how to add and remove it. */
export function AuthenticatorSection({ security, state }: AuthenticatorProps) {
  const { hasPassword, hasAuthenticator, recoveryCodesLeft } = security;
  const own = useOwnPath();
  if (!hasAuthenticator)
    return (
      <Section
        title="Authenticator app"
        note={
          hasPassword
            ? "An app on your phone shows a code that changes every 30 seconds. With it, a stolen password opens nothing."
            : "Set a password first; the code of an app then comes on top of it."
        }
      >
        {hasPassword && <LinkButton to={own("authenticator")}>Add an app</LinkButton>}
      </Section>
    );
  return (
    <Section
      title="Authenticator app"
      note={
        <>
          <Badge tone="positive">On</Badge> Sign-in asks for a code.{" "}
          {countOf(recoveryCodesLeft, "recovery code")} left
          {recoveryCodesLeft < FEW ? ": make new ones soon." : "."}
        </>
      }
    >
      <div className="space-y-3">
        <LinkButton to={own("recovery-codes")}>Make new recovery codes</LinkButton>
        <Disclosure summary="Remove the app" open={state?.intent === "authenticator"}>
          <Form state={state} intent="authenticator" className="max-w-[420px]">
            <PasswordInput name="current" label="Present password" autoComplete="current-password" />
            <Button look="danger">Remove the app</Button>
          </Form>
        </Disclosure>
      </div>
    </Section>
  );
}
