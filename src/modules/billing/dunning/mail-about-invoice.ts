import { publicUrl } from "#kernel/config.ts";
import { formatMoney } from "#kernel/money.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { findAccount } from "#modules/people/index.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { type InvoiceRow, openAmount } from "#modules/billing/invoices/load-invoice.ts";
import { chooseWords, dayWords } from "#modules/billing/rules/dunning/words/choose-words.ts";
import type { DunningWords, MailWords } from "#modules/billing/rules/dunning/words/types.ts";
import { readSeller, type SellerSettings } from "#modules/billing/tax/seller.ts";

/** What every mail about an invoice says of it, in the reader's language. */
export interface InvoiceWords {
  words: DunningWords;
  lang: string;
  number: string;
  amount: string;
  dueOn: string;
  company: string;
}

function transferParts(invoice: InvoiceRow, words: DunningWords, seller: SellerSettings) {
  if (!seller.iban || !invoice.payment_reference) return [];
  const items = [
    { text: `${words.recipient}: ${seller.legalName}` },
    { text: `${words.iban}: ${seller.iban.replace(/(.{4})(?=.)/g, "$1 ")}` },
    ...(seller.bic ? [{ text: `${words.bic}: ${seller.bic}` }] : []),
    { text: `${words.reference}: ${invoice.payment_reference}` },
  ];
  return [words.transfer, { items }];
}

/**
 * Writes to who pays an invoice, in their language, with what is open and how to pay it. `key` names the mail: the same one
 * is queued once. Goes to the account's address of today; to that of the invoice where the account has none.
 */
export async function mailAboutInvoice(
  ctx: BillingContext,
  invoice: InvoiceRow,
  mail: { key: string; write: (facts: InvoiceWords) => MailWords },
): Promise<void> {
  const account = await findAccount(ctx.tx, invoice.account_id);
  const seller = await readSeller(ctx.tx);
  const { words, lang } = chooseWords(account?.locale ?? invoice.locale);
  const { subject, paragraphs } = mail.write({
    words,
    lang,
    number: invoice.full_number ?? "",
    amount: formatMoney(openAmount(invoice), invoice.currency, lang),
    dueOn: dayWords(invoice.due_on, lang),
    company: seller.name,
  });
  await ctx.mail.queue(ctx.tx, {
    ...renderMail({
      title: subject,
      paragraphs: [...paragraphs, ...transferParts(invoice, words, seller)],
      action: { label: words.pay, href: `${publicUrl(ctx.config)}/account/invoices/${invoice.id}` },
      footer: words.footer(seller.name),
      lang,
    }),
    to: account?.email ?? invoice.customer.email,
    toName: account?.name ?? invoice.customer.name,
    subject,
    kind: "billing.dunning",
    idempotencyKey: mail.key,
  });
}
