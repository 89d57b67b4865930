import { useSearchParams } from "react-router";
import type { z } from "zod";
import {
  MyAssignmentRef,
  type MyAssignment,
  MySubmissionRef,
  RemoveDraftFile,
  SaveMyDraft,
} from "#modules/academy/contract/submissions.ts";
import { pageContext } from "#web/context.ts";
import { richTextReader, richTextValue } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/assignment.ts";
import { faultWords } from "./fault-words.ts";
import { RubricList } from "./rubric-list.tsx";
import { SubmissionCard } from "./submission-card.tsx";
import { WorkForm } from "./work-form.tsx";

export type Assignment = z.output<typeof MyAssignment>;

export const handle: RouteHandle = {
  crumb: ({ assignment }: { assignment: Assignment }) => assignment.title,
  notices: {
    kept: "The draft is kept.",
    submitted: "Your work is handed in. You get a mail when the mark is there.",
    withdrawn: "Your work is back with you as a draft.",
    "file-added": "The file is added.",
    "file-removed": "The file is taken out.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const assignment = await context.get(pageContext).call<Assignment>("academy.get_my_assignment", {
    courseSlug: params.course,
    assignmentKey: params.assignmentKey,
  });
  return { assignment, text: await richTextValue(assignment.draft.text) };
}

async function keepDraft(args: Route.ActionArgs, then: "save" | "submit") {
  const { call } = args.context.get(pageContext);
  const { course: courseSlug, assignmentKey } = args.params;
  const read = await richTextReader();
  const path = `/learn/${courseSlug}/assignments/${assignmentKey}`;
  const hasText = (await args.request.clone().formData()).has("text");
  const work = async (input: z.output<typeof SaveMyDraft>) => {
    const of = { courseSlug, assignmentKey };
    if (hasText) await call("academy.save_my_draft", input);
    if (then === "submit") await call("academy.submit_assignment", of);
  };
  return submit(args, work, {
    schema: hasText ? SaveMyDraft : MyAssignmentRef,
    map: (form) => ({ revision: form.revision ?? "0", text: read(form.text), courseSlug, assignmentKey }),
    onSuccess: () => done(path, then === "submit" ? "submitted" : "kept"),
  });
}

export async function action(args: Route.ActionArgs) {
  const { course, assignmentKey } = args.params;
  const path = `/learn/${course}/assignments/${assignmentKey}`;
  const form = await args.request.clone().formData();
  const [intent] = String(form.get("intent")).split(":");
  if (intent === "withdraw")
    return submit(args, "academy.withdraw_submission", {
      schema: MySubmissionRef,
      onSuccess: () => done(path, "withdrawn"),
    });
  if (intent === "remove")
    return submit(args, "academy.remove_draft_file", {
      schema: RemoveDraftFile,
      map: ({ fileId }) => ({ fileId, courseSlug: course, assignmentKey }),
      onSuccess: () => done(`${path}#work`, "file-removed"),
    });
  return keepDraft(args, form.get("do") === "submit" ? "submit" : "save");
}

/** The last day by the student's own clock. */
function Due({ assignment: { dueOn, zone, isOverdue } }: { assignment: Assignment }) {
  const { date } = useFormat();
  if (!dueOn) return <>Hand it in when you are ready.</>;
  return (
    <>
      Due by the end of <time dateTime={dueOn}>{date(dueOn)}</time>, {zone.replaceAll("_", " ")} time.
      {isOverdue && " That day is over: what comes now is taken and marked as late."}
    </>
  );
}

const CLOSED: Record<NonNullable<Assignment["closedReason"]>, { title: string; text: string }> = {
  enrollment_closed: { title: "This course is closed for you now", text: "What you handed in stays here." },
  in_marking: {
    title: "Your work is with the graders",
    text: "You get a mail when the mark is there. Until a grader begins, you can take it back.",
  },
  no_attempts: {
    title: "You have handed this in as often as it may be",
    text: "Ask the instructor if you need another try.",
  },
};

export default function AssignmentPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { assignment, text } = loaderData;
  const [search] = useSearchParams();
  const fault = faultWords(search.get("fault"), assignment.settings);
  const { closedReason, submissions, rubric } = assignment;
  return (
    <div className="max-w-[68ch]">
      <PageHeader
        title={<span dir="auto">{assignment.title}</span>}
        over={
          <TextLink to={`/learn/${params.course}/lessons/${assignment.lessonSlug}`}>
            {assignment.lessonTitle}
          </TextLink>
        }
        lead={<Due assignment={assignment} />}
      />
      {fault && (
        <Notice tone="critical" title="The file was not added">
          {fault}
        </Notice>
      )}
      <RichText text={assignment.brief} className="mt-2" />
      {rubric.length > 0 && (
        <Disclosure
          summary={`How it is marked: ${countOf(rubric.length, "criterion", "criteria")}, ${countOf(assignment.maxPoints, "point")}`}
        >
          <RubricList rubric={rubric} />
        </Disclosure>
      )}
      <div id="work" className="mt-8 scroll-mt-4">
        {closedReason ? (
          <Section title="Your work">
            <Notice
              tone={closedReason === "in_marking" ? "accent" : "neutral"}
              title={CLOSED[closedReason].title}
            >
              {CLOSED[closedReason].text}
            </Notice>
          </Section>
        ) : (
          <WorkForm assignment={assignment} text={text} state={actionData} />
        )}
      </div>
      {submissions.length > 0 && (
        <Section title="Handed in" className="mt-10">
          <div className="space-y-4">
            {submissions.map((submission) => (
              <SubmissionCard key={submission.submissionId} submission={submission} state={actionData} />
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}
