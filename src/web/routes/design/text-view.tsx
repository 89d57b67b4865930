import { RichText } from "#web/parts/rich-text.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Form } from "#web/forms/form.tsx";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { sampleText } from "./sample-text.ts";

/** Formatted text as people read and write it. */
export function TextView({ value }: { value: RichTextValue }) {
  return (
    <>
      <PageHeader
        title="Text"
        lead="What people write with formatting, as it is read and as it is written."
      />
      <Section title="Read">
        <RichText text={sampleText} />
      </Section>
      <Section title="Written">
        <Form className="max-w-3xl">
          <RichTextEditor name="text" label="Text" value={value} />
          <RichTextEditor name="empty" label="An empty text" optional />
        </Form>
      </Section>
    </>
  );
}
