import { classNames } from "#web/ui/class-names.ts";
import { kindLook } from "./node-kinds.ts";

/** The kind of a line: its colour and, always, its name. */
export function KindMark({ kind }: { kind: string }) {
  const { word, mark } = kindLook(kind);
  return (
    <span className="inline-flex h-5 items-center gap-1.5 text-12 text-muted">
      <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", mark)} />
      {word}
    </span>
  );
}
