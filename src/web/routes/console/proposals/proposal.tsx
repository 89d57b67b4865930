import { z } from "zod";
import type { Proposal, ProposalDecision } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/proposal.ts";
import { Decide } from "./decide.tsx";
import { proposalStates } from "./proposal-states.ts";

type Item = z.output<typeof Proposal>;
type Decision = z.output<typeof ProposalDecision>;

export const handle: RouteHandle = { crumb: ({ proposal }: { proposal: Item }) => proposal.title };

export async function loader({ context, params }: Route.LoaderArgs) {
  return { proposal: await context.get(pageContext).call<Item>("platform.get_proposal", params) };
}

const One = z.object({ proposalId: z.uuid() });

/** What was approved may answer with a secret that is shown once: the answer is the page itself. */
export async function action(args: Route.ActionArgs) {
  const { proposalId } = args.params;
  const { call } = args.context.get(pageContext);
  if ((await args.request.clone().formData()).get("intent") === "reject")
    return submit(args, "platform.reject_proposal", {
      schema: One.extend({ reason: z.string().max(500) }),
      map: (form) => ({ ...form, proposalId }),
      onSuccess: () => done("/console/proposals", "rejected"),
    });
  let decision: Decision | undefined;
  const approve = async () => {
    decision = await call<Decision>("platform.approve_proposal", { proposalId });
  };
  const answer = await submit(args, approve, { schema: One, map: () => ({ proposalId }) });
  return decision ? { decision } : answer;
}

function Json({ value }: { value: unknown }) {
  return (
    <Card>
      <pre className="overflow-x-auto font-mono text-13">{JSON.stringify(value, null, 2)}</pre>
    </Card>
  );
}

export default function ProposalPage({ loaderData: { proposal }, actionData }: Route.ComponentProps) {
  const decision = actionData && "decision" in actionData ? actionData.decision : undefined;
  if (decision) return <Outcome decision={decision} title={proposal.title} />;
  const { word, tone } = proposalStates[proposal.status];
  return (
    <>
      <PageHeader
        over={<TextLink to="/console/proposals">Proposals</TextLink>}
        title={proposal.title}
        lead={`The agent of ${proposal.proposedByName ?? "a person who is gone"} asks to do this.`}
      />
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <Section title="With these values">
            <Json value={proposal.input} />
          </Section>
          {proposal.output !== null && proposal.output !== undefined && (
            <Section title="What came of it">
              <Json value={proposal.output} />
            </Section>
          )}
        </div>
        <div>
          <Section title="Standing">
            <Card>
              <KeyValue
                pairs={[
                  { label: "State", value: <Badge tone={tone}>{word}</Badge> },
                  { label: "Proposed", value: <Moment at={proposal.proposedAt} /> },
                  ...(proposal.decidedAt
                    ? [
                        { label: "Decided", value: <Moment at={proposal.decidedAt} /> },
                        { label: "By", value: <span dir="auto">{proposal.decidedByName}</span> },
                        ...(proposal.error ? [{ label: "Reason", value: proposal.error }] : []),
                      ]
                    : []),
                ]}
              />
            </Card>
          </Section>
          {proposal.status === "open" && (
            <Decide state={actionData && "errors" in actionData ? actionData : undefined} />
          )}
        </div>
      </div>
    </>
  );
}

function Outcome({ decision, title }: { decision: Decision; title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <div className="max-w-[760px] space-y-5">
        {decision.status === "failed" ? (
          <Notice tone="critical" title="It could not be done">
            {decision.error}
          </Notice>
        ) : (
          <Notice tone="positive" title="It is done">
            What it gave is below. A secret in it is shown this once.
          </Notice>
        )}
        {decision.output !== null && <Json value={decision.output} />}
        <LinkButton to="/console/proposals">Back to the proposals</LinkButton>
      </div>
    </>
  );
}
