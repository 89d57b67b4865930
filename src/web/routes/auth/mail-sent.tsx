import { LinkButton } from "#web/ui/button.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { AuthHeading } from "./auth-heading.tsx";

/** Says the same whether the address is known or not, so that nobody learns who has an account. */
export function MailSent({ what, again }: { what: string; again: string }) {
  return (
    <>
      <AuthHeading
        title="Look at your mail"
        text={`If the address belongs to an account, ${what} is on its way. It takes a minute at most.`}
      />
      <LinkButton to="/sign-in" size="large" wide>
        Back to sign in
      </LinkButton>
      <p className="mt-5 text-muted">
        Nothing came? Look in the spam folder, or{" "}
        <TextLink to={again} className="touch:inline-block touch:py-3">
          send it again
        </TextLink>
        .
      </p>
    </>
  );
}
