import type { z } from "zod";
import {
  DecideExperiment,
  type Experiment as ExperimentShape,
  RecordResult,
} from "#modules/playbook/contract/experiments.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { COMMENT_NOTICES, isCommentForm, loadComments, submitComment } from "#web/parts/comment-forms.ts";
import { Comments } from "#web/parts/comments.tsx";
import { loadPeople } from "#web/parts/load-people.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/experiment.ts";
import { ExperimentOutcome } from "./experiment-outcome.tsx";
import { type Experiment, Numbers, Period, Standing } from "./experiment-words.tsx";

export const handle: RouteHandle = {
  crumb: (data: { experiment: Experiment } | undefined) => data?.experiment.title ?? "Experiment",
  notices: {
    planned: "The experiment is planned.",
    measured: "The result is kept.",
    decided: "It is decided.",
    ...COMMENT_NOTICES,
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { experimentId } = params;
  const [experiment, comments, people] = await Promise.all([
    call<z.output<typeof ExperimentShape>>("playbook.get_experiment", { experimentId }),
    loadComments(call, { kind: "experiment", id: experimentId }, request.url),
    loadPeople(call),
  ]);
  return { experiment, comments, people, selfId: viewer?.personId ?? null };
}

export async function action(args: Route.ActionArgs) {
  const { experimentId } = args.params;
  const here = `/console/plan/experiments/${experimentId}`;
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  if (isCommentForm(intent))
    return submitComment(args, intent, { subject: { kind: "experiment", id: experimentId }, here });
  if (intent === "decide")
    return submit(args, "playbook.decide_experiment", {
      schema: DecideExperiment,
      map: (form) => ({ ...form, experimentId }),
      onSuccess: () => done(here, "decided"),
    });
  return submit(args, "playbook.record_result", {
    schema: RecordResult,
    map: (form) => ({ ...form, experimentId }),
    onSuccess: () => done(here, "measured"),
  });
}

export default function ExperimentPageView({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, comments, people, selfId } = loaderData;
  const mayEdit = usePermission("playbook:edit");
  const mayReport = usePermission("playbook:report");
  const isOwner = selfId !== null && experiment.owner?.id === selfId;
  const state = actionData ?? undefined;
  return (
    <>
      <PageHeader
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {experiment.title}
          </span>
        }
      />
      <p className="-mt-2 mb-6">
        <Standing experiment={experiment} />
      </p>
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          <Section title="What we believe">
            <p dir="auto" className="max-w-measure text-16 whitespace-pre-line [overflow-wrap:anywhere]">
              {experiment.hypothesis}
            </p>
          </Section>
          <ExperimentOutcome
            experiment={experiment}
            may={{ record: mayEdit || (mayReport && isOwner), decide: mayEdit }}
            state={state}
          />
          <Comments list={comments} people={people} state={state} />
        </div>
        <Facts experiment={experiment} />
      </div>
    </>
  );
}

function Facts({ experiment }: { experiment: Experiment }) {
  const { metric, metricTitle, workPackage, owner } = experiment;
  return (
    <aside aria-label="Period, number and owner" className="min-w-0 max-lg:mt-8">
      <Section title="How it is tried">
        <KeyValue
          pairs={[
            { label: "Period", value: <Period experiment={experiment} /> },
            {
              label: "Number",
              value: metric && (
                <TextLink to={`/console/plan/metrics/${metric}`}>{metricTitle ?? metric}</TextLink>
              ),
            },
            { label: "Values", value: <Numbers experiment={experiment} /> },
            { label: "Owner", value: owner && <span dir="auto">{owner.name}</span> },
            {
              label: "Work package",
              value: workPackage && (
                <TextLink to={`/console/plan/work/${workPackage.id}`}>{workPackage.text}</TextLink>
              ),
            },
          ]}
        />
      </Section>
    </aside>
  );
}
