import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumOrNotice, launch } from "./browser.js";
import { jupyterOrNotice } from "./jupyter.js";
import { type LabServer, startLab } from "./lab-server.js";

const chromium = chromiumOrNotice();
const jupyter = jupyterOrNotice();
// saving must not touch the notebook in git; below reports/ it still finds the library
const folder = join("reports", "e2e");
const notebook = join(folder, "04-clustering.ipynb");

/** The number of different colours in a figure of JupyterLab, and what it looks like. */
const look = (view: Element) => {
  const canvas = view.querySelector("canvas")!;
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set<number>();
  for (let i = 0; i < data.length; i += 4) colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
  return { colours: colours.size, picture: canvas.toDataURL() };
};

describe.skipIf(!chromium || jupyter === null)("npm run lab", () => {
  const settings = mkdtempSync(join(tmpdir(), "segment-lab-settings-"));
  let server: LabServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    // cells outside the window are drawn too, so that a test sees them all
    const tracker = join(settings, "@jupyterlab", "notebook-extension");
    mkdirSync(tracker, { recursive: true });
    writeFileSync(join(tracker, "tracker.jupyterlab-settings"), JSON.stringify({ windowingMode: "none" }));
    mkdirSync(folder, { recursive: true });
    copyFileSync(join("notebooks", "04-clustering.ipynb"), notebook);
    server = await startLab({
      ...process.env,
      JUPYTERLAB_SETTINGS_DIR: settings,
      JUPYTERLAB_WORKSPACES_DIR: join(settings, "workspaces"),
      SEGMENT_LAB_DATA: "sample",
    });
    browser = await launch(chromium!);
    page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
    await page.goto(`${server.address}/lab/tree/${notebook}?token=${server.token}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(settings, { recursive: true });
    rmSync(folder, { recursive: true });
  });

  test("runs all cells of 04 and draws every chart", async () => {
    await page.waitForSelector(".jp-Notebook .jp-CodeCell");
    // the toolbar says "idle" before there is a kernel, and running cells then asks for one in a dialog
    await expect.poll(() => server.kernelStates(), { timeout: 120_000, interval: 500 }).toEqual(["idle, connected"]);
    const prompt = (cell: Locator) => cell.locator(".jp-InputArea .jp-InputPrompt").innerText();
    const cells = page.locator(".jp-Notebook .jp-CodeCell");
    await page.click('.lm-MenuBar-itemLabel:text-is("Run")');
    await page.click('.lm-Menu-itemLabel:text-is("Run All Cells")');
    expect(await page.locator(".jp-Dialog").allInnerTexts()).toEqual([]);
    await expect.poll(() => prompt(cells.last()), { timeout: 120_000, interval: 500 }).toMatch(/^\[\d+\]:$/);
    const prompts = await page.locator(".jp-CodeCell .jp-InputArea .jp-InputPrompt").allInnerTexts();
    expect(prompts.filter((text) => !/^\[\d+\]:$/.test(text))).toEqual([]);

    await page.keyboard.press("Control+s");
    await expect.poll(countStoredCharts, { timeout: 30_000 }).toBeGreaterThan(0);
    const views = page.locator(".jp-RenderedVegaCommon5");
    await expect.poll(() => views.locator("canvas").count(), { timeout: 60_000 }).toBe(countStoredCharts());
    for (const view of await views.all()) expect((await view.evaluate(look)).colours).toBeGreaterThan(2);
    mkdirSync(join("reports", "screenshots"), { recursive: true });
    await page.screenshot({ path: join("reports", "screenshots", "lab.png") });
  });

  test("moves every bound input of the explorer and sees its marks change; a brush too", async () => {
    const explorer = page.locator(".jp-RenderedVegaCommon5", { hasText: "algorithm" }).first();
    await explorer.scrollIntoViewIfNeeded();
    const binds = explorer.locator(".vega-bind");
    const algorithm = binds.filter({ hasText: /^algorithm/ });
    const settings = binds.filter({ hasNotText: /^algorithm/ });
    expect(await settings.count()).toBeGreaterThanOrEqual(3);
    expect(await changesPicture(explorer, () => move(algorithm))).toBe(true);
    const algorithms = await algorithm.locator("option").count();
    for (const setting of await settings.all()) {
      // a setting belongs to some algorithms only: it must change the picture of one at least
      let hasChanged = await changesPicture(explorer, () => move(setting));
      for (let i = 0; i < algorithms && !hasChanged; i++) {
        await move(algorithm);
        hasChanged = await changesPicture(explorer, () => move(setting));
      }
      const said = await setting.innerText();
      expect(hasChanged, said).toBe(true);
      // another preparation has k-means alone, and no use for the settings that follow
      if (said.startsWith("preparation")) await move(setting);
    }
    const canvas = explorer.locator("canvas");
    // the map stands at the top of a drawing that is higher than the window
    await canvas.evaluate((element) => element.scrollIntoView({ block: "start" }));
    const { x, y } = (await canvas.boundingBox())!;
    const drag = async () => {
      await page.mouse.move(x + 120, y + 200);
      await page.mouse.down();
      // in steps longer than the brush is throttled
      for (const step of [20, 60, 120]) {
        await page.mouse.move(x + 120 + step, y + 200 + step);
        await page.waitForTimeout(100);
      }
      await page.mouse.up();
    };
    expect(await changesPicture(explorer, drag)).toBe(true);
    await page.screenshot({ path: join("reports", "screenshots", "lab-brush.png") });
    await page.screenshot({ path: join("reports", "screenshots", "lab-explorer.png") });
  });

  test("keeps the kernel's registration inside the project", () => {
    const { argv } = JSON.parse(readFileSync(".jupyter/kernels/tslab/kernel.json", "utf8")) as { argv: string[] };
    expect(argv[1]).toBe(join(process.cwd(), "node_modules", "tslab", "bin", "tslab"));
  });

  test("ends with all its processes when it is stopped", async () => {
    await server.stop();
    await expect(fetch(`${server.address}/api/status?token=${server.token}`)).rejects.toThrow();
  });
});

function countStoredCharts(): number {
  const { cells } = JSON.parse(readFileSync(notebook, "utf8")) as {
    cells: { outputs?: { data?: Readonly<Record<string, unknown>> }[] }[];
  };
  const outputs = cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.filter(({ data }) => "application/vnd.vegalite.v5+json" in (data ?? {})).length;
}

async function changesPicture(view: Locator, act: () => Promise<void>): Promise<boolean> {
  // what the last move changed is drawn by then
  await view.page().waitForTimeout(500);
  const before = (await view.evaluate(look)).picture;
  await act();
  for (let i = 0; i < 20; i++) {
    await view.page().waitForTimeout(100);
    if ((await view.evaluate(look)).picture !== before) return true;
  }
  return false;
}

/** Chooses another value in a bound input, of whichever kind, as a person would. */
async function move(bind: Locator): Promise<void> {
  const select = bind.locator("select");
  if ((await select.count()) > 0) {
    const count = await select.locator("option").count();
    const now = await select.evaluate((element) => (element as HTMLSelectElement).selectedIndex);
    await select.selectOption({ index: (now + 1) % count });
    return;
  }
  const radios = bind.locator('input[type="radio"]:not(:checked)');
  if ((await radios.count()) > 0) return radios.first().check();
  const other = bind.locator('input[type="range"], input[type="checkbox"]').first();
  // by mouse: in a notebook the arrow keys belong to JupyterLab
  const box = (await other.boundingBox())!;
  const isLow = (await other.inputValue()) !== (await other.getAttribute("max"));
  await other.click({ position: { x: box.width * (isLow ? 0.97 : 0.03), y: box.height / 2 } });
}
