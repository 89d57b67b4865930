import { Notice } from "#web/ui/notice.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

/** What is missing for tax to be right, where there is something. */
export function SellerProblems({
  problems,
  isHere = false,
}: {
  problems: readonly { code: string; text: string }[];
  /** True on the page where it can be mended. */
  isHere?: boolean;
}) {
  if (problems.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice tone="caution" title="Before tax is right">
        <ul className="list-disc space-y-1 ps-4">
          {problems.map(({ code, text }) => (
            <li key={`${code} ${text}`}>{text}</li>
          ))}
        </ul>
        {!isHere && (
          <p className="mt-1">
            <TextLink to="/console/billing/taxes/registrations">Complete the registrations</TextLink>
          </p>
        )}
      </Notice>
    </div>
  );
}
