import type { Page } from "playwright-core";

/** Scrolls each figure of a page of ours into view until it is drawn or has said why not, then returns to the top. */
export async function drawAll(page: Page): Promise<void> {
  await page.waitForSelector('html[data-state="ready"]', { state: "attached", timeout: 60_000 });
  for (const figure of await page.locator("figure.chart").all()) {
    await figure.evaluate((element: { scrollIntoView(): void }) => element.scrollIntoView());
    await figure.and(page.locator(':not([data-state="waiting"])')).waitFor({ state: "attached", timeout: 60_000 });
  }
  await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
}
