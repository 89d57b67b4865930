import { redirect } from "react-router";
import type { z } from "zod";
import type { Source as SourceShape } from "#modules/playbook/contract/sources.ts";
import { type Call, pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { Badge } from "#web/ui/badge.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/source.ts";
import { CountsGrid } from "./counts-grid.tsx";
import { encodingWords } from "./encoding-words.ts";
import { JumpToLine } from "./jump-to-line.tsx";
import { LinePages } from "./line-pages.tsx";
import { LinesTable } from "./lines-table.tsx";
import { firstLineOf, LINES } from "./preview-list.ts";
import { countLines, sourceSegments } from "./source-lines.ts";

type Source = z.output<typeof SourceShape>;

export const handle = {
  crumb: (data: { source: { fileName: string } }) => data.source.fileName,
  notices: {
    imported: "The plan is imported. This is what each line became.",
    unchanged: "The file says what the plan already says. Nothing is changed.",
  },
};
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.source.fileName ?? "Source"} · Cairn` },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const { call } = context.get(pageContext);
  if (params.sourceId === "current") throw redirect(await currentSource(call, asked.get("line")));
  const jump = Number.parseInt(asked.get("jump") ?? "", 10);
  if (jump > 0) throw redirect(`/console/plan/sources/${params.sourceId}?line=${jump}#L${jump}`);
  const { sourceId } = params;
  const source = await call<Source>("playbook.get_source", { sourceId });
  const { text, nodes: _n, skipped, structure: _s, lint, changeList: _c, ...rest } = source;
  const total = countLines(text);
  const from = firstLineOf(Number(asked.get("line")) || 1, total);
  return {
    source: rest,
    findings: lint.slice(0, MOST_FINDINGS),
    more: Math.max(0, lint.length - MOST_FINDINGS),
    skipped: skipped.length,
    lines: { from, total, segments: sourceSegments(source, from, from + LINES - 1) },
  };
}

/** Where the file in force is, for links that know a line of the plan but not its file. */
async function currentSource(call: Call, line: string | null): Promise<string> {
  const { sources } = await call<{ sources: Source[] }>("playbook.list_sources", {});
  const { sourceId } = sources.find(({ current }) => current) ?? {};
  if (!sourceId) return "/console/plan/sources";
  const at = line && /^\d+$/u.test(line) ? `?line=${line}#L${line}` : "";
  return `/console/plan/sources/${sourceId}${at}`;
}

/** Findings named above the file; all of them stand beside their lines. */
const MOST_FINDINGS = 20;

type Loaded = Route.ComponentProps["loaderData"];

export default function SourcePage({ loaderData }: Route.ComponentProps) {
  const { source, lines } = loaderData;
  const repair = encodingWords(source);
  return (
    <>
      <PageHeader
        over={source.current ? <Badge tone="positive">in force</Badge> : "An earlier file"}
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {source.fileName}
          </span>
        }
        lead={<Imported source={source} />}
        actions={
          <LinkButton to="/console/plan/import" icon="import">
            Import a newer file
          </LinkButton>
        }
      />
      <div className="space-y-5">
        {repair && <Notice title="The letters were mended">{repair}</Notice>}
        {!source.current && (
          <Notice>
            A later file replaced this one. Beside its lines stands what they became when it was imported.
          </Notice>
        )}
        <CountsGrid counts={source.counts} />
        <Findings loaderData={loaderData} />
        <JumpToLine last={lines.total} />
      </div>
      <div className="mt-3">
        <Card flush>
          <LinesTable segments={lines.segments} caption={`${source.fileName} and what its lines became`} />
        </Card>
        <LinePages from={lines.from} size={LINES} total={lines.total} />
      </div>
    </>
  );
}

function Imported({ source: { importedAt, importedBy, changes } }: { source: Loaded["source"] }) {
  return (
    <>
      Imported <Moment at={importedAt} /> by <span dir="auto">{importedBy ?? "Cairn"}</span>
      {changes > 0 && <>, {countOf(changes, "change")} against the file before</>}.
    </>
  );
}

function Findings({ loaderData: { findings, more, skipped } }: { loaderData: Loaded }) {
  if (findings.length === 0)
    return (
      <p className="text-muted">
        No contradiction was found.{" "}
        {skipped > 0 && `${countOf(skipped, "passage")} became nothing; why stands beside.`}
      </p>
    );
  return (
    <Disclosure summary={`${countOf(findings.length + more, "finding")} in this file`}>
      <ul className="max-w-measure divide-y divide-line">
        {findings.map(({ message, lines: [line] }) => (
          <li key={`${line} ${message}`} className="py-1.5 text-13">
            {message} <TextLink to={`?line=${line}#L${line}`}>Line {line}</TextLink>
          </li>
        ))}
        {more > 0 && <li className="py-1.5 text-13 text-muted">{more} more stand beside their lines.</li>}
      </ul>
    </Disclosure>
  );
}
