import type { z } from "zod";
import { useSearchParams } from "react-router";
import { quizSettings } from "#modules/academy/contract/quiz.ts";
import { type AddedQuiz, AddQuiz } from "#modules/academy/contract/quizzes.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextValue } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Route } from "./+types/quiz-new.ts";
import { courseOptions } from "./course-options.ts";
import { loadChoices } from "./load-quiz-form.ts";
import { readQuizForm } from "./quiz-forms.ts";
import { QuizFields } from "./quiz-fields.tsx";

export const handle: RouteHandle = { crumb: "New quiz" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const courses = await courseOptions(call);
  const asked = new URL(request.url).searchParams.get("course");
  const course = courses.find(({ value }) => value === asked)?.value ?? courses[0]?.value;
  return {
    courses,
    choices: course ? await loadChoices(call, course) : [],
    form: {
      title: "",
      slug: "",
      intro: await richTextValue({ type: "doc", content: [] }),
      settings: quizSettings.parse({}),
      sections: [],
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const read = await readQuizForm();
  let course = "";
  return submit<z.output<typeof AddedQuiz>>(args, "academy.add_quiz", {
    schema: AddQuiz,
    map: (form) => {
      course = String(form.courseId);
      return { ...read(form), courseId: course };
    },
    onSuccess: ({ quizKey }) => done(`/console/academy/quizzes/${course}/${quizKey}`, "created"),
  });
}

export default function NewQuiz({
  loaderData: { courses, choices, form },
  actionData,
}: Route.ComponentProps) {
  const [search] = useSearchParams();
  return (
    <div className="max-w-[720px]">
      <PageHeader title="New quiz" />
      <Form state={actionData}>
        <Select
          name="courseId"
          label="Course"
          options={courses}
          defaultValue={search.get("course") ?? courses[0]?.value}
        />
        <QuizFields form={form} choices={choices} />
        <Button look="primary">Add the quiz</Button>
      </Form>
    </div>
  );
}
