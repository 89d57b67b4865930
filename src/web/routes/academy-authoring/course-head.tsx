import type { ReactNode } from "react";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { CourseState } from "./course-state.tsx";
import type { Course } from "./course.tsx";

/** The head of every page of a course: what it is, where it stands, and its parts. */
export function CourseHead({ course, actions }: { course: Course; actions?: ReactNode }) {
  const at = `/console/academy/courses/${course.courseId}`;
  const { curriculum } = course;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{course.facts.title}</span>}
        over={
          <span className="flex flex-wrap items-center gap-2">
            <CourseState status={course.status} />
            {curriculum?.status === "draft"
              ? `Version ${curriculum.number} is being written`
              : curriculum && `Version ${curriculum.number} is out, nothing was changed since`}
          </span>
        }
        actions={actions}
      />
      <Tabs
        label="Course"
        tabs={[
          { label: "Curriculum", to: at },
          { label: "Course page", to: `${at}/page` },
          { label: "Files", to: `${at}/files` },
          { label: "Versions", to: `${at}/versions` },
          { label: "Settings", to: `${at}/settings` },
        ]}
      />
    </>
  );
}
