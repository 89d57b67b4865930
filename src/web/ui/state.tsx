import type { ReactNode } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { StateKind } from "#web/ui/state-kinds.ts";
import { stateLook } from "#web/ui/state-kinds.ts";
import { toneText } from "#web/ui/tone.ts";

/**
 * A state as icon and word. `children` replaces the word where more is known ("Met 18 Mar");
 * `reason` says why, in a second quiet line.
 */
export function State({
  kind,
  children,
  reason,
}: {
  kind: StateKind | (string & {});
  children?: ReactNode;
  reason?: string;
}) {
  const { tone, icon, word } = stateLook(kind);
  return (
    <span className="inline-flex flex-col align-middle">
      <span
        className={classNames(
          "inline-flex items-center gap-1.5 text-13 font-medium whitespace-nowrap tabular-nums",
          toneText[tone],
        )}
      >
        <Icon name={icon} />
        {children ?? word}
      </span>
      {reason && <span className="ps-5.5 text-12 text-muted">{reason}</span>}
    </span>
  );
}
