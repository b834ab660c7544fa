import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumOrNotice } from "./browser.js";
import { jupyterOrNotice } from "./jupyter.js";
import { writeLabNotebook } from "./lab-notebook.js";
import { type OpenLab, openLab, runAllCells } from "./open-lab.js";

const chromium = chromiumOrNotice();
const jupyter = jupyterOrNotice();
const folder = join("reports", "e2e-shows");
const shots = join("reports", "screenshots", "lab");
const path = join(folder, "shows.ipynb");
const poison = '</script><img src=x onerror="document.title=1">';

const sources = [
  `import { aq, buildFeatures, customerCard, md, monthlyRevenue, monthlySales, openSales, show, showProgress } from "segment-lab";
const sales = await openSales();
const customers = await buildFeatures(sales);
show(aq.table({ n: Array.from({ length: 50 }, (_, i) => (i * 7) % 50), share: Array.from({ length: 50 }, (_, i) => (i % 2 ? i / 8 : null)), word: Array.from({ length: 50 }, (_, i) => (i === 30 ? ${JSON.stringify(poison)} : \`w\${i}\`)) }), { rows: 10 });`,
  "show(sales.ledger);",
  "show(monthlyRevenue(await monthlySales(sales), { currency: sales.currency }));",
  "show(await customerCard(sales, customers, String(customers.get('customer', 0))));",
  "show(md`**1,234** customers, [a link](https://example.org)`);",
  `const progress = showProgress();
for (let done = 0; done <= 40; done++) {
  progress({ done: done, total: 40, label: "looking at customers" });
  await new Promise((resolve) => setTimeout(resolve, 100));
}`,
  "const half = showProgress();\nhalf({ done: 1, total: 4, label: 'half way' });\nawait openSales({ data: 'nowhere.csv' });",
];

describe.skipIf(!chromium || jupyter === null)("show() in JupyterLab", () => {
  let lab: OpenLab;
  let page: Page;
  const outputs = (cell: number): Locator => page.locator(".jp-CodeCell").nth(cell).locator(".jp-OutputArea-output");

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    writeLabNotebook(path, sources);
    lab = await openLab(chromium!);
    lab.setTheme("JupyterLab Dark");
    page = await lab.open(path);
    await runAllCells(page);
  });
  afterAll(async () => {
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cellsOf = (column: number) => outputs(0).first().locator(`tbody td:nth-child(${column})`).allInnerTexts();
  const turn = (label: string) => outputs(0).first().getByRole("button", { name: label }).click();
  const sortBy = (name: string) => outputs(0).first().locator("th button", { hasText: name }).click();

  test("progress is one bar in place that grows and is gone at the end", async () => {
    const bar = outputs(5).locator("progress");
    await bar.waitFor({ timeout: 90_000 });
    const first = await bar.evaluate((element) => (element as HTMLProgressElement).value);
    await expect
      .poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value), { timeout: 20_000 })
      .toBeGreaterThan(first);
    expect(await bar.count()).toBe(1);
    await bar.waitFor({ state: "detached", timeout: 30_000 });
    expect((await outputs(5).allInnerTexts()).join("").trim()).toBe("");
  });

  test("an error is one block: what is wrong and the line; the bar above it says where it stopped", async () => {
    await expect
      .poll(async () => (await outputs(6).allInnerTexts()).map((text) => text.trim()), { timeout: 60_000 })
      .toEqual([
        "half way 25 %",
        expect.stringMatching(
          /^SegmentLabError: no file nowhere\.csv; give .*\n {4}at await openSales\(\{ data: ['"]nowhere\.csv['"] \}\); \(.*\)$/,
        ),
      ]);
  });

  test("a table turns its pages and sorts by its headers, empty cells last", async () => {
    expect(await cellsOf(1)).toEqual(["0", "7", "14", "21", "28", "35", "42", "49", "6", "13"]);
    await turn("Next page");
    expect((await cellsOf(3))[0]).toBe("w10");
    await turn("Last page");
    expect((await cellsOf(3)).at(-1)).toBe("w49");
    expect(await outputs(0).first().getByRole("status").innerText()).toBe("41–50 of 50 rows");
    await sortBy("n");
    expect((await cellsOf(1)).slice(0, 3)).toEqual(["49", "48", "47"]);
    await sortBy("n");
    expect((await cellsOf(1)).slice(0, 3)).toEqual(["0", "1", "2"]);
    await sortBy("share");
    expect((await cellsOf(2)).slice(0, 2)).toEqual(["6.13", "5.88"]);
    await sortBy("share");
    expect((await cellsOf(2))[0]).toBe("0.13");
    await turn("Last page");
    expect(new Set(await cellsOf(2))).toEqual(new Set(["–"]));
    await sortBy("word");
    expect((await cellsOf(3)).slice(0, 2)).toEqual([poison, "w0"]);
    await sortBy("word");
    await sortBy("word");
    expect((await cellsOf(3))[0]).toBe("w0");
    expect(await page.title()).not.toBe("1");
    expect(await outputs(0).first().locator("img").count()).toBe(0);
  });

  test.each(["JupyterLab Dark", "JupyterLab Light"] as const)(
    "everything can be read in %s, also when the notebook is opened again",
    async (theme) => {
      await page.keyboard.press("Control+s");
      await page.waitForTimeout(1000);
      await page.close();
      lab.setTheme(theme);
      page = await lab.open(path);
      await outputs(2).locator("canvas").waitFor({ timeout: 30_000 });
      // saved by its user: trusted, so that pages still turn
      expect(await outputs(0).first().getByRole("button", { name: "Next page" }).isEnabled()).toBe(true);
      const faint = await page.evaluate(findFaintText);
      expect(faint).toEqual([]);
      for (let cell = 0; cell < sources.length; cell++) {
        const area = page.locator(".jp-CodeCell").nth(cell).locator(".jp-OutputArea");
        const name = `show-${cell}-${theme.endsWith("Dark") ? "dark" : "light"}.png`;
        if ((await outputs(cell).count()) > 0) await area.first().screenshot({ path: join(shots, name) });
      }
    },
  );
});

/** Runs in JupyterLab: texts of outputs whose contrast with what lies behind them is below 4.5. */
const findFaintText = () => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const channels = (colour: string): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (rgb: number[]) => {
    const [r, g, b] = rgb.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const ground = (element: Element | null): number[] => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour[3]! > 200) return colour;
    }
    return [255, 255, 255];
  };
  const found: string[] = [];
  for (const element of document.querySelectorAll(".jp-OutputArea-output *")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent!.trim());
    const isOff = element instanceof HTMLButtonElement && element.disabled;
    if (text.join("") === "" || isOff || element.closest(".vega-embed, style, script")) continue;
    const [ink, behind] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))];
    const contrast = (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
    if (contrast < 4.5) found.push(`${text.join(" ").slice(0, 60)}: ${contrast.toFixed(1)}`);
  }
  return found;
};
