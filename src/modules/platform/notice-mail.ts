import { type Config, publicUrl } from "#kernel/config.ts";
import { type MailListItem, renderMail } from "#kernel/mail/render.ts";

const PREFERENCES = "/console/notifications/preferences";

/** A notice as mails tell it; `href` is a path of the house. */
export interface NoticeText {
  title: string;
  body: string;
  href: string;
}

const unsubscribe = (config: Config) => ({ "List-Unsubscribe": `<${publicUrl(config)}${PREFERENCES}>` });

const footer = (config: Config): string =>
  `You choose how notices reach you: ${publicUrl(config)}${PREFERENCES}`;

/** One notice as a mail of its own. */
export const noticeMail = (config: Config, { title, body, href }: NoticeText) => ({
  subject: title,
  headers: unsubscribe(config),
  ...renderMail({
    title,
    paragraphs: body ? [body] : [],
    action: { label: "Open in Cairn", href: publicUrl(config) + href },
    footer: footer(config),
  }),
});

const MAX_ITEMS = 50;

const toItem = (config: Config, { title, body, href }: NoticeText): MailListItem => ({
  text: title,
  detail: body || undefined,
  href: publicUrl(config) + href,
});

/** Several notices as one morning mail; past 50 it says how many more wait in the console. */
export function digestMail(config: Config, company: string, notices: readonly NoticeText[]) {
  const title =
    notices.length === 1 ? `1 notice from ${company}` : `${notices.length} notices from ${company}`;
  const more = notices.length - MAX_ITEMS;
  return {
    subject: title,
    headers: unsubscribe(config),
    ...renderMail({
      title,
      paragraphs: [
        { items: notices.slice(0, MAX_ITEMS).map((notice) => toItem(config, notice)) },
        ...(more > 0 ? [`And ${more} more in the console.`] : []),
      ],
      action: { label: "Open your notices", href: `${publicUrl(config)}/console/notifications` },
      footer: footer(config),
    }),
  };
}
