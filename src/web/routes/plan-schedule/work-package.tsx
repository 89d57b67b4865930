import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { isCommentForm, loadComments, submitComment } from "#web/parts/comment-forms.ts";
import { Comments } from "#web/parts/comments.tsx";
import { loadPeople } from "#web/parts/load-people.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Card } from "#web/ui/card.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import type { Route } from "./+types/work-package.ts";
import { loadPreview } from "./load-preview.ts";
import { loadChoices } from "./load-work.ts";
import { AskMove, MoveAnswer } from "./move-form.tsx";
import { writeAddress } from "./timeline-address.ts";
import type { WorkPackageData } from "./types.ts";
import { STATE_KINDS } from "./words.ts";
import { WORK_ACTIONS, WORK_NOTICES } from "./work-actions.ts";
import { Dependencies } from "./work-dependencies.tsx";
import { Activities, Criteria, Deliverables, History } from "./work-lists.tsx";
import { Owner, WorkPlace } from "./work-place.tsx";
import { StatusForms } from "./work-status-forms.tsx";

export const handle: RouteHandle = {
  crumb: (data: { work: WorkPackageData } | undefined) => data?.work.title ?? "Work package",
  notices: WORK_NOTICES,
};
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.work.title ?? "Work package" },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { id } = params;
  const start = new URL(request.url).searchParams.get("start");
  const [work, previewed, choices, people, comments] = await Promise.all([
    call<WorkPackageData>("playbook.get_work_package", { workPackageId: id }),
    start ? loadPreview(call, { workPackageId: id, startsOn: start }) : null,
    loadChoices(call),
    loadPeople(call),
    loadComments(call, { kind: "node", id }, request.url),
  ]);
  const self = viewer && { id: viewer.personId, name: viewer.name };
  return { work, previewed, start, choices, people, comments, self };
}

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  const { id } = args.params;
  const here = `/console/plan/work/${id}`;
  if (isCommentForm(intent)) return submitComment(args, intent, { subject: { kind: "node", id }, here });
  const asked = WORK_ACTIONS[intent.split("-")[0] ?? ""];
  if (!asked) throw new Error("A form without an intent");
  return submit(args, asked.operation, {
    schema: asked.schema,
    map: (form) => ({ ...form, ...asked.fixed(id) }),
    onSuccess: () => done(here, asked.notice),
  });
}

export default function WorkPackagePage({ loaderData, actionData }: Route.ComponentProps) {
  const { work, comments, people } = loaderData;
  const mayReport = usePermission("playbook:report");
  const { kind, word } = STATE_KINDS[work.state];
  const place = [work.phase?.text, work.period?.text, work.label].flatMap((part) => part ?? []);
  const state = actionData ?? undefined;
  return (
    <>
      <PageHeader
        title={work.title}
        over={place.join(" · ")}
        lead={work.objective}
        actions={
          <LinkButton to={writeAddress({ zoom: "month", select: work.id })} icon="chart-gantt">
            Show on the timeline
          </LinkButton>
        }
      />
      <p className="-mt-2 mb-6">
        <State kind={kind}>{word}</State>
      </p>
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <Deliverables work={work} />
          <Criteria work={work} />
          <Activities work={work} />
          <Comments list={comments} people={people} state={state} />
          <History work={work} />
        </div>
        <Aside {...loaderData} state={state} mayReport={mayReport} />
      </div>
    </>
  );
}

type AsideProps = Route.ComponentProps["loaderData"] & {
  state: Route.ComponentProps["actionData"];
  mayReport: boolean;
};

function Aside({ work, previewed, start, choices, people, self, state, mayReport }: AsideProps) {
  const mayEdit = usePermission("playbook:edit");
  const here = `/console/plan/work/${work.id}`;
  const owner = (
    <Owner work={work} self={mayReport ? self : null} people={mayEdit ? people : []} state={state} />
  );
  return (
    <aside aria-label="Dates, owner and dependencies" className="min-w-0 max-lg:mt-8">
      <Section title="Where it stands">
        <WorkPlace work={work} owner={owner} />
        {mayEdit && <StatusForms work={work} state={state} />}
      </Section>
      {mayEdit && work.movable && (
        <Section title="Move it">
          <AskMove action={here} startsOn={start ?? work.expected?.startsOn ?? null} keep={{}} />
          {previewed && (
            <Card className="mt-4">
              <MoveAnswer previewed={previewed} state={state} cancelTo={here} />
            </Card>
          )}
        </Section>
      )}
      <Dependencies work={work} choices={choices} mayEdit={mayEdit} state={state} />
    </aside>
  );
}
