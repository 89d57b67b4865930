import { type CommandContext } from "#kernel/operation/operation.ts";
import { defineSubscriber, type RecordedEvent } from "#kernel/events/event.ts";
import { notify } from "#modules/platform/index.ts";
import { ActionAssigned, NodeAssigned } from "#modules/playbook/events/work.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { formatDay } from "#modules/playbook/rules/calendar/format-date.ts";
import { placeOfNode, placeOfReview } from "#modules/playbook/rules/place.ts";

interface Given {
  to: string | null;
  title: string;
  href: string;
}

function givenNode(event: RecordedEvent): Given {
  const { kind, nodeId, text, ownerId } = NodeAssigned.payload.parse(event.payload);
  return { to: ownerId, title: `You own “${text}” now`, href: placeOfNode(kind, nodeId) };
}

async function givenAction(event: RecordedEvent, context: CommandContext<undefined>): Promise<Given> {
  const { text, assigneeId, dueOn, reviewId } = ActionAssigned.payload.parse(event.payload);
  const { today } = await companyDay(context);
  const when = dueOn ? `, by ${formatDay(dueOn, today)}` : "";
  return {
    to: assigneeId,
    title: `For you to do${when}: ${text}`,
    href: reviewId ? placeOfReview(reviewId) : "/console",
  };
}

/** Tells a person who was given a part of the plan or something to do by somebody else. */
export const tellOfAssignments = defineSubscriber({
  name: "playbook.tell_of_assignments",
  events: [NodeAssigned.name, ActionAssigned.name],
  handle: async (event, context) => {
    const given = event.name === NodeAssigned.name ? givenNode(event) : await givenAction(event, context);
    if (given.to === null || given.to === event.actorPersonId) return;
    const { to, title, href } = given;
    await notify(context, { personIds: [to], kind: "playbook.assigned", title, href, dedupeKey: event.id });
  },
});
