import type { z } from "zod";
import type { ReactNode } from "react";
import type { PublicCourse } from "#modules/academy/contract/catalogue.ts";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Catalogue } from "../shop/price-words.ts";
import type { Route } from "./+types/course.ts";
import { CourseFaq } from "./course-faq.tsx";
import { CourseHero } from "./course-hero.tsx";
import { courseJsonLd, pageIdentity } from "./course-json-ld.ts";
import { courseCurrencies, coursePrices } from "./course-offers.ts";
import { CourseOutline } from "./course-outline.tsx";
import { CoursePrices } from "./course-prices.tsx";

export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = ({ loaderData }) => {
  if (!loaderData) return [{ title: "Course" }, { name: "robots", content: "noindex" }];
  const { course, provider, prices } = loaderData;
  return [
    ...pageIdentity({
      title: `${course.title} · ${provider.name}`,
      description: course.summary || course.subtitle || course.title,
      url: course.url,
      image: course.coverHref,
    }),
    { "script:ld+json": courseJsonLd(course, { provider, prices }) },
  ];
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [course, catalogue, { brand }] = await Promise.all([
    call<PublicCourse>("academy.get_public_course", { slug: params.slug }),
    call<Catalogue>("billing.list_public_offers"),
    call<z.output<typeof Storefront>>("billing.get_storefront"),
  ]);
  const currencies = courseCurrencies(course, catalogue);
  const asked = new URL(request.url).searchParams.get("currency")?.toUpperCase();
  const currency = currencies.find((known) => known === asked) ?? currencies[0];
  return {
    course,
    provider: { name: brand.name, url: new URL("/", course.url).href },
    currencies,
    currency,
    prices: coursePrices(course, catalogue, currency),
  };
}

export default function CoursePage({ loaderData }: Route.ComponentProps) {
  const { course, prices, currencies, currency } = loaderData;
  return (
    <div className="mx-auto max-w-[1120px] px-4 sm:px-8">
      <CourseHero course={course} isSold={prices.length > 0} />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_340px] lg:gap-16">
        <div className="min-w-0 lg:row-start-1">
          <CourseContent course={course} />
        </div>
        <aside id="price" aria-label="What it costs" className="order-first scroll-mt-8 lg:order-last">
          <div className="lg:sticky lg:top-8">
            <CoursePrices course={course} prices={prices} currencies={currencies} currency={currency} />
          </div>
        </aside>
      </div>
    </div>
  );
}

function CourseContent({ course }: { course: PublicCourse }) {
  const { language } = course;
  return (
    <div className="space-y-20">
      <Lines
        id="outcomes"
        title="What you will be able to do"
        lines={course.outcomes}
        language={language}
        isTicked
      />
      {course.description.content.length > 0 && (
        <Part id="about" title="About this course">
          <div lang={language}>
            <RichText text={course.description} className="max-w-measure text-16" />
          </div>
        </Part>
      )}
      <CourseOutline course={course} />
      <div className="grid gap-12 md:grid-cols-2">
        <Lines id="audience" title="Who it is for" lines={course.audience} language={language} />
        <Lines id="requirements" title="What you need" lines={course.requirements} language={language} />
      </div>
      <Instructors course={course} />
      <Certificate course={course} />
      <CourseFaq course={course} />
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-6 text-28 font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface LinesProps {
  id: string;
  title: string;
  lines: readonly string[];
  language: string;
  isTicked?: boolean;
}

function Lines({ id, title, lines, language, isTicked }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Part id={id} title={title}>
      <ul lang={language} className="max-w-measure space-y-3">
        {lines.map((line) => (
          <li key={line} className="flex gap-3">
            <Icon
              name={isTicked ? "check" : "arrow-right"}
              size={20}
              className="mt-0.5 text-accent rtl:-scale-x-100"
            />
            <span dir="auto" className="min-w-0 text-pretty">
              {line}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Instructors({ course: { instructors, language } }: { course: PublicCourse }) {
  if (instructors.length === 0) return null;
  return (
    <Part id="instructors" title="Who teaches">
      <ul lang={language} className="grid gap-8 md:grid-cols-2">
        {instructors.map(({ name, role, bio }) => (
          <li key={name}>
            <h3 className="text-18 font-semibold" dir="auto">
              {name}
            </h3>
            {role && (
              <p className="text-14 text-muted" dir="auto">
                {role}
              </p>
            )}
            {bio && (
              <p className="mt-2 text-pretty" dir="auto">
                {bio}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Certificate({ course: { certificate, language } }: { course: PublicCourse }) {
  if (!certificate) return null;
  return (
    <Part id="certificate" title="The certificate">
      <div className="flex gap-4 rounded-card border border-line bg-surface p-6">
        <Icon name="badge-check" size={24} className="mt-0.5 text-accent" />
        <div className="min-w-0">
          <p lang={language} dir="auto" className="font-semibold">
            {certificate.title}
          </p>
          <p className="mt-1 max-w-measure text-pretty text-muted">
            Who completes every lesson receives it as a PDF and as an Open Badge. Anybody can check both on
            this site, by the number on it.
          </p>
        </div>
      </div>
    </Part>
  );
}
