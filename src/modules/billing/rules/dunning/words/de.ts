import type { DunningWords, ReminderFacts } from "#modules/billing/rules/dunning/words/types.ts";

function subjectOf({ number, isOrder, isFirst, isLast }: ReminderFacts): string {
  if (isOrder) return `Ihre Bestellung wartet auf die Zahlung: Rechnung ${number}`;
  if (isFirst) return `Zahlungserinnerung: Rechnung ${number}`;
  return isLast ? `Letzte Erinnerung: Rechnung ${number}` : `Rechnung ${number} ist noch offen`;
}

function stateOf({ number, amount, dueOn, isFirst, isOrder }: ReminderFacts): string {
  if (isOrder)
    return `Wir haben Ihre Bestellung aufgehoben. Die Rechnung ${number} über ${amount} war am ${dueOn} fällig und ist noch nicht bezahlt. Ihr Zugang beginnt, sobald die Zahlung da ist.`;
  if (isFirst)
    return `Die Rechnung ${number} über ${amount} war am ${dueOn} fällig; eine Zahlung haben wir noch nicht gesehen. Vielleicht ist sie unterwegs, dann ist nichts zu tun.`;
  return `Die Rechnung ${number} über ${amount}, fällig am ${dueOn}, ist noch offen.`;
}

function accessOf({ suspendsOn, isSuspended }: ReminderFacts): string | null {
  if (isSuspended)
    return "Ihr Zugang ruht, bis sie bezahlt ist. Nichts davon ist gelöscht, und er öffnet sich sofort wieder, wenn die Zahlung eintrifft.";
  return (
    suspendsOn &&
    `Ihr Zugang bleibt bis zum ${suspendsOn} offen. Danach ruht er, bis die Rechnung bezahlt ist.`
  );
}

/** Dunning in German. */
export const de: DunningWords = {
  reminder: (facts) => ({
    subject: subjectOf(facts),
    paragraphs: [
      stateOf(facts),
      facts.method && `Wir haben ${facts.method} belastet, die Zahlung kam aber nicht zustande.`,
      accessOf(facts),
      facts.isLast && !facts.isOrder
        ? "Dies ist die letzte Erinnerung, die von selbst verschickt wird. Wenn Sie jetzt nicht zahlen können, antworten Sie auf diese Mail: Wir finden einen Weg."
        : "Stimmt etwas mit der Rechnung nicht, oder brauchen Sie mehr Zeit? Antworten Sie auf diese Mail, ein Mensch liest sie.",
    ].filter((text) => text !== null),
  }),
  suspended: ({ number, amount }) => ({
    subject: `Ihr Zugang ruht: Rechnung ${number}`,
    paragraphs: [
      `Die Rechnung ${number} über ${amount} ist nicht bezahlt, deshalb ruht Ihr Zugang ab heute.`,
      "Nichts davon ist gelöscht. Sobald die Zahlung eintrifft, öffnet sich alles wieder so, wie Sie es verlassen haben.",
      "Wenn das ein Irrtum ist oder Sie mehr Zeit brauchen, antworten Sie auf diese Mail.",
    ],
  }),
  cardEnds: ({ method, endsOn }) => ({
    subject: `${method} läuft bald ab`,
    paragraphs: [
      `${method} zahlt für Ihr Konto und ist bis zum ${endsOn} gültig.`,
      "Hinterlegen Sie vorher eine andere Karte, damit nichts unterbrochen wird. Wenn Sie das schon getan haben, ist nichts zu tun.",
    ],
  }),
  pay: "Rechnung ansehen und bezahlen",
  replaceCard: "Zahlungsart ändern",
  transfer: "Per Überweisung:",
  iban: "IBAN",
  bic: "BIC",
  reference: "Verwendungszweck",
  recipient: "Empfänger",
  footer: (company) =>
    `Sie erhalten diese Mail, weil Sie Kunde von ${company} sind und es um eine Zahlung von Ihnen geht.`,
};
