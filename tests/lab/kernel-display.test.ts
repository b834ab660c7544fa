import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { runNotebook } from "../../src/report/run-notebook.js";
import { createNotebookFolder, writeNotebook } from "../report/notebook-fixture.js";

const folder = createNotebookFolder();
afterAll(() => rmSync(folder, { recursive: true }));

test("in a kernel, show sends rich forms and progress is one display that ends empty", async () => {
  const path = writeNotebook(folder, "show", [
    `import { show } from "segment-lab/dist/src/lab/show.js";
     import { md } from "segment-lab/dist/src/lab/markdown.js";
     import { showProgress } from "segment-lab/dist/src/lab/progress-display.js";`,
    'show(md`**1,000**`);\nshow({ mark: "bar", description: "A bar" });\nshow("text");',
    'const progress = showProgress();\nprogress({ done: 1, total: 3, label: "<b>" });',
    'progress({ done: 3, total: 3, label: "end" });',
    'showProgress()({ done: 1, total: 3, label: "<b>" });',
  ]);
  const { cells } = await runNotebook(path);
  const schema = "https://vega.github.io/schema/vega-lite/v5.json";
  expect(cells[1]!.outputs).toEqual([
    { kind: "display", metadata: {}, data: { "text/markdown": "**1,000**", "text/plain": "**1,000**" } },
    {
      kind: "display",
      metadata: {},
      data: {
        "application/vnd.vegalite.v5+json": { $schema: schema, mark: "bar", description: "A bar" },
        "text/plain": "[chart] A bar",
      },
    },
    { kind: "display", metadata: {}, data: { "text/plain": "text" } },
  ]);
  const metadata = { "segment-lab": "progress" };
  expect(cells[2]!.outputs).toEqual([{ kind: "display", metadata, data: { "text/html": "" } }]);
  expect(cells[3]!.outputs).toEqual([]);
  const source = '<progress max="3" value="1"></progress> &lt;b&gt; <small>33 %</small>';
  expect(cells[4]!.outputs).toEqual([{ kind: "display", metadata, data: { "text/html": source } }]);
});
