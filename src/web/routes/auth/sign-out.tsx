import { redirect } from "react-router";
import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import type { Route } from "./+types/sign-out.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { withCookies } from "./step.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign out · Cairn" }];

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, () => auth.signOut(), {
    schema: z.object({}),
    onSuccess: (cookies) => {
      const headers = withCookies(cookies);
      // Lessons kept for reading offline, and what waits to be reported, are this person's alone.
      headers.set("clear-site-data", '"storage"');
      return redirect("/sign-in?notice=signed_out", { headers });
    },
  });
}

/** Where the profile's link leads without scripts; the menu posts at once. */
export default function SignOutPage({ actionData }: Route.ComponentProps) {
  return (
    <>
      <AuthHeading title="Sign out?" text="What you have not saved is lost." />
      <Form state={actionData}>
        <Button look="primary" size="large" wide>
          Sign out
        </Button>
      </Form>
    </>
  );
}
