import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { ConsentSource, Purpose } from "#modules/people/contract/consents.ts";

const person = z.object({ personId: z.uuid() });

export const ConsentRecorded = defineEvent({
  name: "people.consent_recorded",
  version: 1,
  title: "A person agreed to something, or no longer does",
  payload: person.extend({ purpose: Purpose, granted: z.boolean(), source: ConsentSource }),
});

export const EmailVerified = defineEvent({
  name: "people.email_verified",
  version: 1,
  title: "A person proved one more e-mail address",
  payload: person,
});

export const ErasureRequested = defineEvent({
  name: "people.erasure_requested",
  version: 1,
  title: "A person asked that their data be erased",
  payload: person.extend({ requestId: z.uuid() }),
});

export const ErasureDecided = defineEvent({
  name: "people.erasure_decided",
  version: 1,
  title: "A request to erase a person's data was decided",
  payload: person.extend({ requestId: z.uuid(), decision: z.enum(["erased", "refused"]) }),
});

export const PersonErased = defineEvent({
  name: "people.person_erased",
  version: 1,
  title: "A customer's personal data were erased",
  payload: person,
});

export const PersonMerged = defineEvent({
  name: "people.person_merged",
  version: 1,
  title: "Two people turned out to be one",
  payload: person.extend({ mergedPersonId: z.uuid(), mergeId: z.uuid() }),
});

export const PersonMergeUndone = defineEvent({
  name: "people.person_merge_undone",
  version: 1,
  title: "Two people who were taken for one are two again",
  payload: person.extend({ mergedPersonId: z.uuid(), mergeId: z.uuid() }),
});
