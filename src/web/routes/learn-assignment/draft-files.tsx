import { useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { inMegabytes, typeNames } from "#web/parts/file-terms.ts";
import { FileList, FileRow } from "#web/parts/handed-files.tsx";
import { Button } from "#web/ui/button.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import type { Assignment } from "./assignment.tsx";

/** The most a form without scripts can bring. */
const FORM_BYTES = 25_000_000;

interface Sending {
  name: string;
  fault?: string;
}

/** Sends a file as it is, however large the assignment lets it be; the page then shows it. */
function useUpload(path: string) {
  const { revalidate } = useRevalidator();
  const [sending, setSending] = useState<Sending | null>(null);
  const send = async (file: File) => {
    setSending({ name: file.name });
    try {
      const answer = await fetch(`${path}?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        body: file,
        headers: { "content-type": file.type || "application/octet-stream" },
      });
      if (!answer.ok) {
        const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
        setSending({ name: file.name, fault: problem.detail ?? "The file did not arrive. Send it again." });
        return;
      }
      setSending(null);
      await revalidate();
    } catch {
      setSending({ name: file.name, fault: "The connection broke. Send the file again." });
    }
  };
  return { sending, send };
}

/** Chooses a file: sent at once with scripts, by a form without them. */
function AddFile({ path, assignment }: { path: string; assignment: Assignment }) {
  const { sending, send } = useUpload(path);
  const isHydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <form
        ref={form}
        method="post"
        action={path}
        encType="multipart/form-data"
        className="mt-4 flex flex-wrap items-end gap-3"
      >
        <FileInput
          name="file"
          label="Add a file"
          hint={isHydrated ? undefined : "Keep your draft first: adding a file loads the page anew."}
          accept={assignment.settings.fileTypes.join(",") || undefined}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void send(file).then(() => form.current?.reset());
          }}
        />
        {!isHydrated && <Button icon="upload">Add the file</Button>}
      </form>
      <div className="mt-3">
        {sending && !sending.fault && <Notice tone="accent">Sending {sending.name}</Notice>}
        {sending?.fault && (
          <Notice tone="critical" title={`${sending.name} was not added`}>
            {sending.fault}
          </Notice>
        )}
      </div>
    </>
  );
}

/** Files of the draft, and adding one. */
export function DraftFiles({
  course,
  assignment,
  state,
}: {
  course: string;
  assignment: Assignment;
  state: FormState | undefined;
}) {
  const { settings, draft, assignmentKey } = assignment;
  const isHydrated = useHydrated();
  const most = isHydrated ? settings.maxFileBytes : Math.min(settings.maxFileBytes, FORM_BYTES);
  return (
    <Section
      title="Files"
      className="mt-8"
      note={`Up to ${settings.maxFiles}, ${inMegabytes(most)} each: ${typeNames(settings.fileTypes)}. Files are checked for their type and size, not for viruses.`}
    >
      <FileList>
        {draft.files.map((file) => (
          <FileRow key={file.fileId} file={file}>
            <Form state={state} intent={`remove:${file.fileId}`}>
              <input type="hidden" name="fileId" value={file.fileId} />
              <Button look="quiet">
                Take out<span className="sr-only"> {file.name}</span>
              </Button>
            </Form>
          </FileRow>
        ))}
      </FileList>
      {draft.files.length < settings.maxFiles ? (
        <AddFile path={`/learn/${course}/assignments/${assignmentKey}/files`} assignment={assignment} />
      ) : (
        <p className="mt-3 text-muted">As many files as this work takes are here.</p>
      )}
    </Section>
  );
}
