/** What a product is, in words. */
export const PRODUCT_KINDS = {
  course: "Course",
  service: "Service",
  consulting: "Consulting",
} as const;

/** How an offer is bought, in words. */
export const OFFER_KINDS = {
  one_off: "Bought once",
  subscription: "Subscription",
  addon: "Add-on to a subscription",
} as const;

/** What a sale is to the tax office, in words. */
export const TAX_CATEGORIES = {
  digital_service: "Digital service or recorded course",
  course_live: "Course held live",
  consulting: "Consulting",
  education_exempt: "Education exempt from tax",
} as const;

/** Choices of a list by value. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
