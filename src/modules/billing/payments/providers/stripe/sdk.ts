import { createRequire } from "node:module";
import type * as sdk from "stripe";

const load = createRequire(import.meta.url);

/**
 * Stripe's own library, loaded when it is first needed: it takes 40 MB, and an installation without its keys never needs
 * it. The CommonJS build is the class itself.
 */
export const stripeSdk = () => load("stripe") as typeof sdk.Stripe;
