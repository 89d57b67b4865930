import { PASSWORD_MIN } from "#kernel/browser/password-rules.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { Section } from "#web/ui/section.tsx";

/** Changing one's password, or setting the first one. */
export function PasswordSection({
  hasPassword,
  state,
}: {
  hasPassword: boolean;
  state: FormState | undefined;
}) {
  return (
    <Section
      title="Password"
      note={
        hasPassword
          ? "A new one signs you out everywhere else."
          : "You sign in without one. Setting one is possible within 15 minutes of signing in."
      }
    >
      <Disclosure
        summary={hasPassword ? "Change your password" : "Set a password"}
        open={state?.intent === "password"}
      >
        <Form state={state} intent="password" className="max-w-[420px]">
          {hasPassword && (
            <PasswordInput name="current" label="Present password" autoComplete="current-password" />
          )}
          <PasswordInput
            name="password"
            label="New password"
            hint={`At least ${PASSWORD_MIN} characters. A few unrelated words are easy to keep and hard to guess.`}
            autoComplete="new-password"
            minLength={PASSWORD_MIN}
          />
          <Button look="primary">{hasPassword ? "Change the password" : "Set the password"}</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}
