import type { z } from "zod";
import type { AuditEntry } from "#modules/platform/contract.ts";
import type { Column } from "#web/table/column.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Moment } from "#web/ui/time.tsx";

type Entry = z.output<typeof AuditEntry>;

const surfaces: Record<string, string> = {
  page: "Console",
  http: "API",
  mcp: "Agent",
  cli: "Command line",
  job: "Background",
};

function Actor({ entry }: { entry: Entry }) {
  if (entry.actorKind === "system") return <span className="text-muted">The house</span>;
  if (entry.actorKind === "anonymous") return <span className="text-muted">Not signed in</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span dir="auto">{entry.actorName ?? "A person who is gone"}</span>
      {entry.tokenId && <Badge>By token</Badge>}
    </span>
  );
}

/** Ids are for following a thing, not for reading: they stand behind the row. */
function What({ entry }: { entry: Entry }) {
  const subjects = Object.entries(entry.subjects);
  return (
    <div className="min-w-0">
      <span className="me-2 font-medium">{entry.title}</span>
      {entry.outcome === "proposed" && <Badge tone="caution">Proposed</Badge>}
      <Disclosure summary="Details">
        <dl className="space-y-1 text-12 text-muted">
          {[
            ["operation", entry.operation],
            ...subjects,
            ["request", entry.requestId],
            [
              "place in the chain",
              entry.position === null ? "sealed within a minute" : String(entry.position),
            ],
          ].map(([label, value]) => (
            <div key={label} className="flex flex-wrap gap-x-2">
              <dt>{label}</dt>
              <dd className="font-mono [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}

/** Columns of the audit list. */
export const auditColumns: readonly Column<Entry>[] = [
  { key: "at", header: "When", cell: ({ at }) => <Moment at={at} /> },
  { key: "actor", header: "Who", cell: (entry) => <Actor entry={entry} /> },
  { key: "what", header: "What", grow: true, cell: (entry) => <What entry={entry} /> },
  {
    key: "surface",
    header: "From",
    hiddenOnPhone: true,
    cell: ({ surface }) => surfaces[surface] ?? surface,
  },
];
