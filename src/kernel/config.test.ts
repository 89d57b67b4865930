import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readConfig } from "#kernel/config.ts";

const refused = (environment: Record<string, string>, code: string, words: RegExp) =>
  assert.throws(
    () => readConfig(environment),
    (error) => (error as { code?: string }).code === code && words.test((error as Error).message),
  );

describe("the settings of an installation", () => {
  it("say which setting was meant", () => {
    refused({ CAIRN_STRIPE_SECRET: "x" }, "config.unknown_setting", /Did you mean CAIRN_STRIPE_SECRET_KEY\?/);
  });

  it("take both keys of Stripe, or none", () => {
    const key = { CAIRN_STRIPE_SECRET_KEY: "sk_test_1" };
    const secret = { CAIRN_STRIPE_WEBHOOK_SECRET: "whsec_1" };
    refused(key, "config.invalid_setting", /CAIRN_STRIPE_WEBHOOK_SECRET: is needed/);
    refused(secret, "config.invalid_setting", /CAIRN_STRIPE_SECRET_KEY: is needed/);
    assert.equal(readConfig({ ...key, ...secret }).CAIRN_STRIPE_API_BASE, "https://api.stripe.com");
    assert.equal(readConfig({}).CAIRN_STRIPE_SECRET_KEY, undefined);
  });

  it("do not take a publishable key for a secret one", () => {
    const keys = { CAIRN_STRIPE_SECRET_KEY: "pk_live_1", CAIRN_STRIPE_WEBHOOK_SECRET: "whsec_1" };
    refused(keys, "config.invalid_setting", /must start with sk_ or rk_/);
  });
});
