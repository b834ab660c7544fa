import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../scripts/find-chromium.js";
import { absentRow, type BenchRow, barRow } from "./bench-row.js";
import { runCold } from "./run-command.js";

/** When a reader sees something, and when the first figure answers to the mouse, in seconds from the start. */
export interface PageMoments {
  readonly firstPaint: number;
  /** Null for a page without figures. */
  readonly firstFigure: number | null;
}

/** How soon the exported pages can be read and used in Chromium, each opened at its first figure in a context of its own. */
export async function pagesBench(data: string, runs = 5): Promise<BenchRow[]> {
  const path = findChromium();
  const name = basename(data);
  if (!path) return [absentRow("pages", `${name}: first contentful paint`, "s", "no Chromium was found")];
  return runCold("export-reports", data, [], async (out) => {
    const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
    try {
      const rows: BenchRow[] = [];
      for (const page of (await readdir(out)).filter((file) => file.endsWith(".html")).sort()) {
        rows.push(...(await measureRows(browser, join(out, page), `${name}: ${page}`, runs)));
      }
      return rows;
    } finally {
      await browser.close();
    }
  });
}

async function measureRows(browser: Browser, path: string, name: string, runs: number): Promise<BenchRow[]> {
  const moments: PageMoments[] = [];
  for (let run = 0; run < runs; run++) moments.push(await measurePage(browser, path));
  const figures = moments.flatMap(({ firstFigure }) => firstFigure ?? []);
  const paints = moments.map(({ firstPaint }) => firstPaint);
  return [
    barRow("pages", `${name}, size`, [(await stat(path)).size / 1e6], "MB", 2.5),
    barRow("pages", `${name}, first contentful paint`, paints, "s", 0.3),
    ...(figures.length > 0 ? [barRow("pages", `${name}, first live figure`, figures, "s", 1.5)] : []),
  ];
}

/** Opens a page once. */
export async function measurePage(browser: Browser, path: string): Promise<PageMoments> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  try {
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(path).href}#figure-1`);
    await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
    const first = page.locator("#figure-1");
    if ((await first.count()) > 0) await first.and(page.locator('[data-state="drawn"]')).waitFor({ state: "attached" });
    return (await page.evaluate(`(async () => {
      const paint = await new Promise((resolve) => new PerformanceObserver((list) => {
        const found = list.getEntriesByName("first-contentful-paint")[0];
        if (found) resolve(found.startTime);
      }).observe({ type: "paint", buffered: true }));
      const drawn = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("figure-")).map(({ startTime }) => startTime);
      return { firstPaint: paint / 1000, firstFigure: drawn.length > 0 ? Math.min(...drawn) / 1000 : null };
    })()`)) as PageMoments;
  } finally {
    await context.close();
  }
}
