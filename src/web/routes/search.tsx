import { Form, Link } from "react-router";
import { pageContext } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { SearchResult } from "#web/shell/search-results.ts";
import { findPages, SEARCH_OPERATION } from "#web/shell/search-results.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/search.ts";

export const handle: RouteHandle = { crumb: "Search" };

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  const pages = q === "" ? [] : findPages(page.nav, q);
  if (q.length < 2) return { q, results: pages, failed: false };
  try {
    const found = await page.call<{ results: SearchResult[] }>(SEARCH_OPERATION, { text: q });
    return { q, results: [...pages, ...found.results], failed: false };
  } catch (thrown) {
    // The palette asks this loader too: a search that is refused must not take the page around it away.
    if (!findProblem(thrown)) throw thrown;
    return { q, results: pages, failed: true };
  }
}

/** Search as a page; the palette asks the same loader. */
export default function Search({ loaderData: { q, results, failed } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Search" />
      <Form method="get" role="search" className="mb-6 flex max-w-form items-end gap-2">
        <div className="flex-1">
          <TextInput name="q" type="search" label="Search words" labelHidden defaultValue={q} autoFocus />
        </div>
        <Button look="primary">Search</Button>
      </Form>
      {failed && (
        <Notice tone="caution" title="Only pages were searched">
          Everything else cannot be searched right now. Try again in a minute.
        </Notice>
      )}
      {q !== "" && (
        <Card flush>
          {results.length === 0 ? (
            <EmptyState icon="search" title={`Nothing found for “${q}”`} text="Try fewer or other words." />
          ) : (
            <ul className="divide-y divide-line">
              {results.map((result) => (
                <li key={result.href}>
                  <Link
                    to={result.href}
                    className="flex min-h-12 items-center gap-4 px-4 py-2 hover:bg-hover"
                  >
                    <span className="w-28 shrink-0 text-13 text-muted">{result.kind}</span>
                    <span className="min-w-0 flex-1 font-medium">{result.title}</span>
                    {result.detail && (
                      <span className="text-13 text-muted max-sm:hidden">{result.detail}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </>
  );
}
