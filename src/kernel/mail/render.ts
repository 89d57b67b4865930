/** One line of a list in a mail. */
export interface MailListItem {
  text: string;
  detail?: string;
  href?: string;
}

/** What a mail says. All text is plain; it is escaped where it becomes HTML. */
export interface MailContent {
  title: string;
  /** In order: a paragraph, or a list. */
  paragraphs: readonly (string | { items: readonly MailListItem[] })[];
  /** The one thing to do; `href` is an absolute http(s) address. */
  action?: { label: string; href: string };
  /** Why the person gets this, and how to get less of it. */
  footer?: string;
  /** BCP 47 tag of the language it is written in. */
  lang?: string;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function webAddress(href: string): string {
  const url = new URL(href);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Error(`A mail links to http and https only, not ${url.protocol}`);
  return url.href;
}

// No background and no text colour of our own: the mail takes both from the reader's theme, light or dark.
const FONT = "font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1f6f54;color:#ffffff;font-weight:600;text-decoration:none";

function itemHtml({ text, detail, href }: MailListItem): string {
  const label = href ? `<a href="${escape(webAddress(href))}">${escape(text)}</a>` : escape(text);
  const more = detail ? `<br><span style="opacity:.75">${escape(detail)}</span>` : "";
  return `<li style="margin:0 0 8px">${label}${more}</li>`;
}

const blockHtml = (block: MailContent["paragraphs"][number]): string =>
  typeof block === "string"
    ? `<p style="margin:0 0 16px">${escape(block).replaceAll("\n", "<br>")}</p>`
    : `<ul style="margin:0 0 16px;padding:0 0 0 20px">${block.items.map(itemHtml).join("")}</ul>`;

function toHtml({ title, paragraphs, action, footer, lang = "en" }: MailContent): string {
  const button = action
    ? `<p style="margin:24px 0"><a href="${escape(webAddress(action.href))}" style="${BUTTON}">${escape(action.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;opacity:.75;word-break:break-all">${escape(webAddress(action.href))}</p>`
    : "";
  const foot = footer
    ? `<p style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #8886;font-size:13px;opacity:.75">${escape(footer)}</p>`
    : "";
  return `<!doctype html>
<html lang="${escape(lang)}" dir="auto"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>
<body style="margin:0;padding:24px 16px"><div style="max-width:560px;margin:0 auto;${FONT};font-size:16px;line-height:1.5">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25;font-weight:600">${escape(title)}</h1>
${paragraphs.map(blockHtml).join("\n")}
${button}${foot}
</div></body></html>`;
}

const itemText = ({ text, detail, href }: MailListItem): string =>
  [`- ${text}`, detail && `  ${detail}`, href && `  ${webAddress(href)}`].filter(Boolean).join("\n");

function toText({ title, paragraphs, action, footer }: MailContent): string {
  const blocks = paragraphs.map((block) =>
    typeof block === "string" ? block : block.items.map(itemText).join("\n"),
  );
  const link = action && `${action.label}:\n${webAddress(action.href)}`;
  return `${[title, ...blocks, link, footer && `-- \n${footer}`].filter(Boolean).join("\n\n")}\n`;
}

/** Makes the text and the HTML of a mail from the same words, so that neither says less than the other. */
export const renderMail = (content: MailContent): { text: string; html: string } => ({
  text: toText(content),
  html: toHtml(content),
});
