import { Image } from "@tiptap/extension-image";
import { TableKit } from "@tiptap/extension-table";
import { Placeholder } from "@tiptap/extensions";
import { StarterKit } from "@tiptap/starter-kit";
import { isSafeLink } from "#kernel/browser/rich-text.ts";

/** Pictures of texts are files of the house: what is kept is the file, and how it is shown the page says. */
const pictures = (fileHref: (fileId: string) => string) =>
  Image.extend({
    addAttributes: () => ({
      fileId: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute("data-file-id"),
        renderHTML: ({ fileId }: Record<string, unknown>) => ({
          "data-file-id": String(fileId),
          src: fileHref(String(fileId)),
        }),
      },
      alt: { default: "" },
    }),
    // Pictures of other sites do not come in with what is pasted.
    parseHTML: () => [{ tag: "img[data-file-id]" }],
    addInputRules: () => [],
  });

/** What the editor knows: exactly what a rich text may hold (kernel/browser/rich-text.ts). */
export const editorExtensions = (options: { placeholder: string; fileHref: (fileId: string) => string }) => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    underline: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: "https",
      isAllowedUri: (url: string) => isSafeLink(url),
      HTMLAttributes: { rel: null, target: null },
    },
  }),
  TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
  pictures(options.fileHref),
  Placeholder.configure({ placeholder: options.placeholder }),
];
