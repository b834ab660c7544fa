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
const page = (...cells: Cell[]) => renderPage({ name: "01-test", cells } satisfies Notebook, { script: "run();" });
const body = (...cells: Cell[]) => /<main[\s\S]*<\/main>/.exec(page(...cells))![0];

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

test("lets no script, handler, frame, outside picture or style of the data into the page", () => {
  const hostile =
    '<script>alert(1)</script><img src="http://e.vil/x.png"><img src=x onerror=alert(1)><iframe src="//e.vil"></iframe><b onclick="a()" style="position:fixed">ok</b><a href="javascript:alert(1)">link</a><form action="//e.vil"><input></form>';
  const shown = body(
    prose(`# T\n\n${hostile}`),
    code([
      display({ "text/html": hostile }),
      display({ "text/markdown": hostile }),
      display({ "text/plain": hostile }),
    ]),
  );
  const outsideText = shown.replace(/<pre[\s\S]*?<\/pre>/g, "");
  expect(outsideText).not.toMatch(/<script|onerror|onclick|<img|<iframe|e\.vil|javascript:|style=|<form|<input/);
  expect(outsideText).toContain("<b>ok</b>");
  expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("embeds a chart as JSON that cannot end its element, with the schema of the inlined library", () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: 'Points "by" <group>',
    data: { values: [{ a: "</script><!-- \u2028" }] },
    mark: "point",
  };
  const shown = body(code([display({ "application/vnd.vegalite.v5+json": spec, "text/plain": "no" })]));
  const json = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(shown)![1]!;
  expect(json).not.toMatch(/[<\u2028]/);
  expect(JSON.parse(json)).toEqual({ ...spec, $schema: "https://vega.github.io/schema/vega-lite/v6.json" });
  expect(shown).toContain('data-label="Points &quot;by&quot; &lt;group&gt;"');
  expect(shown).not.toContain(">no<");
});

test("leaves out warnings, progress and durations", () => {
  const stderr: Output = { kind: "stream", name: "stderr", text: "careful" };
  const shown = page(code([stderr, display({ "text/html": "<p>half</p>" }, { "segment-lab": "progress" })]));
  expect(shown).not.toMatch(/careful|half|0\.50 s/);
  const timed = renderPage({ name: "a", cells: [code([])] }, { script: "", times: true });
  expect(timed).toContain("<small>0.50 s</small>");
});

test("puts the banner at the top, the provenance at the end, and the data's name nowhere as markup", () => {
  const shown = page(prose("# Title"), code([display(provenanceDisplay(provenance).bundle)]), prose("## Last"));
  expect(shown.indexOf('role="note">Synthetic data<')).toBeLessThan(shown.indexOf("<main"));
  expect(shown.indexOf('<h2 id="provenance">')).toBeGreaterThan(shown.indexOf('id="last"'));
  for (const text of ["ab12", "1,234", "CC BY 4.0", "Chen, D. (2019)", "£9,013", "shop&lt;1&gt;.csv", "<b>[4,5]</b>"]) {
    expect(shown).toContain(text);
  }
  expect(shown).not.toContain("shop<1>");
});

test("links every heading of the second and third level, with ids that are unique", () => {
  const shown = page(prose("# T\n## Same & so\n### Deep"), prose("## Same & so\n#### Deeper"));
  const contents = /<nav[\s\S]*<\/nav>/.exec(shown)![0];
  expect([...contents.matchAll(/href="#([^"]*)">([^<]*)/g)].map((match) => [match[1], match[2]])).toEqual([
    ["same-so", "Same &amp; so"],
    ["deep", "Deep"],
    ["same-so-2", "Same &amp; so"],
  ]);
  for (const id of ["same-so", "deep", "same-so-2"]) expect(shown).toContain(`id="${id}"`);
});

test("allows exactly the script that it carries", () => {
  const hash = createHash("sha256").update("run();").digest("base64");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page())![1]!;
  expect(policy).toBe(
    `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
});

test("gives the same bytes for the same outputs", () => {
  const cells = [prose("# T"), code([display(provenanceDisplay(provenance).bundle)])];
  expect(page(...cells)).toBe(page(...cells));
});
