import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";

const body = z.string().trim().min(1).max(10_000);

/** A note of a student at a lesson, plain text; nobody else reads it. */
export const MyNote = z.object({ noteId: z.uuid(), body: z.string(), updatedAt: z.string() });
export const MyNotesOf = z.object({ course: slug, lesson: slug });
export const MyNotes = z.object({ notes: z.array(MyNote) });
/** Writes a note anew, or changes the one that is named. */
export const SaveMyNote = MyNotesOf.extend({ noteId: z.uuid().optional(), body });
export const SavedNote = z.object({ noteId: z.uuid() });
export const MyNoteRef = z.object({ noteId: z.uuid() });
