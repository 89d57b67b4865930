import type { ReactNode } from "react";
import { useId } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { TextLink } from "#web/ui/text-link.tsx";

interface SectionProps {
  title: string;
  /** Where there is more of it, at the right of the title. */
  link?: { label: string; to: string };
  /** One sentence under the title. */
  note?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A titled part of a page (h2) that leads somewhere. */
export function Section({ title, link, note, actions, className, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames("mt-8 first:mt-0 [.grid>&]:mt-0 [header+&]:mt-2", className)}
    >
      <div className="mb-2.5 flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="text-16 font-semibold tracking-[-0.006em]">
          {title}
        </h2>
        {link && (
          <TextLink to={link.to} className="py-1 text-13 text-muted hover:text-text touch:py-3">
            {link.label}
          </TextLink>
        )}
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {note && <p className="-mt-1 mb-3 max-w-measure text-muted">{note}</p>}
      {children}
    </section>
  );
}
