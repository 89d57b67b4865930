import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/forgot-password.ts";
import { isSent, MailForm, sendMail } from "./mail-form.tsx";
import { MailSent } from "./mail-sent.tsx";

export const meta: Route.MetaFunction = () => [{ title: "Forgot your password · Cairn" }];

export const loader = ({ request }: Route.LoaderArgs) => ({ sent: isSent(request.url) });

export const action = (args: Route.ActionArgs) =>
  sendMail(args, (email) => args.context.get(pageContext).auth.mailResetLink(email));

export default function ForgotPassword({ loaderData: { sent }, actionData }: Route.ComponentProps) {
  if (sent) return <MailSent again="/forgot-password" what="a link to set a new password" />;
  return (
    <MailForm
      title="Set a new password"
      text="We mail you a link. Until you use it, your password stays as it is."
      back="Back to sign in"
      state={actionData}
    />
  );
}
