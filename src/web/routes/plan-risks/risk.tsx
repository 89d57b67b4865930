import type { z } from "zod";
import type { MetricChoices } from "#modules/playbook/contract/measure.ts";
import type { RiskDetail } from "#modules/playbook/contract/risks.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { isCommentForm, loadComments, submitComment } from "#web/parts/comment-forms.ts";
import { Comments } from "#web/parts/comments.tsx";
import { loadPeople } from "#web/parts/load-people.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/risk.ts";
import { RISK_ACTIONS, RISK_NOTICES } from "./risk-actions.ts";
import { RiskAside } from "./risk-aside.tsx";
import { RiskHistory } from "./risk-history.tsx";
import { RiskResponse } from "./risk-response.tsx";
import { RiskTriggerPart } from "./risk-trigger.tsx";
import { BANDS, type Risk, Standing } from "./risk-words.tsx";

type Detail = z.output<typeof RiskDetail>;

export const handle: RouteHandle = {
  crumb: (data: { risk: Detail } | undefined) => data?.risk.text ?? "Risk",
  notices: RISK_NOTICES,
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { riskId } = params;
  const [risk, comments, people, { metrics }] = await Promise.all([
    call<Detail>("playbook.get_risk", { riskId }),
    loadComments(call, { kind: "node", id: riskId }, request.url),
    loadPeople(call),
    call<z.output<typeof MetricChoices>>("playbook.list_metrics", {}),
  ]);
  return { risk, comments, people, metrics, selfId: viewer?.personId ?? null };
}

export async function action(args: Route.ActionArgs) {
  const { riskId } = args.params;
  const here = `/console/plan/risks/${riskId}`;
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  if (isCommentForm(intent))
    return submitComment(args, intent, { subject: { kind: "node", id: riskId }, here });
  const asked = RISK_ACTIONS[intent];
  if (!asked) throw new Error("A form without an intent");
  return submit(args, asked.operation, {
    schema: asked.schema,
    map: (form) => ({ ...form, ...asked.fixed, riskId }),
    onSuccess: () => done(here, asked.notice),
  });
}

export default function RiskPageView({ loaderData, actionData }: Route.ComponentProps) {
  const { risk, comments, people, metrics, selfId } = loaderData;
  const mayEdit = usePermission("playbook:edit");
  const mayReport = usePermission("playbook:report");
  const mayTend = mayEdit || (mayReport && selfId !== null && risk.owner?.id === selfId);
  const state = actionData ?? undefined;
  return (
    <>
      <PageHeader
        over={risk.group ?? undefined}
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {risk.text}
          </span>
        }
        lead={leadOf(risk)}
      />
      <p className="-mt-2 mb-6">
        <Standing risk={risk} />
      </p>
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          <RiskResponse risk={risk} mayTend={mayTend} state={state} />
          <RiskTriggerPart risk={risk} metrics={metrics} mayTend={mayTend} state={state} />
          <Comments list={comments} people={people} state={state} />
          <RiskHistory changes={risk.changes} />
        </div>
        <RiskAside
          risk={risk}
          people={people}
          may={{ tend: mayTend, assign: mayEdit, take: mayReport ? selfId : null }}
          state={state}
        />
      </div>
    </>
  );
}

function leadOf({ score, band, probability, impact, owner, response }: Risk): string {
  const rated =
    score === null || band === null
      ? "Nobody has rated it yet."
      : `${BANDS[band].word}: probability ${probability} × impact ${impact} = ${score} of 25.`;
  const owned = owner ? `${owner.name} owns it` : "Nobody owns it";
  return `${rated} ${owned}${response ? "." : ", and nothing is planned against it."}`;
}
