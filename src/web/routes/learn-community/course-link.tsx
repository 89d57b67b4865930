import { TextLink } from "#web/ui/text-link.tsx";

/** The way back to a course or one of its lessons, over a page's title. */
export function CourseLink({ course, lesson, title }: { course: string; lesson?: string; title: string }) {
  return (
    <TextLink to={lesson ? `/learn/${course}/lessons/${lesson}` : `/learn/${course}`}>
      <span dir="auto">{title}</span>
    </TextLink>
  );
}
