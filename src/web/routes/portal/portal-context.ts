import type { z } from "zod";
import type { MiddlewareFunction } from "react-router";
import { createContext, redirect } from "react-router";
import type { MyAccount, MyAccounts } from "#modules/people/contract/portal.ts";
import { pageContext } from "#web/context.ts";
import { signInPath } from "#web/problem-middleware.ts";

export type Account = z.output<typeof MyAccount>;

/** Whose affairs a page of the portal shows. */
export interface Portal {
  accounts: Account[];
  /** The one that was chosen; null for somebody who belongs to none. */
  account: Account | null;
}

/** Set by the portal's layout for the pages in it. */
export const portalContext = createContext<Portal>();

/** Finds the accounts of who is signed in; the address names the one, else it is the first. */
export const openPortal: MiddlewareFunction<Response> = async ({ context, request }, next) => {
  const { call, viewer } = context.get(pageContext);
  if (!viewer) throw redirect(signInPath(request.url));
  const { items } = await call<z.output<typeof MyAccounts>>("people.get_my_accounts");
  const asked = new URL(request.url).searchParams.get("account");
  const account = items.find(({ accountId }) => accountId === asked) ?? items[0] ?? null;
  context.set(portalContext, { accounts: items, account });
  return next();
};

/** The account of a page that makes no sense without one; who has none goes to the front page of the portal. */
export function needAccount({ account }: Portal): Account {
  if (!account) throw redirect("/account");
  return account;
}

/** A page of the portal for the chosen account; the first one's addresses name none. */
export function portalPath(
  { accounts, account }: Pick<Portal, "accounts" | "account">,
  path: string,
): string {
  if (!account || account.accountId === accounts[0]?.accountId) return path;
  return `${path}${path.includes("?") ? "&" : "?"}account=${account.accountId}`;
}
