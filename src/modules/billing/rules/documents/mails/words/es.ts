import type { DocumentMailWords } from "./types.ts";

export const es: DocumentMailWords = {
  hello: "Hola, {name}:",
  invoice: {
    subject: "Factura {number} de {company}: {amount} hasta el {day}",
    subjectPaid: "Factura {number} de {company}",
    intro: "Aquí tiene la factura {number} por {total}.",
    transfer:
      "Transfiera {amount} hasta el {day} e indique la referencia, para que reconozcamos su pago en el acto:",
    card: "Cobramos {amount} de su método de pago. No tiene que hacer nada.",
    paid: "Ya está pagada: no queda nada por pagar.",
    attached: "La factura va adjunta en PDF.",
    attachedHybrid:
      "La factura va adjunta en un PDF que contiene también la factura electrónica (Factur-X, EN 16931).",
    action: "Abrir la factura",
  },
  payment: {
    subject: "Hemos recibido su pago de {amount}",
    intro: "Gracias. El {day} recibimos {amount} de su parte.",
    introOn: "Con ello queda pagado:",
    paidFull: "{number}: {amount}, pagada por completo",
    paidPart: "{number}: {amount}, quedan {open} por pagar hasta el {day}",
    credit:
      "{amount} es más de lo que había pendiente. Queda como saldo a su favor y se descuenta de la próxima factura.",
    attached: "El recibo va adjunto.",
    action: "Ver las facturas",
  },
  credit: {
    subject: "Factura rectificativa {number} de la factura {invoice}",
    intro: "Le abonamos {total} de la factura {invoice}. La factura rectificativa {number} va adjunta.",
    reason: "Motivo: {reason}",
    settled:
      "Descontamos este importe de lo pendiente. Lo que ya ha pagado queda como saldo a su favor en su cuenta o se le devuelve.",
  },
  refund: {
    subject: "Le hemos devuelto {amount}",
    intro: "El {day} le devolvimos {amount} de la factura {number} por la misma vía por la que pagó.",
    wait: "Según su banco, puede tardar algunos días laborables en verlo.",
  },
  footer: "Recibe este correo porque compró a {company}.",
  footerWithMail: "Recibe este correo porque compró a {company}. ¿Preguntas? Escriba a {email}.",
};
