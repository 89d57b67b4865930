import type { DocumentMailWords } from "./types.ts";

export const en: DocumentMailWords = {
  hello: "Hello {name},",
  invoice: {
    subject: "Invoice {number} from {company}: {amount} by {day}",
    subjectPaid: "Invoice {number} from {company}",
    intro: "Here is invoice {number} for {total}.",
    transfer:
      "Please transfer {amount} by {day}, with the reference, so that we recognise your payment at once:",
    card: "We take {amount} from your payment method. There is nothing you need to do.",
    paid: "It is paid already: there is nothing left to pay.",
    attached: "The invoice is attached as a PDF.",
    attachedHybrid:
      "The invoice is attached as a PDF that holds the electronic invoice (Factur-X, EN 16931) as well.",
    action: "Open the invoice",
  },
  payment: {
    subject: "We received your payment of {amount}",
    intro: "Thank you. We received {amount} from you on {day}.",
    introOn: "It pays:",
    paidFull: "{number}: {amount}, paid in full",
    paidPart: "{number}: {amount}, {open} left to pay by {day}",
    credit: "{amount} is more than was open. It stays as credit on your account and pays your next invoice.",
    attached: "The receipt is attached.",
    action: "See your invoices",
  },
  credit: {
    subject: "Credit note {number} for invoice {invoice}",
    intro: "We credit you {total} of invoice {invoice}. The credit note {number} is attached.",
    reason: "Reason: {reason}",
    settled:
      "We take this amount off what is open. What you have paid already stays as credit on your account or is paid back to you.",
  },
  refund: {
    subject: "We paid {amount} back to you",
    intro: "On {day} we paid {amount} of invoice {number} back to you, the way you paid.",
    wait: "Depending on your bank it may take some working days until you see it.",
  },
  footer: "You get this mail because you bought from {company}.",
  footerWithMail: "You get this mail because you bought from {company}. Questions? Write to {email}.",
};
