import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/mail-link.ts";
import { isSent, MailForm, sendMail } from "./mail-form.tsx";
import { MailSent } from "./mail-sent.tsx";

export const meta: Route.MetaFunction = () => [{ title: "E-mail me a link · Cairn" }];

export const loader = ({ request }: Route.LoaderArgs) => ({ sent: isSent(request.url) });

export const action = (args: Route.ActionArgs) =>
  sendMail(args, (email) => args.context.get(pageContext).auth.mailSignInLink(email));

export default function MailLink({ loaderData: { sent }, actionData }: Route.ComponentProps) {
  if (sent) return <MailSent again="/sign-in/mail" what="a link that signs you in" />;
  return (
    <MailForm
      title="E-mail me a link"
      text="It signs you in without a password, once, on this device."
      back="Use a password instead"
      state={actionData}
    />
  );
}
