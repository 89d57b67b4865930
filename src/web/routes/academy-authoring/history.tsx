import type { z } from "zod";
import { RestoreLessonRevision, type LessonRevisions } from "#modules/academy/contract/authoring-course.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/history.ts";
import type { Lesson } from "./lesson.tsx";

type Saves = z.output<typeof LessonRevisions>;
type Save = Saves["items"][number];

export const handle: RouteHandle = {
  crumb: "History",
  notices: { back: "The older save is the newest again." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [lesson, saves] = await Promise.all([
    call<Lesson>("academy.get_lesson", params),
    call<Saves>("academy.list_lesson_revisions", params),
  ]);
  return { lesson, saves: saves.items };
}

export async function action(args: Route.ActionArgs) {
  const { courseId, lessonKey } = args.params;
  return submit(args, "academy.restore_lesson_revision", {
    schema: RestoreLessonRevision,
    map: (form) => ({ ...form, courseId, lessonKey }),
    onSuccess: () => done(`/console/academy/courses/${courseId}/lessons/${lessonKey}/history`, "back"),
  });
}

function changeWords({ change, title }: Save): string {
  const parts = [
    change.added > 0 && `${countOf(change.added, "block")} added`,
    change.changed > 0 && `${countOf(change.changed, "block")} changed`,
    change.removed > 0 && `${countOf(change.removed, "block")} taken out`,
    change.isMoved && "order changed",
    change.isRenamed && `renamed to “${title}”`,
  ].filter(Boolean);
  return parts.length === 0 ? "Facts or rules changed" : parts.join(", ");
}

export default function History({ loaderData: { lesson, saves }, actionData, params }: Route.ComponentProps) {
  const mayWrite = usePermission("academy:write");
  return (
    <>
      <PageHeader
        title={
          <>
            Saves of <span dir="auto">{lesson.title}</span>
          </>
        }
        lead="Bringing one back makes it the newest; nothing is lost."
        actions={
          <LinkButton to={`/console/academy/courses/${params.courseId}/lessons/${lesson.key}`}>
            Back to the lesson
          </LinkButton>
        }
      />
      {saves.length === 0 && (
        <EmptyState
          icon="history"
          title="Nothing was changed since the last version"
          text="Saves of a draft stand here."
        />
      )}
      <ol className="max-w-3xl divide-y divide-line border-y border-line">
        {saves.map((save) => (
          <li key={save.revision} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p className="font-medium">{changeWords(save)}</p>
              <p className="text-13 text-muted">
                <Moment at={save.savedAt} />
                {save.savedBy && <span dir="auto">, {save.savedBy}</span>}
              </p>
            </div>
            {save.revision === lesson.revision ? (
              <span className="text-13 text-muted">As it is now</span>
            ) : (
              mayWrite && (
                <Form state={actionData}>
                  <input type="hidden" name="revision" value={save.revision} />
                  <input type="hidden" name="current" value={lesson.revision} />
                  <Button size="small" icon="rotate-ccw">
                    Bring back
                  </Button>
                </Form>
              )
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
