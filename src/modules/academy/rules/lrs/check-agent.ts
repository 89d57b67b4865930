import { checkIri } from "#modules/academy/rules/lrs/check-common-values.ts";
import { isMailto, isSha1 } from "#modules/academy/rules/lrs/identifiers.ts";
import {
  at,
  demandArray,
  demandKeys,
  demandObject,
  demandText,
  type Json,
  type JsonObject,
} from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

const AGENT_KEYS = new Set(["objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"]);
const GROUP_KEYS = new Set([...AGENT_KEYS, "member"]);
const ACCOUNT_KEYS = new Set(["homePage", "name"]);

function checkAccount(value: Json, path: string): void {
  const account = demandObject(value, path);
  demandKeys(account, ACCOUNT_KEYS, path);
  checkIri(account.homePage, at(path, "homePage"));
  if (demandText(account.name, at(path, "name")) === "") fault(at(path, "name"), "must not be empty");
}

/** How many of the four identifiers stand here, each of them checked. */
function checkIdentifiers(actor: JsonObject, path: string): number {
  let count = 0;
  if (actor.mbox !== undefined) {
    count++;
    if (!isMailto(demandText(actor.mbox, at(path, "mbox"))))
      fault(at(path, "mbox"), "must be mailto: and an e-mail address");
  }
  if (actor.mbox_sha1sum !== undefined) {
    count++;
    if (!isSha1(demandText(actor.mbox_sha1sum, at(path, "mbox_sha1sum"))))
      fault(at(path, "mbox_sha1sum"), "must be 40 hexadecimal digits");
  }
  if (actor.openid !== undefined) {
    count++;
    checkIri(actor.openid, at(path, "openid"));
  }
  if (actor.account !== undefined) {
    count++;
    checkAccount(actor.account, at(path, "account"));
  }
  return count;
}

/** An agent: exactly one identifier, and a name at most. */
export function checkAgent(value: Json, path: string): void {
  const agent = demandObject(value, path);
  if (agent.objectType !== undefined && agent.objectType !== "Agent")
    fault(at(path, "objectType"), "must be Agent");
  demandKeys(agent, AGENT_KEYS, path);
  if (agent.name !== undefined) demandText(agent.name, at(path, "name"));
  if (checkIdentifiers(agent, path) !== 1)
    fault(path, "must have exactly one of mbox, mbox_sha1sum, openid and account");
}

/** A group: one identifier, or none and then members. */
export function checkGroup(value: Json, path: string): void {
  const group = demandObject(value, path);
  if (group.objectType !== "Group") fault(at(path, "objectType"), "must be Group");
  demandKeys(group, GROUP_KEYS, path);
  if (group.name !== undefined) demandText(group.name, at(path, "name"));
  const identifiers = checkIdentifiers(group, path);
  if (identifiers > 1) fault(path, "must have at most one of mbox, mbox_sha1sum, openid and account");
  const members = group.member === undefined ? [] : demandArray(group.member, at(path, "member"));
  if (identifiers === 0 && members.length === 0)
    fault(at(path, "member"), "must have an agent where the group has no identifier");
  members.forEach((member, index) => {
    checkAgent(member, `${path}.member[${index}]`);
  });
}

/** An agent or a group. */
export function checkActor(value: Json, path: string): void {
  if (demandObject(value, path).objectType === "Group") checkGroup(value, path);
  else checkAgent(value, path);
}

/** Who vouches: an agent, or the application and the person of OAuth as a group without an identifier. */
export function checkAuthority(value: Json, path: string): void {
  checkActor(value, path);
  const authority = demandObject(value, path);
  if (authority.objectType !== "Group") return;
  const isIdentified = ["mbox", "mbox_sha1sum", "openid", "account"].some(
    (key) => authority[key] !== undefined,
  );
  if (isIdentified || demandArray(authority.member, at(path, "member")).length !== 2)
    fault(path, "must be an agent, or a group of two agents without an identifier");
}
