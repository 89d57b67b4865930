import type { PublicCourseCard } from "#modules/academy/contract/catalogue.ts";
import { countOf } from "#web/format/plural.ts";

const LEVELS: Record<PublicCourseCard["level"], string> = {
  beginner: "For beginners",
  intermediate: "For people with some experience",
  advanced: "For the experienced",
};

export const levelWords = (level: PublicCourseCard["level"]): string => LEVELS[level];

/** Estimated time as people say it: minutes below two hours, else whole hours. Empty where it is not known. */
export function timeWords(minutes: number): string {
  if (minutes === 0) return "";
  if (minutes < 120) return `about ${countOf(minutes, "minute")}`;
  return `about ${countOf(Math.round(minutes / 60), "hour")}`;
}

/** How long a course runs. */
export function spanWords(days: number | null): string {
  if (days === null) return "";
  return days % 7 === 0 && days < 90 ? countOf(days / 7, "week") : countOf(days, "day");
}

/** What a card says of a course's size, in one line. */
export const sizeWords = ({ lessons, minutes, durationDays }: PublicCourseCard): string =>
  [spanWords(durationDays), countOf(lessons, "lesson"), timeWords(minutes)].filter(Boolean).join(", ");

/** The name of a language in English. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
