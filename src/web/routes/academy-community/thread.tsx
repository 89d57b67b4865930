import type { z } from "zod";
import { ModeratePost, ReplyAsStaff, type StaffThread } from "#modules/academy/contract/moderation.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Route } from "./+types/thread.ts";
import { ModerationButton } from "./moderation-button.tsx";
import { StaffPostView } from "./staff-post-view.tsx";

type StaffThreadOf = z.output<typeof StaffThread>;

export const handle: RouteHandle = {
  crumb: ({ thread }: { thread: StaffThreadOf }) => thread.title,
  notices: { moderated: "It is done.", replied: "Your reply is there." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return {
    thread: await context.get(pageContext).call<StaffThreadOf>("academy.get_discussion_thread", params),
  };
}

export async function action(args: Route.ActionArgs) {
  const { threadId } = args.params;
  const here = `/console/academy/community/threads/${threadId}`;
  const intent = String((await args.request.clone().formData()).get("intent"));
  if (intent === "reply")
    return submit(args, "academy.reply_as_staff", {
      schema: ReplyAsStaff,
      map: (form) => ({ ...form, threadId }),
      onSuccess: () => done(here, "replied"),
    });
  return submit(args, "academy.moderate_post", {
    schema: ModeratePost,
    onSuccess: () => done(here, "moderated"),
  });
}

export default function Thread({ loaderData: { thread }, actionData }: Route.ComponentProps) {
  const { threadId, title, courseTitle, lessonTitle, isPinned, isLocked, posts } = thread;
  const isElsewhere = actionData && actionData.intent !== "reply" && !actionData.intent?.startsWith("hide:");
  return (
    <>
      <PageHeader
        title={<span dir="auto">{title}</span>}
        over={
          <span dir="auto">
            {courseTitle}, {lessonTitle}
          </span>
        }
        actions={
          <>
            <ModerationButton postId={threadId} action={isPinned ? "unpin" : "pin"} />
            <ModerationButton postId={threadId} action={isLocked ? "unlock" : "lock"} />
          </>
        }
      />
      <Refusal state={isElsewhere ? actionData : undefined} />
      <Card flush>
        <ol className="divide-y divide-line">
          {posts.map((post) => (
            <StaffPostView
              key={post.postId}
              post={post}
              isReply={post.postId !== threadId}
              state={actionData}
            />
          ))}
        </ol>
      </Card>
      <Section title="Reply">
        <Form key={posts.length} state={actionData} intent="reply" className="max-w-form">
          <TextArea
            name="body"
            label="Your reply"
            hint="Under your name, marked as who teaches."
            maxLength={10_000}
          />
          <Button look="primary">Reply</Button>
        </Form>
      </Section>
    </>
  );
}
