import type { SignInStep } from "#kernel/auth/door.ts";
import { LINK_OVER, linkUrl, makeLink } from "#kernel/auth/links.ts";
import { resetLinkMail, signInLinkMail } from "#kernel/auth/mails.ts";
import { findPersonByEmail, normalEmail } from "#kernel/auth/people.ts";
import { finishStep } from "#kernel/auth/sign-in.ts";
import type { Visit } from "#kernel/auth/visit.ts";
import type { AuthenticationHouse } from "#kernel/auth/authentication.ts";
import { publicUrl } from "#kernel/config.ts";

const countMail = (visit: Visit, email: string) =>
  visit.attempts.begin([
    { kind: "mail_account", of: email },
    { kind: "mail_address", of: visit.address },
  ]);

/** Asks for a sign-in link. Who the address belongs to is looked up after the answer. */
export async function requestSignInLink(visit: Visit, given: string): Promise<void> {
  const email = normalEmail(given);
  await countMail(visit, email);
  const headers = new Headers(visit.request.headers);
  visit.later(async () => {
    if (!(await findPersonByEmail(visit.house.database.db, email))) return;
    await visit.machinery.api.signInMagicLink({ body: { email }, headers });
  });
}

/** Puts a sign-in link into the outbox; called by better-auth with the secret it made. */
export const mailSignInLink =
  (house: AuthenticationHouse) =>
  async ({ email, token }: { email: string; token: string }): Promise<void> => {
    const { name: company } = await house.services.company();
    await house.database.db.transaction(async (tx) => {
      const to = await findPersonByEmail(tx, email);
      if (!to) return;
      const url = `${publicUrl(house.config)}/sign-in/link?token=${token}`;
      await house.services.mail.queue(tx, signInLinkMail({ to, url, company }));
    });
  };

/**
 * Signs in by an e-mailed link. The link leads to a page with a button that posts here: a mail scanner that opens
 * every link does not use it up.
 */
export async function openSignInLink(visit: Visit, token: string): Promise<SignInStep> {
  const answer = await visit.machinery.api.magicLinkVerify({
    query: { token },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (answer.status >= 500) throw new Error(`The sign-in link answered ${answer.status}`);
  // better-auth redirects with the reason; to the visitor every reason is the same.
  if (!answer.ok) throw LINK_OVER();
  return finishStep(visit, answer);
}

/** Asks for a link that sets a new password. */
export async function requestResetLink(visit: Visit, given: string): Promise<void> {
  const email = normalEmail(given);
  await countMail(visit, email);
  const { house } = visit;
  visit.later(async () => {
    const { name: company } = await house.services.company();
    await house.database.db.transaction(async (tx) => {
      const to = await findPersonByEmail(tx, email);
      if (!to) return;
      const made = await makeLink(tx, {
        kind: "password_reset",
        personId: to.personId,
        createdBy: null,
        now: house.clock.now(),
      });
      const url = linkUrl(house.config, "password_reset", made.token);
      await house.services.mail.queue(tx, resetLinkMail({ to, url, company }));
    });
  });
}
