import { named as credentialsContexts } from "@digitalbazaar/credentials-context";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue, verifyCredential } from "@digitalbazaar/vc";
import { createCredential, createList } from "@digitalbazaar/vc-bitstring-status-list";
import { answerJobs } from "#kernel/aside/answer-jobs.ts";
import type {
  BadgeJob,
  JsonDocument,
  MultikeyPair,
  ProofAnswer,
} from "#modules/academy/certificates/badges/badge-job.ts";
import {
  OPEN_BADGES_CONTEXT,
  openBadgesContext,
} from "#modules/academy/certificates/badges/open-badges-context.ts";

/*
 * Runs in a process of its own: what signs and checks takes 60 MB to load, and reads what strangers wrote. It reaches
 * nothing but the documents it is given.
 */
const V2 = credentialsContexts.get("v2");

/** Knows the two contexts a badge of ours is written in, and what the job brought. All else does not exist. */
const loaderOf = (documents: Readonly<Record<string, JsonDocument>>) => async (url: string) => {
  const known: Readonly<Record<string, JsonDocument>> = {
    [V2.id]: V2.context,
    [OPEN_BADGES_CONTEXT]: openBadgesContext,
    ...documents,
  };
  const document = Object.hasOwn(known, url) ? known[url] : undefined;
  if (!document) throw new Error(`Nothing is loaded from ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};

async function sign(credential: JsonDocument, { pair, at }: { pair: MultikeyPair; at: string }) {
  const key = await Ed25519Multikey.from({ type: "Multikey", ...pair });
  const suite = new DataIntegrityProof({ signer: key.signer(), date: at, cryptosuite });
  return issue({ credential, suite, documentLoader: loaderOf({}), now: at });
}

async function makeList({ id, issuer, purpose, size, set, validFrom }: Extract<BadgeJob, { kind: "list" }>) {
  const list = await createList({ length: size });
  for (const index of set) list.setStatus(index, true);
  return { ...(await createCredential({ id, list, statusPurpose: purpose })), issuer, validFrom };
}

const wordsOf = (error: unknown): string => {
  const [first] = (error as { errors?: Error[] } | undefined)?.errors ?? [];
  return (first ?? (error as Error | undefined))?.message ?? "";
};

async function verify(job: Extract<BadgeJob, { kind: "verify" }>): Promise<ProofAnswer> {
  const { verified, error } = await verifyCredential({
    credential: job.credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderOf(job.documents),
    // Period and status are judged elsewhere, each with a name of its own: the instant chosen here lies in the period.
    now: job.at,
    checkStatus: async () => ({ verified: true }),
  });
  return verified ? { isVerified: true } : { isVerified: false, reason: wordsOf(error) };
}

answerJobs<BadgeJob>(async (job) => {
  if (job.kind === "generate") {
    const key = await Ed25519Multikey.generate({ controller: job.controller });
    return key.export({ publicKey: true, secretKey: true });
  }
  if (job.kind === "sign") return sign(job.credential, job);
  if (job.kind === "list") return sign(await makeList(job), { pair: job.pair, at: job.validFrom });
  return verify(job);
});
