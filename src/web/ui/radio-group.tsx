import type { ReactNode } from "react";
import { useField } from "#web/forms/form-context.ts";
import { FieldError, FieldHint } from "#web/ui/field.tsx";

/** One of a few choices that all can be seen, each with its own explanation. */
export interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
}

interface RadioGroupProps {
  name: string;
  legend: string;
  choices: readonly Choice[];
  defaultValue?: string;
  hint?: ReactNode;
  error?: string;
  /** Side by side where there is room. */
  inline?: boolean;
}

/** Chooses one of a few; arrow keys move, as the browser does it. */
export function RadioGroup({ name, legend, choices, defaultValue, hint, error, inline }: RadioGroupProps) {
  const scope = useField(name, { hint, error });
  const chosen = scope.kept?.[0] ?? defaultValue;
  return (
    <fieldset id={scope.id} aria-describedby={scope.aria["aria-describedby"]} className="min-w-0">
      <legend className="mb-1 text-13 font-medium">{legend}</legend>
      <FieldHint scope={scope} hint={hint} />
      <div className={inline ? "flex flex-wrap gap-x-6" : undefined}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-9 items-start gap-2.5 py-2 touch:min-h-11 touch:py-3"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              aria-invalid={scope.aria["aria-invalid"]}
              className="radio mt-0.5"
            />
            <span className="min-w-0">
              {choice.label}
              {choice.hint && <span className="block text-13 text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError scope={scope} />
    </fieldset>
  );
}
