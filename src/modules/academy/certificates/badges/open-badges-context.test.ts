import assert from "node:assert/strict";
import { it } from "node:test";
import { named } from "@digitalbazaar/credentials-context";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { OPEN_BADGES_CONTEXT, openBadgesContext } from "./open-badges-context.ts";

const V2 = named.get("v2");
const OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const VC = "https://www.w3.org/2018/credentials#";

const contexts: Record<string, object> = { [V2.id]: V2.context, [OPEN_BADGES_CONTEXT]: openBadgesContext };
const documentLoader = async (url: string) => {
  const document = contexts[url];
  if (!document) throw new Error(url);
  return { contextUrl: null, documentUrl: url, document };
};

const ACHIEVEMENT = "https://example.com/achievements/21st-century-skills/teamwork";
const EXAMPLE = {
  "@context": [V2.id, OPEN_BADGES_CONTEXT],
  id: "http://example.com/credentials/3527",
  type: ["VerifiableCredential", "OpenBadgeCredential"],
  issuer: {
    id: "https://example.edu/issuers/565049",
    type: ["Profile"],
    name: "Example Corp",
    url: "https://www.imsglobal.org",
  },
  validFrom: "2010-01-01T00:00:00Z",
  name: "Teamwork Badge",
  credentialSubject: {
    id: "did:example:ebfeb1f712ebc6f1c276e12ec21",
    type: ["AchievementSubject"],
    achievement: {
      id: ACHIEVEMENT,
      type: ["Achievement"],
      criteria: { narrative: "Nominated by peers." },
      description: "Recognizes the capacity to collaborate.",
      name: "Teamwork",
    },
  },
};

// The statements of document-canon.txt in the implementation guide of 1EdTech, with shorter texts.
const CANON = [
  `<did:example:ebfeb1f712ebc6f1c276e12ec21> <${TYPE}> <${OB}AchievementSubject> .`,
  `<did:example:ebfeb1f712ebc6f1c276e12ec21> <${OB}achievement> <${ACHIEVEMENT}> .`,
  `<http://example.com/credentials/3527> <${TYPE}> <${OB}OpenBadgeCredential> .`,
  `<http://example.com/credentials/3527> <${TYPE}> <${VC}VerifiableCredential> .`,
  `<http://example.com/credentials/3527> <https://schema.org/name> "Teamwork Badge" .`,
  `<http://example.com/credentials/3527> <${VC}credentialSubject> <did:example:ebfeb1f712ebc6f1c276e12ec21> .`,
  `<http://example.com/credentials/3527> <${VC}issuer> <https://example.edu/issuers/565049> .`,
  `<http://example.com/credentials/3527> <${VC}validFrom> "2010-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
  `<${ACHIEVEMENT}> <${TYPE}> <${OB}Achievement> .`,
  `<${ACHIEVEMENT}> <${OB}Criteria> _:c14n0 .`,
  `<${ACHIEVEMENT}> <https://schema.org/description> "Recognizes the capacity to collaborate." .`,
  `<${ACHIEVEMENT}> <https://schema.org/name> "Teamwork" .`,
  `<https://example.edu/issuers/565049> <${TYPE}> <${OB}Profile> .`,
  `<https://example.edu/issuers/565049> <https://schema.org/name> "Example Corp" .`,
  `<https://example.edu/issuers/565049> <https://schema.org/url> "https://www.imsglobal.org"^^<https://www.w3.org/2001/XMLSchema#anyURI> .`,
  `_:c14n0 <${OB}narrative> "Nominated by peers." .`,
];

it("makes of the example that 1EdTech publishes the statements it publishes", async () => {
  const canonical = await cryptosuite.canonize(EXAMPLE, { documentLoader });
  assert.deepEqual(canonical.trim().split("\n"), CANON);
});
