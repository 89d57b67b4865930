import { createContext } from "react-router";
import type { AuthDoor } from "#kernel/auth/door.ts";

/** Calls an operation by its name as the viewer of the page; rejects with a `Problem` when it is refused. */
export type Call = <Output = unknown>(operation: string, input?: unknown) => Promise<Output>;

/** Staff roles, strongest first; a customer has none. */
export type Role = "owner" | "admin" | "editor" | "support" | "finance" | "viewer";

/** The person who looks at the page. */
export interface Viewer {
  personId: string;
  name: string;
  email: string;
  role: Role | null;
  /** `module:verb`, for example `playbook:edit`. */
  permissions: string[];
  /** IANA time zone in which this person reads times. */
  zone: string;
  /** BCP 47 tag, for example `en-GB`. */
  locale: string;
}

/** One entry of the console's rail; the server leaves out what the viewer may not open. */
export interface NavItem {
  label: string;
  href: string;
  /** A lucide name in kebab case that `ui/icon.tsx` knows. */
  icon: string;
  /** The module it belongs to; entries of `settings` stand at the foot of the rail. */
  section: string;
  permission: string;
  /** How many things wait there. */
  badge?: number;
  children?: { label: string; href: string; permission: string }[];
}

/** A file the house keeps. */
export interface SavedFile {
  fileId: string;
  name: string;
  /** As its bytes say. */
  mediaType: string;
  bytes: number;
}

/** What the server gives to every page; read it with `context.get(pageContext)`. */
export interface PageContext {
  call: Call;
  /** Signing in and out, and what guards it, bound to this request. */
  auth: AuthDoor;
  /**
   * Stores a file of a posted form, 25 MB at most, for an operation to refer to by its id. Rejects with a
   * `Problem`: too large, nothing sent, not allowed.
   */
  saveFile(file: File): Promise<SavedFile>;
  viewer: Viewer | null;
  /** The instant of the request, ISO 8601 in UTC; pages take "now" from here and never from the machine. */
  now: string;
  /** The company's IANA time zone. */
  zone: string;
  /** Of this response's content security policy. */
  nonce: string;
  nav: NavItem[];
  company: { name: string };
  /** Goes into every form as the field `csrf`. */
  csrf: string;
  /** True where the clock can be set and mails are only shown. */
  sandbox: boolean;
  /** True where browsers reach the house over TLS: cookies say so, however the request came to us. */
  secureCookies: boolean;
  requestId: string;
  /** Unread notifications of the viewer; left out where nobody is signed in. */
  unread?: number;
  /** A refusal that came before any page: thrown as it is, for the error page to show. */
  refused?: unknown;
  /** Takes an error that no person may see, for the log. */
  report?: (error: unknown) => void;
}

/** The key under which the server stores the page's context in React Router's context provider. */
export const pageContext = createContext<PageContext>();
