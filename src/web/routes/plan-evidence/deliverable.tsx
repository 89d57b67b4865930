import { data } from "react-router";
import type { z } from "zod";
import {
  BindEvidence,
  type Deliverable as DeliverableShape,
  type EvidenceKinds,
  UnbindEvidence,
  WithdrawEvidence,
} from "#modules/playbook/contract/evidence.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { COMMENT_NOTICES, isCommentForm, loadComments, submitComment } from "#web/parts/comment-forms.ts";
import { Comments } from "#web/parts/comments.tsx";
import { loadPeople } from "#web/parts/load-people.ts";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/deliverable.ts";
import { AskForProof } from "./ask-for-proof.tsx";
import { BringEvidence } from "./bring-evidence.tsx";
import { bringEvidence, BringFile, BringLink, BringNote, refuseLargeFile } from "./bring.ts";
import { BroughtList } from "./brought-list.tsx";
import { DeliverableFacts } from "./deliverable-facts.tsx";
import { standingOf } from "./evidence-query.ts";
import { ProofList } from "./proof-list.tsx";

type Deliverable = z.output<typeof DeliverableShape>;
type Kinds = z.output<typeof EvidenceKinds>;

export const handle = {
  crumb: ({ deliverable }: { deliverable: Deliverable }) => deliverable.text,
  notices: {
    brought: "The evidence is kept, and the deliverable is judged by it.",
    asked: "It is asked for. The deliverable is judged by it from now on.",
    unasked: "It is not asked for any more. The deliverable is judged anew.",
    ...COMMENT_NOTICES,
    withdrawn: "The evidence is withdrawn. It stays in the list with the reason.",
  },
};
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.deliverable.text ?? "Deliverable"} · Cairn` },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { deliverableId } = params;
  const [deliverable, { kinds }, comments, people] = await Promise.all([
    call<Deliverable>("playbook.get_deliverable", { deliverableId }),
    call<Kinds>("playbook.list_evidence_kinds", {}),
    loadComments(call, { kind: "node", id: deliverableId }, request.url),
    loadPeople(call),
  ]);
  const asked = new URL(request.url).searchParams.get("ask");
  const live = kinds.filter(({ live: shown }) => shown);
  return {
    deliverable,
    comments,
    people,
    kinds: live.map(({ kind, title }) => ({ value: kind, label: title })),
    chosen: live.find(({ kind }) => kind === asked) ?? null,
    viewerId: viewer?.personId ?? null,
  };
}

/** Texts of a filter's fields; an empty one asks nothing. */
const filled = (filter: unknown) =>
  Object.fromEntries(
    Object.entries(filter && typeof filter === "object" ? filter : {}).filter(([, value]) => value !== ""),
  );

export async function action(args: Route.ActionArgs) {
  const { deliverableId } = args.params;
  const here = `/console/plan/deliverables/${deliverableId}`;
  const tooLarge = refuseLargeFile(args.request);
  if (tooLarge) return data(tooLarge, { status: 413 });
  const page = args.context.get(pageContext);
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  const [what = ""] = intent.split("-");
  if (isCommentForm(intent))
    return submitComment(args, intent, { subject: { kind: "node", id: deliverableId }, here });
  const brought = { onSuccess: () => done(here, "brought") };
  const bring = (input: Parameters<typeof bringEvidence>[2]) => bringEvidence(page, deliverableId, input);
  switch (what) {
    case "file":
      return submit(args, bring, { schema: BringFile, ...brought });
    case "link":
      return submit(args, bring, { schema: BringLink, ...brought });
    case "note":
      return submit(args, bring, { schema: BringNote, ...brought });
    case "unbind":
      return submit(args, "playbook.unbind_evidence", {
        schema: UnbindEvidence,
        onSuccess: () => done(here, "unasked"),
      });
    case "withdraw":
      return submit(args, "playbook.withdraw_evidence", {
        schema: WithdrawEvidence,
        onSuccess: () => done(here, "withdrawn"),
      });
    default:
      return submit(args, "playbook.bind_evidence", {
        schema: BindEvidence,
        map: (form) => ({ ...form, deliverableId, filter: filled(form.filter) }),
        onSuccess: () => done(here, "asked"),
      });
  }
}

export default function DeliverablePageView({ loaderData, actionData }: Route.ComponentProps) {
  const { deliverable, kinds, chosen, viewerId, comments, people } = loaderData;
  const { text, reason, reopenedAt, proved } = deliverable;
  const isReopened = !proved && reopenedAt !== null;
  return (
    <>
      <PageHeader
        over={<Place within={deliverable.within} />}
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {text}
          </span>
        }
        lead={!isReopened && <span className="[overflow-wrap:anywhere]">{reason}</span>}
      />
      {isReopened && (
        <div className="mb-6">
          <Notice tone="critical" title="It was proved and is open again">
            <p dir="auto" className="[overflow-wrap:anywhere]">
              {reason.replace(/^Reopened: /u, "")}
            </p>
            <p className="text-13 text-muted">
              Since <Moment at={reopenedAt} />
            </p>
          </Notice>
        </div>
      )}
      <DeliverableFacts deliverable={deliverable} standing={standingOf(deliverable)} />
      <Section title="What has to be shown" note="It counts as proved while everything asked for is there.">
        <ProofList deliverable={deliverable} state={actionData} />
        <AskForProof kinds={kinds} chosen={chosen} state={actionData} />
      </Section>
      <Section title="Evidence people brought">
        <BroughtList items={deliverable.items} viewerId={viewerId} state={actionData} />
        <BringEvidence state={actionData} />
      </Section>
      <Comments list={comments} people={people} state={actionData} />
      <History changes={deliverable.proofChanges} />
    </>
  );
}

function Place({ within }: { within: Deliverable["within"] }) {
  return (
    <span className="flex flex-wrap gap-x-1.5 [overflow-wrap:anywhere]">
      {within.map(({ id, kind, text }, index) => (
        <span key={id} dir="auto" className="min-w-0">
          {kind === "workPackage" ? <TextLink to={`/console/plan/work/${id}`}>{text}</TextLink> : text}
          {index < within.length - 1 && <span aria-hidden> ·</span>}
        </span>
      ))}
    </span>
  );
}

function History({ changes }: { changes: Deliverable["proofChanges"] }) {
  return (
    <Section title="Changes of proof">
      {changes.length === 0 ? (
        <p className="text-muted">Nothing has changed yet: it was never proved.</p>
      ) : (
        <ul className="divide-y divide-line">
          {changes.map(({ at, proved, reason }) => (
            <li key={at} className="grid gap-x-3 py-2 sm:grid-cols-[128px_1fr]">
              <State kind={proved ? "proved" : "reopened"} />
              <p>
                {reason}
                <span className="block text-13 text-muted">
                  <Moment at={at} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
