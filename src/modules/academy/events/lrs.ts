import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const client = z.object({ clientId: z.uuid() });

/** A program may send or read learning records from now on. */
export const LrsClientCreated = defineEvent({
  name: "academy.lrs_client_created",
  version: 1,
  title: "A client of the learning record store was made",
  payload: client.extend({ scopes: z.array(z.string()) }),
});

/** A client has another secret; the one before opens nothing. */
export const LrsClientRotated = defineEvent({
  name: "academy.lrs_client_rotated",
  version: 1,
  title: "A client of the learning record store has a new secret",
  payload: client,
});

/** A client opens nothing any more. */
export const LrsClientRevoked = defineEvent({
  name: "academy.lrs_client_revoked",
  version: 1,
  title: "A client of the learning record store was revoked",
  payload: client,
});
