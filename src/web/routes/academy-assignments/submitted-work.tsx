import { FileList, FileRow } from "#web/parts/handed-files.tsx";
import { RichText } from "#web/parts/rich-text.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import { SubmissionState } from "./standing.tsx";
import type { Submission } from "./submission.tsx";

type File = Submission["files"][number];

/** Other students' submissions that hold the very same file: told as it is, for a person to judge. */
function AlsoIn({ alsoIn }: { alsoIn: File["alsoIn"] }) {
  if (alsoIn.length === 0) return null;
  return (
    <p className="w-full text-13 text-muted">
      The same bytes are in{" "}
      {alsoIn.map(({ submissionId, student, fileName }, at) => (
        <span key={submissionId}>
          {at > 0 && ", "}
          <TextLink to={`/console/academy/assignments/submissions/${submissionId}`}>
            {student.name || "an erased person's work"}
          </TextLink>{" "}
          ({fileName})
        </span>
      ))}
      .
    </p>
  );
}

/** What was handed in, beside what was asked. */
export function SubmittedWork({ submission }: { submission: Submission }) {
  const { text, files, brief, others } = submission;
  return (
    <Section title="The work">
      <Card className="space-y-3">
        {text.content.length > 0 && <RichText text={text} />}
        <FileList>
          {files.map((file) => (
            <FileRow key={file.fileId} file={file}>
              <AlsoIn alsoIn={file.alsoIn} />
            </FileRow>
          ))}
        </FileList>
        {text.content.length === 0 && files.length === 0 && (
          <p className="text-muted">Nothing of it is kept: the person was erased.</p>
        )}
      </Card>
      <Disclosure summary="What was asked">
        <RichText text={brief} />
      </Disclosure>
      {others.length > 0 && (
        <Disclosure summary="Other tries of this student">
          <ul className="space-y-1">
            {others.map((other) => (
              <li key={other.submissionId} className="flex flex-wrap items-center gap-3">
                <TextLink to={`/console/academy/assignments/submissions/${other.submissionId}`}>
                  Submission {other.number}
                </TextLink>
                <Moment at={other.submittedAt} />
                <SubmissionState status={other.status} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}
