import type { z } from "zod";
import {
  OverrideGrade,
  type StudentGrades,
  WithdrawGradeOverride,
} from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { typedPpm } from "#web/forms/typed-money.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/student-grades.ts";
import { GradeHistory } from "./grade-history.tsx";
import { GradeItemCard } from "./grade-item-card.tsx";
import { percentOf } from "./standing.tsx";

export type Grades = z.output<typeof StudentGrades>;

export const handle: RouteHandle = {
  crumb: ({ student }: Grades) => student.name || "Erased person",
  notices: { set: "The grade is set.", earned: "The earned grade counts again." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return context.get(pageContext).call<Grades>("academy.get_student_grades", params);
}

export async function action(args: Route.ActionArgs) {
  const { viewer } = args.context.get(pageContext);
  const { enrollmentId } = args.params;
  const path = `/console/academy/grades/students/${enrollmentId}`;
  const [intent] = String((await args.request.clone().formData()).get("intent")).split(":");
  if (intent === "earned")
    return submit(args, "academy.withdraw_grade_override", {
      schema: WithdrawGradeOverride,
      map: (form) => ({ ...form, enrollmentId }),
      onSuccess: () => done(path, "earned"),
    });
  return submit(args, "academy.override_grade", {
    schema: OverrideGrade,
    map: (form) => ({ ...form, scorePpm: typedPpm(form.scorePpm, viewer?.locale ?? "en"), enrollmentId }),
    onSuccess: () => done(path, "set"),
  });
}

export default function StudentGradesPage({ loaderData: grades, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={<span dir="auto">{grades.student.name || "Erased person"}</span>}
        over={<TextLink to={`/console/academy/grades/${grades.courseId}`}>{grades.courseTitle}</TextLink>}
        lead={
          grades.totalPpm === null
            ? "Nothing has a mark yet."
            : `${percentOf(grades.totalPpm)} so far, from ${grades.weightDone}% of the weight.`
        }
      />
      <div className="space-y-4">
        {grades.items.map((item) => (
          <GradeItemCard key={item.itemKey} item={item} state={actionData} />
        ))}
      </div>
      <Section title="History">
        <GradeHistory entries={grades.history} />
      </Section>
    </>
  );
}
