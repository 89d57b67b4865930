import type { RichTextValue } from "#web/forms/rich-text.ts";
import { DateInput } from "#web/ui/date-input.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface Fields {
  title?: string;
  body?: RichTextValue;
  byMail?: boolean;
  /** Local date and time in the reader's zone; empty: now. */
  publishAt?: string;
  zone: string;
  /** One that is out keeps its time, and its mails are sent. */
  isOut?: boolean;
}

/** What an announcement says, and when and how it goes out. */
export function AnnouncementFields({ title, body, byMail = true, publishAt, zone, isOut }: Fields) {
  return (
    <>
      <TextInput name="title" label="Title" defaultValue={title} maxLength={200} dir="auto" />
      <RichTextEditor name="body" label="What you say" value={body} />
      {!isOut && (
        <>
          <DateInput
            withTime
            name="publishAt"
            label={`Goes out (${zone})`}
            hint="Empty: now"
            defaultValue={publishAt}
            optional
          />
          <Switch
            name="byMail"
            label="By mail too"
            hint="To students who did not switch these mails off."
            defaultChecked={byMail}
          />
        </>
      )}
    </>
  );
}
