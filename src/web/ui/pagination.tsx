import { LinkButton } from "#web/ui/button.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

interface PaginationProps {
  /** How many of how many: "50 of 120 deliverables". */
  summary: string;
  /** Address of the first page, null while on it. */
  first: string | null;
  next: string | null;
  csv?: string;
  /** Tells it from another list's on the same page. */
  label?: string;
}

/** The foot of a list: how much of it is shown, the way on, and all of it as a file. Back is the browser's. */
export function Pagination({ summary, first, next, csv, label = "Pages" }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-13 text-muted tabular-nums">
        {summary}
        {csv && (
          <>
            {" · "}
            <TextLink to={csv} reloadDocument className="hover:text-text touch:py-3">
              Download CSV
            </TextLink>
          </>
        )}
      </p>
      {(first || next) && (
        <div className="flex gap-2">
          {first && (
            <LinkButton size="small" to={first}>
              First page
            </LinkButton>
          )}
          {next && (
            <LinkButton size="small" to={next}>
              Next page
            </LinkButton>
          )}
        </div>
      )}
    </nav>
  );
}
