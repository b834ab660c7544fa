import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { launch } from "./browser.js";
import { type LabServer, startLab } from "./lab-server.js";

/** A JupyterLab with a browser before it. */
export interface OpenLab {
  readonly server: LabServer;
  /** Opens a notebook in a page of its own and waits until its kernel listens. */
  open(path: string): Promise<Page>;
  /** Ends all kernels; pages that show them are to be closed before. */
  endKernels(): Promise<void>;
  /** Chooses the theme of the pages that are opened from now on. */
  setTheme(name: "JupyterLab Dark" | "JupyterLab Light"): void;
  close(): Promise<void>;
}

/** Starts `npm run lab` with settings of its own, on the sample. */
export async function openLab(chromium: string): Promise<OpenLab> {
  const settings = mkdtempSync(join(tmpdir(), "segment-lab-settings-"));
  const write = (name: string, value: object) => {
    const path = join(settings, "@jupyterlab", `${name}.jupyterlab-settings`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(value));
  };
  // cells outside the window are drawn too, so that a test sees them all
  write("notebook-extension/tracker", { windowingMode: "none" });
  // nothing is asked of the network
  write("apputils-extension/notification", { checkForUpdates: false, fetchNews: "false" });
  const server = await startLab({
    ...process.env,
    JUPYTERLAB_SETTINGS_DIR: settings,
    JUPYTERLAB_WORKSPACES_DIR: join(settings, "workspaces"),
    SEGMENT_LAB_DATA: "sample",
  });
  const browser: Browser = await launch(chromium);
  return {
    server,
    setTheme: (theme) => write("apputils-extension/themes", { theme }),
    open: async (path) => {
      const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
      await page.goto(
        `${server.address}/lab/workspaces/${path.replace(/\W+/g, "-")}/tree/${path}?token=${server.token}`,
      );
      await page.waitForSelector(".jp-Notebook .jp-CodeCell", { timeout: 60_000 });
      // the toolbar says "idle" before there is a kernel, and running cells then asks for one in a dialog
      for (const end = Date.now() + 90_000; !(await server.kernelStates()).includes("idle, connected"); ) {
        if (Date.now() > end) throw new Error(`no kernel for ${path} within 90 s`);
        await page.waitForTimeout(300);
      }
      return page;
    },
    endKernels: async () => {
      const [address, token] = [`${server.address}/api/sessions`, `token=${server.token}`];
      const sessions = (await (await fetch(`${address}?${token}`)).json()) as { id: string }[];
      for (const { id } of sessions) await fetch(`${address}/${id}?${token}`, { method: "DELETE" });
    },
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(settings, { recursive: true });
    },
  };
}

/** Runs all cells by the menu. */
export async function runAllCells(page: Page): Promise<void> {
  await page.click('.lm-MenuBar-itemLabel:text-is("Run")');
  await page.click('.lm-Menu-itemLabel:text-is("Run All Cells")');
}

/** Waits until every code cell has been answered. */
export async function waitForCells(page: Page, seconds = 120): Promise<void> {
  const prompts = () => page.locator(".jp-Notebook .jp-CodeCell .jp-InputArea .jp-InputPrompt").allInnerTexts();
  await expect
    .poll(async () => (await prompts()).filter((text) => !/^\[\d+\]:$/.test(text)), {
      timeout: seconds * 1000,
      interval: 300,
    })
    .toEqual([]);
}
