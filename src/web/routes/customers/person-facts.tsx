import { Badge } from "#web/ui/badge.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import type { CustomerPerson } from "./person-detail.ts";
import { kinds, roleLabel } from "./words.ts";

/** Addresses of a person, the one they sign in with first. */
export function PersonEmails({ emails }: Pick<CustomerPerson, "emails">) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {emails.map(({ email, isPrimary, isVerified }) => (
        <li key={email} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">{email}</span>
          {isPrimary && <Badge>Signs in with it</Badge>}
          <Badge tone={isVerified ? "positive" : "caution"}>{isVerified ? "Proved" : "Not proved"}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** Accounts a person belongs to. */
export function PersonAccounts({ accounts }: Pick<CustomerPerson, "accounts">) {
  if (accounts.length === 0) return <p className="text-muted">They belong to no customer.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {accounts.map(({ accountId, name, kind, role }) => (
        <li key={accountId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
            <NameLink to={`/console/customers/${accountId}`}>{name}</NameLink>
            <span className="block text-13 text-muted">{kinds[kind]}</span>
          </span>
          <span className="text-13 text-muted">{roleLabel(role)}</span>
        </li>
      ))}
    </ul>
  );
}
