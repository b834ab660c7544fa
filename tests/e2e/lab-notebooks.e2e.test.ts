import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumOrNotice, launch } from "./browser.js";
import { jupyterOrNotice } from "./jupyter.js";
import { type OpenLab, openLab, runAllCells, waitForCells } from "./open-lab.js";

const chromium = chromiumOrNotice();
const jupyter = jupyterOrNotice();
const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
// saving must not touch the notebooks in git; below reports/ they still find the library
const folder = join("reports", "e2e-notebooks");
const shots = join("reports", "screenshots", "lab");

/** Runs in JupyterLab: what each figure shows, and whether more than a ground and an ink was drawn. */
const figuresInLab = () =>
  [...document.querySelectorAll(".jp-RenderedVegaCommon5")].map((figure) => {
    const canvas = figure.querySelector("canvas")!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return {
      label: figure.querySelector('[role="graphics-document"]')?.getAttribute("aria-label") ?? "",
      isDrawn: colours.size > 2,
    };
  });

/** Runs in an exported page. */
const figuresInPage = () =>
  [...document.querySelectorAll<HTMLElement>("figure.chart")].map((figure) => figure.dataset.label ?? "");

describe.skipIf(!chromium || jupyter === null)("in JupyterLab as in the exported pages", () => {
  const out = mkdtempSync(join(tmpdir(), "segment-lab-pages-"));
  let lab: OpenLab;

  beforeAll(async () => {
    const args = ["scripts/run.mjs", "export-reports", "--data", "sample", "--out", out, "--quiet"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    mkdirSync(folder, { recursive: true });
    mkdirSync(shots, { recursive: true });
    for (const name of names) copyFileSync(join("notebooks", name), join(folder, name));
    lab = await openLab(chromium!);
    lab.setTheme("JupyterLab Dark");
  }, 600_000);
  afterAll(async () => {
    await lab?.close();
    rmSync(out, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  async function labelsOfPage(name: string): Promise<string[]> {
    const browser = await launch(chromium!);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(out, name.replace(/ipynb$/, "html"))).href);
    const labels = await page.evaluate(figuresInPage);
    await browser.close();
    return labels;
  }

  async function errorsOf(page: Page): Promise<string[]> {
    return page.locator('.jp-RenderedText[data-mime-type="application/vnd.jupyter.stderr"]').allInnerTexts();
  }

  test.each(names)("%s draws the same figures, and no cell fails", async (name) => {
    const expected = await labelsOfPage(name);
    expect(expected.length).toBeGreaterThan(0);
    const page = await lab.open(join(folder, name));
    await runAllCells(page);
    await waitForCells(page);
    expect(await errorsOf(page)).toEqual([]);
    const drawn = async () => (await page.evaluate(figuresInLab)).filter(({ isDrawn }) => isDrawn);
    await expect.poll(async () => (await drawn()).length, { timeout: 30_000 }).toBe(expected.length);
    expect((await drawn()).map(({ label }) => label).sort()).toEqual([...expected].sort());
    await page.locator(".jp-Notebook").screenshot({ path: join(shots, name.replace(/ipynb$/, "png")) });
    await page.close();
    await lab.endKernels();
  });
});
