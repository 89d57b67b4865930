import type { z } from "zod";
import {
  AddCourseFile,
  type CourseFiles,
  RemoveCourseFile,
} from "#modules/academy/contract/authoring-files.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/files.ts";
import { CourseHead } from "./course-head.tsx";
import { LargeUpload } from "./large-upload.tsx";
import { useCourse } from "./use-course.ts";

type File = z.output<typeof CourseFiles>["items"][number];

export const handle: RouteHandle = {
  crumb: "Files",
  notices: { added: "The file belongs to the course now.", gone: "The file is out of the course." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { items } = await call<z.output<typeof CourseFiles>>("academy.list_course_files", {
    courseId: params.courseId,
  });
  return { files: items };
}

export async function action(args: Route.ActionArgs) {
  const { courseId } = args.params;
  const page = args.context.get(pageContext);
  const at = `/console/academy/courses/${courseId}/files`;
  const form = await args.request.clone().formData();
  if (form.get("intent") === "remove")
    return submit(args, "academy.remove_course_file", {
      schema: RemoveCourseFile,
      map: (fields) => ({ ...fields, courseId }),
      onSuccess: () => done(at, "gone"),
    });
  const add = async (input: z.output<typeof AddCourseFile>) => page.call("academy.add_course_file", input);
  const file = form.get("file");
  const upload = async () => {
    const saved = await page.saveFile(
      file instanceof globalThis.File ? file : new globalThis.File([], "file"),
    );
    return add({ courseId, fileId: saved.fileId });
  };
  return submit(args, upload, {
    // The file itself is read above; nothing else is in the form.
    schema: AddCourseFile.pick({ courseId: true }),
    map: () => ({ courseId }),
    onSuccess: () => done(at, "added"),
  });
}

function RemoveForm({ file }: { file: File }) {
  if (file.usedIn.length > 0 || file.isCover) return null;
  return (
    <Form intent="remove">
      <input type="hidden" name="fileId" value={file.fileId} />
      <Button size="small" look="quiet" icon="trash-2" aria-label={`Take ${file.name} out of the course`} />
    </Form>
  );
}

const columns: readonly Column<File>[] = [
  {
    key: "name",
    header: "File",
    grow: true,
    cell: ({ fileId, name }) => (
      <a href={courseFile(fileId)} className="underline underline-offset-3" dir="auto">
        {name}
      </a>
    ),
  },
  { key: "size", header: "Size", align: "end", cell: ({ bytes }) => <Figure value={bytes} unit="bytes" /> },
  {
    key: "used",
    header: "Stands in",
    cell: ({ usedIn, isCover }) => (
      <span dir="auto">{[...usedIn, ...(isCover ? ["Course page"] : [])].join(", ") || "Nothing yet"}</span>
    ),
  },
  { key: "added", header: "Added", hiddenOnPhone: true, cell: ({ addedAt }) => <Moment at={addedAt} ago /> },
  { key: "remove", header: "Take out", cell: (file) => <RemoveForm file={file} /> },
];

export default function Files({ loaderData: { files }, actionData }: Route.ComponentProps) {
  const course = useCourse();
  const mayWrite = usePermission("academy:write");
  return (
    <>
      <CourseHead course={course} />
      {mayWrite && (
        <Section
          title="Add a file"
          note="Pictures, recordings, captions (WebVTT) and whatever students take along. Captions are checked before they are taken."
          className="max-w-xl"
        >
          <LargeUpload courseId={course.courseId}>
            <Form state={actionData} encType="multipart/form-data">
              <FileInput name="file" label="File" hint="25 MB at most this way." />
              <Button icon="upload">Upload file</Button>
            </Form>
          </LargeUpload>
        </Section>
      )}
      <Section title="Files of the course">
        {files.length === 0 ? (
          <EmptyState icon="folder" title="No files yet" text="Files you add can be shown in lessons." />
        ) : (
          <DataTable caption="Files" columns={columns} rows={files} rowKey={({ fileId }) => fileId} />
        )}
      </Section>
    </>
  );
}
