import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { QuestionKind } from "#modules/academy/contract/question.ts";
import type { QuizSection, QuizSettings } from "#modules/academy/contract/quiz.ts";

/** A question that may be asked. `lists`: how many entries each of its shuffled lists has. */
export interface Candidate {
  questionId: string;
  versionId: string;
  kind: QuestionKind;
  points: number;
  tags: readonly string[];
  lists: readonly number[];
}

/** A question of a paper in its place. */
export interface DrawnItem {
  section: number;
  questionId: string;
  versionId: string;
  points: number;
  arrangement: number[][];
}

type Random = ReturnType<typeof xoroshiro128plus>;

/** Fisher and Yates; every order is as likely as any other. */
function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = uniformInt(random, 0, at);
    const [one, two] = [mixed[at], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
}

const inOrder = (length: number): number[] => Array.from({ length }, (_, at) => at);

/** An order to sort is never shown sorted: that would be the answer. */
function outOfOrder(random: Random, length: number): number[] {
  const order = shuffled(random, inOrder(length));
  const isSorted = order.every((place, at) => place === at);
  return isSorted && length > 1 ? [...order.slice(1), 0] : order;
}

/** Items to put in order and right sides to match are always mixed; options only where the quiz says so. */
function arrange(random: Random, { kind, lists }: Candidate, shuffleOptions: boolean): number[][] {
  if (kind === "ordering") return lists.map((length) => outOfOrder(random, length));
  if (kind === "matching" || shuffleOptions) return lists.map((length) => shuffled(random, inOrder(length)));
  return lists.map(inOrder);
}

/** The questions of a section that are not asked already, in the author's order: those named, then those with a tag. */
function poolOf(
  section: QuizSection,
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
): Candidate[] {
  const byId = new Map(candidates.map((candidate) => [candidate.questionId, candidate]));
  const named = section.questionIds.flatMap((id) => byId.get(id) ?? []);
  const tagged = candidates.filter(({ tags }) => tags.some((tag) => section.tags.includes(tag)));
  return [...new Set([...named, ...tagged])].filter(({ questionId }) => !taken.has(questionId));
}

/**
 * Draws and orders the questions of one attempt. The same seed and the same candidates give the same paper. A question is
 * asked once, in the first section that draws it; a section that has fewer than it draws asks all it has.
 */
export function drawPaper(
  sections: readonly QuizSection[],
  candidates: readonly Candidate[],
  { seed, settings }: { seed: number; settings: Pick<QuizSettings, "shuffleQuestions" | "shuffleOptions"> },
): DrawnItem[] {
  const random = xoroshiro128plus(seed);
  const taken = new Set<string>();
  const paper: DrawnItem[] = [];
  for (const [at, section] of sections.entries()) {
    const pool = poolOf(section, candidates, taken);
    const count = Math.min(section.draw ?? pool.length, pool.length);
    // A draw is by chance even where the order is kept; then what was drawn stands in the author's order.
    const drawn = new Set(count < pool.length ? shuffled(random, pool).slice(0, count) : pool);
    const kept = pool.filter((candidate) => drawn.has(candidate));
    for (const candidate of settings.shuffleQuestions ? shuffled(random, kept) : kept) {
      taken.add(candidate.questionId);
      const { questionId, versionId, points } = candidate;
      const arrangement = arrange(random, candidate, settings.shuffleOptions);
      paper.push({ section: at, questionId, versionId, points, arrangement });
    }
  }
  return paper;
}
