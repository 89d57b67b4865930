import type { ReactNode } from "react";
import { isSafeLink, type Mark, type RichNode, type RichText as Text } from "#kernel/browser/rich-text.ts";
import { classNames } from "#web/ui/class-names.ts";

interface Showing {
  fileHref: (fileId: string) => string;
}

const MARK_TAGS = { bold: "strong", italic: "em", strike: "s", code: "code" } as const;

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  // Checked where it is written too; what an older version kept is not trusted.
  if (!isSafeLink(href)) return children;
  const isOutside = /^https?:/i.test(href);
  return (
    <a href={href} rel={isOutside ? "noopener nofollow" : undefined}>
      {children}
    </a>
  );
}

function Marked({ marks = [], text = "" }: { marks?: readonly Mark[]; text?: string }): ReactNode {
  return marks.toReversed().reduce<ReactNode>((inner, mark) => {
    if (mark.type === "link") return <SafeLink href={mark.attrs.href}>{inner}</SafeLink>;
    const Tag = MARK_TAGS[mark.type];
    return <Tag>{inner}</Tag>;
  }, text);
}

const TAGS = {
  paragraph: "p",
  bulletList: "ul",
  listItem: "li",
  blockquote: "blockquote",
  tableRow: "tr",
  tableCell: "td",
} as const;
const HEADINGS = { 2: "h2", 3: "h3", 4: "h4" } as const;

const isHeading = (level: unknown): level is 2 | 3 | 4 => level === 2 || level === 3 || level === 4;

/** A list item of one paragraph reads without the paragraph around it. */
const isPlainItem = ({ type, content }: RichNode) =>
  type === "listItem" && content?.length === 1 && content[0]?.type === "paragraph";

function Table({ node, showing }: { node: RichNode; showing: Showing }) {
  const [head, ...body] = node.content ?? [];
  return (
    // A wide table scrolls on its own; with the keyboard too.
    <div className="table-scroll" role="group" aria-label="Table" tabIndex={0}>
      <table>
        <thead>{head && <Node node={head} showing={showing} />}</thead>
        {body.length > 0 && (
          <tbody>
            <Nodes nodes={body} showing={showing} />
          </tbody>
        )}
      </table>
    </div>
  );
}

function Nodes({ nodes = [], showing }: { nodes?: readonly RichNode[]; showing: Showing }) {
  // A text is data that never changes under its reader: places are good keys.
  return nodes.map((node, at) => <Node key={at} node={node} showing={showing} />);
}

function Node({ node, showing }: { node: RichNode; showing: Showing }): ReactNode {
  const content = isPlainItem(node) ? node.content?.[0]?.content : node.content;
  const inner = <Nodes nodes={content} showing={showing} />;
  switch (node.type) {
    case "text":
      return <Marked marks={node.marks} text={node.text} />;
    case "hardBreak":
      return <br />;
    case "horizontalRule":
      return <hr />;
    case "heading": {
      const Tag = HEADINGS[isHeading(node.attrs?.level) ? node.attrs.level : 2];
      return <Tag>{inner}</Tag>;
    }
    case "orderedList":
      return <ol start={Number(node.attrs?.start ?? 1)}>{inner}</ol>;
    case "codeBlock":
      return (
        <pre tabIndex={0} dir="ltr">
          <code>{inner}</code>
        </pre>
      );
    case "image":
      return (
        <img
          src={showing.fileHref(String(node.attrs?.fileId))}
          alt={String(node.attrs?.alt ?? "")}
          loading="lazy"
        />
      );
    case "table":
      return <Table node={node} showing={showing} />;
    case "tableHeader":
      return <th scope="col">{inner}</th>;
    default: {
      const Tag = TAGS[node.type];
      return <Tag>{inner}</Tag>;
    }
  }
}

const kernelFile = (fileId: string) => `/files/${fileId}`;

/**
 * Shows a formatted text as elements of its own; nothing in it can be markup. `fileHref` says where its pictures are
 * (kernel files unless given; `courseFile` in a course).
 */
export function RichText({
  text,
  fileHref = kernelFile,
  className,
}: {
  text: Text;
  fileHref?: (fileId: string) => string;
  className?: string;
}) {
  return (
    <div className={classNames("rich-text", className)} dir="auto">
      <Nodes nodes={text.content} showing={{ fileHref }} />
    </div>
  );
}
