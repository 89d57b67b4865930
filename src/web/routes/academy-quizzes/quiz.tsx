import { QuizRef, SaveQuiz } from "#modules/academy/contract/quizzes.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextValue } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import type { Route } from "./+types/quiz.ts";
import { loadChoices } from "./load-quiz-form.ts";
import { QuizFields } from "./quiz-fields.tsx";
import { readQuizForm } from "./quiz-forms.ts";
import type { Quiz } from "./words.ts";

export const handle: RouteHandle = {
  notices: {
    created: "The quiz is in the draft. Add it to a lesson as a block.",
    saved: "The quiz is saved in the draft. Students get it once the draft is published.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [quiz, choices] = await Promise.all([
    call<Quiz>("academy.get_quiz", params),
    loadChoices(call, params.courseId),
  ]);
  const { title, slug, settings, sections } = quiz;
  return { quiz, choices, form: { title, slug, settings, sections, intro: await richTextValue(quiz.intro) } };
}

export async function action(args: Route.ActionArgs) {
  const { courseId, quizKey } = args.params;
  const form = await args.request.clone().formData();
  if (form.get("intent") === "remove")
    return submit(args, "academy.remove_quiz", {
      schema: QuizRef,
      map: () => ({ courseId, quizKey }),
      onSuccess: () => done("/console/academy/quizzes"),
    });
  const read = await readQuizForm();
  return submit(args, "academy.save_quiz", {
    schema: SaveQuiz,
    map: (raw) => ({ ...read(raw), courseId, quizKey, revision: raw.revision }),
    onSuccess: () => done(`/console/academy/quizzes/${courseId}/${quizKey}`, "saved"),
  });
}

function Faults({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice tone="caution" title="Before students take it">
      <ul className="list-disc ps-5">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Notice>
  );
}

export default function QuizPage({ loaderData: { quiz, choices, form }, actionData }: Route.ComponentProps) {
  const mayWrite = usePermission("academy:write");
  return (
    <div className="max-w-[720px] space-y-6">
      <Faults faults={quiz.faults} />
      <Form state={actionData} key={quiz.revision}>
        <input type="hidden" name="revision" value={quiz.revision} />
        <fieldset disabled={!mayWrite} className="min-w-0 space-y-5">
          <QuizFields form={form} choices={choices} />
          {mayWrite && <Button look="primary">Save the quiz</Button>}
        </fieldset>
      </Form>
      {mayWrite && quiz.in.includes("draft") && (
        <Disclosure summary="Remove from the draft">
          <p className="mb-3 text-pretty text-muted">
            Versions that are published keep it, and so do attempts. A lesson that shows it has to let it go
            first.
          </p>
          <Form intent="remove" state={actionData}>
            <Button look="danger">Remove the quiz</Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
