import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../src/report/render-page.js";
import { readPageScript } from "../../src/report/vega-bundle.js";
import { chromiumOrNotice, launch } from "./browser.js";
import { countMarks } from "./count-marks.js";

const chromium = chromiumOrNotice();
const bars = (extra: object = {}) => ({
  description: "Three bars",
  data: { values: [{ a: 1 }, { a: 2 }, { a: "</script><script>document.title = 'taken'</script>" }] },
  mark: "bar",
  encoding: { x: { field: "a", type: "nominal" } },
  ...extra,
});

describe.skipIf(!chromium)("a page's own script", () => {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-page-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium!);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(...specs: object[]): Promise<{ page: Page; requests: string[] }> {
    const outputs = specs.map((spec) => ({
      kind: "display" as const,
      data: { "application/vnd.vegalite.v5+json": spec },
      metadata: {},
    }));
    const cells = [{ kind: "code" as const, source: "show(bars)", outputs }];
    const path = join(folder, "page.html");
    writeFileSync(path, renderPage({ name: "page", cells }, { script: readPageScript() }));
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
    return { page, requests };
  }

  test("draws figures under the strict policy, whatever their data hold, and names them", async () => {
    const { page } = await open(bars());
    expect(await page.evaluate(countMarks)).toEqual([3]);
    expect(await page.title()).toBe("page");
    expect(await page.getByRole("img", { name: "Three bars" }).count()).toBe(1);
  });

  test("lets a bound input change the marks, within reach of assistive technology", async () => {
    const params = [{ name: "least", value: 0, bind: { input: "range", min: 0, max: 2, step: 1, name: "least" } }];
    const { page } = await open(bars({ params, transform: [{ filter: "datum.a > least" }] }));
    expect(await page.evaluate(countMarks)).toEqual([2]);
    await page.getByRole("slider", { name: "least" }).press("ArrowRight");
    await expect.poll(() => page.evaluate(countMarks)).toEqual([1]);
  });

  test("says which figure could not be drawn and why, and draws the others", async () => {
    const { page, requests } = await open(
      bars({ data: { url: "https://example.org/data.json" } }),
      { mark: 3 },
      bars(),
    );
    const states = await page.$$eval("figure.chart", (found) =>
      found.map((figure) => (figure as HTMLElement).dataset.state),
    );
    expect(states).toEqual(["failed", "failed", "drawn"]);
    expect(await page.locator(".chart-note").first().innerText()).toBe(
      "This figure could not be drawn: it asks for https://example.org/data.json, and this page loads nothing from outside. It shows: Three bars",
    );
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
  });

  test("unfolds all code with one button", async () => {
    const { page } = await open(bars());
    expect(await page.locator("details.code pre").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Show code" }).click();
    expect(await page.locator("details.code pre").innerText()).toBe("show(bars)");
  });
});
