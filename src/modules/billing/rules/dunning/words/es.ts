import type { DunningWords, ReminderFacts } from "#modules/billing/rules/dunning/words/types.ts";

function subjectOf({ number, isOrder, isFirst, isLast }: ReminderFacts): string {
  if (isOrder) return `Su pedido espera el pago: factura ${number}`;
  if (isFirst) return `Recordatorio: factura ${number}`;
  return isLast ? `Último recordatorio: factura ${number}` : `La factura ${number} sigue pendiente`;
}

function stateOf({ number, amount, dueOn, isFirst, isOrder }: ReminderFacts): string {
  if (isOrder)
    return `Hemos guardado su pedido. La factura ${number} de ${amount} venció el ${dueOn} y todavía no está pagada. Su acceso empieza en cuanto llegue el pago.`;
  if (isFirst)
    return `La factura ${number} de ${amount} venció el ${dueOn} y aún no hemos visto el pago. Puede que esté en camino; en ese caso no tiene que hacer nada.`;
  return `La factura ${number} de ${amount}, con vencimiento el ${dueOn}, sigue pendiente.`;
}

function accessOf({ suspendsOn, isSuspended }: ReminderFacts): string | null {
  if (isSuspended)
    return "Su acceso está en pausa hasta que se pague. No se ha borrado nada suyo y se abre de nuevo en cuanto llegue el pago.";
  return (
    suspendsOn &&
    `Su acceso sigue abierto hasta el ${suspendsOn}. Después queda en pausa hasta que se pague la factura.`
  );
}

/** Dunning in Spanish. */
export const es: DunningWords = {
  reminder: (facts) => ({
    subject: subjectOf(facts),
    paragraphs: [
      stateOf(facts),
      facts.method && `Hemos intentado cobrar con ${facts.method}, pero el pago no se ha completado.`,
      accessOf(facts),
      facts.isLast && !facts.isOrder
        ? "Este es el último recordatorio que se envía automáticamente. Si ahora no puede pagar, responda a este correo: encontraremos una solución."
        : "¿Hay algo incorrecto en la factura o necesita más tiempo? Responda a este correo y lo leerá una persona.",
    ].filter((text) => text !== null),
  }),
  suspended: ({ number, amount }) => ({
    subject: `Su acceso está en pausa: factura ${number}`,
    paragraphs: [
      `La factura ${number} de ${amount} no está pagada, por eso su acceso queda en pausa desde hoy.`,
      "No se ha borrado nada suyo. En cuanto llegue el pago, todo se abre de nuevo tal como lo dejó.",
      "Si se trata de un error o necesita más tiempo, responda a este correo.",
    ],
  }),
  cardEnds: ({ method, endsOn }) => ({
    subject: `${method} caduca pronto`,
    paragraphs: [
      `${method}, con la que se paga su cuenta, es válida hasta el ${endsOn}.`,
      "Indique otra antes de ese día para que no se interrumpa nada. Si ya lo ha hecho, no tiene que hacer nada.",
    ],
  }),
  pay: "Ver la factura y pagar",
  replaceCard: "Cambiar la forma de pago",
  transfer: "Para pagar por transferencia:",
  iban: "IBAN",
  bic: "BIC",
  reference: "Concepto",
  recipient: "Beneficiario",
  footer: (company) => `Recibe este correo porque es cliente de ${company} y se trata de un pago suyo.`,
};
