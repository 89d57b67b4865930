import type { z } from "zod";
import type { RiskPage } from "#modules/playbook/contract/risks.ts";
import { OwnerName, Rating, type Risk, Standing } from "#web/routes/plan-risks/risk-words.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";

type Page = z.output<typeof RiskPage>;

/** Risks that moved this week or whose trigger is broken, the gravest first. */
export function Concerns({ moved }: { moved: Page }) {
  const { risks, total, counts } = moved;
  return (
    <Section
      title="What could hurt us"
      link={{
        label: total > risks.length ? `All ${total}` : "Risks",
        to: total > risks.length ? "/console/plan/risks?status=open&moved=yes" : "/console/plan/risks",
      }}
    >
      {risks.length === 0 ? (
        <p className="text-muted">No risk moved in the last seven days.</p>
      ) : (
        <ul className="divide-y divide-line">
          {risks.map((risk) => (
            <Concern key={risk.id} risk={risk} />
          ))}
        </ul>
      )}
      {(counts.unowned > 0 || counts.unrated > 0) && <Missing counts={counts} />}
    </Section>
  );
}

function Concern({ risk }: { risk: Risk }) {
  const { id, text, triggeredAt, lastChange, owner } = risk;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <NameLink to={`/console/plan/risks/${id}`} className="min-w-0 [overflow-wrap:anywhere]">
          {text}
        </NameLink>
        <span className="inline-flex items-center gap-3">
          {triggeredAt && <Standing risk={risk} />}
          <Rating risk={risk} />
        </span>
      </div>
      <p className="text-13 text-muted [overflow-wrap:anywhere]">
        {lastChange && (
          <>
            {lastChange.cause}, <Moment at={lastChange.at} ago />.{" "}
          </>
        )}
        Owner: <OwnerName owner={owner} />
      </p>
    </li>
  );
}

function Missing({ counts: { open, unowned, unrated } }: { counts: Page["counts"] }) {
  return (
    <p className="mt-2 text-13 text-muted">
      Of {open} open {open === 1 ? "risk" : "risks"},{" "}
      {unowned > 0 && (
        <TextLink to="/console/plan/risks?status=open&owner=nobody">
          {unowned} {unowned === 1 ? "has" : "have"} no owner
        </TextLink>
      )}
      {unowned > 0 && unrated > 0 && " and "}
      {unrated > 0 && (
        <TextLink to="/console/plan/risks?status=open&band=unrated">
          {unrated} {unrated === 1 ? "is" : "are"} not rated
        </TextLink>
      )}
      .
    </p>
  );
}
