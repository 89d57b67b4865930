import { QuestionRef, ReviseQuestion, type SavedQuestion } from "#modules/academy/contract/quizzes.ts";
import type { z } from "zod";
import { toPlainText } from "#kernel/browser/rich-text/plain-text.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/question.ts";
import { QuestionAside } from "./question-aside.tsx";
import { questionForm } from "./question-draft.ts";
import { QuestionFields } from "./question-fields.tsx";
import { readQuestionForm } from "./read-question-form.ts";
import type { Question } from "./words.ts";

/** So much of a question stands in its title. */
const TITLE_SIGNS = 90;

export const handle: RouteHandle = {
  crumb: ({ question }: { question: Question }) => question.slug,
  notices: {
    created: "The question is in the bank.",
    saved: "The question is saved. New attempts get it as it is now.",
    copied: "This is the copy.",
    archived: "The question is archived. Attempts that asked it keep it.",
    restored: "The question is back.",
    remarked: "Attempts are marked anew.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const question = await context.get(pageContext).call<Question>("academy.get_question", params);
  return { question, form: await questionForm(question) };
}

export async function action(args: Route.ActionArgs) {
  const { questionId } = args.params;
  const here = `/console/academy/questions/${questionId}`;
  const form = await args.request.clone().formData();
  const ref = { schema: QuestionRef, map: () => ({ questionId }) };
  switch (form.get("intent")) {
    case "archive":
      return submit(args, "academy.archive_question", { ...ref, onSuccess: () => done(here, "archived") });
    case "restore":
      return submit(args, "academy.restore_question", { ...ref, onSuccess: () => done(here, "restored") });
    case "copy":
      return submit<z.output<typeof SavedQuestion>>(args, "academy.duplicate_question", {
        ...ref,
        onSuccess: (made) => done(`/console/academy/questions/${made.questionId}`, "copied"),
      });
    default: {
      const read = await readQuestionForm();
      return submit(args, "academy.revise_question", {
        schema: ReviseQuestion,
        map: (raw) => ({ ...read(raw), questionId, version: raw.version }),
        onSuccess: () => done(here, "saved"),
      });
    }
  }
}

/** A question is known by how it begins. */
function titleOf({ prompt, slug }: Question): string {
  const words = toPlainText(prompt).trim();
  if (words === "") return slug;
  return words.length > TITLE_SIGNS ? `${words.slice(0, TITLE_SIGNS).trimEnd()}…` : words;
}

export default function QuestionPage({ loaderData: { question, form }, actionData }: Route.ComponentProps) {
  const mayWrite = usePermission("academy:write") && question.archivedAt === null;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{titleOf(question)}</span>}
        lead={`${question.courseTitle}, ${question.slug}, version ${question.version}`}
        actions={question.archivedAt && <Badge>Archived</Badge>}
      />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
        <Form state={actionData} key={question.versionId} className="max-w-[720px]">
          <input type="hidden" name="version" value={question.version} />
          <fieldset disabled={!mayWrite} className="min-w-0 space-y-5">
            <QuestionFields form={form} />
            {mayWrite && <Button look="primary">Save the question</Button>}
          </fieldset>
        </Form>
        <QuestionAside question={question} state={actionData} />
      </div>
    </>
  );
}
