import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import type { Route } from "./+types/open-link.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { goOn } from "./step.ts";

const OpenLink = z.object({ token: z.string().min(1).max(512) });

export const meta: Route.MetaFunction = () => [{ title: "Sign in · Cairn" }];

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ token }: z.infer<typeof OpenLink>) => auth.openSignInLink(token), {
    schema: OpenLink,
    onSuccess: (step) => goOn(step, "/console"),
  });
}

/** Asks for one press: mail programs open links by themselves to look at them, and would use it up. */
export default function OpenLinkPage({ loaderData: { token }, actionData }: Route.ComponentProps) {
  return (
    <>
      <AuthHeading title="Welcome back" text="One press and you are in. The link works once." />
      <Form state={actionData}>
        <input type="hidden" name="token" value={token} />
        <Button look="primary" size="large" wide>
          Sign in
        </Button>
      </Form>
    </>
  );
}
