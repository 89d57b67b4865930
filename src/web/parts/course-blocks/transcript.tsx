import type { RichText as Text } from "#kernel/browser/rich-text.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";

/** What is said in a recording, for who reads. */
export const Transcript = ({ text, fileHref }: { text: Text; fileHref: (fileId: string) => string }) => (
  <div className="mt-2">
    <Disclosure summary="Transcript">
      <RichText text={text} fileHref={fileHref} className="pt-2" />
    </Disclosure>
  </div>
);
