import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countOverlaps } from "../../src/report/figure/count-overlaps.js";
import { chromiumOrNotice, launch } from "./browser.js";
import { countMarks } from "./count-marks.js";
import { drawAll } from "./draw-all.js";

const chromium = chromiumOrNotice();
const real = resolve("../shared/data/online_retail_II.parquet");
const asked = process.env.SEGMENT_LAB_E2E_DATA;
const sources = asked ? [asked] : existsSync(real) ? ["sample", real] : ["sample"];
if (!asked && !existsSync(real)) console.warn(`no ${real}: only the synthetic shop is exported`);

const pages = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => name.replace(/ipynb$/, "html"));
/** The page of a notebook, by what its name holds. */
const pageOf = (word: string) => pages.find((name) => name.includes(word)) as string;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  if (chromium) browser = await launch(chromium);
});
afterAll(() => browser?.close());

describe.skipIf(!chromium).each(sources)("reports of %s", (data) => {
  const out = mkdtempSync(join(tmpdir(), "segment-lab-reports-"));
  const shots = join("reports", "screenshots", data === "sample" ? "sample" : "real");
  afterAll(() => rmSync(out, { recursive: true }));

  beforeAll(() => {
    mkdirSync(shots, { recursive: true });
    const args = ["scripts/run.mjs", "export-reports", "--fresh", "--data", data, "--out", out];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr.split("\n").filter((line) => !/: \d+ (?:cells|pages?), /.test(line) && line !== "")).toEqual([]);
    expect(status).toBe(0);
  });

  const segmentPages = () =>
    readdirSync(join(out, "segments"))
      .map((name) => `segments/${name}`)
      .filter((name) => name.endsWith(".html"));

  async function open(name: string): Promise<{ page: Page; trouble: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, offline: true });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) trouble.push(`request: ${request.url()}`);
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => trouble.push(`page error: ${error.message}`));
    await page.goto(pathToFileURL(join(out, name)).href);
    return { page, trouble };
  }

  async function expectAccessible(page: Page): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNothingSerious(page, colorScheme);
    }
  }

  async function expectNothingSerious(page: Page, theme: string): Promise<void> {
    // a policy by hashes refuses a script element, so the checker is run, not inserted
    await page.evaluate(axe);
    const violations = await page.evaluate("axe.run().then((r) => r.violations)");
    const found = (violations as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[])
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, nodes }) => `${theme} ${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary.slice(0, 300)}`,
      );
    expect(found).toEqual([]);
  }

  async function expectDrawn(name: string): Promise<void> {
    const { page, trouble } = await open(name);
    await drawAll(page);
    const figures = await page.$$eval("figure.chart", (found) =>
      found.map((figure) =>
        `${(figure as HTMLElement).dataset.state} ${figure.querySelector(".chart-note")?.textContent ?? ""}`.trim(),
      ),
    );
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((state) => state !== "drawn")).toEqual([]);
    const marks = (await page.evaluate(countMarks)) as number[];
    expect(marks).toHaveLength(figures.length);
    expect(Math.min(...marks)).toBeGreaterThan(0);
    await page.screenshot({ path: join(shots, name.replace("/", "-").replace(/html$/, "png")), fullPage: true });
    await expectAccessible(page);
    expect(trouble).toEqual([]);
    expect(statSync(join(out, name)).size).toBeLessThan(2_500_000);
    await page.context().close();
  }

  // two pages at a time: each is drawn by a process of its own
  test.concurrent.each(pages)("%s draws every figure, offline and without a word in the console", expectDrawn);

  async function expectReadableOnTelephone(name: string): Promise<void> {
    const { page } = await open(name);
    await page.setViewportSize({ width: 360, height: 800 });
    await drawAll(page);
    expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 360]);
    const letters = await page
      .locator(".prose p")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
    expect(Math.min(...letters.map(Number.parseFloat))).toBeGreaterThanOrEqual(16);
    await page.context().close();
  }

  test.concurrent.each(pages)(
    "%s is readable on a telephone: nothing but tables and figures scrolls sideways",
    expectReadableOnTelephone,
  );

  test("the segments' pages are drawn, accessible and readable on a telephone too", async () => {
    expect(segmentPages().length).toBeGreaterThan(2);
    for (const name of segmentPages()) {
      await expectDrawn(name);
      await expectReadableOnTelephone(name);
    }
  });

  test("no text runs into other text in any drawing", () => {
    const overlaps = [...pages, ...segmentPages()].map((name) => {
      const page = readFileSync(join(out, name), "utf8");
      const drawings = [...page.matchAll(/<svg class="static[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
      expect([name, drawings.length > 0]).toEqual([name, true]);
      return [name, drawings.map((svg) => countOverlaps(svg)).filter((count) => count > 0)];
    });
    expect(overlaps.filter(([, found]) => found!.length > 0)).toEqual([]);
  });

  test("everything is reached by keyboard alone, and what has the focus is seen", async () => {
    const { page } = await open(pageOf("exploration"));
    await drawAll(page);
    // the boxes of radio groups count once, as the tab key takes them
    const targets =
      (await page.evaluate(`[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
      .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !(one.type === "radio" && !one.checked)).length`)) as number;
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let i = 0; i < targets + 5; i++) {
      await page.keyboard.press("Tab");
      const [id, isSeen] = (await page.evaluate(`(() => {
        const one = document.activeElement;
        one.dataset.reached ??= String(Math.floor(performance.now() * 1000));
        const ring = (element) => element && getComputedStyle(element).outlineStyle !== "none";
        return [one.tagName + one.dataset.reached, ring(one) || ring(one.nextElementSibling)];
      })()`)) as [string, boolean];
      reached.add(id);
      if (!isSeen && !id.startsWith("BODY") && !id.startsWith("HTML")) unseen.push(id);
    }
    expect(unseen).toEqual([]);
    expect(reached.size).toBeGreaterThanOrEqual(targets);
    await page.context().close();
  });

  test("the contents mark the section being read, tables sort, and a chosen theme is kept", async () => {
    const { page, trouble } = await open(pageOf("features"));
    await drawAll(page);
    const second = page.locator(".contents a").nth(1);
    await second.click();
    await expect.poll(() => second.getAttribute("aria-current")).toBe("location");
    const table = page.locator(".output table:has(.sort)").first();
    const column = () => table.locator("tbody tr td:first-child").allInnerTexts();
    const before = await column();
    await table.locator(".sort").first().press("Enter");
    await table.locator(".sort").first().press("Enter");
    expect(await table.locator("th").first().getAttribute("aria-sort")).toBe("descending");
    expect(await column()).toEqual([...before].sort((a, b) => b.localeCompare(a, "en", { numeric: true })));
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test("the index leads to every page, and finds headings and figures", async () => {
    const { page, trouble } = await open("index.html");
    const links = await page.$$eval(".cards a", (found) => found.map((link) => link.getAttribute("href")));
    expect(links.slice(0, pages.length)).toEqual(pages);
    expect(links.slice(pages.length).sort()).toEqual(segmentPages().sort());
    await page.screenshot({ path: join(shots, "index.png"), fullPage: true });
    await expectAccessible(page);
    await page.getByLabel("Search headings and figures").fill("provenance nowhere");
    expect(await page.getByRole("status").innerText()).toBe("0 places");
    await page.getByLabel("Search headings and figures").fill("figure 2 file trusted");
    const hrefs = await page.locator(".search a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(hrefs).toContain(`${pageOf("quality")}#figure-2`);
    await page.click(".cards a");
    expect(page.url()).toContain(pages[0]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});
