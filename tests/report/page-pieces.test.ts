import { expect, test } from "vitest";
import type { Display } from "../../src/lab/display.js";
import { displayOf } from "../../src/lab/show.js";
import { embedJson } from "../../src/report/embed-json.js";
import { foldLong } from "../../src/report/fold-long.js";
import type { Cell } from "../../src/report/notebook.js";
import { createPageCounters } from "../../src/report/page-counters.js";
import { pageScript } from "../../src/report/page-script.js";
import { readSummary } from "../../src/report/page-summary.js";
import { heavyPage } from "../../src/report/page-weight.js";
import { renderIndex } from "../../src/report/render-index.js";
import { createMarkdownRenderer } from "../../src/report/render-markdown.js";
import { renderPage } from "../../src/report/render-page.js";
import { sanitize } from "../../src/report/sanitize.js";
import { showControls } from "../../src/report/show-controls.js";
import { plainMarkdown } from "../../src/segments/hand-over/plain-markdown.js";

const script = { page: "run();", library: "eA==", libraryHash: "h" };
const chart = {
  description: "Bars",
  title: "One <b>",
  data: { values: [{ a: 1 }] },
  mark: "bar",
  encoding: { x: { field: "a" } },
};

const prose = (source: string): Cell => ({ kind: "markdown", source, outputs: [] });
const shown = ({ bundle }: Display): Cell => ({
  kind: "code",
  source: "",
  outputs: [{ kind: "display", data: bundle, metadata: {} }],
});

test("a page of cells that nobody ran has contents, a numbered figure, the rows behind it, and the way home", async () => {
  const title = `# ${plainMarkdown("<i>Best_ones</i>")}\n\n${plainMarkdown("A # lead")}`;
  const first = [prose(`## ${plainMarkdown("Who *are* they?")}`), shown(displayOf(chart))];
  const cells = [prose(title), ...first, prose("### More"), shown(displayOf("text"))];
  const html = await renderPage({ name: "s", cells }, { script, home: "../index.html" });
  expect(html).toContain('<a class="brand" href="../index.html">');
  expect(html).toContain("<title>&lt;i&gt;Best_ones&lt;/i&gt;</title>");
  expect(html).toContain('<a href="#who-are-they">Who *are* they?</a>');
  expect(html).toContain("Figure 1.</a> One &lt;b&gt;<");
  expect(html).toContain("Data of figure 1 (1 row)");
  expect(html).not.toContain('id="all-code"');
});

test("the index shows each page's first figure, made harmless once more, and lists what can be found", async () => {
  const cells = [prose("# A"), prose("## H"), shown(displayOf(chart))];
  const html = await renderPage({ name: "01-a", cells }, { script });
  const tampered = html.replace(
    /(<svg class="static"[^>]*>)/,
    '$1<script>run()</script><text onclick="run()">ours</text>',
  );
  const summary = readSummary(tampered)!;
  expect(summary.headline!.svg).toContain("<text>ours</text>");
  const index = renderIndex([summary]);
  expect(index).not.toMatch(/onclick|<script>run/);
  expect(index).toContain("<p>One &lt;b&gt;</p><svg");
  const places = JSON.parse(/id="headings">([^<]*)</.exec(index)![1]!) as { href: string }[];
  expect(places.map(({ href }) => href)).toEqual(["01-a.html", "01-a.html#h", "01-a.html#figure-1"]);
  expect(readSummary("<p>another page</p>")).toBeNull();
});

test("headings of data have no ids, so that they cannot pass for parts of the page", () => {
  expect(sanitize('<h2 id="library">x</h2>')).toBe("<h2>x</h2>");
  const { render } = createMarkdownRenderer();
  expect(render("## Library\n\n<h3 id='content'>y</h3>\n\n## Figure 1")).toMatch(
    /<h2 id="library-2">[\s\S]*<h3>y<\/h3>[\s\S]*<h2 id="figure-1-section">/,
  );
});

test("alignment of cells becomes a class, any other style goes", () => {
  expect(
    sanitize('<table><tr><td style="text-align:right" class="switch">1</td><td style="color:red">2</td></tr></table>'),
  ).toBe('<table><tr><td class="number">1</td><td>2</td></tr></table>');
});

test("controls of text direction are shown, letters of right-to-left scripts stay", () => {
  expect(showControls("a\u202egpj\u200b שלום")).toBe("a\ufffdgpj\ufffd שלום");
  expect(JSON.parse(embedJson("\u202e\u2028<\ufeff"))).toBe("\u202e\u2028<\ufeff");
  expect(embedJson("\u202e\u2028<\ufeff")).toMatch(/^[\x20-\x7e]*$/);
});

test("outputs longer than a screen fold without a script", () => {
  const counters = createPageCounters();
  expect(foldLong("<pre></pre>", 30, "lines", counters)).toBe("<pre></pre>");
  expect(foldLong("<pre></pre>", 1200, "lines", counters)).toContain(
    '<label for="long-1"><span class="more">Show all 1,200 lines',
  );
});

test("a heavy page is named with its three largest parts", () => {
  const figure = (n: number, size: number) => `<figure class="chart" id="figure-${n}">${"x".repeat(size)}</figure>`;
  const html = figure(1, 100) + figure(2, 2_000_000) + figure(3, 700_000) + "y".repeat(400_000);
  expect(heavyPage("out/04.html", html)).toMatch(
    /^04\.html weighs 3\.10 MB, over 2\.50 MB; its largest parts: figure 2 2\.00 MB, figure 3 0\.70 MB, text and tables 0\.40 MB$/,
  );
  expect(heavyPage("out/04.html", "small")).toBeNull();
});

test("the page's script holds nothing that ends its element", () => {
  expect(pageScript).not.toMatch(/<\/?script|<!--/i);
  expect(() => new Function(pageScript)).not.toThrow();
});
