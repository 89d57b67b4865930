import type { z } from "zod";
import {
  AnswerQuestion,
  AssignQuestion,
  SetQuestionStatus,
  type StudentQuestion,
} from "#modules/academy/contract/questions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { MessageList } from "#web/parts/message-list.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { State } from "#web/ui/state.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Route } from "./+types/question.ts";

type Question = z.output<typeof StudentQuestion>;

export const handle: RouteHandle = {
  crumb: ({ question }: { question: Question }) => question.subject,
  notices: {
    answered: "The answer is sent.",
    assigned: "It is said who answers.",
    status: "The standing is changed.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return { question: await context.get(pageContext).call<Question>("academy.get_student_question", params) };
}

const OPERATIONS = {
  answer: ["academy.answer_question", AnswerQuestion, "answered"],
  assign: ["academy.assign_question", AssignQuestion, "assigned"],
  status: ["academy.set_question_status", SetQuestionStatus, "status"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { questionId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.answer;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, questionId, ...(intent === "assign" && { personId: form.personId || null }) }),
    onSuccess: () => done(`/console/academy/community/questions/${questionId}`, notice),
  });
}

export default function QuestionPage({ loaderData: { question }, actionData }: Route.ComponentProps) {
  const { subject, status, messages } = question;
  const isOpen = status === "open";
  return (
    <>
      <PageHeader
        title={<span dir="auto">{subject}</span>}
        lead={<State kind={isOpen ? "waiting" : "done"}>{isOpen ? "Waits" : "Answered"}</State>}
        actions={
          <Form intent="status" className="">
            <input type="hidden" name="status" value={isOpen ? "answered" : "open"} />
            <Button>{isOpen ? "Needs no answer" : "Open it again"}</Button>
          </Form>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
        <Section title="What was said">
          <Card flush>
            <MessageList messages={messages} />
          </Card>
          <Form key={messages.length} state={actionData} intent="answer" className="mt-5">
            <TextArea
              name="body"
              label="Your answer"
              hint="The student gets a mail that leads here."
              rows={6}
              maxLength={10_000}
            />
            <Button look="primary">Answer</Button>
          </Form>
        </Section>
        <WhoAsks question={question} state={actionData} />
      </div>
    </>
  );
}

function WhoAsks({ question, state }: { question: Question; state: FormState | undefined }) {
  return (
    <Section title="Who asks">
      <Card>
        <KeyValue
          pairs={[
            {
              label: "Student",
              value: (
                <NameLink to={`/console/academy/students/${question.enrollmentId}`}>
                  <span dir="auto">{question.studentName}</span>
                </NameLink>
              ),
            },
            { label: "Course", value: <span dir="auto">{question.courseTitle}</span> },
            { label: "Lesson", value: question.lessonTitle ?? "The course as a whole" },
          ]}
        />
      </Card>
      <Form state={state} intent="assign" className="mt-5">
        <Select
          name="personId"
          label="Who answers"
          options={question.staff.map(({ personId, name }) => ({ value: personId, label: name }))}
          emptyLabel="Nobody yet"
          defaultValue={question.assigneeId ?? ""}
          optional
        />
        <Button>Say who answers</Button>
      </Form>
    </Section>
  );
}
