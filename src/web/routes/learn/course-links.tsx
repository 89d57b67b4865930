import type { z } from "zod";
import { Link } from "react-router";
import type { MyCourse } from "#modules/academy/contract/learning.ts";
import { Icon, type IconName } from "#web/ui/icon.tsx";

interface Entry {
  to: string;
  icon: IconName;
  label: string;
}

function entriesOf({ slug, status, cohortId, completedAt, certificate }: z.output<typeof MyCourse>): Entry[] {
  const at = `/learn/${slug}`;
  const open: Entry[] = [
    { to: `${at}/plan`, icon: "calendar-days", label: "Your plan and reminders" },
    {
      to: `${at}/sessions`,
      icon: "calendar-clock",
      label: cohortId ? "Live sessions" : "Cohorts and live sessions",
    },
  ];
  return [
    ...(status === "active" ? open : []),
    ...(completedAt && certificate
      ? [{ to: "/learn/certificates", icon: "badge-check", label: "Your certificate" } as const]
      : []),
  ];
}

/** What else belongs to a course one takes; what stands in the row of the header is left out. */
export function CourseLinks({ course }: { course: z.output<typeof MyCourse> }) {
  const entries = entriesOf(course);
  if (entries.length === 0) return null;
  return (
    <nav aria-label="In this course">
      <ul className="divide-y divide-line border-y border-line">
        {entries.map(({ to, icon, label }) => (
          <li key={to}>
            <Link to={to} className="flex min-h-11 items-center gap-3 px-1 py-2 hover:bg-hover">
              <Icon name={icon} className="text-muted" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
