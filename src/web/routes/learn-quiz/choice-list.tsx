import type { ReactNode } from "react";
import { checkClass } from "#web/ui/checkbox.tsx";
import { classNames } from "#web/ui/class-names.ts";

interface Props {
  type: "radio" | "checkbox";
  name: string;
  chosen: readonly string[];
  choices: readonly { value: string; label: ReactNode }[];
}

/** Options to choose of, each a target as wide as the page. */
export function ChoiceList({ type, name, chosen, choices }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Your answer</legend>
      <div className="space-y-2">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-12 cursor-pointer items-start gap-3 rounded-control border border-line bg-surface px-3.5 py-3 transition-colors hover:bg-hover has-checked:border-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type={type}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className={classNames("mt-1 shrink-0", type === "radio" ? "radio" : checkClass)}
            />
            <span className="min-w-0 flex-1">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
