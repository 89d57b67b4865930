import type { z } from "zod";
import {
  EditPost,
  OnePost,
  ReplyToThread,
  ReportPost,
  type Thread,
} from "#modules/academy/contract/discussions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/thread.ts";
import { PostView } from "./post-view.tsx";

export const handle: RouteHandle = {
  crumb: ({ thread }: { thread: z.output<typeof Thread> }) => thread.title,
  notices: {
    replied: "Your reply is there.",
    edited: "Your post is changed.",
    deleted: "Your words are removed.",
    reported: "Thank you. Staff look at it.",
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { threadId } = params;
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const thread = await context
    .get(pageContext)
    .call<z.output<typeof Thread>>("academy.get_thread", { threadId, cursor });
  return { thread };
}

const OPERATIONS = {
  reply: ["academy.reply_to_thread", ReplyToThread, "replied"],
  edit: ["academy.edit_post", EditPost, "edited"],
  delete: ["academy.delete_post", OnePost, "deleted"],
  report: ["academy.report_post", ReportPost, "reported"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { course, lesson, threadId } = args.params;
  // A thread has many forms of one kind; what comes after the colon says which.
  const [intent] = String((await args.request.clone().formData()).get("intent")).split(":");
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.reply;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, threadId }),
    onSuccess: () => done(`/learn/${course}/lessons/${lesson}/discussion/${threadId}`, notice),
  });
}

export default function ThreadPage({ loaderData: { thread }, actionData }: Route.ComponentProps) {
  const { title, courseSlug, lessonSlug, lessonTitle, first, replies, isLocked, nextCursor } = thread;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{title}</span>}
        over={
          <TextLink to={`/learn/${courseSlug}/lessons/${lessonSlug}/discussion`}>
            Discussion: <span dir="auto">{lessonTitle}</span>
          </TextLink>
        }
      />
      <div className="max-w-2xl">
        <Card flush>
          <ol className="divide-y divide-line">
            {[first, ...replies].map((post) => (
              <PostView key={post.postId} post={post} state={actionData} />
            ))}
          </ol>
        </Card>
        {nextCursor && (
          <p className="mt-4">
            <LinkButton to={`?cursor=${nextCursor}`}>Newer replies</LinkButton>
          </p>
        )}
        {isLocked ? (
          <div className="mt-6">
            <Notice>Staff closed this thread. Begin a new one if something is open.</Notice>
          </div>
        ) : (
          <Section title="Reply">
            <Form key={replies.length} state={actionData} intent="reply">
              <TextArea name="body" label="Your reply" labelHidden rows={4} maxLength={10_000} />
              <Button look="primary">Reply</Button>
            </Form>
          </Section>
        )}
      </div>
    </>
  );
}
