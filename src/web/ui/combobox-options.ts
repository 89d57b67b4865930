import type { Option } from "#web/ui/select.tsx";

/** Options whose label or group holds every typed word, whatever its case and accents; those that begin so first. */
export function optionsMatching(options: readonly Option[], typed: string): readonly Option[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  const found = options.filter(({ label, group = "" }) => {
    const text = plain(`${group} ${label}`);
    return words.every((word) => text.includes(word));
  });
  const starts = ({ label }: Option) => plain(label).startsWith(words[0] ?? "");
  return [...found.filter(starts), ...found.filter((option) => !starts(option))];
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase("en");
}
