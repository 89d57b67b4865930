import { STAFF_ROLES } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { GateOpened } from "#modules/playbook/events/plan.ts";
import { findPerson } from "#modules/playbook/queries/person-name.ts";
import { PLACE_OF_GATES } from "#modules/playbook/rules/place.ts";

/** Tells everybody who works here that a phase is over and what begins; who opened the gate knows. */
export const tellOfGates = defineSubscriber({
  name: "playbook.tell_of_gates",
  events: [GateOpened.name],
  handle: async (event, context) => {
    const { gateId } = GateOpened.payload.parse(event.payload) as { gateId: string };
    const gate = await firstRow<{ phase: string; opens: string | null; note: string | null }>(
      context.tx,
      sql`SELECT p.text AS phase, o.text AS opens,
                 (SELECT d.note FROM playbook.gate_decision d WHERE d.gate_id = g.id AND d.decision = 'opened'
                  ORDER BY d.decided_at DESC LIMIT 1) AS note
          FROM playbook.gate g JOIN playbook.node p ON p.id = g.phase_id
          LEFT JOIN playbook.node o ON o.id = g.opens_phase_id WHERE g.id = ${gateId}`,
    );
    if (!gate) return;
    const opener = await findPerson(context.tx, event.actorPersonId);
    const what = gate.opens ? `The gate to “${gate.opens}”` : `The gate at the end of “${gate.phase}”`;
    const people = await findStaffIds(context.tx, STAFF_ROLES);
    await notify(context, {
      personIds: people.filter((personId) => personId !== event.actorPersonId),
      kind: "playbook.gate_opened",
      title: `${what} is open${opener ? `, decided by ${opener.name}` : ""}`,
      body: gate.note ?? "",
      href: PLACE_OF_GATES,
      dedupeKey: event.id,
    });
  },
});
