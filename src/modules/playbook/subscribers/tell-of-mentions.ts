import { defineSubscriber } from "#kernel/events/event.ts";
import { notify } from "#modules/platform/index.ts";
import { CommentAdded } from "#modules/playbook/events/work.ts";
import { findPerson } from "#modules/playbook/queries/person-name.ts";
import { placeOfSubject } from "#modules/playbook/queries/place.ts";

/** Tells the people whom a comment calls. */
export const tellOfMentions = defineSubscriber({
  name: "playbook.tell_of_mentions",
  events: [CommentAdded.name],
  handle: async (event, context) => {
    const { mentions, subject, subjectKind, subjectId } = CommentAdded.payload.parse(event.payload);
    const personIds = mentions.filter((personId) => personId !== event.actorPersonId);
    if (personIds.length === 0) return;
    const author = await findPerson(context.tx, event.actorPersonId);
    await notify(context, {
      personIds,
      kind: "playbook.mentioned",
      title: `${author?.name ?? "Somebody"} mentions you on “${subject}”`,
      href: await placeOfSubject(context.tx, subjectKind, subjectId),
      dedupeKey: event.id,
    });
  },
});
