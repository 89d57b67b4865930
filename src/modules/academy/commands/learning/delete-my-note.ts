import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { MyNoteRef } from "#modules/academy/contract/notes.ts";

/** Deletes one of one's own notes for good. Errors: `academy.note_unknown`. */
export const deleteMyNote = defineCommand({
  name: "academy.delete_my_note",
  title: "Delete a note of mine",
  http: "DELETE /learn/notes/:noteId",
  access: "customer",
  unaudited: true,
  input: MyNoteRef,
  output: z.object({}),
  run: async ({ tx, actor, input }) => {
    const gone = await firstRow(
      tx,
      sql`DELETE FROM academy.note n USING academy.enrollment e
          WHERE n.id = ${input.noteId} AND e.id = n.enrollment_id AND e.person_id = ${actorPersonId(actor)}
          RETURNING n.id`,
    );
    if (!gone) throw refuse("not_found", "academy.note_unknown", "This note is not there any more.");
    return {};
  },
});
