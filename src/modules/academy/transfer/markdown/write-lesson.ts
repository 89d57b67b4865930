import { directiveToMarkdown } from "mdast-util-directive";
import { toMarkdown as write } from "mdast-util-to-markdown";
import { markdownWriting, toMdast } from "#kernel/rich-text/rich-text.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Block, OpeningRule } from "#modules/academy/contract/content.ts";
import type { LessonDraft } from "#modules/academy/contract/transfer.ts";
import type { Names } from "#modules/academy/transfer/markdown/name-parts.ts";
import { toYaml } from "#modules/academy/transfer/markdown/to-yaml.ts";

type Attributes = Record<string, string | undefined>;
type Nodes = ReturnType<typeof toMdast>;

const inSeconds = (ms: number): string => String(ms / 1000);

interface Written {
  attributes: Attributes;
  children?: Nodes;
}

const transcript = (text: RichText | null, toNodes: (text: RichText) => Nodes): Nodes | undefined =>
  text ? toNodes(text) : undefined;

function attributesOf(block: Block, names: Names, toNodes: (text: RichText) => Nodes): Written {
  switch (block.kind) {
    case "image":
      return { attributes: { src: names.file(block.fileId), alt: block.alt, caption: block.caption } };
    case "video":
      return {
        attributes: {
          src: names.file(block.fileId),
          duration: inSeconds(block.durationMs),
          poster: block.posterFileId ? names.file(block.posterFileId) : undefined,
          captions: block.captions
            .map((one) => [names.file(one.fileId), one.language, one.label].join("|"))
            .join(","),
          chapters: block.chapters.map(({ atMs, title }) => `${inSeconds(atMs)} ${title}`).join("; "),
        },
        children: transcript(block.transcript, toNodes),
      };
    case "audio":
      return {
        attributes: { src: names.file(block.fileId), duration: inSeconds(block.durationMs) },
        children: transcript(block.transcript, toNodes),
      };
    case "file":
      return { attributes: { src: names.file(block.fileId), title: block.title } };
    case "embed":
      return { attributes: { url: block.url, title: block.title } };
    case "callout":
      return { attributes: { tone: block.tone, title: block.title }, children: toNodes(block.text) };
    case "quiz":
      return { attributes: { ref: names.quiz(block.quizKey) } };
    case "assignment":
      return { attributes: { ref: names.assignment(block.assignmentKey) } };
    case "live":
      return { attributes: { ref: block.key, title: block.title } };
    case "package":
      return { attributes: { ref: names.package(block.packageId) } };
    default:
      return { attributes: {} };
  }
}

function nodesOf(block: Block, names: Names): Nodes {
  const toNodes = (text: RichText) => toMdast(text, { imageHref: names.image });
  if (block.kind === "text") return toNodes(block.text);
  if (block.kind === "code") return [{ type: "code", lang: block.language, value: block.code }];
  const { attributes, children } = attributesOf(block, names, toNodes);
  const given = Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== undefined && value !== ""),
  );
  const type = children ? "containerDirective" : "leafDirective";
  return [{ type, name: block.kind, attributes: given, children: children ?? [] }] as unknown as Nodes;
}

/** Links to files of the course lead to where these lie in the folder. */
function relink(nodes: Nodes, names: Names): Nodes {
  const visit = (node: object): object =>
    Object.fromEntries(
      Object.entries(node).map(([field, value]) => {
        if (field === "url" && typeof value === "string") {
          const id = /^\/files\/([0-9a-f-]{36})$/.exec(value)?.[1];
          return [field, (id && names.file(id)) ?? value];
        }
        return [
          field,
          Array.isArray(value) ? value.map((one) => (typeof one === "object" ? visit(one) : one)) : value,
        ];
      }),
    );
  return nodes.map((node) => visit(node) as Nodes[number]);
}

const opens = ({ days, onDate, afterLessons }: OpeningRule, names: Names) => ({
  ...(days === undefined ? {} : { days }),
  ...(onDate === undefined ? {} : { on: onDate }),
  ...(afterLessons?.length ? { after: afterLessons.flatMap((key) => names.lesson(key) ?? []) } : {}),
});

/** A lesson as a file of a course folder. Two texts in a row become one. */
export function writeLesson(lesson: LessonDraft, names: Names): string {
  const opening = opens(lesson.opening, names);
  const front = {
    title: lesson.title,
    ...(lesson.summary ? { summary: lesson.summary } : {}),
    minutes: lesson.minutes,
    ...(lesson.isPreview ? { preview: true } : {}),
    complete: lesson.completion,
    ...(Object.keys(opening).length > 0 ? { opens: opening } : {}),
  };
  const children = relink(
    lesson.blocks.flatMap((block) => nodesOf(block, names)),
    names,
  );
  const options = markdownWriting();
  const extensions = [...(options.extensions ?? []), directiveToMarkdown()];
  const text = write({ type: "root", children }, { ...options, extensions });
  return `---\n${toYaml(front)}---\n\n${text}`;
}
