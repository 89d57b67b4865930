import { useLocation } from "react-router";
import { useFormat } from "#web/format/use-format.ts";
import { tableHref } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";

interface LinePagesProps {
  /** First line shown, and how many lines a page and the file have. */
  from: number;
  size: number;
  total: number;
}

/** Which lines of a long file are shown, and the way to those before and after. */
export function LinePages({ from, size, total }: LinePagesProps) {
  const { search } = useLocation();
  const { number } = useFormat();
  const to = Math.min(total, from + size - 1);
  const hrefOf = (line: number) => tableHref(search, { line: String(line), jump: null });
  return (
    <nav
      aria-label="Pages"
      className="mt-3 flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2"
    >
      <p className="text-13 text-muted tabular-nums">
        {total <= size
          ? `${number(total)} ${total === 1 ? "line" : "lines"}`
          : `Lines ${number(from)} to ${number(to)} of ${number(total)}`}
      </p>
      {total > size && (
        <div className="flex gap-2">
          {from > 1 && (
            <LinkButton size="small" to={hrefOf(from - size)}>
              Lines before
            </LinkButton>
          )}
          {to < total && (
            <LinkButton size="small" to={hrefOf(to + 1)}>
              Lines after
            </LinkButton>
          )}
        </div>
      )}
    </nav>
  );
}
