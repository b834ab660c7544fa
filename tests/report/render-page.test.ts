import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Provenance, provenanceDisplay } from "../../src/lab/provenance.js";
import type { Cell, Notebook, Output } from "../../src/report/notebook.js";
import { renderPage } from "../../src/report/render-page.js";

const display = (data: Readonly<Record<string, unknown>>, metadata = {}): Output => ({
  kind: "display",
  data,
  metadata,
});
const code = (outputs: readonly Output[], source = "1"): Cell => ({ kind: "code", source, outputs, seconds: 0.5 });
const prose = (source: string): Cell => ({ kind: "markdown", source, outputs: [] });
const script = { page: "run();", library: "cGFja2Vk", libraryHash: "of+the+library=" };
const page = (...cells: Cell[]) => renderPage({ name: "01-test", cells } satisfies Notebook, { script });
const body = async (...cells: Cell[]) => /<main[\s\S]*<\/main>/.exec(await page(...cells))![0];

const provenance: Provenance = {
  data: { name: "shop<1>.csv", sha256: "ab12", rows: 1234, licence: "CC BY 4.0", attribution: "Chen, D. (2019)" },
  ledger: [
    { step: "read", from: null, reason: "as in the file", rows: 1234, customers: 56, invoices: 78, revenue: 9012.5 },
  ],
  parameters: { cleaning: "default", k: [4, 5] },
  seed: 1,
  versions: { node: "20" },
  banner: "Synthetic data",
};

test("lets no script, handler, frame, outside picture or style of the data into the page", async () => {
  const hostile =
    '<script>alert(1)</script><img src="http://e.vil/x.png"><img src=x onerror=alert(1)><iframe src="//e.vil"></iframe><b onclick="a()" style="position:fixed">ok</b><a href="javascript:alert(1)">link</a><form action="//e.vil"><input></form>';
  const shown = await body(
    prose(`# T\n\n${hostile}`),
    code([
      display({ "text/html": hostile }),
      display({ "text/markdown": hostile }),
      display({ "text/plain": hostile }),
    ]),
  );
  const outsideText = shown.replace(/<pre[\s\S]*?<\/pre>|<input class="fold[^>]*>/g, "");
  expect(outsideText).not.toMatch(/<script|onerror|onclick|<img|<iframe|e\.vil|javascript:|style=|<form|<input/);
  expect(outsideText).toContain("<b>ok</b>");
  expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("embeds a chart as JSON that cannot end its element, with the schema of the inlined library", async () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: 'Points "by" <group>',
    data: { values: [{ a: "</script><!-- \u2028" }] },
    mark: "point",
  };
  const shown = await body(code([display({ "application/vnd.vegalite.v5+json": spec, "text/plain": "no" })]));
  const json = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(shown)![1]!;
  expect(json).not.toMatch(/[<\u2028]/);
  expect(JSON.parse(json)).toEqual({ ...spec, $schema: "https://vega.github.io/schema/vega-lite/v6.json" });
  expect(shown).toContain('data-label="Points &quot;by&quot; &lt;group&gt;"');
  expect(shown).not.toContain(">no<");
});

test("leaves out warnings, progress and durations", async () => {
  const stderr: Output = { kind: "stream", name: "stderr", text: "careful" };
  const shown = await page(code([stderr, display({ "text/html": "<p>half</p>" }, { "segment-lab": "progress" })]));
  expect(shown).not.toMatch(/careful|half|0\.50 s/);
  const timed = await renderPage({ name: "a", cells: [code([])] }, { script, times: true });
  expect(timed).toContain("<small>0.50 s</small>");
});

test("puts the banner at the top, the provenance at the end, and the data's name nowhere as markup", async () => {
  const shown = await page(prose("# Title"), code([display(provenanceDisplay(provenance).bundle)]), prose("## Last"));
  expect(shown.indexOf('role="note">Synthetic data<')).toBeLessThan(shown.indexOf("<main"));
  expect(shown.indexOf('<h2 id="provenance">')).toBeGreaterThan(shown.indexOf('id="last"'));
  for (const text of ["ab12", "1,234", "CC BY 4.0", "Chen, D. (2019)", "£9,013", "shop&lt;1&gt;.csv", "<b>[4,5]</b>"]) {
    expect(shown).toContain(text);
  }
  expect(shown).not.toContain("shop<1>");
});

test("links every heading of the second and third level, with ids that are unique", async () => {
  const shown = await page(prose("# T\n## Same & so\n### Deep"), prose("## Same & so\n#### Deeper"));
  const contents = /<nav[\s\S]*<\/nav>/.exec(shown)![0];
  expect([...contents.matchAll(/href="#([^"]*)">([^<]*)/g)].map((match) => [match[1], match[2]])).toEqual([
    ["same-so", "Same &amp; so"],
    ["deep", "Deep"],
    ["same-so-2", "Same &amp; so"],
  ]);
  for (const id of ["same-so", "deep", "same-so-2"]) expect(shown).toContain(`id="${id}"`);
});

test("allows exactly the scripts and the look that it carries", async () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  const policy = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  const plain = await page();
  const style = hash(/<style>([\s\S]*?)<\/style>/.exec(plain)![1]!);
  expect(policy(plain)).toBe(
    `default-src 'none'; img-src data:; style-src 'sha256-${style}'; script-src 'sha256-${hash("run();")}'; base-uri 'none'; form-action 'none'`,
  );
  const charted = await page(
    code([display({ "application/vnd.vegalite.v5+json": { mark: "point", data: { values: [] } } })]),
  );
  expect(policy(charted)).toContain(`script-src 'sha256-${hash("run();")}' 'sha256-of+the+library='`);
  expect(plain).not.toContain('id="library"');
});

test("gives the same bytes for the same outputs", async () => {
  const cells = [prose("# T"), code([display(provenanceDisplay(provenance).bundle)])];
  expect(await page(...cells)).toBe(await page(...cells));
});
