import type { CertificateLanguage } from "./language.ts";

/** The words around what a certificate says. `{…}` is filled in. */
export interface CertificateWords {
  awardedTo: string;
  course: string;
  lessons: string;
  completedOn: string;
  issuedOn: string;
  validUntil: string;
  number: string;
  version: string;
  check: string;
  qr: string;
  mail: {
    subject: string;
    subjectCorrected: string;
    title: string;
    intro: string;
    corrected: string;
    attached: string;
    badge: string;
    share: string;
    action: string;
    footer: string;
  };
}

/** Certificates and their mails in every language of theirs. */
export const CERTIFICATE_WORDS: Readonly<Record<CertificateLanguage, CertificateWords>> = {
  en: {
    awardedTo: "This certifies that",
    course: "Course",
    lessons: "{lessons} lessons, about {hours} hours of work",
    completedOn: "Completed on",
    issuedOn: "Issued on",
    validUntil: "Valid until",
    number: "Number",
    version: "Version {version} of the course",
    check: "Anybody can check it",
    qr: "QR code of the page where this certificate is checked",
    mail: {
      subject: "Your certificate for {course}",
      subjectCorrected: "Your corrected certificate for {course}",
      title: "You have finished {course}",
      intro: "Hello {name}, you completed every lesson. Here is what shows it.",
      corrected:
        "Hello {name}, here is your certificate with what was corrected. It takes the place of the one before.",
      attached: "The certificate is attached as a PDF. Its number is {number}.",
      badge:
        "With it comes an Open Badge, which you can download among your courses and keep in any wallet for badges.",
      share:
        "Whoever has the number can check it at {address}. Whether they see your name there is for you to decide.",
      action: "Open your certificate",
      footer: "You get this mail because you took a course at {issuer}.",
    },
  },
  de: {
    awardedTo: "Dieses Zertifikat bestätigt:",
    course: "Kurs",
    lessons: "{lessons} Lektionen, etwa {hours} Stunden Arbeit",
    completedOn: "Abgeschlossen am",
    issuedOn: "Ausgestellt am",
    validUntil: "Gültig bis",
    number: "Nummer",
    version: "Fassung {version} des Kurses",
    check: "Jeder kann es prüfen",
    qr: "QR-Code der Seite, auf der dieses Zertifikat geprüft wird",
    mail: {
      subject: "Dein Zertifikat für {course}",
      subjectCorrected: "Dein berichtigtes Zertifikat für {course}",
      title: "Du hast {course} abgeschlossen",
      intro: "Hallo {name}, du hast jede Lektion abgeschlossen. Hier ist der Nachweis.",
      corrected:
        "Hallo {name}, hier ist dein berichtigtes Zertifikat. Es tritt an die Stelle des bisherigen.",
      attached: "Das Zertifikat hängt als PDF an. Seine Nummer ist {number}.",
      badge:
        "Dazu gehört ein Open Badge. Du kannst ihn bei deinen Kursen herunterladen und in jeder Wallet für Badges aufbewahren.",
      share: "Wer die Nummer hat, kann es unter {address} prüfen. Ob dort dein Name steht, entscheidest du.",
      action: "Zertifikat öffnen",
      footer: "Du bekommst diese E-Mail, weil du einen Kurs bei {issuer} belegt hast.",
    },
  },
  es: {
    awardedTo: "Este certificado acredita que",
    course: "Curso",
    lessons: "{lessons} lecciones, unas {hours} horas de trabajo",
    completedOn: "Terminado el",
    issuedOn: "Expedido el",
    validUntil: "Válido hasta",
    number: "Número",
    version: "Versión {version} del curso",
    check: "Cualquiera puede comprobarlo",
    qr: "Código QR de la página donde se comprueba este certificado",
    mail: {
      subject: "Tu certificado de {course}",
      subjectCorrected: "Tu certificado corregido de {course}",
      title: "Has terminado {course}",
      intro: "Hola, {name}: has completado todas las lecciones. Esto lo demuestra.",
      corrected: "Hola, {name}: este es tu certificado corregido. Sustituye al anterior.",
      attached: "El certificado va adjunto en PDF. Su número es {number}.",
      badge:
        "Lo acompaña un Open Badge, que puedes descargar junto a tus cursos y guardar en cualquier cartera de insignias.",
      share: "Quien tenga el número puede comprobarlo en {address}. Tú decides si allí aparece tu nombre.",
      action: "Abrir tu certificado",
      footer: "Recibes este correo porque hiciste un curso en {issuer}.",
    },
  },
  fr: {
    awardedTo: "Ce certificat atteste que",
    course: "Cours",
    lessons: "{lessons} leçons, environ {hours} heures de travail",
    completedOn: "Terminé le",
    issuedOn: "Délivré le",
    validUntil: "Valable jusqu’au",
    number: "Numéro",
    version: "Version {version} du cours",
    check: "Chacun peut le vérifier",
    qr: "Code QR de la page où ce certificat se vérifie",
    mail: {
      subject: "Votre certificat pour {course}",
      subjectCorrected: "Votre certificat corrigé pour {course}",
      title: "Vous avez terminé {course}",
      intro: "Bonjour {name}, vous avez terminé toutes les leçons. En voici la preuve.",
      corrected: "Bonjour {name}, voici votre certificat corrigé. Il remplace le précédent.",
      attached: "Le certificat est joint en PDF. Son numéro est {number}.",
      badge:
        "Un Open Badge l’accompagne : vous pouvez le télécharger parmi vos cours et le garder dans tout portefeuille de badges.",
      share:
        "Qui a le numéro peut le vérifier à l’adresse {address}. C’est à vous de décider si votre nom y figure.",
      action: "Ouvrir votre certificat",
      footer: "Vous recevez ce message parce que vous avez suivi un cours chez {issuer}.",
    },
  },
};

/** Words with places in them: `{amount} due by {day}`. */
export const fillWords = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
