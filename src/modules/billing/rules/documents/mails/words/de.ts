import type { DocumentMailWords } from "./types.ts";

export const de: DocumentMailWords = {
  hello: "Guten Tag {name},",
  invoice: {
    subject: "Rechnung {number} von {company}: {amount} bis {day}",
    subjectPaid: "Rechnung {number} von {company}",
    intro: "hier ist die Rechnung {number} über {total}.",
    transfer:
      "Bitte überweisen Sie {amount} bis zum {day} und geben Sie den Verwendungszweck an, damit wir Ihre Zahlung sofort zuordnen können:",
    card: "Wir buchen {amount} von Ihrem Zahlungsmittel ab. Sie brauchen nichts zu tun.",
    paid: "Sie ist schon bezahlt: Es ist nichts mehr offen.",
    attached: "Die Rechnung liegt als PDF bei.",
    attachedHybrid:
      "Die Rechnung liegt als PDF bei, das auch die elektronische Rechnung enthält (ZUGFeRD / Factur-X, EN 16931).",
    action: "Rechnung öffnen",
  },
  payment: {
    subject: "Ihre Zahlung über {amount} ist eingegangen",
    intro: "vielen Dank. Am {day} haben wir {amount} von Ihnen erhalten.",
    introOn: "Damit sind bezahlt:",
    paidFull: "{number}: {amount}, vollständig bezahlt",
    paidPart: "{number}: {amount}, noch {open} offen bis {day}",
    credit:
      "{amount} sind mehr, als offen war. Der Betrag bleibt als Guthaben auf Ihrem Konto und wird mit der nächsten Rechnung verrechnet.",
    attached: "Der Zahlungsbeleg liegt bei.",
    action: "Rechnungen ansehen",
  },
  credit: {
    subject: "Rechnungskorrektur {number} zur Rechnung {invoice}",
    intro:
      "wir schreiben Ihnen {total} der Rechnung {invoice} gut. Die Rechnungskorrektur {number} liegt bei.",
    reason: "Grund: {reason}",
    settled:
      "Wir verrechnen diesen Betrag mit dem, was offen ist. Was Sie schon bezahlt haben, bleibt als Guthaben auf Ihrem Konto oder wird Ihnen erstattet.",
  },
  refund: {
    subject: "Wir haben Ihnen {amount} erstattet",
    intro:
      "am {day} haben wir Ihnen {amount} der Rechnung {number} auf dem Weg erstattet, auf dem Sie bezahlt haben.",
    wait: "Je nach Bank kann es einige Werktage dauern, bis Sie den Betrag sehen.",
  },
  footer: "Sie erhalten diese Nachricht, weil Sie bei {company} gekauft haben.",
  footerWithMail:
    "Sie erhalten diese Nachricht, weil Sie bei {company} gekauft haben. Fragen? Schreiben Sie an {email}.",
};
