import type { z } from "zod";
import { type CourseSeats, type MySeats, OneSeat } from "#modules/academy/contract/seats.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/courses.ts";
import { needAccount, portalContext, portalPath } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

type Course = z.output<typeof CourseSeats>;

export const handle: RouteHandle = {
  crumb: "Courses",
  notices: {
    given: "The seat is given. The course is among theirs now.",
    taken_back: "The seat is free again. What they did stays in their record.",
  },
};

/** Members without a say in it see the way to their own courses alone. */
export async function loader({ context }: Route.LoaderArgs) {
  const { accountId, role } = needAccount(context.get(portalContext));
  if (role !== "owner" && role !== "admin") return { courses: [], mayGive: false };
  const { courses } = await context
    .get(pageContext)
    .call<z.output<typeof MySeats>>("academy.list_my_seats", { accountId });
  return { courses, mayGive: true };
}

export async function action(args: Route.ActionArgs) {
  const portal = args.context.get(portalContext);
  const { accountId } = needAccount(portal);
  const intent = String((await args.request.clone().formData()).get("intent"));
  const takesBack = intent.startsWith("take");
  return submit(args, takesBack ? "academy.take_back_my_seat" : "academy.give_my_seat", {
    schema: OneSeat,
    map: (form) => ({ ...form, accountId }),
    onSuccess: () => done(portalPath(portal, "/account/courses"), takesBack ? "taken_back" : "given"),
  });
}

export default function Courses({ loaderData: { courses, mayGive }, actionData }: Route.ComponentProps) {
  const own = <LinkButton to="/learn">Your own courses</LinkButton>;
  return (
    <>
      <PageHeader
        title="Courses"
        lead={mayGive ? "Seats the account bought, and who learns on them." : "What you learn."}
        actions={own}
      />
      {courses.length === 0 && (
        <EmptyState
          icon="graduation-cap"
          title={mayGive ? "The account has no seats" : "Your courses are on a page of their own"}
          text={
            mayGive
              ? "Buy a course for several people, and give the seats to members here."
              : "Owners and admins of the account give the seats it bought."
          }
          action={mayGive ? <LinkButton to="/pricing">Look at the offers</LinkButton> : own}
        />
      )}
      {courses.map((course) => (
        <SeatsOf key={course.courseId} course={course} state={actionData} />
      ))}
    </>
  );
}

function SeatsOf({ course, state }: { course: Course; state: FormState | undefined }) {
  const free = course.bought - course.learners.length;
  return (
    <Section title={course.title} note={`${course.learners.length} of ${course.bought} seats are taken.`}>
      <Card flush>
        <ul className="divide-y divide-line">
          {course.learners.map((learner) => (
            <LearnerRow key={learner.personId} courseId={course.courseId} learner={learner} state={state} />
          ))}
          <li className="px-4 py-3">
            <Free course={course} free={free} state={state} />
          </li>
        </ul>
      </Card>
    </Section>
  );
}

const STANDING: Record<string, string> = {
  suspended: "waits for a payment",
  revoked: "closed: the payment was given back",
  expired: "closed: the time is over",
};

function LearnerRow({
  courseId,
  learner,
  state,
}: {
  courseId: string;
  learner: Course["learners"][number];
  state: FormState | undefined;
}) {
  const { personId, name, email, status, done: completed, total } = learner;
  const shown = name ?? "Somebody who left the account";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <Avatar name={shown} />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p dir="auto" className="font-medium">
          {shown}
        </p>
        <p className="text-13 text-muted">
          {email && `${email}, `}
          {STANDING[status] ?? `${completed} of ${total} lessons`}
        </p>
      </div>
      <Form state={state} intent={`take:${courseId}:${personId}`} className="">
        <input type="hidden" name="courseId" value={courseId} />
        <input type="hidden" name="personId" value={personId} />
        <Button aria-label={`Take back the seat of ${shown}`}>Take back</Button>
      </Form>
    </li>
  );
}

function Free({ course, free, state }: { course: Course; free: number; state: FormState | undefined }) {
  const { path } = usePortal();
  if (!course.isPublished)
    return <p className="text-muted">The course is not out yet. Seats can be given once it is.</p>;
  if (free <= 0) return <p className="text-muted">No seat is free. Take one back, or buy more.</p>;
  if (course.others.length === 0)
    return (
      <p className="text-muted">
        Everybody of the account takes it. <TextLink to={path("/account/members")}>Invite somebody</TextLink>{" "}
        to give them a free seat.
      </p>
    );
  return (
    <Form state={state} intent={`give:${course.courseId}`} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="courseId" value={course.courseId} />
      <Select
        name="personId"
        label="Give a seat to"
        options={course.others.map(({ personId, name, email }) => ({
          value: personId,
          label: `${name} (${email})`,
        }))}
        emptyLabel="Choose"
      />
      <Button look="primary">Give the seat</Button>
    </Form>
  );
}
