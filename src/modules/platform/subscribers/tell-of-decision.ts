import { defineSubscriber } from "#kernel/events/event.ts";
import { ProposalDecided } from "#modules/platform/events.ts";
import { notify } from "#modules/platform/notify.ts";

/** Tells the person whose agent proposed something how another person decided. */
export const tellOfDecision = defineSubscriber({
  name: "platform.tell_of_decision",
  events: [ProposalDecided.name],
  handle: async (event, context) => {
    const { proposalId, operation, proposedBy, status } = ProposalDecided.payload.parse(event.payload);
    if (event.actorPersonId === proposedBy) return;
    const title = context.runtime().registry.operations.get(operation)?.title ?? operation;
    const outcome = { approved: "Approved", rejected: "Rejected", failed: "Approved, but not possible" }[
      status
    ];
    await notify(context, {
      personIds: [proposedBy],
      kind: "platform.proposal_decided",
      title: `${outcome}: ${title}`,
      href: `/console/proposals/${proposalId}`,
      dedupeKey: event.id,
    });
  },
});
