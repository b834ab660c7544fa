import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../src/report/render-page.js";
import { readPageScript } from "../../src/report/vega-bundle.js";
import { chromiumOrNotice, launch } from "./browser.js";
import { countMarks } from "./count-marks.js";
import { drawAll } from "./draw-all.js";

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
    writeFileSync(path, await renderPage({ name: "page", cells }, { script: readPageScript() }));
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    await drawAll(page);
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

  test("shows a drawing of every figure without scripts, and folds and unfolds code", async () => {
    const { page } = await open(bars());
    const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await bare.goto(page.url());
    expect(await bare.locator(".drawing > svg:visible path").count()).toBeGreaterThan(0);
    expect(await bare.getByRole("img", { name: "Three bars" }).count()).toBe(1);
    const code = bare.locator("pre.code");
    expect(await code.isVisible()).toBe(false);
    await bare.getByLabel("Code", { exact: true }).press("Space");
    expect(await code.innerText()).toBe("show(bars)");
    await bare.getByLabel("Show code").press("Space");
    expect(await code.isVisible()).toBe(false);
    await bare.context().close();
  });

  test("draws a figure only when it comes near the screen, and prints the drawing without scripts", async () => {
    const { page } = await open(...Array.from({ length: 8 }, () => bars({ height: 400 })));
    await page.reload();
    await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
    const states = () => page.$$eval("figure.chart", (all) => all.map((one) => (one as HTMLElement).dataset.state));
    expect((await states()).at(0)).toBe("drawn");
    expect((await states()).at(-1)).toBe("waiting");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".drawing > svg:visible").count()).toBe(8);
    expect(await page.locator(".chart-view svg:visible").count()).toBe(0);
  });

  test("saves a figure as SVG, PNG and data, with its caption, and nothing that a spreadsheet would run", async () => {
    const values = [{ a: "=HYPERLINK(1)" }, { a: "b, c" }];
    const { page } = await open(
      bars({ title: { text: ["A message", "in two lines"], subtitle: "how to read it" }, data: { values } }),
    );
    expect(await page.locator("figcaption").innerText()).toBe("Figure 1. A message in two lines\nhow to read it");
    const save = async (name: string): Promise<Buffer> => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      return readFileSync(await file.path());
    };
    expect((await save("CSV of the data of figure 1")).toString()).toBe(`a\n'=HYPERLINK(1)\n"b, c"\n`);
    const svg = (await save("SVG of figure 1")).toString();
    expect(svg).toMatch(/A message in two lines[\s\S]*how to read it[\s\S]*=HYPERLINK/);
    expect((await save("PNG of figure 1")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("follows the theme: by the system, by the switch, and remembers it", async () => {
    const { page } = await open(bars());
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const turned = () => page.locator(".chart-view svg").evaluate((svg) => getComputedStyle(svg).filter !== "none");
    expect([await paper(), await turned()]).toEqual(["rgb(255, 255, 255)", false]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect([await paper(), await turned()]).toEqual(["rgb(20, 24, 27)", true]);
    await page.getByRole("radio", { name: "light", exact: true }).press("Space");
    expect([await paper(), await turned()]).toEqual(["rgb(255, 255, 255)", false]);
    await page.reload();
    expect(await paper()).toBe("rgb(255, 255, 255)");
  });
});
