import { z } from "zod";

/** The session a form names. */
export const OneSession = z.object({ sessionId: z.uuid() });
