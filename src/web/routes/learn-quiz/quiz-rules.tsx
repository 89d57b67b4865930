import { countOf } from "#web/format/plural.ts";
import { Icon } from "#web/ui/icon.tsx";
import { FEEDBACK_WORDS, lengthWords, type Quiz } from "./quiz-words.ts";

/** The rules of a quiz for this student, in words. */
export function QuizRules({ quiz }: { quiz: Quiz }) {
  const { settings, timeLimitMinutes, attemptsAllowed, attemptsLeft } = quiz;
  const rules = [
    `${countOf(quiz.questions, "question")}. ${settings.passingPercent} % passes.`,
    timeLimitMinutes === null
      ? "No time limit. You can leave and come back; what you answered is kept."
      : `${lengthWords(timeLimitMinutes)} from the moment you start. The time goes on when you leave; what you answered is kept.`,
    attemptsAllowed === null
      ? `As many attempts as you like. The best one counts.`
      : `${countOf(attemptsAllowed, "attempt")}, ${attemptsLeft} left. The best one counts.`,
    settings.retakeAfterHours > 0
      ? `${countOf(settings.retakeAfterHours, "hour")} between one attempt and the next.`
      : "",
    FEEDBACK_WORDS[settings.feedback],
  ].filter(Boolean);
  return (
    <ul className="mt-6 space-y-2">
      {rules.map((rule) => (
        <li key={rule} className="flex gap-3">
          <Icon name="circle-dot" className="mt-1 text-muted" />
          <span className="text-pretty">{rule}</span>
        </li>
      ))}
    </ul>
  );
}
