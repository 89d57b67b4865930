import type { z } from "zod";
import type { PublicOffers } from "#modules/billing/contract/catalogue.ts";
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

export async function loader({ context }: Route.LoaderArgs) {
  const { call, company } = context.get(pageContext);
  const { products } = await call<z.output<typeof PublicOffers>>("billing.list_public_offers");
  return { company: company.name, sells: products.length > 0 };
}

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
      <ul className="-my-2.5 flex flex-wrap gap-x-6">
        {loaderData.sells && (
          <li className="py-2.5">
            <TextLink to="/pricing">See what we sell and what it costs</TextLink>
          </li>
        )}
        <li className="py-2.5">
          <TextLink to="/console">Open the console</TextLink>
        </li>
      </ul>
    </main>
  );
}
