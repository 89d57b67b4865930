import type { z } from "zod";
import type { PublicCourses } from "#modules/academy/contract/catalogue.ts";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { classNames } from "#web/ui/class-names.ts";
import type { Catalogue } from "../shop/price-words.ts";
import type { Route } from "./+types/catalogue.ts";
import { CourseCard } from "./course-card.tsx";
import { courseCurrencies, coursePrices } from "./course-offers.ts";

/** The same for every visitor, so it may be kept by the server and by browsers. */
export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Courses · ${loaderData?.name ?? "Cairn"}` },
  {
    name: "description",
    content: `Courses by ${loaderData?.name ?? "us"}: what they teach, how long they take and what they cost.`,
  },
];

export async function loader({ context }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [{ courses }, catalogue, { brand }] = await Promise.all([
    call<z.output<typeof PublicCourses>>("academy.list_public_courses"),
    call<Catalogue>("billing.list_public_offers"),
    call<z.output<typeof Storefront>>("billing.get_storefront"),
  ]);
  return {
    name: brand.name,
    cards: courses.map((course) => ({
      course,
      price: coursePrices(course, catalogue, courseCurrencies(course, catalogue)[0])[0],
    })),
  };
}

export default function CourseCatalogue({ loaderData: { cards } }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[1120px] px-4 py-16 sm:px-8">
      <h1 className="text-36 font-bold sm:text-48">Courses</h1>
      {cards.length === 0 ? (
        <p className="mt-4 max-w-measure text-18 text-muted">
          No course is out yet. Come back soon, or write to us.
        </p>
      ) : (
        <>
          <p className="mt-4 max-w-measure text-18 text-pretty text-muted">
            Each page says what you will be able to do, lists every lesson, and lets you read some of them
            before you decide.
          </p>
          <ul
            className={classNames(
              "mt-12 grid gap-6",
              cards.length > 1 && "md:grid-cols-2",
              cards.length > 2 && "lg:grid-cols-3",
              cards.length === 1 && "max-w-xl",
            )}
          >
            {cards.map(({ course, price }) => (
              <li key={course.slug}>
                <CourseCard course={course} price={price} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
