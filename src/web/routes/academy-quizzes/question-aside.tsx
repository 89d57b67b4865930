import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { countOf } from "#web/format/plural.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import { placeWords, type Question } from "./words.ts";

function Usage({ question }: { question: Question }) {
  if (question.usage.length === 0) return <p className="text-muted">No quiz asks it.</p>;
  return (
    <ul className="space-y-2">
      {question.usage.map((quiz) => (
        <li key={quiz.quizKey}>
          <TextLink to={`/console/academy/quizzes/${question.courseId}/${quiz.quizKey}`}>
            {quiz.title}
          </TextLink>
          <p className="text-13 text-muted">
            {placeWords(quiz.in)}, {quiz.by === "name" ? "named there" : "drawn by a tag"}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Versions({ question }: { question: Question }) {
  const mayGrade = usePermission("academy:grade");
  const asked = question.versions.reduce((sum, version) => sum + version.asked, 0);
  return (
    <>
      <ol className="space-y-2">
        {question.versions.map((version) => (
          <li key={version.versionId}>
            <p>
              Version {version.number}, <Moment at={version.at} />
            </p>
            <p className="line-clamp-2 text-13 text-muted" dir="auto">
              Asked {version.asked} {version.asked === 1 ? "time" : "times"}: {version.words}
            </p>
          </li>
        ))}
      </ol>
      {mayGrade && asked > 0 && question.versions.length > 1 && (
        <p className="mt-3">
          <TextLink to={`/console/academy/questions/${question.id}/remark`}>
            Mark {countOf(asked, "attempt")} anew by this version
          </TextLink>
        </p>
      )}
    </>
  );
}

function Act({ intent, state, children }: { intent: string; state?: FormState | null; children: string }) {
  return (
    <Form intent={intent} state={state}>
      <Button>{children}</Button>
    </Form>
  );
}

/** Where a question is used, what it was before, and what can be done with it. */
export function QuestionAside({ question, state }: { question: Question; state?: FormState | null }) {
  const mayWrite = usePermission("academy:write");
  return (
    <aside className="max-lg:mt-8">
      <Section title="Used by">
        <Usage question={question} />
      </Section>
      <Section title="Versions">
        <Versions question={question} />
      </Section>
      {mayWrite && (
        <Section title="More">
          <div className="space-y-3">
            <Act intent="copy" state={state}>
              Duplicate
            </Act>
            {question.archivedAt ? (
              <Act intent="restore" state={state}>
                Restore
              </Act>
            ) : (
              <Disclosure summary="Archive">
                <p className="mb-3 text-pretty text-muted">
                  Pools draw it no longer. Attempts that asked it keep it, and it can be restored.
                </p>
                <Act intent="archive" state={state}>
                  Archive the question
                </Act>
              </Disclosure>
            )}
          </div>
        </Section>
      )}
    </aside>
  );
}
