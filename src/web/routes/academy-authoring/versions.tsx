import type { z } from "zod";
import type { ActionFunctionArgs } from "react-router";
import { PublishCurriculum } from "#modules/academy/contract/authoring.ts";
import {
  CancelPublication,
  type CheckedDraftFindings,
  type CurriculumList,
  DiscardDraft,
  MigrateEnrollments,
  type MigrationPreview,
  SchedulePublication,
} from "#modules/academy/contract/authoring-versions.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/versions.ts";
import { CourseHead } from "./course-head.tsx";
import { Findings } from "./findings.tsx";
import { MigrationForm } from "./migration-form.tsx";
import { PublishForms } from "./publish-forms.tsx";
import { useCourse } from "./use-course.ts";
import { VersionList } from "./version-list.tsx";
import { toInstant } from "./to-instant.ts";

export const handle: RouteHandle = {
  crumb: "Versions",
  notices: {
    published: "The version is out. Who begins from now on follows it.",
    scheduled: "The publication is scheduled.",
    cancelled: "The publication is taken back.",
    discarded: "The draft is thrown away. The version that is out stays as it is.",
    migrating: "Students are being moved. That goes on in the background.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { courseId } = params;
  const [checks, versions] = await Promise.all([
    call<z.output<typeof CheckedDraftFindings>>("academy.check_draft", { courseId }),
    call<z.output<typeof CurriculumList>>("academy.list_curricula", { courseId }),
  ]);
  const isOut = versions.items.some(({ status }) => status === "published");
  const migration = isOut
    ? await call<z.output<typeof MigrationPreview>>("academy.preview_migration", { courseId })
    : null;
  return { checks, versions: versions.items, migration };
}

const WORK = {
  publish: ["academy.publish_curriculum", PublishCurriculum, "published"],
  schedule: ["academy.schedule_publication", SchedulePublication, "scheduled"],
  cancel: ["academy.cancel_publication", CancelPublication, "cancelled"],
  discard: ["academy.discard_draft", DiscardDraft, "discarded"],
  migrate: ["academy.migrate_enrollments", MigrateEnrollments, "migrating"],
} as const;
const isWork = (intent: unknown): intent is keyof typeof WORK => typeof intent === "string" && intent in WORK;

export async function action(args: ActionFunctionArgs) {
  const courseId = args.params.courseId ?? "";
  const { zone } = args.context.get(pageContext);
  const intent = (await args.request.clone().formData()).get("intent");
  const [operation, schema, notice] = WORK[isWork(intent) ? intent : "publish"];
  return submit(args, operation, {
    schema,
    map: (form) => ({
      ...form,
      courseId,
      ...(typeof form.publishAt === "string" ? { publishAt: toInstant(form.publishAt, zone) } : {}),
    }),
    onSuccess: () => done(`/console/academy/courses/${courseId}/versions`, notice),
  });
}

export default function Versions({ loaderData, actionData }: Route.ComponentProps) {
  const { checks, versions, migration } = loaderData;
  const course = useCourse();
  const mayWrite = usePermission("academy:write");
  const draft = versions.find(({ status }) => status === "draft");
  const isSound = checks.findings.every(({ severity }) => severity !== "error");
  const state = actionData ?? null;
  return (
    <>
      <CourseHead course={course} />
      <Findings findings={checks.findings} hasDraft={checks.hasDraft} />
      {mayWrite && draft && (
        <PublishForms draft={draft} isSound={isSound} isOnly={versions.length === 1} state={state} />
      )}
      {mayWrite && migration && migration.students > 0 && (
        <MigrationForm migration={migration} state={state} />
      )}
      <Section title="Versions">
        <VersionList versions={versions} />
      </Section>
    </>
  );
}
