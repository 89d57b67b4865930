import type { z } from "zod";
import { useSearchParams } from "react-router";
import { CreateQuestion, type SavedQuestion } from "#modules/academy/contract/quizzes.ts";
import { QUESTION_KINDS } from "#modules/academy/contract/question.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Route } from "./+types/question-new.ts";
import { courseOptions } from "./course-options.ts";
import { emptyForm } from "./question-draft.ts";
import { QuestionFields } from "./question-fields.tsx";
import { readQuestionForm } from "./read-question-form.ts";
import { KIND_WORDS } from "./words.ts";

export const handle: RouteHandle = { crumb: "New question" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = QUESTION_KINDS.find((one) => one === asked) ?? "single";
  return { courses: await courseOptions(call), form: await emptyForm(kind) };
}

export async function action(args: Route.ActionArgs) {
  const read = await readQuestionForm();
  return submit<z.output<typeof SavedQuestion>>(args, "academy.create_question", {
    schema: CreateQuestion,
    map: (form) => ({ ...read(form), courseId: form.courseId }),
    onSuccess: ({ questionId }) => done(`/console/academy/questions/${questionId}`, "created"),
  });
}

export default function NewQuestion({ loaderData: { courses, form }, actionData }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const course = search.get("course");
  return (
    <div className="max-w-[720px]">
      <PageHeader title="New question" />
      <nav aria-label="Kind" className="mb-6 flex flex-wrap gap-2">
        {QUESTION_KINDS.map((kind) => (
          <LinkButton
            key={kind}
            to={`?kind=${kind}${course ? `&course=${course}` : ""}`}
            size="small"
            look={kind === form.kind ? "primary" : "secondary"}
            aria-current={kind === form.kind ? "page" : undefined}
          >
            {KIND_WORDS[kind]}
          </LinkButton>
        ))}
      </nav>
      <Form state={actionData} key={form.kind}>
        <Select name="courseId" label="Course" options={courses} defaultValue={course ?? courses[0]?.value} />
        <QuestionFields form={form} />
        <Button look="primary">Add the question</Button>
      </Form>
    </div>
  );
}
