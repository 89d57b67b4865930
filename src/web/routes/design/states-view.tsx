import { Avatar } from "#web/ui/avatar.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Diff } from "#web/ui/diff.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { State } from "#web/ui/state.tsx";
import { stateKinds } from "#web/ui/state-kinds.ts";

/** How things stand, and what a page shows when there is nothing, too little or a fault. */
export function StatesView() {
  return (
    <>
      <PageHeader
        title="States"
        lead="Colour, picture and word together; each with its reason where one is known."
      />
      <Section title="States">
        <Card>
          <ul className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4 lg:grid-cols-6">
            {Object.keys(stateKinds).map((kind) => (
              <li key={kind}>
                <State kind={kind} />
              </li>
            ))}
            <li className="col-span-2">
              <State kind="at_risk" reason="71 of 100, 14 days left" />
            </li>
          </ul>
        </Card>
      </Section>
      <Section title="Marks">
        <div className="flex flex-wrap items-center gap-2">
          <Badge>Phase 1</Badge>
          <Badge tone="accent">Reported</Badge>
          <Badge tone="positive">Live</Badge>
          <Badge tone="caution">2 questions</Badge>
          <Badge tone="critical">Failed 3 times</Badge>
          <Avatar name="Ana Reyes" />
          <Avatar name="محمد علي" size="small" />
          <Avatar name="Ørjan" size="large" />
        </div>
      </Section>
      <Notices />
      <EmptyAndFaulty />
      <Changes />
    </>
  );
}

function EmptyAndFaulty() {
  return (
    <div className="mt-8 grid items-start gap-8 lg:grid-cols-3">
      <Card>
        <EmptyState
          title="No reviews yet"
          text="The first draft is written on Monday at 06:00."
          action={<Button look="primary">Draft one now</Button>}
        />
      </Card>
      <Card>
        <ErrorState
          title="The forecast could not be made"
          text="Try again in a minute."
          requestId="01J9Z7Q2"
        />
      </Card>
      <Card>
        <Skeleton lines={6} />
      </Card>
    </div>
  );
}

function Changes() {
  return (
    <Section title="Changes">
      <Diff
        label="Changes in the plan"
        lines={[
          { kind: "same", text: "## Month 3: Launch", before: 41, after: 41 },
          { kind: "removed", text: "- [ ] 20+ posts", before: 42 },
          { kind: "added", text: "- [ ] 25+ posts", after: 42 },
          { kind: "same", text: "- [ ] 5 landing pages", before: 43, after: 43 },
        ]}
      />
    </Section>
  );
}

function Notices() {
  return (
    <Section title="Notices">
      <div className="space-y-2">
        <Notice title="The plan has 4 questions">
          Two targets for revenue disagree in time. Answer them before the next review.
        </Notice>
        <Notice tone="positive">Value reported for 14 May.</Notice>
        <Notice tone="caution" title="The worker has not answered for 6 minutes">
          Measurements may be old.
        </Notice>
        <Notice
          tone="critical"
          title="The mail was not sent"
          actions={<Button size="small">Send again</Button>}
        >
          The mail server refused it: mailbox unknown.
        </Notice>
      </div>
    </Section>
  );
}
