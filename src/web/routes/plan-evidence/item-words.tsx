import { useFormat } from "#web/format/use-format.ts";
import { Icon, type IconName } from "#web/ui/icon.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { BroughtItem } from "./evidence-query.ts";

const PICTURES: Record<BroughtItem["kind"], IconName> = {
  file: "paperclip",
  link: "link",
  note: "signature",
};
const WORDS: Record<BroughtItem["kind"], string> = { file: "File", link: "Link", note: "Signed note" };

/** What a piece of evidence is called, leading to it where it can be opened. */
export function ItemTitle({ item: { kind, title, url, file } }: { item: BroughtItem }) {
  const words = (
    <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
      {title}
    </span>
  );
  return (
    <span className="inline-flex max-w-full items-start gap-2">
      <Icon name={PICTURES[kind]} className="mt-0.5 text-muted" />
      <span className="sr-only">{WORDS[kind]}: </span>
      {url && (
        <TextLink to={url} target="_blank" rel="noreferrer" className="min-w-0">
          {words}
        </TextLink>
      )}
      {file && (
        <TextLink to={`/files/${file.id}`} reloadDocument className="min-w-0">
          {words}
        </TextLink>
      )}
      {!url && !file && words}
    </span>
  );
}

/** The kind of a piece of evidence with what there is to know of it. */
export function ItemKind({ item: { kind, file, signedName } }: { item: BroughtItem }) {
  const { number } = useFormat();
  return (
    <>
      {WORDS[kind]}
      {file && `, ${number(file.bytes, "bytes")}`}
      {signedName && (
        <>
          {" by "}
          <span dir="auto">{signedName}</span>
        </>
      )}
    </>
  );
}
