import type { DocumentMailWords } from "./types.ts";

export const fr: DocumentMailWords = {
  hello: "Bonjour {name},",
  invoice: {
    subject: "Facture {number} de {company} : {amount} au plus tard le {day}",
    subjectPaid: "Facture {number} de {company}",
    intro: "Voici la facture {number} de {total}.",
    transfer:
      "Merci de virer {amount} au plus tard le {day} en indiquant la référence, pour que nous reconnaissions votre paiement aussitôt :",
    card: "Nous prélevons {amount} sur votre moyen de paiement. Vous n’avez rien à faire.",
    paid: "Elle est déjà payée : il ne reste rien à payer.",
    attached: "La facture est jointe en PDF.",
    attachedHybrid:
      "La facture est jointe dans un PDF qui contient aussi la facture électronique (Factur-X, EN 16931).",
    action: "Ouvrir la facture",
  },
  payment: {
    subject: "Nous avons reçu votre paiement de {amount}",
    intro: "Merci. Le {day}, nous avons reçu {amount} de votre part.",
    introOn: "Sont ainsi payés :",
    paidFull: "{number} : {amount}, payée en totalité",
    paidPart: "{number} : {amount}, reste {open} à payer au plus tard le {day}",
    credit:
      "{amount} dépasse ce qui restait à payer. Cette somme reste à votre crédit et règle votre prochaine facture.",
    attached: "Le reçu est joint.",
    action: "Voir les factures",
  },
  credit: {
    subject: "Avoir {number} sur la facture {invoice}",
    intro: "Nous vous créditons {total} de la facture {invoice}. L’avoir {number} est joint.",
    reason: "Motif : {reason}",
    settled:
      "Nous déduisons ce montant de ce qui reste à payer. Ce que vous avez déjà payé reste à votre crédit ou vous est remboursé.",
  },
  refund: {
    subject: "Nous vous avons remboursé {amount}",
    intro:
      "Le {day}, nous vous avons remboursé {amount} de la facture {number} par le moyen que vous aviez utilisé.",
    wait: "Selon votre banque, quelques jours ouvrés peuvent passer avant que vous le voyiez.",
  },
  footer: "Vous recevez ce message parce que vous avez acheté chez {company}.",
  footerWithMail:
    "Vous recevez ce message parce que vous avez acheté chez {company}. Des questions ? Écrivez à {email}.",
};
