import { useFormat } from "#web/format/use-format.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Cohort } from "./cohort.tsx";
import { CohortState, placesTaken } from "./standing.tsx";

/** What a cohort is, and the way to its parts. */
export function CohortHead({ cohort }: { cohort: Cohort }) {
  const { dateRange, date } = useFormat();
  const mayEnrol = usePermission("academy:enrol");
  const path = `/console/academy/cohorts/${cohort.cohortId}`;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{cohort.title}</span>}
        over={<span dir="auto">{cohort.courseTitle}</span>}
        lead={`${dateRange(cohort.startsOn, cohort.endsOn)}, ${cohort.zone.replaceAll("_", " ")} time.`}
        actions={
          <>
            <CohortState phase={cohort.phase} status={cohort.status} />
            {mayEnrol && (
              <LinkButton icon="pencil" to={`${path}/edit`}>
                Change
              </LinkButton>
            )}
          </>
        }
      />
      <Facts
        facts={[
          { label: "Students", value: placesTaken(cohort), to: `${path}/students` },
          { label: "Live sessions", value: cohort.sessions, to: path },
          {
            label: "Students may choose it",
            value:
              cohort.enrolFromOn && cohort.enrolUntilOn
                ? dateRange(cohort.enrolFromOn, cohort.enrolUntilOn)
                : "No",
          },
          { label: "First day", value: date(cohort.startsOn) },
        ]}
      />
      <div className="mt-6">
        <Tabs
          label="Cohort"
          tabs={[
            { label: "Live sessions", to: path, count: cohort.sessions },
            { label: "Students", to: `${path}/students`, count: cohort.students },
          ]}
        />
      </div>
    </>
  );
}
