import type { LinkDescriptor, MetaDescriptor } from "react-router";
import type { PublicCourse } from "#modules/academy/contract/catalogue.ts";
import type { CoursePrice } from "./course-offers.ts";

type JsonLd = Extract<MetaDescriptor, { "script:ld+json": object }>["script:ld+json"];

/** Amount in major units as schema.org takes it, by the digits of the currency. */
function majorUnits(minor: number, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return (minor / 10 ** digits).toFixed(digits);
}

/** A course as search engines read it: Course, CourseInstance and Offer of schema.org. */
export function courseJsonLd(
  course: PublicCourse,
  given: { provider: { name: string; url: string }; prices: readonly CoursePrice[] },
): JsonLd {
  const { title, summary, language, level, outcomes, url, minutes, certificate } = course;
  return {
    "@context": "https://schema.org",
    "@type": "Course",
    name: title,
    description: summary || title,
    url,
    inLanguage: language,
    educationalLevel: level,
    teaches: outcomes,
    provider: { "@type": "Organization", ...given.provider },
    ...(certificate && { educationalCredentialAwarded: certificate.title }),
    hasCourseInstance: {
      "@type": "CourseInstance",
      courseMode: "online",
      courseWorkload: `PT${Math.max(1, Math.round(minutes / 60))}H`,
    },
    offers: given.prices.map(({ offer, price }) => ({
      "@type": "Offer",
      name: offer.name,
      category: "Paid",
      price: majorUnits(price.amountMinor, price.currency),
      priceCurrency: price.currency,
      availability: "https://schema.org/InStock",
      url,
    })),
  };
}

/** What says which page this is to search engines and where it is shared. */
export const pageIdentity = (page: {
  title: string;
  description: string;
  url: string;
  image?: string | null;
}): MetaDescriptor[] => [
  { title: page.title },
  { name: "description", content: page.description },
  { tagName: "link", rel: "canonical", href: page.url } satisfies { tagName: "link" } & LinkDescriptor,
  { property: "og:type", content: "website" },
  { property: "og:title", content: page.title },
  { property: "og:description", content: page.description },
  { property: "og:url", content: page.url },
  ...(page.image ? [{ property: "og:image", content: new URL(page.image, page.url).href }] : []),
];
