const EMPTY = { type: "doc", content: [] };

/** Blocks that refer to something are added with what they refer to; the others begin empty. */
const STARTS: Record<string, Record<string, unknown>> = {
  text: { text: EMPTY },
  code: { language: null, code: "" },
  callout: { tone: "note", title: "", text: EMPTY },
};

/** A block of a kind, with nothing in it; `kind=reference` names what it shows. */
export function newBlock(wish: string): Record<string, unknown> {
  const [kind = "text", reference = ""] = wish.split("=");
  const id = crypto.randomUUID();
  switch (kind) {
    case "image":
      return { id, kind, fileId: reference, alt: "", caption: "" };
    case "video":
      return { id, kind, fileId: reference, durationMs: 0 };
    case "audio":
      return { id, kind, fileId: reference, durationMs: 0 };
    case "file":
      return { id, kind, fileId: reference, title: "" };
    case "quiz":
      return { id, kind, quizKey: reference };
    case "assignment":
      return { id, kind, assignmentKey: reference };
    case "package":
      return { id, kind, packageId: reference };
    case "embed":
      return { id, kind, url: "https://", title: "" };
    case "live":
      return { id, kind, key: "session", title: "Live session" };
    default:
      return { id, kind, ...STARTS[kind] };
  }
}
