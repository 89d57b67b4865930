import type { z } from "zod";
import {
  AskOn,
  AskQuestion,
  type MyQuestion,
  type MyQuestions,
} from "#modules/academy/contract/questions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { MessageList } from "#web/parts/message-list.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/questions.ts";
import { CourseLink } from "./course-link.tsx";

export const handle: RouteHandle = {
  crumb: "Questions",
  notices: { asked: "Your question is sent. We write to you when it is answered." },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const mine = await context
    .get(pageContext)
    .call<z.output<typeof MyQuestions>>("academy.list_my_questions", { course: params.course });
  return {
    ...mine,
    course: params.course,
    lesson: new URL(request.url).searchParams.get("lesson"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { course } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const onSuccess = () => done(`/learn/${course}/questions`, "asked");
  if (intent.startsWith("on:")) return submit(args, "academy.ask_on", { schema: AskOn, onSuccess });
  return submit(args, "academy.ask_question", {
    schema: AskQuestion,
    map: (form) => ({ ...form, course, lesson: form.lesson || null }),
    onSuccess,
  });
}

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  const { course, courseTitle, questions, lesson } = loaderData;
  return (
    <>
      <PageHeader
        title="Your questions"
        over={<CourseLink course={course} title={courseTitle} />}
        lead="Between you and who teaches. No other student reads them."
      />
      <div className="max-w-2xl">
        <Section title="Ask">
          <Form key={questions.length} state={actionData} intent="ask">
            <input type="hidden" name="lesson" value={lesson ?? ""} />
            {lesson && <p className="text-13 text-muted">About the lesson you came from.</p>}
            <TextInput name="subject" label="What it is about" maxLength={200} dir="auto" />
            <TextArea name="body" label="Your question" rows={5} maxLength={10_000} />
            <Button look="primary">Ask</Button>
          </Form>
        </Section>
        {questions.map((question) => (
          <Asked key={question.questionId} question={question} state={actionData} />
        ))}
      </div>
    </>
  );
}

function Asked({ question, state }: { question: z.output<typeof MyQuestion>; state: FormState | undefined }) {
  const { questionId, subject, status, lessonTitle, messages } = question;
  const intent = `on:${questionId}`;
  return (
    <Section
      title={subject}
      note={lessonTitle ? <span dir="auto">{lessonTitle}</span> : undefined}
      actions={
        <State kind={status === "answered" ? "done" : "waiting"}>
          {status === "answered" ? "Answered" : "Waits for an answer"}
        </State>
      }
    >
      <Card flush>
        <MessageList messages={messages} />
        <div className="border-t border-line px-4 py-2">
          <Disclosure
            key={messages.length}
            summary={
              <>
                Ask on<span className="sr-only">: {subject}</span>
              </>
            }
            open={state?.intent === intent}
          >
            <Form state={state} intent={intent}>
              <input type="hidden" name="questionId" value={questionId} />
              <TextArea name="body" label="What you want to add" maxLength={10_000} />
              <Button>Send</Button>
            </Form>
          </Disclosure>
        </div>
      </Card>
    </Section>
  );
}
