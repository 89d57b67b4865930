/** What a column of a customer file may hold. */
export const FIELDS = [
  "externalId",
  "kind",
  "name",
  "email",
  "taxId",
  "country",
  "region",
  "postcode",
  "city",
  "line1",
  "line2",
  "currency",
  "locale",
  "zone",
] as const;
export type Field = (typeof FIELDS)[number];

/** Names of columns as people and other systems write them, without signs and in lower case. */
const NAMES: Record<Field, readonly string[]> = {
  externalId: ["externalid", "id", "customerid", "customernumber", "customerno", "number", "kundennummer"],
  kind: ["kind", "type", "customertype"],
  name: [
    "name",
    "customer",
    "customername",
    "fullname",
    "company",
    "companyname",
    "organisation",
    "organization",
  ],
  email: ["email", "emailaddress", "mail", "billingemail"],
  taxId: ["taxid", "taxnumber", "vat", "vatid", "vatnumber", "ustid", "nif", "ein"],
  country: ["country", "countrycode", "land", "pais"],
  region: ["region", "state", "province", "bundesland"],
  postcode: ["postcode", "postalcode", "zip", "zipcode", "plz"],
  city: ["city", "town", "ort", "ciudad"],
  line1: ["line1", "street", "address", "address1", "addressline1", "strasse", "straße"],
  line2: ["line2", "street2", "address2", "addressline2"],
  currency: ["currency", "currencycode"],
  locale: ["locale", "language", "lang"],
  zone: ["zone", "timezone", "tz"],
};

const plain = (heading: string): string =>
  heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const FIELD_OF = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)));

/** Which column holds what; of two for one field the first counts. `ignored` are headings nobody here knows. */
export function readHeadings(headings: readonly string[]): {
  columns: ReadonlyMap<Field, number>;
  ignored: string[];
} {
  const columns = new Map<Field, number>();
  const ignored: string[] = [];
  for (const [place, heading] of headings.entries()) {
    const field = FIELD_OF.get(plain(heading));
    if (field && !columns.has(field)) columns.set(field, place);
    else if (heading.trim() !== "") ignored.push(heading.trim().slice(0, 60));
  }
  return { columns, ignored };
}
