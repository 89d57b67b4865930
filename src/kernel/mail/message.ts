import { z } from "zod";

// Control characters end a header line; none may reach one, whatever their source.
const CONTROL = /\p{Cc}+/gu;

const headerText = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(CONTROL, " ").trim())
    .pipe(z.string().max(max));

const address = z
  .string()
  .max(254)
  .regex(/^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u, "is not an e-mail address");

// Headers that say who, whom and what are made by us alone.
const RESERVED =
  /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|mime-version|return-path|received|content-.*|dkim-.*|resent-.*)$/i;

const headers = z.record(
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, "is not a header name")
    .refine((name) => !RESERVED.test(name), "is set by the house itself"),
  headerText(900),
);

/** A mail to one person, as the house keeps it. Control characters in names, subject and headers become spaces. */
export const mailSchema = z.object({
  to: address,
  toName: headerText(200).optional(),
  subject: headerText(400).pipe(z.string().min(1)),
  text: z.string().max(500_000),
  html: z.string().max(1_000_000).optional(),
  /** What it is about, such as `sign_in_link`; the console filters by it. */
  kind: z.string().regex(/^[a-z][a-z0-9_.]{0,60}$/),
  /** The same key twice is the same mail: it is queued once. */
  idempotencyKey: z.string().min(1).max(200),
  /** The person it is for, when known; used to export and erase what is kept. */
  personId: z.uuid().optional(),
  /** Ids of stored files that go with it, 10 MB in all at most. */
  attachments: z.array(z.uuid()).max(10).optional(),
  /** Further headers, such as `List-Unsubscribe`. */
  headers: headers.optional(),
});

export type Mail = z.input<typeof mailSchema>;
