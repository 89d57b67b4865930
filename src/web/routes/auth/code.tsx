import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { submit } from "#web/forms/submit.ts";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/code.ts";
import { nextStep, SecondStep } from "./second-step.tsx";
import { goOn, stepPath, wayBack } from "./step.ts";

const Code = z.object({
  code: z.string().regex(/^\s*(\d\s*){6}$/u, "Enter the six digits your app shows now"),
});

export const meta: Route.MetaFunction = () => [{ title: "Enter your code · Cairn" }];

export const loader = ({ context, request }: Route.LoaderArgs) =>
  nextStep(context.get(pageContext).auth, request.url);

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ code }: z.infer<typeof Code>) => auth.enterCode(code), {
    schema: Code,
    onSuccess: (step) => goOn(step, wayBack(args.request.url)),
  });
}

export default function CodePage({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <SecondStep
      title="Enter your code"
      text="Your authenticator app shows six digits for this account."
      state={actionData}
      field={{
        label: "Code",
        inputMode: "numeric",
        autoComplete: "one-time-code",
        maxLength: 12,
        className: "font-mono tracking-[0.2em]",
      }}
    >
      No app at hand?{" "}
      <TextLink to={stepPath("/sign-in/recovery-code", next)} className="touch:inline-block touch:py-3">
        Use a recovery code
      </TextLink>
    </SecondStep>
  );
}
