import type { z } from "zod";
import {
  ReleaseMarks,
  ReopenMark,
  ReturnSubmission,
  SaveMark,
  type Submission as SubmissionShape,
  SubmissionRef,
} from "#modules/academy/contract/marking.ts";
import { pageContext } from "#web/context.ts";
import { richTextReader, richTextValue } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/submission.ts";
import { MarkPanel } from "./mark-panel.tsx";
import { SubmissionState } from "./standing.tsx";
import { SubmissionHistory } from "./submission-history.tsx";
import { SubmittedWork } from "./submitted-work.tsx";

export type Submission = z.output<typeof SubmissionShape>;

export const handle: RouteHandle = {
  crumb: ({ submission }: { submission: Submission }) => submission.student.name || "Erased person",
  wide: true,
  notices: {
    claimed: "This is on your table for an hour; each save begins the hour anew.",
    kept: "The mark is kept as a draft.",
    marked: "The mark is made. The student sees it once it is released.",
    released: "The mark is released. The student gets a mail.",
    back: "It is back in the queue. Your draft of the mark stays.",
    returned: "The student is asked to hand it in again.",
    reopened: "The mark is open again and on your table.",
  },
};

const EMPTY = { type: "doc" as const, content: [] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const submission = await call<Submission>("academy.get_submission", params);
  const own = submission.readings.find(({ reading }) => reading === submission.nextReading);
  return {
    submission,
    viewerId: viewer?.personId ?? null,
    comment: await richTextValue(own?.comment ?? EMPTY),
  };
}

async function saveMark(args: Route.ActionArgs, path: string) {
  const isDone = (await args.request.clone().formData()).get("do") === "done";
  const read = await richTextReader();
  return submit(args, "academy.save_mark", {
    schema: SaveMark,
    map: ({ comment, do: _do, ...form }) => ({
      ...form,
      comment: read(comment),
      isDone: isDone ? "true" : "",
      submissionId: args.params.submissionId,
    }),
    onSuccess: () => done(path, isDone ? "marked" : "kept"),
  });
}

const STEPS = {
  claim: ["academy.claim_submission", SubmissionRef, "claimed"],
  back: ["academy.give_back_submission", SubmissionRef, "back"],
  return: ["academy.return_submission", ReturnSubmission, "returned"],
  reopen: ["academy.reopen_mark", ReopenMark, "reopened"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const path = `/console/academy/assignments/submissions/${submissionId}`;
  const intent = String((await args.request.clone().formData()).get("intent"));
  if (intent === "mark") return saveMark(args, path);
  if (intent === "release")
    return submit(args, "academy.release_marks", {
      schema: ReleaseMarks,
      map: () => ({ submissionIds: [submissionId] }),
      onSuccess: () => done(path, "released"),
    });
  const [operation, schema, notice] = STEPS[intent as keyof typeof STEPS] ?? STEPS.claim;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, submissionId }),
    onSuccess: () => done(path, notice),
  });
}

export default function SubmissionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { submission, comment } = loaderData;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{submission.student.name || "Erased person"}</span>}
        over={
          <span dir="auto">
            {submission.courseTitle}, {submission.assignmentTitle}
          </span>
        }
        lead={
          <>
            Submission {submission.number}, handed in <Moment at={submission.submittedAt} />
            {submission.isLate && ", late"}
            {submission.cohortTitle && <>, cohort {submission.cohortTitle}</>}.
          </>
        }
        actions={<SubmissionState status={submission.status} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(22rem,2fr)]">
        <div className="min-w-0 space-y-8">
          <SubmittedWork submission={submission} />
          <SubmissionHistory submission={submission} />
        </div>
        <MarkPanel
          key={submission.submissionId}
          submission={submission}
          comment={comment}
          state={actionData}
        />
      </div>
    </>
  );
}
