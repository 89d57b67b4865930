import { chromium as playwright } from "playwright-core";
import type { Browser } from "playwright-core";

/**
 * Starts a headless Chromium for a browser journey and hands it over; the caller closes it.
 *
 * The browser is the one inside `@sparticuz/chromium`, so that `npm install` is all a journey needs. The
 * package carries the shared libraries that a bare machine lacks (nss, nspr and others) but unpacks them
 * only where it believes to be inside Amazon's runtime: the two variables below say so before it loads.
 */
export async function openBrowser(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  process.env.AWS_LAMBDA_FUNCTION_VERSION ??= "$LATEST";
  const { default: chromium } = await import("@sparticuz/chromium");
  chromium.setGraphicsMode = false;
  const executablePath = await chromium.executablePath();
  const launch = () =>
    playwright.launch({ executablePath, args: launchFlags(chromium.args), headless: true });
  // A browser that dies at its birth, as happens on a crowded machine, says nothing about the journey.
  return launch().catch(launch);
}

// One process for everything saves memory in a lambda, but takes the whole browser down when a single page
// crashes or closes, and a journey opens many; switched-off web security would hide faults of our own policy.
const REFUSED = new Set(["--single-process", "--disable-web-security", "--allow-running-insecure-content"]);

function launchFlags(flags: readonly string[]): string[] {
  return [...flags.filter((flag) => !REFUSED.has(flag)), "--no-sandbox", "--hide-scrollbars"];
}
