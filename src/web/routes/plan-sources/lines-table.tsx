import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { KindMark } from "./kind-mark.tsx";
import { nodeHref, structureWord } from "./node-kinds.ts";
import type { LineNode, Segment } from "./source-lines.ts";

/**
 * A file side by side with what its lines became; pointing at either side marks both. Text is shown as text, whatever
 * it says. Every line has the address `#L123`.
 */
export function LinesTable({ segments, caption }: { segments: readonly Segment[]; caption: string }) {
  return (
    <table className="w-full table-fixed border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="text-start text-13 text-muted">
          <th scope="col" className="h-9 ps-12 text-start font-normal">
            Line of the file
          </th>
          <th scope="col" className="h-9 px-4 text-start font-normal">
            What it became
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {segments.map((segment) => (
          <SegmentRow key={segment.lines[0]?.number} segment={segment} />
        ))}
      </tbody>
    </table>
  );
}

function SegmentRow({ segment }: { segment: Segment }) {
  const { lines, became, structure, skipped, lint } = segment;
  const silent = became.length === 0 && structure === null && skipped === null;
  return (
    <tr
      className={classNames(
        "border-t border-line transition-colors focus-within:bg-hover hover:bg-hover has-target:bg-hover max-md:block max-md:py-1.5",
        silent && "border-transparent",
      )}
    >
      <td className="py-1 align-top max-md:block">
        {lines.map(({ number, text }) => (
          <div key={number} id={`L${number}`} className="flex scroll-mt-24 target:bg-caution-soft">
            <a
              href={`#L${number}`}
              aria-label={`Line ${number}`}
              className="block min-h-6 w-12 shrink-0 pe-3 text-end text-12 leading-6 text-muted tabular-nums hover:text-text"
            >
              {number}
            </a>
            <code
              dir="auto"
              className="min-w-0 flex-1 font-mono text-13 leading-6 [overflow-wrap:anywhere] whitespace-pre-wrap"
            >
              {text}
            </code>
          </div>
        ))}
      </td>
      <td className="px-4 py-1 align-top max-md:block max-md:ps-12">
        {became.map((node, index) => (
          <Became key={`${node.kind}-${index}`} node={node} />
        ))}
        {structure !== null && <p className="text-12 leading-6 text-muted">{structureWord(structure)}</p>}
        {skipped !== null && (
          <p className="flex gap-1.5 text-13 leading-6 text-muted">
            <Icon name="minus" className="mt-1" />
            <span>Skipped: {skipped}</span>
          </p>
        )}
        {lint.map((message) => (
          <p key={message} className="flex gap-1.5 py-0.5 text-13 text-caution">
            <Icon name="triangle-alert" className="mt-0.5" />
            <span className="min-w-0 [overflow-wrap:anywhere]">{message}</span>
          </p>
        ))}
      </td>
    </tr>
  );
}

function Became({ node }: { node: LineNode }) {
  const href = nodeHref(node);
  const isNotes = node.kind === "notes";
  return (
    <p className="grid items-start gap-x-3 py-0.5 sm:grid-cols-[136px_minmax(0,1fr)]">
      <KindMark kind={node.kind} />
      <span dir="auto" className="text-13 [overflow-wrap:anywhere]">
        {isNotes && <span className="text-muted">of “{node.text}”</span>}
        {!isNotes && (href ? <TextLink to={href}>{node.text}</TextLink> : node.text)}
        {node.numeric && href === undefined && <span className="text-muted"> (a number to reach)</span>}
      </span>
    </p>
  );
}
