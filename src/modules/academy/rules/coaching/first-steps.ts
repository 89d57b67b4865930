/** What a student did so far, of what gets people going. */
export interface StepFacts {
  hasZone: boolean;
  hasOpenedLesson: boolean;
  hasGoal: boolean;
  hasPlan: boolean;
  hasTakenQuiz: boolean;
  /** Whether the course has a quiz at all. */
  hasQuiz: boolean;
  /** Addresses of lessons; null where there is none. */
  firstLesson: string | null;
  firstQuiz: string | null;
}

/** The first steps in a course, in the order that makes sense, each with where it is done. */
export function firstSteps(course: string, facts: StepFacts) {
  const learn = `/learn/${course}`;
  const lesson = (slug: string | null) => (slug === null ? learn : `${learn}/lessons/${slug}`);
  const steps = [
    {
      key: "first_lesson" as const,
      title: "Open the first lesson",
      isDone: facts.hasOpenedLesson,
      href: lesson(facts.firstLesson),
    },
    {
      key: "goal" as const,
      title: "Write down what you want to have at the end",
      isDone: facts.hasGoal,
      href: `${learn}/plan`,
    },
    {
      key: "plan" as const,
      title: "Choose the days you learn on",
      isDone: facts.hasPlan,
      href: `${learn}/plan#plan`,
    },
    {
      key: "zone" as const,
      title: "Set your time zone",
      isDone: facts.hasZone,
      href: "/account/profile",
    },
  ];
  const quiz = {
    key: "first_quiz" as const,
    title: "Take the first quiz",
    isDone: facts.hasTakenQuiz,
    href: lesson(facts.firstQuiz),
  };
  return facts.hasQuiz ? [...steps, quiz] : steps;
}
