/** Words of one mail; `{…}` is filled in. */
export interface CoachingWords {
  subject: string;
  title: string;
  paragraphs: readonly string[];
  action: string;
}

type Kind = "welcome" | "day_3" | "day_10" | "reminder" | "nudge";

const EN: Readonly<Record<Kind, CoachingWords>> = {
  welcome: {
    subject: "You are in: {course}",
    title: "Welcome to {course}",
    paragraphs: [
      "Hello {name}, your place is ready. There is nothing to install and nothing to prepare.",
      "Three things make it likely that you finish. Set the days of the week you learn on, however few. Write one sentence about what you want to have at the end. And read the first lesson today, while you are curious.",
      "Everything you do is kept, on every device. If something does not work or is unclear, answer this mail.",
    ],
    action: "Begin with the first lesson",
  },
  day_3: {
    subject: "Three days in: where to go on in {course}",
    title: "The first week decides little, a habit decides a lot",
    paragraphs: [
      "Hello {name}, you completed {done} of {total} lessons so far.",
      "If you have not begun, that is no reason to worry: read one lesson, and stop when it ends. If you have, choose the days on which you go on. People who plan two fixed days a week get further than people who wait for a free weekend.",
    ],
    action: "Go on where you were",
  },
  day_10: {
    subject: "Ten days in: a look at your plan for {course}",
    title: "Does your plan fit your week?",
    paragraphs: [
      "Hello {name}, you completed {done} of {total} lessons so far.",
      "After ten days most people know what their week really allows. Change the days or the minutes until they are true; a small plan that holds is worth more than a large one that does not.",
      "And if a lesson holds you up, say so under it. Somebody reads that.",
    ],
    action: "Look at your plan",
  },
  reminder: {
    subject: "Today is a day for {course}",
    title: "Your {minutes} minutes for {course}",
    paragraphs: ["Hello {name}, today is one of the days you planned. Next comes: {next}."],
    action: "Go on where you were",
  },
  nudge: {
    subject: "May we help you with {course}?",
    title: "It has been a while",
    paragraphs: [
      "Hello {name}, {reason}",
      "If other things came up, nothing is lost: what you did is kept, and you go on where you were. If something in the course holds you up, answer this mail and tell us what. We write about this once and not again.",
    ],
    action: "Go on where you were",
  },
};

const DE: Readonly<Record<Kind, CoachingWords>> = {
  welcome: {
    subject: "Du bist dabei: {course}",
    title: "Willkommen bei {course}",
    paragraphs: [
      "Hallo {name}, dein Platz ist bereit. Du musst nichts installieren und nichts vorbereiten.",
      "Drei Dinge machen es wahrscheinlich, dass du bis zum Ende kommst. Lege fest, an welchen Wochentagen du lernst, wie wenige es auch sind. Schreibe in einem Satz auf, was du am Ende haben willst. Und lies die erste Lektion heute, solange du neugierig bist.",
      "Alles, was du tust, bleibt erhalten, auf jedem Gerät. Wenn etwas nicht geht oder unklar ist, antworte auf diese E-Mail.",
    ],
    action: "Mit der ersten Lektion beginnen",
  },
  day_3: {
    subject: "Drei Tage dabei: so geht es weiter mit {course}",
    title: "Die erste Woche entscheidet wenig, eine Gewohnheit viel",
    paragraphs: [
      "Hallo {name}, du hast bisher {done} von {total} Lektionen abgeschlossen.",
      "Wenn du noch nicht angefangen hast, ist das nicht schlimm: Lies eine Lektion und hör auf, wenn sie zu Ende ist. Wenn du angefangen hast, wähle die Tage, an denen du weitermachst. Wer zwei feste Tage in der Woche plant, kommt weiter als jemand, der auf ein freies Wochenende wartet.",
    ],
    action: "Dort weitermachen, wo du warst",
  },
  day_10: {
    subject: "Zehn Tage dabei: ein Blick auf deinen Plan für {course}",
    title: "Passt dein Plan zu deiner Woche?",
    paragraphs: [
      "Hallo {name}, du hast bisher {done} von {total} Lektionen abgeschlossen.",
      "Nach zehn Tagen wissen die meisten, was ihre Woche wirklich zulässt. Ändere die Tage oder die Minuten, bis sie stimmen; ein kleiner Plan, der hält, ist mehr wert als ein großer, der nicht hält.",
      "Und wenn dich eine Lektion aufhält, schreib es darunter. Jemand liest das.",
    ],
    action: "Den Plan ansehen",
  },
  reminder: {
    subject: "Heute ist ein Tag für {course}",
    title: "Deine {minutes} Minuten für {course}",
    paragraphs: ["Hallo {name}, heute ist einer der Tage, die du geplant hast. Als Nächstes kommt: {next}."],
    action: "Dort weitermachen, wo du warst",
  },
  nudge: {
    subject: "Können wir dir bei {course} helfen?",
    title: "Es ist eine Weile her",
    paragraphs: [
      "Hallo {name}, {reason}",
      "Wenn anderes dazwischenkam, ist nichts verloren: Was du getan hast, bleibt erhalten, und du machst dort weiter, wo du warst. Wenn dich etwas im Kurs aufhält, antworte auf diese E-Mail und sag uns, was es ist. Wir schreiben darüber einmal und nicht noch einmal.",
    ],
    action: "Dort weitermachen, wo du warst",
  },
};

const REASONS = {
  en: {
    no_activity: "you have not been in the course for some time.",
    behind_schedule: "you are some way behind the pace the course is meant for.",
    failed_attempts: "a quiz did not work out twice.",
  },
  de: {
    no_activity: "du warst seit einiger Zeit nicht im Kurs.",
    behind_schedule: "du bist ein Stück hinter dem Tempo, für das der Kurs gedacht ist.",
    failed_attempts: "ein Quiz hat zweimal nicht geklappt.",
  },
};

const FOOTERS = {
  en: "You get this mail because you take a course at {company}. To get no more of these: {stop}",
  de: "Du bekommst diese E-Mail, weil du einen Kurs bei {company} belegst. Keine weiteren davon: {stop}",
};

const fill = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** What a mail says in the language of the course: German, else English. */
export function writeCoachingMail(
  kind: Kind,
  given: {
    language: string;
    reason?: keyof (typeof REASONS)["en"];
    values: Readonly<Record<string, string>>;
  },
) {
  const lang = /^de\b/i.test(given.language) ? "de" : "en";
  const words = (lang === "de" ? DE : EN)[kind];
  const values = { ...given.values, reason: REASONS[lang][given.reason ?? "no_activity"] };
  return {
    lang,
    subject: fill(words.subject, values),
    title: fill(words.title, values),
    paragraphs: words.paragraphs.map((paragraph) => fill(paragraph, values)),
    action: fill(words.action, values),
    footer: fill(FOOTERS[lang], values),
  };
}
