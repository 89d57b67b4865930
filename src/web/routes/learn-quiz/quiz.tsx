import type { z } from "zod";
import { redirect } from "react-router";
import { StartAttempt, type StartedAttempt } from "#modules/academy/contract/quiz-attempts.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/quiz.ts";
import { AttemptList } from "./attempt-list.tsx";
import { QuizRules } from "./quiz-rules.tsx";
import { percentOf, type Quiz } from "./quiz-words.ts";

export const handle: RouteHandle = { crumb: ({ quiz }: { quiz: Quiz }) => quiz.title };

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.quiz.title}: ${loaderData.quiz.courseTitle}` : "Quiz" },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return { quiz: await context.get(pageContext).call<Quiz>("academy.get_my_quiz", params) };
}

export async function action(args: Route.ActionArgs) {
  const { course, quizKey } = args.params;
  return submit<z.output<typeof StartedAttempt>>(args, "academy.start_attempt", {
    schema: StartAttempt,
    map: () => ({ course, quizKey }),
    onSuccess: ({ attemptId }) => redirect(`/learn/${course}/quizzes/${quizKey}/attempts/${attemptId}`),
  });
}

export default function QuizPage({ loaderData: { quiz }, actionData, params }: Route.ComponentProps) {
  const { course, quizKey } = params;
  return (
    <div className="mx-auto max-w-[68ch]">
      <header className="pt-6">
        <p className="text-14 text-muted">
          <TextLink to={quiz.lesson ? `/learn/${course}/lessons/${quiz.lesson.slug}` : `/learn/${course}`}>
            {quiz.lesson?.title ?? quiz.courseTitle}
          </TextLink>
        </p>
        <h1 className="mt-2 text-28 font-bold text-pretty sm:text-36" dir="auto">
          {quiz.title}
        </h1>
      </header>
      <RichText text={quiz.intro} fileHref={courseFile} className="mt-4" />
      <QuizRules quiz={quiz} />
      <div className="mt-6">
        {quiz.openAttemptId ? (
          <LinkButton
            to={`/learn/${course}/quizzes/${quizKey}/attempts/${quiz.openAttemptId}`}
            look="primary"
            size="large"
          >
            Continue your attempt
          </LinkButton>
        ) : (
          <Start quiz={quiz} state={actionData} />
        )}
      </div>
      {quiz.attempts.length > 0 && (
        <Section
          title="Your attempts"
          note={
            quiz.bestScorePpm === null
              ? undefined
              : `Your best result counts: ${percentOf(quiz.bestScorePpm)}, ${quiz.isPassed ? "passed" : "not passed yet"}.`
          }
        >
          <AttemptList attempts={quiz.attempts} base={`/learn/${course}/quizzes/${quizKey}/attempts`} />
        </Section>
      )}
    </div>
  );
}

function Start({ quiz, state }: { quiz: Quiz; state: Route.ComponentProps["actionData"] }) {
  if (quiz.questions === 0)
    return <p className="text-muted">This quiz has no questions at the moment. Come back later.</p>;
  if (quiz.attemptsLeft === 0) return <p className="text-muted">You have used all your attempts.</p>;
  if (quiz.nextAttemptAt)
    return (
      <p className="text-muted">
        The next attempt opens <Moment at={quiz.nextAttemptAt} />.
      </p>
    );
  return (
    <Form state={state}>
      <Button look="primary" size="large">
        {quiz.attempts.length === 0 ? "Start the quiz" : "Start another attempt"}
      </Button>
    </Form>
  );
}
