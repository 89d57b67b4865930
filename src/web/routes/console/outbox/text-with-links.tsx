const LINK = /(https?:\/\/[^\s<>"]+)/u;

/** A mail's text as it was written, with its addresses to follow. */
export function TextWithLinks({ text }: { text: string }) {
  return (
    <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {text
        .trimEnd()
        .split(LINK)
        .map((part, at) =>
          at % 2 === 1 ? (
            <a key={`${at}-${part}`} href={part} className="underline underline-offset-3">
              {part}
            </a>
          ) : (
            part
          ),
        )}
    </p>
  );
}
