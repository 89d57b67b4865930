import assert from "node:assert/strict";
import { it } from "node:test";
import { RouterContextProvider } from "react-router";
import { type PageContext, pageContext } from "#web/context.ts";
import { action } from "#web/routes/preferences.ts";

/** The cookies set for a theme chosen over plain http, as a proxy speaks to us. */
async function cookies(secureCookies: boolean): Promise<string[]> {
  const context = new RouterContextProvider();
  context.set(pageContext, { csrf: "ours", secureCookies } as PageContext);
  const body = new URLSearchParams({ csrf: "ours", theme: "dark", rail: "sideways", back: "/console/plan" });
  const request = new Request("http://127.0.0.1:3000/preferences", { method: "POST", body });
  const answer = await action({ request, context } as unknown as Parameters<typeof action>[0]);
  assert.equal(answer.headers.get("location"), "/console/plan");
  return answer.headers.getSetCookie();
}

it("a preference is kept as the public address allows, not as the request came", async () => {
  const [plain, ...more] = await cookies(false);
  assert.match(plain ?? "", /^theme=dark; .*SameSite=Lax$/);
  assert.deepEqual(more, [], "what it does not know is not kept");
  assert.match((await cookies(true))[0] ?? "", /; Secure$/);
});
