import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { SettingField } from "./setting-fields.ts";

/** The control of one setting, by its kind. */
export function SettingControl({ field }: { field: SettingField }) {
  const { name, label, hint, kind, value, nullable } = field;
  const texts = { name, label, hint, defaultValue: value, required: field.required && !nullable };
  if (kind === "boolean") return <Checkbox name={name} label={label} defaultChecked={value === "true"} />;
  if (kind === "number") return <NumberInput {...texts} />;
  if (kind === "list" || kind === "json") return <TextArea {...texts} mono={kind === "json"} rows={3} />;
  if (kind === "choice")
    return (
      <Select
        {...texts}
        emptyLabel={nullable ? "Not set" : undefined}
        options={field.choices.map((choice) => ({ value: choice, label: choiceWords(choice) }))}
      />
    );
  return <TextInput {...texts} />;
}

/** `reverse_charge` as people read it: "Reverse charge". */
export function choiceWords(choice: string): string {
  const words = choice.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
