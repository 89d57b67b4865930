import type { z } from "zod";
import { Link } from "react-router";
import {
  DiscussionName,
  StartThread,
  type ThreadPage,
  type ThreadSummary,
  type WrittenPost,
} from "#modules/academy/contract/discussions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/discussion.ts";
import { CourseLink } from "./course-link.tsx";

export const handle: RouteHandle = {
  crumb: "Discussion",
  notices: { named: "Others see this name now, also on what you wrote before." },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const page = await call<z.output<typeof ThreadPage>>("academy.list_threads", { ...params, cursor });
  const { name } = await call<{ name: string }>("academy.get_my_discussion_name", {});
  return { ...page, ...params, name };
}

export async function action(args: Route.ActionArgs) {
  const { course, lesson } = args.params;
  const here = `/learn/${course}/lessons/${lesson}/discussion`;
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "name")
    return submit(args, "academy.set_my_discussion_name", {
      schema: DiscussionName,
      onSuccess: () => done(here, "named"),
    });
  return submit<z.output<typeof WrittenPost>>(args, "academy.start_thread", {
    schema: StartThread,
    map: (form) => ({ ...form, course, lesson }),
    onSuccess: ({ threadId }) => done(`${here}/${threadId}`),
  });
}

export default function Discussion({ loaderData, actionData }: Route.ComponentProps) {
  const { course, lesson, lessonTitle, items, nextCursor, name } = loaderData;
  return (
    <>
      <PageHeader
        title="Discussion"
        over={<CourseLink course={course} lesson={lesson} title={lessonTitle} />}
        lead="Students of this course read along, and who teaches."
        actions={
          <LinkButton to={`/learn/${course}/questions?lesson=${lesson}`}>Ask who teaches instead</LinkButton>
        }
      />
      <div className="max-w-2xl">
        {items.length === 0 ? (
          <EmptyState title="Nobody has said anything yet" text="Ask the others, or say what helped you." />
        ) : (
          <Card flush>
            <ul className="divide-y divide-line">
              {items.map((thread) => (
                <ThreadRow key={thread.threadId} course={course} lesson={lesson} thread={thread} />
              ))}
            </ul>
          </Card>
        )}
        {nextCursor && (
          <p className="mt-4">
            <LinkButton to={`?cursor=${nextCursor}`}>Older threads</LinkButton>
          </p>
        )}
        <Section title="Begin a thread">
          <Form state={actionData} intent="start">
            <TextInput name="title" label="Title" maxLength={200} dir="auto" />
            <TextArea
              name="body"
              label="What you want to say"
              hint="Markdown works: **bold**, - list, > quote"
              rows={5}
              maxLength={10_000}
            />
            <Button look="primary">Begin</Button>
          </Form>
        </Section>
        <div className="mt-6">
          <Disclosure summary={`Others see you as ${name}`} open={actionData?.intent === "name"}>
            <Form state={actionData} intent="name" className="flex flex-wrap items-end gap-3">
              <TextInput
                name="name"
                label="Name in discussions"
                defaultValue={name}
                maxLength={80}
                dir="auto"
              />
              <Button>Use this name</Button>
            </Form>
          </Disclosure>
        </div>
      </div>
    </>
  );
}

interface ThreadRowProps {
  course: string;
  lesson: string;
  thread: z.output<typeof ThreadSummary>;
}

function ThreadRow({ course, lesson, thread }: ThreadRowProps) {
  const { threadId, title, authorName, lastAt, replies, isPinned, isLocked, hasAnswer } = thread;
  return (
    <li className="relative px-4 py-3 hover:bg-hover">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          to={`/learn/${course}/lessons/${lesson}/discussion/${threadId}`}
          className="min-w-0 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
          dir="auto"
        >
          {title}
        </Link>
        {isPinned && <Badge>Pinned</Badge>}
        {hasAnswer && <Badge>Answered</Badge>}
        {isLocked && <Badge>Closed</Badge>}
      </p>
      <p className="text-13 text-muted">
        <span dir="auto">{authorName}</span>, {replies === 0 ? "no reply yet" : countOf(replies, "reply")},{" "}
        <Moment at={lastAt} ago />
      </p>
    </li>
  );
}
