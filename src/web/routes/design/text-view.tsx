import { RichText } from "#web/parts/rich-text.tsx";
import { CourseBlock } from "#web/parts/course-blocks/course-block.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Form } from "#web/forms/form.tsx";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { sampleBlocks, sampleText } from "./sample-text.ts";

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
      <Section title="Blocks of a lesson">
        <div className="max-w-[68ch] space-y-6">
          {sampleBlocks.map((block) => (
            <CourseBlock key={block.id} block={block} />
          ))}
        </div>
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
