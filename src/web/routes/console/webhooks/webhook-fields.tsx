import { z } from "zod";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

/** An event a webhook can hear. */
export interface EventChoice {
  name: string;
  title: string;
}

/** The form of a webhook, for adding and changing. */
export const WebhookForm = z.object({
  url: z.string().trim().min(1, "Enter the receiver's address").max(2000),
  description: z.string().trim().max(200),
  events: z.array(z.string()).min(1, "Choose at least one event"),
});

interface FieldsProps {
  choices: readonly EventChoice[];
  webhook?: { url: string; description: string; events: readonly string[] };
}

/** The fields of a webhook. */
export function WebhookFields({ choices, webhook }: FieldsProps) {
  const hears = (name: string) => webhook?.events.includes(name) ?? false;
  return (
    <>
      <TextInput
        name="url"
        type="url"
        label="Address"
        hint="Begins with https:// and is on the public internet."
        defaultValue={webhook?.url}
        maxLength={2000}
      />
      <TextInput
        name="description"
        label="Name"
        hint="What it is for, so that others recognise it."
        defaultValue={webhook?.description}
        maxLength={200}
        optional
      />
      <fieldset>
        <legend className="mb-1 text-13 font-medium">Hears</legend>
        <Checkbox
          name="events[]"
          value="*"
          label="All events"
          hint="Also kinds that are added later. Leave it empty to choose below."
          defaultChecked={hears("*")}
        />
        <div className="grid gap-x-6 sm:grid-cols-2">
          {choices.map(({ name, title }) => (
            <Checkbox
              key={name}
              name="events[]"
              value={name}
              label={title}
              hint={name}
              defaultChecked={hears(name)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** "All" says everything; names beside it would only confuse. */
export const chosenEvents = (events: readonly string[]): string[] =>
  events.includes("*") ? ["*"] : [...events];
