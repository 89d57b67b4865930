import { TextLink } from "#web/ui/text-link.tsx";

interface Known {
  actor?: Record<string, unknown>;
  verb?: { id?: string };
  object?: { objectType?: string; id?: string };
  context?: { registration?: string };
}

const IDENTIFIERS = ["mbox", "mbox_sha1sum", "openid", "account"];

/** Addresses of the lists that have something in common with a statement. */
function alike({ actor = {}, verb, object, context }: Known) {
  const identity = IDENTIFIERS.find((name) => name in actor);
  const isActivity = (object?.objectType ?? "Activity") === "Activity";
  const links = [
    {
      label: "The same person",
      name: "agent",
      value: identity && JSON.stringify({ [identity]: actor[identity] }),
    },
    { label: "The same verb", name: "verb", value: verb?.id },
    { label: "The same activity", name: "activity", value: isActivity ? object?.id : undefined },
    { label: "The same registration", name: "registration", value: context?.registration },
  ];
  return links.flatMap(({ label, name, value }) =>
    value ? [{ label, to: `/console/academy/records?${new URLSearchParams({ [name]: value })}` }] : [],
  );
}

/** A statement as it is stored, and the ways from it to others. */
export function StatementJson({ json }: { json: string }) {
  const statement = JSON.parse(json) as Known;
  return (
    <>
      <pre
        tabIndex={0}
        dir="ltr"
        className="max-h-96 max-w-full overflow-auto rounded-control bg-canvas p-3 text-start font-mono text-12 whitespace-pre-wrap"
      >
        {JSON.stringify(statement, null, 2)}
      </pre>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-13">
        {alike(statement).map(({ label, to }) => (
          <TextLink key={to} to={to} className="touch:py-3">
            {label}
          </TextLink>
        ))}
      </p>
    </>
  );
}
