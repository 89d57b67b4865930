import type { z } from "zod";
import {
  DraftReview,
  EditReviewSummary,
  type Review as ReviewShape,
  SignReview,
} from "#modules/playbook/contract/reviews.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { done, submit } from "#web/forms/submit.ts";
import { ACTION_NOTICES, isActionForm, submitAction } from "#web/parts/action-forms.ts";
import { Actions } from "#web/parts/actions.tsx";
import { COMMENT_NOTICES, isCommentForm, loadComments, submitComment } from "#web/parts/comment-forms.ts";
import { Comments } from "#web/parts/comments.tsx";
import { loadPeople } from "#web/parts/load-people.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import type { Route } from "./+types/review.ts";
import { PrintButton } from "./print-button.tsx";
import { ReviewSections } from "./review-sections.tsx";
import { ReviewSummary } from "./review-summary.tsx";
import { Redraft, SignForm, Signature } from "./signature.tsx";
import { dayBefore, isLastWeek, weekWords } from "./week-words.ts";

type Review = z.output<typeof ReviewShape>;

export const handle: RouteHandle = {
  crumb: (data: { review: Review } | undefined) => (data ? weekWords(data.review.week) : "Review"),
  notices: {
    drafted: "The review is drafted from what is known now.",
    summed: "Your words are kept.",
    signed: "The review is signed. Nothing in it changes any more.",
    ...ACTION_NOTICES,
    ...COMMENT_NOTICES,
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { reviewId } = params;
  const [review, comments, people] = await Promise.all([
    call<Review>("playbook.get_review", { reviewId }),
    loadComments(call, { kind: "review", id: reviewId }, request.url),
    loadPeople(call),
  ]);
  return { review, comments, people, selfId: viewer?.personId ?? null };
}

export async function action(args: Route.ActionArgs) {
  const { reviewId } = args.params;
  const here = `/console/plan/reviews/${reviewId}`;
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  if (isCommentForm(intent))
    return submitComment(args, intent, { subject: { kind: "review", id: reviewId }, here });
  if (isActionForm(intent)) return submitAction(args, intent, { here, about: { reviewId } });
  if (intent === "sign")
    return submit(args, "playbook.sign_review", {
      schema: SignReview,
      map: () => ({ reviewId }),
      onSuccess: () => done(here, "signed"),
    });
  if (intent === "redraft")
    return submit<{ reviewId: string | null }>(args, "playbook.draft_review", {
      schema: DraftReview,
      onSuccess: (drafted) => done(`/console/plan/reviews/${drafted.reviewId ?? reviewId}`, "drafted"),
    });
  return submit(args, "playbook.edit_review_summary", {
    schema: EditReviewSummary,
    map: (form) => ({ ...form, reviewId }),
    onSuccess: () => done(here, "summed"),
  });
}

export default function ReviewMemo({ loaderData, actionData }: Route.ComponentProps) {
  const { review, comments, people, selfId } = loaderData;
  const { dateRange, today } = useFormat();
  const mayEdit = usePermission("playbook:edit");
  const mayWrite = mayEdit && review.signed === null;
  const state = actionData ?? undefined;
  return (
    <div className="mx-auto max-w-[760px]">
      <PageHeader
        over={
          <span className="inline-flex flex-wrap items-center gap-x-3">
            {dateRange(review.covers.start, dayBefore(review.covers.end))}
            <State kind={review.signed ? "signed" : "draft"} />
          </span>
        }
        title={`Review of ${weekWords(review.week).replace("W", "w")}`}
        lead={review.headline}
        actions={<PrintButton />}
      />
      {review.signed && <Signature signed={review.signed} />}
      <ReviewSummary summary={review.summary} mayWrite={mayWrite} state={state} />
      <ReviewSections sections={review.sections} />
      <Actions actions={review.actions} people={people} selfId={selfId} state={state} />
      {mayWrite && <SignForm state={state} />}
      <Comments list={comments} people={people} state={state} />
      {mayWrite && isLastWeek(review.covers.end, today) && (
        <Redraft draftedAt={review.draftedAt} state={state} />
      )}
    </div>
  );
}
