/*
 * The JSON-LD context of Open Badges 3.0.3, written down here so that nothing is ever fetched: every term with the address
 * and type that 1EdTech published at https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json. A signature is over what
 * these terms expand to, so a term may never change; the canonical form that 1EdTech publishes for its example is a test.
 */

/** Address of the context, as credentials name it. */
export const OPEN_BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const VOCABULARY = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
const SCHEMA = "https://schema.org/";
const XSD = "https://www.w3.org/2001/XMLSchema#";

type Term = Readonly<Record<string, unknown>>;
type Terms = Readonly<Record<string, Term>>;

const from =
  (base: string) =>
  (more: Term, ...names: readonly string[]): Terms =>
    Object.fromEntries(names.map((name) => [name, { "@id": base + name, ...more }]));
const own = from(VOCABULARY);
const common = from(SCHEMA);

const PLAIN: Term = {};
const SET: Term = { "@container": "@set" };
const LINK: Term = { "@type": "@id" };
const typed = (type: string): Term => ({ "@type": XSD + type });

/** A class, with the terms that hold inside of it. */
const scoped = (id: string, ...terms: readonly Terms[]): Term => ({
  "@id": id,
  "@context": { "@protected": true, id: "@id", type: "@type", ...Object.assign({}, ...terms) },
});

const CLASSES: Terms = {
  ...own(PLAIN, "OpenBadgeCredential", "Criteria", "EndorsementCredential"),
  AchievementCredential: { "@id": "OpenBadgeCredential" },
  Achievement: scoped(
    `${VOCABULARY}Achievement`,
    own(PLAIN, "achievementType", "creator", "fieldOfStudy", "humanCode", "specialization", "version"),
    own(SET, "alignment", "otherIdentifier", "related", "resultDescription"),
    own(typed("float"), "creditsAvailable"),
    own(LINK, "image"),
    common(PLAIN, "inLanguage"),
    {
      criteria: { "@id": `${VOCABULARY}Criteria`, ...LINK },
      tag: { "@id": `${SCHEMA}keywords`, ...SET },
    },
  ),
  AchievementSubject: scoped(
    `${VOCABULARY}AchievementSubject`,
    own(PLAIN, "achievement", "licenseNumber", "role", "term"),
    own(typed("date"), "activityEndDate", "activityStartDate"),
    own(typed("float"), "creditsEarned"),
    own(SET, "identifier", "result"),
    own(LINK, "image", "source"),
  ),
  Address: scoped(
    `${VOCABULARY}Address`,
    common(
      PLAIN,
      "addressCountry",
      "addressLocality",
      "addressRegion",
      "postOfficeBoxNumber",
      "postalCode",
      "streetAddress",
    ),
    {
      addressCountryCode: { "@id": `${VOCABULARY}CountryCode` },
      geo: { "@id": `${VOCABULARY}GeoCoordinates` },
    },
  ),
  Alignment: scoped(
    `${SCHEMA}AlignmentObject`,
    own(PLAIN, "targetCode", "targetType"),
    common(PLAIN, "targetDescription", "targetFramework", "targetName"),
    common(typed("anyURI"), "targetUrl"),
  ),
  EndorsementSubject: scoped(`${VOCABULARY}EndorsementSubject`, own(PLAIN, "endorsementComment")),
  Evidence: scoped(`${VOCABULARY}Evidence`, common(PLAIN, "audience", "genre")),
  GeoCoordinates: scoped(`${VOCABULARY}GeoCoordinates`, common(PLAIN, "latitude", "longitude")),
  IdentifierEntry: scoped(`${VOCABULARY}IdentifierEntry`, own(PLAIN, "identifier", "identifierType")),
  IdentityObject: scoped(
    `${VOCABULARY}IdentityObject`,
    own(typed("boolean"), "hashed"),
    own(PLAIN, "identityHash", "identityType", "salt"),
  ),
  Image: scoped(`${VOCABULARY}Image`, common(PLAIN, "caption")),
  Profile: scoped(
    `${VOCABULARY}Profile`,
    common(PLAIN, "additionalName", "email", "familyName", "givenName", "honorificPrefix", "honorificSuffix"),
    own(LINK, "address", "image", "parentOrg"),
    own(typed("date"), "dateOfBirth"),
    own(PLAIN, "familyNamePrefix", "patronymicName", "phone", "official"),
    own(SET, "otherIdentifier"),
  ),
  Related: scoped(`${VOCABULARY}Related`, own(PLAIN, "version"), common(PLAIN, "inLanguage")),
  Result: scoped(
    `${VOCABULARY}Result`,
    own(typed("anyURI"), "achievedLevel", "resultDescription"),
    own(PLAIN, "status"),
    common(PLAIN, "value"),
  ),
  ResultDescription: scoped(
    `${VOCABULARY}ResultDescription`,
    own({ "@container": "@list" }, "allowedValue"),
    own(typed("anyURI"), "requiredLevel"),
    own(PLAIN, "requiredValue", "resultType", "valueMax", "valueMin"),
    own(SET, "rubricCriterionLevel"),
  ),
  RubricCriterionLevel: scoped(`${VOCABULARY}RubricCriterionLevel`, own(PLAIN, "level", "points")),
};

/** The context itself, as a document loader hands it out. */
export const openBadgesContext = {
  "@context": {
    "@protected": true,
    id: "@id",
    type: "@type",
    ...CLASSES,
    ...own(SET, "alignment", "endorsement"),
    ...own(LINK, "image"),
    ...own(PLAIN, "narrative"),
    ...common(PLAIN, "description", "inLanguage", "name"),
    ...common(typed("anyURI"), "url"),
    awardedDate: { "@id": `${VOCABULARY}awardedDate`, "@type": "xsd:dateTime" },
    jti: { "@id": "https://www.iana.org/assignments/jwt#jti", ...LINK },
  },
};
