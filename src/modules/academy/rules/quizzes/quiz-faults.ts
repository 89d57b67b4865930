import type { QuizSection, QuizSettings } from "#modules/academy/contract/quiz.ts";

type SizedSection = QuizSection & { pool: number; asks: number };

const nameOf = ({ title }: QuizSection, at: number): string =>
  title === "" ? `Section ${at + 1}` : `“${title}”`;

function sectionFaults(section: SizedSection, at: number): string[] {
  const name = nameOf(section, at);
  if (section.questionIds.length === 0 && section.tags.length === 0)
    return [`${name} names no questions and no tags, so it asks nothing.`];
  if (section.asks === 0) return [`${name} finds no questions. Add some with its tags, or choose others.`];
  if (section.draw !== null && section.asks < section.draw)
    return [`${name} draws ${section.draw} questions but finds only ${section.asks}.`];
  return [];
}

/** What keeps a quiz from being taken as its author means it; sentences for people. */
export function quizFaults(
  { settings, lessonTitle }: { settings: QuizSettings; lessonTitle: string | null },
  sections: readonly SizedSection[],
): string[] {
  const faults = sections.flatMap(sectionFaults);
  if (sections.length === 0) faults.push("The quiz has no section yet, so it asks nothing.");
  if (settings.feedback === "after_last_attempt" && settings.attempts === null)
    faults.push("With any number of attempts there is no last one, so students never see what was right.");
  if (lessonTitle === null) faults.push("No lesson shows this quiz yet. Add it to a lesson as a block.");
  return faults;
}
