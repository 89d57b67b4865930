import type { Page } from "playwright-core";

/** What the keyboard would act on now, as a screen reader names it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const isControl = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const label = isControl ? element.labels?.[0]?.textContent : undefined;
    return (element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "").trim();
  });

/** Presses Tab until something of that name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (name.test(here)) return;
    seen.push(here);
  }
  throw new Error(`Tab does not reach ${name}; it passed ${seen.join(" · ")}`);
}
