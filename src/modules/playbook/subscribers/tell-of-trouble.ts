import type { CommandContext } from "#kernel/operation/operation.ts";
import { defineSubscriber, type RecordedEvent } from "#kernel/events/event.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { DeliverableReopened } from "#modules/playbook/events/evidence.ts";
import { RiskRaised } from "#modules/playbook/events/risks.ts";
import { findNodeFacts } from "#modules/playbook/queries/place.ts";
import { placeOfNode } from "#modules/playbook/rules/place.ts";

interface Trouble {
  kind: "playbook.risk_raised" | "playbook.deliverable_reopened";
  nodeId: string;
  nodeKind: "risk" | "deliverable";
  title: string;
  body: string;
}

function troubleIn(event: RecordedEvent): Trouble {
  if (event.name === RiskRaised.name) {
    const { riskId, text, to, cause } = RiskRaised.payload.parse(event.payload);
    const title = `The risk “${text}” rose${to === null ? "" : ` to ${to} of 25`}`;
    return { kind: "playbook.risk_raised", nodeId: riskId, nodeKind: "risk", title, body: cause };
  }
  const { deliverableId, text, reason } = DeliverableReopened.payload.parse(event.payload);
  const title = `“${text}” is open again`;
  return {
    kind: "playbook.deliverable_reopened",
    nodeId: deliverableId,
    nodeKind: "deliverable",
    title,
    body: reason,
  };
}

/** Its owner; where nobody owns it, those who can give it one. */
async function whomToTell({ tx }: CommandContext<undefined>, nodeId: string): Promise<string[]> {
  const node = await findNodeFacts(tx, nodeId);
  if (!node) return [];
  return node.ownerId ? [node.ownerId] : findStaffIds(tx, ["owner", "admin", "editor"]);
}

/** Tells of risks that rise and of proofs that are lost. */
export const tellOfTrouble = defineSubscriber({
  name: "playbook.tell_of_trouble",
  events: [RiskRaised.name, DeliverableReopened.name],
  handle: async (event, context) => {
    const { kind, nodeId, nodeKind, title, body } = troubleIn(event);
    const people = await whomToTell(context, nodeId);
    await notify(context, {
      personIds: people.filter((personId) => personId !== event.actorPersonId),
      kind,
      title,
      body,
      href: placeOfNode(nodeKind, nodeId),
      dedupeKey: event.id,
    });
  },
});
