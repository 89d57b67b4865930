const MAX_LENGTH = 180;

/**
 * A name that is safe to show and to save under: no folders, no control characters, none that turn the reading
 * direction around ("cod.exe" shown as "exe.doc"). The ending survives shortening.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (plain.length <= MAX_LENGTH) return plain || "file";
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? "";
  return plain.slice(0, MAX_LENGTH - ending.length).toWellFormed() + ending;
}
