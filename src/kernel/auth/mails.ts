import { type Config, publicUrl } from "#kernel/config.ts";
import type { Mail } from "#kernel/mail/message.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";

/** Whom a mail goes to. */
export interface Recipient {
  personId: string;
  name: string;
  email: string;
}

interface LinkMail {
  to: Recipient;
  url: string;
  company: string;
}

const addressed = ({ personId, name, email }: Recipient) => ({
  to: email,
  toName: name || undefined,
  personId,
});

// The link's hash names the mail: the same link is never mailed twice, and the key opens nothing.
const keyOf = (kind: string, url: string) => `${kind}:${sha256Hex(url)}`;

/** The mail with a link that signs in. */
export function signInLinkMail({ to, url, company }: LinkMail): Mail {
  const words = renderMail({
    title: `Sign in to ${company}`,
    paragraphs: ["Open this link to sign in. It works once, for 15 minutes."],
    action: { label: "Sign in", href: url },
    footer: "If you did not ask for this, you can leave it unopened: nobody is signed in without it.",
  });
  return {
    ...addressed(to),
    ...words,
    subject: `Sign in to ${company}`,
    kind: "sign_in_link",
    idempotencyKey: keyOf("sign_in_link", url),
  };
}

/** The mail with a link that sets a new password. */
export function resetLinkMail({ to, url, company }: LinkMail): Mail {
  const words = renderMail({
    title: "Set a new password",
    paragraphs: [
      `Open this link to set a new password for ${company}. It works once, for 24 hours. Setting it ends all your sessions.`,
    ],
    action: { label: "Set a new password", href: url },
    footer: "If you did not ask for this, you can leave it unopened: your password stays as it is.",
  });
  return {
    ...addressed(to),
    ...words,
    subject: `Set a new password for ${company}`,
    kind: "password_reset",
    idempotencyKey: keyOf("password_reset", url),
  };
}

/** What happened to a person's keys, as the mail that tells them says it. */
const NOTICES = {
  password_set: "Your password was set anew. Other browsers were signed out.",
  authenticator_added: "An authenticator app now guards your sign-in.",
  authenticator_removed: "Your sign-in no longer asks for a code of an authenticator app.",
  recovery_codes_renewed: "New recovery codes were made for you. The earlier ones no longer work.",
  recovery_code_used: "A recovery code was used to sign in. It does not work again.",
  passkey_added: "A passkey was added to your sign-in.",
  passkey_removed: "A passkey was removed from your sign-in.",
} as const;

export type SecurityNotice = keyof typeof NOTICES;

/** Tells a person that their keys changed, so that they notice when it was not they. */
export function securityMail(
  notice: SecurityNotice,
  { to, company, config }: { to: Recipient; company: string; config: Config },
): Mail {
  const words = renderMail({
    title: NOTICES[notice],
    paragraphs: [
      "If this was you, there is nothing to do.",
      "If not, set a new password now and end all other sessions.",
    ],
    action: {
      label: "Look at your security settings",
      href: `${publicUrl(config)}/console/profile/security`,
    },
    footer: `You get this because your sign-in to ${company} changed.`,
  });
  return {
    ...addressed(to),
    ...words,
    subject: `Your sign-in to ${company} changed`,
    kind: "security_notice",
    idempotencyKey: `security_notice:${newId()}`,
  };
}
