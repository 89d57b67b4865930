import type { z } from "zod";
import type { MyNotes } from "#modules/academy/contract/notes.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";

/** What a student wrote at a lesson for themselves, and a place to write more. */
export function LessonNotes({
  notes,
  state,
}: {
  notes: z.output<typeof MyNotes>["notes"];
  state?: FormState | null;
}) {
  return (
    <section aria-labelledby="notes" className="mt-10 border-t border-line pt-6" data-screen-only>
      <h2 id="notes" className="text-18 font-bold">
        Your notes
      </h2>
      <p className="mt-1 text-14 text-muted">Only you read them.</p>
      {notes.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {notes.map(({ noteId, body, updatedAt }) => (
            <li key={noteId} className="flex items-start gap-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="whitespace-pre-line" dir="auto">
                  {body}
                </p>
                <p className="mt-1 text-13 text-muted">
                  <Moment at={updatedAt} />
                </p>
              </div>
              <Form intent="delete-note" preventScrollReset>
                <input type="hidden" name="noteId" value={noteId} />
                <Button look="quiet" size="small">
                  Delete
                  <span className="sr-only"> the note {body.slice(0, 40)}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form key={notes.length} intent="note" state={state} className="mt-4 space-y-3" preventScrollReset>
        <TextArea name="body" label="New note" rows={3} />
        <Button look="secondary">Keep the note</Button>
      </Form>
    </section>
  );
}
