import type { DunningWords, ReminderFacts } from "#modules/billing/rules/dunning/words/types.ts";

function subjectOf({ number, isOrder, isFirst, isLast }: ReminderFacts): string {
  if (isOrder) return `Your order waits for payment: invoice ${number}`;
  if (isFirst) return `Reminder: invoice ${number}`;
  return isLast ? `Last reminder: invoice ${number}` : `Invoice ${number} is still open`;
}

function stateOf({ number, amount, dueOn, isFirst, isOrder }: ReminderFacts): string {
  if (isOrder)
    return `We have kept your order. Invoice ${number} for ${amount} was due on ${dueOn} and is not paid yet. Your access begins as soon as the payment is here.`;
  if (isFirst)
    return `Invoice ${number} for ${amount} was due on ${dueOn}, and we have not seen the payment yet. It may be on its way: then there is nothing to do.`;
  return `Invoice ${number} for ${amount}, due on ${dueOn}, is still open.`;
}

function accessOf({ suspendsOn, isSuspended }: ReminderFacts): string | null {
  if (isSuspended)
    return "Your access is on hold until it is paid. Nothing of yours is deleted, and it opens again at once when the payment arrives.";
  return (
    suspendsOn &&
    `Your access stays open until ${suspendsOn}. After that day it is on hold until the invoice is paid.`
  );
}

/** Dunning in English. */
export const en: DunningWords = {
  reminder: (facts) => ({
    subject: subjectOf(facts),
    paragraphs: [
      stateOf(facts),
      facts.method && `We tried ${facts.method}, and the payment did not go through.`,
      accessOf(facts),
      facts.isLast && !facts.isOrder
        ? "This is the last reminder that is sent by itself. If you cannot pay now, answer this mail: we will find a way."
        : "Is something wrong with the invoice, or do you need more time? Answer this mail, and a person will read it.",
    ].filter((text) => text !== null),
  }),
  suspended: ({ number, amount }) => ({
    subject: `Your access is on hold: invoice ${number}`,
    paragraphs: [
      `Invoice ${number} for ${amount} is not paid, so your access is on hold from today.`,
      "Nothing of yours is deleted. As soon as the payment arrives, everything opens again as you left it.",
      "If this is a mistake, or you need more time, answer this mail.",
    ],
  }),
  cardEnds: ({ method, endsOn }) => ({
    subject: `${method} runs out soon`,
    paragraphs: [
      `${method}, which pays for your account, is good until ${endsOn}.`,
      "Enter another one before that day, so that nothing is interrupted. If you have done so already, there is nothing to do.",
    ],
  }),
  pay: "Look at the invoice and pay",
  replaceCard: "Change the payment method",
  transfer: "To pay by bank transfer:",
  iban: "IBAN",
  bic: "BIC",
  reference: "Reference",
  recipient: "Recipient",
  footer: (company) =>
    `You get this mail because you are a customer of ${company} and a payment of yours is concerned.`,
};
