import { NameLink } from "#web/ui/name-link.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

/** A sentence that leads somewhere: its first name in quotes carries the link, or the whole where it has none. */
export function LinkedSentence({ text, to }: { text: string; to: string | null }) {
  if (to === null) return text;
  const [, before = "", name, after = ""] = /^(.*?“)([^”]+)(”.*)$/su.exec(text) ?? [];
  if (name === undefined)
    return (
      <NameLink to={to} className="font-normal">
        {text}
      </NameLink>
    );
  return (
    <>
      {before}
      <TextLink to={to}>{name}</TextLink>
      {after}
    </>
  );
}
