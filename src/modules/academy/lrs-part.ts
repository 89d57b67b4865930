import { createLrsClient } from "#modules/academy/commands/lrs/create-lrs-client.ts";
import { eraseLrsAgent } from "#modules/academy/commands/lrs/erase-lrs-agent.ts";
import { revokeLrsClient } from "#modules/academy/commands/lrs/revoke-lrs-client.ts";
import { rotateLrsClient } from "#modules/academy/commands/lrs/rotate-lrs-client.ts";
import { LrsClientCreated, LrsClientRevoked, LrsClientRotated } from "#modules/academy/events/lrs.ts";
import { lrsRoutes } from "#modules/academy/lrs/lrs-routes.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { lrsPersonalData } from "#modules/academy/personal-data/lrs.ts";
import { browseStatements } from "#modules/academy/queries/lrs/browse-statements.ts";
import { listLrsClients } from "#modules/academy/queries/lrs/list-lrs-clients.ts";

/** The learning record store. */
export const lrsPart = {
  operations: [
    createLrsClient,
    rotateLrsClient,
    revokeLrsClient,
    listLrsClients,
    browseStatements,
    eraseLrsAgent,
  ],
  events: [LrsClientCreated, LrsClientRotated, LrsClientRevoked],
  personalData: lrsPersonalData,
  routes: [lrsRoutes],
} as const satisfies AcademyPart;
