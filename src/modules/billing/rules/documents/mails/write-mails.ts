import type { MailContent } from "#kernel/mail/render.ts";
import { languageOf, writingLocale } from "../language.ts";
import { presentPayment } from "../present-payment.ts";
import { type InvoiceDocument, settlementOf } from "../types.ts";
import { fill, writeAmount, writeDay } from "../write-values.ts";
import { mailWords } from "./mail-words.ts";

/** Who writes to whom, and where the reader finds more. */
export interface MailFrame {
  locale: string;
  name: string;
  company: string;
  /** Where questions go; empty: nowhere. */
  email: string;
  /** Absolute address of the customer's invoices. */
  invoicesHref: string;
}

export interface WrittenMail {
  subject: string;
  content: MailContent;
}

/** What a payment did. */
export interface PaymentNews {
  amountMinor: number;
  currency: string;
  /** Local day of the company. */
  on: string;
  invoices: readonly { number: string; amountMinor: number; openMinor: number; dueOn: string }[];
  /** What was more than open. */
  creditMinor: number;
  hasReceipt: boolean;
}

/** What a refund did. */
export interface RefundNews {
  amountMinor: number;
  currency: string;
  on: string;
  number: string;
}

type Paragraphs = MailContent["paragraphs"];

function framed(
  frame: MailFrame,
  mail: { subject: string; paragraphs: Paragraphs; action?: MailContent["action"] },
) {
  const words = mailWords(frame.locale);
  const { name, company, email } = frame;
  const footer = fill(email === "" ? words.footer : words.footerWithMail, { company, email });
  return {
    subject: mail.subject,
    content: {
      title: mail.subject,
      paragraphs: [fill(words.hello, { name }), ...mail.paragraphs],
      action: mail.action,
      footer,
      lang: languageOf(frame.locale),
    },
  };
}

const money = (minor: number, currency: string, { locale }: MailFrame): string =>
  writeAmount(minor, currency, writingLocale(locale));
const day = (on: string, { locale }: MailFrame): string => writeDay(on, writingLocale(locale));

/** How it is paid, or that it is. */
function payingPart(document: InvoiceDocument, frame: MailFrame): Paragraphs {
  const { invoice } = mailWords(frame.locale);
  const { dueMinor } = settlementOf(document);
  const due = { amount: money(dueMinor, document.currency, frame), day: day(document.dueOn, frame) };
  if (dueMinor <= 0) return [invoice.paid];
  if (document.collection === "card") return [fill(invoice.card, due)];
  const facts = presentPayment({ ...document, locale: frame.locale })?.facts ?? [];
  return [
    fill(invoice.transfer, due),
    { items: facts.map(({ label, value }) => ({ text: `${label}: ${value}` })) },
  ];
}

/** A new invoice, attached. */
export function invoiceMail(
  document: InvoiceDocument,
  frame: MailFrame,
  made: { hasEInvoice: boolean },
): WrittenMail {
  const { invoice } = mailWords(frame.locale);
  const { dueMinor } = settlementOf(document);
  const facts = {
    number: document.number,
    company: frame.company,
    total: money(document.totalMinor, document.currency, frame),
    amount: money(dueMinor, document.currency, frame),
    day: day(document.dueOn, frame),
  };
  return framed(frame, {
    subject: fill(dueMinor > 0 ? invoice.subject : invoice.subjectPaid, facts),
    paragraphs: [
      fill(invoice.intro, facts),
      ...payingPart(document, frame),
      made.hasEInvoice ? invoice.attachedHybrid : invoice.attached,
    ],
    action: { label: invoice.action, href: `${frame.invoicesHref}/${document.invoiceId}` },
  });
}

/** A credit note, attached. */
export function creditNoteMail(document: InvoiceDocument, frame: MailFrame): WrittenMail {
  const { credit } = mailWords(frame.locale);
  const facts = {
    number: document.number,
    invoice: document.corrects?.number ?? "",
    total: money(document.totalMinor, document.currency, frame),
  };
  return framed(frame, {
    subject: fill(credit.subject, facts),
    paragraphs: [
      fill(credit.intro, facts),
      ...(document.note === "" ? [] : [fill(credit.reason, { reason: document.note })]),
      credit.settled,
    ],
  });
}

/** Money arrived: what it paid, and the receipt of what is paid in full. */
export function paymentMail(news: PaymentNews, frame: MailFrame): WrittenMail {
  const { payment } = mailWords(frame.locale);
  const amount = money(news.amountMinor, news.currency, frame);
  const items = news.invoices.map(({ number, amountMinor, openMinor, dueOn }) => ({
    text: fill(openMinor > 0 ? payment.paidPart : payment.paidFull, {
      number,
      amount: money(amountMinor, news.currency, frame),
      open: money(openMinor, news.currency, frame),
      day: day(dueOn, frame),
    }),
  }));
  return framed(frame, {
    subject: fill(payment.subject, { amount }),
    paragraphs: [
      fill(payment.intro, { amount, day: day(news.on, frame) }),
      ...(items.length > 0 ? [payment.introOn, { items }] : []),
      ...(news.creditMinor > 0
        ? [fill(payment.credit, { amount: money(news.creditMinor, news.currency, frame) })]
        : []),
      ...(news.hasReceipt ? [payment.attached] : []),
    ],
    action: { label: payment.action, href: frame.invoicesHref },
  });
}

/** Money went back. */
export function refundMail(news: RefundNews, frame: MailFrame): WrittenMail {
  const { refund } = mailWords(frame.locale);
  const facts = {
    amount: money(news.amountMinor, news.currency, frame),
    number: news.number,
    day: day(news.on, frame),
  };
  return framed(frame, {
    subject: fill(refund.subject, facts),
    paragraphs: [fill(refund.intro, facts), refund.wait],
  });
}
