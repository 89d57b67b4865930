import type { ComponentProps, ReactNode } from "react";
import { redirect } from "react-router";
import type { AuthDoor } from "#kernel/auth/door.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { AuthHeading } from "./auth-heading.tsx";
import { stepPath, wayBack } from "./step.ts";

/** Where to go afterwards, for a page of the second step. Without a first one, people begin there. */
export function nextStep(auth: AuthDoor, url: string): { next: string } {
  const next = wayBack(url);
  if (!auth.awaitsSecondStep()) throw redirect(stepPath("/sign-in", next));
  return { next };
}

interface SecondStepProps {
  title: string;
  text: string;
  /** The control for what is asked; its name is `code`. */
  field: Omit<ComponentProps<typeof TextInput>, "name">;
  /** Another way to take the step. */
  children: ReactNode;
  state: FormState | undefined;
}

/** Asks for the second proof after a password. */
export function SecondStep({ title, text, field, children, state }: SecondStepProps) {
  return (
    <>
      <AuthHeading title={title} text={text} />
      <Form state={state}>
        <TextInput {...field} name="code" autoFocus />
        <Button look="primary" size="large" wide>
          Sign in
        </Button>
      </Form>
      <p className="mt-5 text-muted">{children}</p>
    </>
  );
}
