import { type Config, publicUrl } from "#kernel/config.ts";
import type { Mailer } from "#kernel/mail/queue-mail.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { findAccount } from "#modules/people/index.ts";
import { knownFiles } from "#modules/billing/documents/keep-file.ts";
import {
  type DocumentHouse,
  prepareInvoiceFiles,
  prepareReceipt,
} from "#modules/billing/documents/prepare-files.ts";
import { loadInvoiceDocument } from "#modules/billing/queries/documents/load-invoice-document.ts";
import { getPaymentFacts, getRefundFacts } from "#modules/billing/queries/documents/mail-news.ts";
import {
  creditNoteMail,
  invoiceMail,
  type MailFrame,
  paymentMail,
  refundMail,
  type WrittenMail,
} from "#modules/billing/rules/documents/mails/write-mails.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";

/** What of the house mailing documents needs; jobs have it. */
export type MailHouse = DocumentHouse & { mail: Mailer; config: Config };

interface Addressed {
  to: string;
  frame: MailFrame;
}

/**
 * Where mails about an account's bills go: its address of today, else the one of the document. Undefined where nobody
 * can be written to.
 */
async function addressOf(
  house: MailHouse,
  accountId: string,
  customer?: { name: string; email: string; locale: string },
): Promise<Addressed | undefined> {
  const [account, seller] = await Promise.all([findAccount(house.db, accountId), readSeller(house.db)]);
  const to = account?.email || customer?.email;
  if (!to) return undefined;
  return {
    to,
    frame: {
      locale: account?.locale ?? customer?.locale ?? "en",
      name: customer?.name || account?.name || to,
      company: seller.name,
      email: seller.email,
      invoicesHref: `${publicUrl(house.config)}/account/invoices`,
    },
  };
}

async function queue(
  house: MailHouse,
  { to, frame }: Addressed,
  mail: WrittenMail & { kind: string; key: string; attachments: string[] },
): Promise<void> {
  await house.db.transaction((tx) =>
    house.mail.queue(tx, {
      ...renderMail(mail.content),
      to,
      toName: frame.name,
      subject: mail.subject,
      kind: mail.kind,
      idempotencyKey: mail.key,
      attachments: mail.attachments,
    }),
  );
}

/**
 * Makes the documents of an invoice or credit note and mails it to the customer, once however often it is asked.
 * Errors: `billing.invoice_unknown`, those of making PDFs.
 */
export async function mailInvoice(house: MailHouse, invoiceId: string): Promise<void> {
  await prepareInvoiceFiles(house, invoiceId);
  const { zone } = await house.company();
  const document = await loadInvoiceDocument(house.db, invoiceId, { at: "issue", zone });
  const files = await knownFiles(house.db, invoiceId);
  const { customer, locale, accountId, kind } = document;
  const address = await addressOf(house, accountId, { ...customer, locale });
  const pdf = files.get("pdf");
  if (!address || !pdf) return;
  const written =
    kind === "credit_note"
      ? creditNoteMail(document, address.frame)
      : invoiceMail(document, address.frame, { hasEInvoice: files.has("cii") });
  await queue(house, address, {
    ...written,
    kind: `billing.${kind}`,
    key: `billing.${kind}:${invoiceId}`,
    attachments: [pdf],
  });
}

/** Mails the customer what its payment did, with the receipts of what is paid in full. Errors: as `mailInvoice`. */
export async function mailPayment(house: MailHouse, paymentId: string): Promise<void> {
  const { zone } = await house.company();
  const facts = await getPaymentFacts(house.db, paymentId, zone);
  const attachments: string[] = [];
  for (const invoiceId of facts.settledInvoiceIds) {
    if (!(await prepareReceipt(house, invoiceId))) continue;
    const receipt = (await knownFiles(house.db, invoiceId)).get("receipt");
    if (receipt) attachments.push(receipt);
  }
  const address = await addressOf(house, facts.accountId);
  if (!address) return;
  await queue(house, address, {
    ...paymentMail({ ...facts, hasReceipt: attachments.length > 0 }, address.frame),
    kind: "billing.payment",
    key: `billing.payment:${paymentId}`,
    attachments: attachments.slice(0, 10),
  });
}

/** Mails the customer that money went back. Errors: `billing.refund_unknown`. */
export async function mailRefund(house: MailHouse, refundId: string): Promise<void> {
  const { zone } = await house.company();
  const facts = await getRefundFacts(house.db, refundId, zone);
  const address = await addressOf(house, facts.accountId);
  if (!address) return;
  await queue(house, address, {
    ...refundMail(facts, address.frame),
    kind: "billing.refund",
    key: `billing.refund:${refundId}`,
    attachments: [],
  });
}
