import { z } from "zod";

/** Input of `playbook.open_gate`. */
export const OpenGate = z.object({ gateId: z.uuid(), note: z.string().trim().max(2000).optional() });

/** Input of `playbook.revoke_waiver`. */
export const RevokeWaiver = z.object({ waiverId: z.uuid() });
