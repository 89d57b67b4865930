import type { ReactNode } from "react";
import { classNames } from "#web/ui/class-names.ts";
import type { IconName } from "#web/ui/icon.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Tone } from "#web/ui/tone.ts";
import { toneSoft } from "#web/ui/tone.ts";

const pictures: Record<Tone, IconName> = {
  neutral: "info",
  accent: "info",
  positive: "check",
  caution: "triangle-alert",
  critical: "circle-alert",
};

/** Something to know about the page. Announced when it appears; `actions` says what can be done. */
export function Notice({
  tone = "neutral",
  title,
  children,
  actions,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div
      role={tone === "critical" ? "alert" : "status"}
      className={classNames("flex items-start gap-2.5 rounded-control px-3.5 py-2.5", toneSoft[tone])}
    >
      <Icon name={pictures[tone]} className="mt-[3px]" />
      <div className="min-w-0 flex-1 text-text">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {actions && <div className="-my-1 flex shrink-0 gap-2">{actions}</div>}
    </div>
  );
}
