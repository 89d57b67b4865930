import type { z } from "zod";
import type { PublicTerms } from "#modules/billing/contract/terms.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { Route } from "./+types/terms.ts";

export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = () => [{ title: "Conditions of sale" }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const version = new URL(request.url).searchParams.get("version")?.slice(0, 40) || undefined;
  return context.get(pageContext).call<z.output<typeof PublicTerms>>("billing.get_terms", { version });
}

const HEADING = /^(?:\d+\.\s+)?[\p{Lu}\d\s,.'’-]{4,}$/u;

/** The conditions in force, or those of a version, word by word. */
export default function Terms({ loaderData: { version, body, inForceAt } }: Route.ComponentProps) {
  const { date } = useFormat();
  const [title, ...paragraphs] = body.split(/\n{2,}/u);
  return (
    <article className="mx-auto max-w-measure px-4 py-16 sm:px-8">
      <h1 className="text-36 font-bold">Conditions of sale</h1>
      <p className="mt-3 text-muted">
        Version {version}, in force since {date(inForceAt.slice(0, 10))}
      </p>
      <div className="mt-10 space-y-4 text-pretty">
        {[...(HEADING.test(title ?? "") ? [] : [title ?? ""]), ...paragraphs].map((paragraph) =>
          HEADING.test(paragraph) ? (
            <h2 key={paragraph} dir="auto" className="pt-6 text-18 font-semibold">
              {sentenceCase(paragraph)}
            </h2>
          ) : (
            <p key={paragraph} dir="auto" className="whitespace-pre-line">
              {paragraph}
            </p>
          ),
        )}
      </div>
    </article>
  );
}

/** "4. COURSES" as a heading of the page: "4. Courses". */
const sentenceCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(
      /^(\d+\.\s+)?(.)/u,
      (_, number: string | undefined, first: string) => (number ?? "") + first.toUpperCase(),
    );
