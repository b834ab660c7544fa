import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clusterExplorer } from "../../src/charts/cluster-explorer.js";
import { createRandom } from "../../src/core/random.js";
import { chromiumOrNotice, launch } from "./browser.js";
import { openChart } from "./open-chart.js";

const chromium = chromiumOrNotice();
const n = 400;
const random = createRandom(5);
const x = Float64Array.from({ length: n }, () => random.normal() * 2);
const y = Float64Array.from({ length: n }, () => random.normal());
// what a shop may call its customers: none of it is to run in a spreadsheet or to break the file
const strange = ["=1+1", "+44", "-x", "@home", "\tTab", "\rReturn", 'say "hi", twice', "</script>"];
const ids = Array.from(x, (_, i) => strange[i] ?? String(10_000 + i));
const orders = Float64Array.from(x, (value) => Math.max(1, Math.round(5 + value * 2)));
const slices = (k: number, along: Float64Array) =>
  Int32Array.from(along, (value) => Math.min(k - 1, Math.max(0, Math.floor(((value + 4) / 8) * k))));
const candidates = ["rfm-plus", "raw"].flatMap((preparation, p) => [
  ...[2, 3, 4].map((k) => ({
    ...{ preparation, algorithm: "k-means", parameterName: "k", parameter: k },
    labels: slices(k, p === 0 ? x : y),
    silhouettes: x.map((value) => Math.tanh(value * (k + p))),
    jaccards: Array.from({ length: k }, (_, c) => 0.9 - 0.1 * c - 0.02 * k - 0.1 * p),
  })),
  ...[0.5, 1].map((eps) => ({
    ...{ preparation, algorithm: "DBSCAN", parameterName: "eps", parameter: eps },
    labels: Int32Array.from(x, (value, i) => (Math.hypot(value, y[i]!) > eps * 3 + p ? -1 : value > 0 ? 0 : 1)),
    silhouettes: x.map((value) => Math.cos(value * eps + p)),
  })),
]);
const chart = clusterExplorer(
  {
    ...{ ids, x, y },
    umap: { x: y.map((value) => value * 3), y: x.map(Math.abs) },
    tooltip: [{ name: "=orders", unit: "orders", values: orders }],
  },
  candidates,
  [
    {
      column: "orders",
      unit: "orders",
      typical: (z) => 5 + 4 * z,
      standardized: orders.map((value) => (value - 5) / 4),
    },
  ],
  { revenue: orders.map((value) => value * 100), start: 1 },
);

/** Runs in the page: what each panel draws, as text to compare. */
const panels = `(() => {
  const drawn = { map: [], sizes: [], profile: [], silhouettes: [], stability: [] };
  const panelOf = ({ datum }) =>
    "i" in datum && "p" in datum ? "silhouettes" : "i" in datum ? "map" : "of" in datum ? "sizes"
    : "median" in datum ? "profile" : "word" in datum ? "stability" : null;
  const walk = (node) => {
    if (node.marktype && node.marktype !== "group") {
      if (node.role !== "mark") return;
      for (const item of node.items) {
        const panel = panelOf(item);
        if (panel) drawn[panel].push([item.x, item.y, item.width, item.fill, item.text].join(" "));
      }
      return;
    }
    for (const item of node.items ?? []) walk(item);
  };
  walk(document.querySelector("figure.chart").view.scenegraph().root);
  return Object.fromEntries(Object.entries(drawn).map(([name, marks]) => [name, marks.join("|")]));
})()`;
/** Runs in the page: the dots of the map, and where its plot begins in the window. */
const mapMark = `(() => {
  const find = (node) => (node.marktype === "symbol" && node.items[0] && "i" in node.items[0].datum ? node
    : (node.items ?? []).reduce((found, item) => found ?? find(item), undefined));
  return find(document.querySelector("figure.chart").view.scenegraph().root);
})()`;
const cornerOfMap = `(() => {
  const { x, y } = document.querySelector("figure.chart .marks").getBoundingClientRect();
  const { view } = document.querySelector("figure.chart");
  const { left, top } = view.padding();
  const corner = [view.origin()[0] + left, view.origin()[1] + top];
  for (let at = (${mapMark}).group; at; at = at.mark?.group) {
    corner[0] += at.x ?? 0;
    corner[1] += at.y ?? 0;
  }
  return [corner[0] + x, corner[1] + y];
})()`;
type Panels = Record<"map" | "sizes" | "profile" | "silhouettes" | "stability", string>;

describe.skipIf(!chromium)("the cluster explorer in an exported page", () => {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-explorer-"));
  let browser: Browser;
  let page: Page;
  const trouble: string[] = [];
  beforeAll(async () => {
    browser = await launch(chromium!);
    ({ page } = await openChart(browser, chart, { folder, height: 1400, trouble }));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const look = () => page.evaluate(panels) as Promise<Panels>;
  const changed = async (before: Panels): Promise<string[]> => {
    await page.waitForTimeout(200);
    const after = await look();
    return Object.keys(after).filter((name) => after[name as keyof Panels] !== before[name as keyof Panels]);
  };
  const everything = ["map", "sizes", "profile", "silhouettes", "stability"];
  const download = async (): Promise<{ name: string; rows: string[] }> => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Download these customers/ }).click(),
    ]);
    const text = readFileSync((await file.path())!, "utf8");
    expect(text.endsWith("\n")).toBe(true);
    return { name: file.suggestedFilename(), rows: text.slice(0, -1).split("\n") };
  };
  const drag = async (from: [number, number], to: [number, number]): Promise<void> => {
    const corner = (await page.evaluate(cornerOfMap)) as [number, number];
    await page.mouse.move(corner[0] + from[0], corner[1] + from[1]);
    await page.mouse.down();
    for (let i = 1; i <= 8; i++) {
      await page.mouse.move(
        corner[0] + from[0] + ((to[0] - from[0]) * i) / 8,
        corner[1] + from[1] + ((to[1] - from[1]) * i) / 8,
      );
      // longer than the brush is throttled
      await page.waitForTimeout(70);
    }
    await page.mouse.up();
  };
  const extent = () =>
    page.evaluate("document.querySelector('figure.chart').view.signal('brush')") as Promise<
      Record<"mx" | "my", number[]>
    >;

  test("every input changes what it should", async () => {
    const select = (name: RegExp) => page.getByRole("combobox", { name });
    const slider = page.getByRole("slider", { name: /^k / });
    expect(await page.locator(".vega-bind").count()).toBe(5);
    let before = await look();
    await slider.press("ArrowRight");
    expect(await changed(before)).toEqual(everything);
    before = await look();
    await select(/^preparation/).selectOption({ index: 1 });
    expect(await changed(before)).toEqual(everything);
    before = await look();
    await select(/^algorithm/).selectOption({ label: "DBSCAN" });
    expect(await changed(before)).toEqual(everything);
    before = await look();
    await select(/^eps/).selectOption({ label: "1" });
    expect(await changed(before)).toEqual(everything.slice(0, 4));
    before = await look();
    await select(/^map/).selectOption({ label: "UMAP" });
    expect(await changed(before)).toEqual(["map"]);
    await select(/^map/).selectOption({ label: "PCA" });
    await select(/^preparation/).selectOption({ index: 0 });
    await select(/^algorithm/).selectOption({ label: "k-means" });
    expect(trouble).toEqual([]);
  });

  test("without a brush all customers are saved, and no cell of the file is run by a spreadsheet", async () => {
    const { name, rows } = await download();
    expect(name).toBe("customers-k-means-k-4.csv");
    expect(rows[0]).toBe("customer,cluster,'=orders");
    const labels = candidates[2]!.labels;
    expect(rows.slice(1, 9)).toEqual(
      ["'=1+1", "'+44", "'-x", "'@home", "'\tTab", '"\'\rReturn"', '"say ""hi"", twice"', "</script>"].map(
        (id, i) => `${id},${labels[i]},${orders[i]}`,
      ),
    );
    expect(rows).toHaveLength(n + 1);
  });

  test("a brush restricts sizes and profile, and the file holds exactly the customers inside", async () => {
    const before = await look();
    await drag([120, 60], [260, 250]);
    expect(await changed(before)).toEqual(["sizes", "profile"]);
    const { mx, my } = await extent();
    const isIn = (value: number, [a, b]: number[]) =>
      Math.round(value * 100) / 100 >= a! && Math.round(value * 100) / 100 <= b!;
    const inside = ids.filter((_, i) => isIn(x[i]!, mx) && isIn(y[i]!, my));
    expect(inside.length).toBeGreaterThan(20);
    expect(inside.length).toBeLessThan(n);
    const { rows } = await download();
    const expected = inside.map((id) => `${/^[=+\-@\t\r]/.test(id) ? "'" : ""}${id}`);
    expect(
      rows
        .slice(1)
        .map((row) => /^(?:"(?<q>(?:[^"]|"")*)"|(?<p>[^,]*)),/.exec(row)!)
        .map(({ groups }) => groups!.q?.replaceAll('""', '"') ?? groups!.p),
    ).toEqual(expected);
    expect(await page.getByRole("button", { name: `Download these customers (${inside.length})` }).count()).toBe(1);
  });

  test("the brush can be cleared by a button, by a click beside it, and goes with its map", async () => {
    const showAll = page.getByRole("button", { name: "Show all" });
    const all = page.getByRole("button", { name: `Download these customers (${n})` });
    await showAll.click();
    await all.waitFor();
    expect(await showAll.isVisible()).toBe(false);

    await drag([100, 100], [200, 200]);
    expect(await showAll.isVisible()).toBe(true);
    await drag([330, 330], [330, 330]);
    await all.waitFor();

    await drag([100, 100], [200, 200]);
    expect(await all.count()).toBe(0);
    await page.getByRole("combobox", { name: /^map/ }).selectOption({ label: "UMAP" });
    await all.waitFor();
    expect(trouble).toEqual([]);
  });

  test("shows a customer under the pointer", async () => {
    const [left, top] = (await page.evaluate(cornerOfMap)) as [number, number];
    const [across, down] = (await page.evaluate(`(({ x, y }) => [x, y])((${mapMark}).items.at(-1))`)) as number[];
    const spot = [left + across!, top + down!] as const;
    await page.mouse.move(...spot);
    await page.locator("#vg-tooltip-element.visible").waitFor();
    const shown = await page.locator("#vg-tooltip-element").innerText();
    expect(shown).toContain("customer");
    expect(shown).toContain(ids.at(-1)!);
    expect(shown).toMatch(/orders \(orders\)/);
  });
});
