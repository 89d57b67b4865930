import type { Page } from "playwright-core";

/**
 * Notes from now on what goes wrong on a page unseen: errors in the console, scripts that break, what the content
 * policy refuses, requests that fail or are refused. The list grows; `splice(0)` empties it.
 */
export function noteFaults(page: Page): string[] {
  const faults: string[] = [];
  const note = (what: string) => void faults.push(`${what} on ${page.url()}`);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") note(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page left behind takes its open requests with it; that is no fault of theirs.
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      note(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) note(`answer: ${response.status()} ${response.url()}`);
  });
  return faults;
}
