import type { z } from "zod";
import type { FindingItem } from "#modules/academy/contract/authoring-versions.ts";
import { countOf } from "#web/format/plural.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { useCourse } from "./use-course.ts";

type Finding = z.output<typeof FindingItem>;

function Row({ finding }: { finding: Finding }) {
  const { courseId } = useCourse();
  const isError = finding.severity === "error";
  const at = `/console/academy/courses/${courseId}`;
  return (
    <li className="flex gap-3 py-3">
      <Icon
        name={isError ? "circle-alert" : "triangle-alert"}
        className={isError ? "mt-0.5 text-critical" : "mt-0.5 text-caution"}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <TextLink
            to={
              finding.lessonKey ? `${at}/lessons/${finding.lessonKey}` : finding.moduleKey ? at : `${at}/page`
            }
          >
            <span dir="auto">{finding.place}</span>
          </TextLink>
          {isError ? <Badge tone="critical">Must be mended</Badge> : <Badge tone="caution">Look at it</Badge>}
          {finding.isAccessibility && <Badge>Accessibility</Badge>}
        </p>
        <p className="mt-0.5 text-pretty text-muted">{finding.message}</p>
      </div>
    </li>
  );
}

/** What the checks found, what must be mended first. */
export function Findings({ findings, hasDraft }: { findings: readonly Finding[]; hasDraft: boolean }) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  if (findings.length === 0)
    return (
      <Notice
        tone="positive"
        title={hasDraft ? "Nothing to mend" : "Nothing was changed since the last version"}
      >
        {hasDraft ? "Every check passed, those of accessibility too." : "What is out passes every check."}
      </Notice>
    );
  return (
    <Section
      title="Checks"
      note={
        errors.length > 0
          ? `${countOf(errors.length, "thing")} must be mended before this can go out.`
          : "This can go out. Look at what may trouble students first."
      }
    >
      <ul className="max-w-3xl divide-y divide-line border-y border-line">
        {[...errors, ...warnings].map((finding) => (
          <Row
            key={`${finding.code} ${finding.lessonKey} ${finding.blockId} ${finding.message}`}
            finding={finding}
          />
        ))}
      </ul>
    </Section>
  );
}
