import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { renderPage } from "../../src/report/render-page.js";
import { readPageScript } from "../../src/report/vega-bundle.js";

/** A page that is open in a browser, as it was written. */
export interface OpenedChart {
  readonly page: Page;
  readonly html: string;
}

/**
 * Exports a page of one chart and opens it from disk, offline.
 *
 * @param folder where the page is written
 * @param height of the window, in pixels
 * @param trouble gets whatever the page says in the console, and its errors
 */
export async function openChart(
  browser: Browser,
  chart: object,
  { folder, height, trouble }: { readonly folder: string; readonly height: number; readonly trouble: string[] },
): Promise<OpenedChart> {
  const data = { "application/vnd.vegalite.v5+json": JSON.parse(JSON.stringify(chart)) as unknown };
  const cells = [
    { kind: "code" as const, source: "show(chart)", outputs: [{ kind: "display" as const, data, metadata: {} }] },
  ];
  const path = join(folder, "page.html");
  const html = await renderPage({ name: "page", cells }, { script: readPageScript() });
  writeFileSync(path, html);
  const context = await browser.newContext({ viewport: { width: 1280, height }, offline: true });
  const page = await context.newPage();
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
  return { page, html };
}
