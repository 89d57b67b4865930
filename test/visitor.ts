import type { Authentication } from "#kernel/auth/authentication.ts";
import { CLIENT_ADDRESS_HEADER } from "#kernel/auth/client-address.ts";
import type { AuthDoor } from "#kernel/auth/door.ts";

/** A browser at the door: keeps cookies between requests and says where it comes from. */
export interface Visitor {
  request(path?: string, init?: RequestInit): Request;
  door(): AuthDoor;
  /** Takes the cookies of an answer; gives the answer back. */
  keep<T extends { cookies: string[] } | string[]>(answer: T): T;
  cookie(name: string): string | undefined;
  forget(): void;
}

/** Opens a browser of its own at a network address. */
export function openVisitor(auth: Authentication, address = "192.0.2.1"): Visitor {
  const jar = new Map<string, string>();
  const request = (path = "/", init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    headers.set("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    headers.set(CLIENT_ADDRESS_HEADER, address);
    return new Request(`http://127.0.0.1:3000${path}`, { ...init, headers });
  };
  return {
    request,
    door: () => auth.door(request()),
    keep: (answer) => {
      for (const line of Array.isArray(answer) ? answer : answer.cookies) {
        const [pair = ""] = line.split(";");
        const name = pair.slice(0, pair.indexOf("="));
        if (/max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, pair.slice(name.length + 1));
      }
      return answer;
    },
    cookie: (name) => jar.get(name),
    forget: () => jar.clear(),
  };
}
