import { pageContext } from "#web/context.ts";
import { Logo } from "#web/ui/logo.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/home.ts";

export const handle = { scripts: false };

/** The same for every visitor, so it may be kept by the server and by browsers. */
export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.company ?? "Cairn" },
  { name: "robots", content: "noindex" },
];

export const loader = ({ context }: Route.LoaderArgs) => ({ company: context.get(pageContext).company.name });

/** The front door until the company has a website. */
export default function Home({ loaderData }: Route.ComponentProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-160 flex-col justify-center gap-6 px-4 py-16">
      <Logo />
      <h1 className="text-36 font-semibold" dir="auto">
        {loaderData.company}
      </h1>
      <p className="text-16 text-muted">
        Our website is on its way. If you work here, you will find the plan inside.
      </p>
      <p>
        <TextLink to="/console">Open the console</TextLink>
      </p>
    </main>
  );
}
