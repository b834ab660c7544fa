import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportReports } from "../../src/report/export-reports.js";
import { createNotebookFolder, writeNotebook } from "../report/notebook-fixture.js";
import { chromiumOrNotice, launch } from "./browser.js";
import { drawAll } from "./draw-all.js";
import { poison, poisonedHeader, poisonedShop } from "./poison.js";

const chromium = chromiumOrNotice();
let browser: Browser;
beforeAll(async () => {
  if (chromium) browser = await launch(chromium);
});
afterAll(() => browser?.close());

/** Opens a page, draws and presses all that can be, and tells what ran, was asked for or was refused. */
async function misdeeds(path: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript("window.canary = () => { window.caught = (window.caught ?? 0) + 1; };");
  const page = await context.newPage();
  const found: string[] = [];
  const home = pathToFileURL(path).href;
  page.on("request", (request) => {
    if (request.url() !== home && !request.url().startsWith("blob:")) found.push(`request: ${request.url()}`);
  });
  page.on("console", (message) => found.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`page error: ${error.message}`));
  page.on("dialog", (dialog) => found.push(`dialog: ${dialog.message()}`));
  await page.goto(home);
  await drawAll(page);
  for (const figure of (await page.locator("figure.chart").all()).slice(0, 20)) {
    await figure.scrollIntoViewIfNeeded();
    const box = await figure.locator(".chart-view").boundingBox();
    if (box) await page.mouse.move(box.x + box.width / 3, box.y + Math.min(box.height / 2, 300));
  }
  await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true;
    for (const button of document.querySelectorAll("button.sort")) button.click();
    for (const link of document.querySelectorAll('a[href^="javascript"], a:not([href])')) link.click();`);
  await page.waitForTimeout(100);
  if (await page.evaluate("window.caught")) found.push("the canary sang");
  if (page.url().split("#")[0] !== home) found.push(`left for ${page.url()}`);
  if (!(await page.locator("h1").first().isVisible())) found.push("the page was hidden");
  const strangers =
    "script[src], iframe, object, embed, base, link, form[action], [onload], [onerror], [onmouseover], main [style*=fixed], main style";
  const stowaways = await page
    .locator(strangers)
    .evaluateAll((all) => all.map((one) => String(one.outerHTML).slice(0, 120)));
  found.push(...stowaways.filter((html) => !/^<form class="vega-bindings"/.test(html)));
  await context.close();
  return found;
}

describe.skipIf(!chromium)("a poisoned data set", () => {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-poison-"));
  const out = join(folder, "out");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("goes through every notebook and runs nothing in any page", async () => {
    // a file's name holds all but a slash
    const data = join(folder, "shop'\"><img src=x onerror=canary()>\u202e.csv");
    writeFileSync(data, poisonedShop());
    const own = [
      "--columns",
      `customer=${poisonedHeader}`,
      "--goods",
      ".*|<script>canary\\(\\)<.script>",
      "--choose",
      "kmeans:3",
    ];
    const args = ["scripts/run.mjs", "export-reports", "--data", data, "--out", out, "--quiet", ...own];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(7);
    expect(pages.some((name) => name.startsWith("segments"))).toBe(true);
    for (const name of pages) expect([name, await misdeeds(join(out, name))]).toEqual([name, []]);
  });
});

// the compiler of notebooks takes U+2028 for the end of a line
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (one) => (one === "\u2028" ? "\\u2028" : "\\u2029"));

describe.skipIf(!chromium)("a poisoned notebook", () => {
  const folder = createNotebookFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("runs nothing in its page or the index", async () => {
    const chart = {
      description: poison.join(" "),
      title: { text: poison.slice(0, 3), subtitle: poison[3] },
      data: { values: poison.map((text) => ({ [poison[0]!]: text, a: text, b: 1, url: "javascript:canary()" })) },
      mark: { type: "bar", href: "javascript:canary()" },
      encoding: {
        x: { field: "b", type: "quantitative", title: poison[2] },
        y: { field: "a", type: "nominal", axis: { labelExpr: "datum.label + '<script>canary()</script>'" } },
        href: { field: "url", type: "nominal" },
        tooltip: [{ field: "a", type: "nominal", title: poison[14] }],
      },
      usermeta: {
        embedOptions: { actions: true, defaultStyle: "</style><script>canary()</script>", loader: { target: "x" } },
      },
    };
    const image = { data: { values: [{}] }, mark: { type: "image", url: "https://example.org/x.png" } };
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="canary()"><script>canary()</script></svg>';
    const show = (mime: string, value: unknown): string =>
      `tslab.display.raw(${literal(mime)}, ${literal(value)} as unknown as string);`;
    const path = writeNotebook(folder, "01-poison", [
      `md:# ${poison[0]}\n\n${poison.join("\n\n")}`,
      ...poison.map((text) => `md:## ${text}\n`),
      [
        'import * as tslab from "tslab";',
        ...["text/html", "text/markdown", "text/plain"].map((mime) => show(mime, poison.join("\n"))),
        ...["image/svg+xml"].map((mime) => show(mime, svg)),
        ...[chart, image].map((spec) => show("application/vnd.vegalite.v5+json", spec)),
        `console.log(${literal(poison.join("\n"))});`,
      ].join("\n"),
    ]);
    const out = join(folder, "out");
    for (const page of await exportReports({ notebooks: [path], out })) {
      expect([page, await misdeeds(page)]).toEqual([page, []]);
    }
  });
});
