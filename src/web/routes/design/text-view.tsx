import { RichText } from "#web/parts/rich-text.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { sampleText } from "./sample-text.ts";

/** Formatted text as people read and write it. */
export function TextView() {
  return (
    <>
      <PageHeader
        title="Text"
        lead="What people write with formatting, as it is read and as it is written."
      />
      <Section title="Read">
        <RichText text={sampleText} />
      </Section>
    </>
  );
}
