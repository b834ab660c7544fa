import { table } from "arquero";
import { expect, test, vi } from "vitest";
import { createMatrix } from "../../src/core/matrix.js";
import { md } from "../../src/lab/markdown.js";
import { displayOf, show } from "../../src/lab/show.js";

const htmlOf = (value: unknown, options?: Parameters<typeof displayOf>[1]) =>
  String(displayOf(value, options).bundle["text/html"]);

test("shows a table right-aligned where it is numbers, with separators, escaped, and says how many rows are left out", () => {
  const shown = htmlOf(table({ "a<b": ["<i>x</i>", null, "z"], revenue: [1234.5, -2, 3], orders: [10000, 2, 3] }), {
    rows: 2,
  });
  expect(shown).toContain('<th scope="col" style="text-align:left">a&lt;b</th>');
  expect(shown).toContain(
    '<tr><td style="text-align:left">&lt;i&gt;x&lt;/i&gt;</td><td style="text-align:right">1,234.50</td><td style="text-align:right">10,000</td></tr>',
  );
  expect(shown).toContain(
    '<tr><td style="text-align:left">–</td><td style="text-align:right">−2.00</td><td style="text-align:right">2</td></tr>',
  );
  expect(shown).toContain("and 1 more");
  expect(shown).not.toContain(">z<");
});

test("shows at most 20 rows, and no remainder where there is none", () => {
  const rows = (n: number) => table({ x: Array.from({ length: n }, (_, i) => i) });
  expect(htmlOf(rows(21)).match(/<tr><td style/g)).toHaveLength(20);
  expect(htmlOf(rows(21))).toContain("and 1 more");
  expect(htmlOf(rows(20))).not.toContain("more");
});

test("writes numbers that name a thing without separators", () => {
  expect(htmlOf(table({ customer: [17850], year: [2010], orders: [2010] }))).toContain(
    '<td style="text-align:right">17850</td><td style="text-align:right">2010</td><td style="text-align:right">2,010</td>',
  );
});

test("shows filtered and sorted tables as they stand", () => {
  const shown = table({ x: [1, 2, 3] })
    .filter((row: { x: number }) => row.x !== 2)
    .reify()
    .orderby((row: { x: number }) => -row.x);
  expect(displayOf(shown).text).toBe("x\n3\n1");
  expect(displayOf(table({ x: [1, 2, 3] }).filter((row: { x: number }) => row.x !== 2)).text).toBe("x\n1\n3");
});

test("takes any Vega-Lite spec, with or without a schema, and makes typed arrays plain", () => {
  const spec = { mark: "point", data: { values: new Float64Array([1, 2]) }, title: "Two points" };
  const { bundle, text } = displayOf(spec);
  expect(bundle["application/vnd.vegalite.v5+json"]).toEqual({
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    mark: "point",
    data: { values: [1, 2] },
    title: "Two points",
  });
  expect(text).toBe("[chart] Two points");
});

test("prefers a value's own html to its look as data", () => {
  expect(displayOf({ mark: 1, toHTML: () => "<b>own</b>" }).bundle).toEqual({
    "text/html": "<b>own</b>",
    "text/plain": "own",
  });
});

test("never throws for what it is given", () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  expect(displayOf(circular).text).toContain("this object cannot be shown");
  expect(displayOf({ toHTML: () => JSON.parse("{") as string }).text).toContain("this object cannot be shown");
  expect([undefined, null, 10n ** 6n, new Date(0), "a", true].map((value) => displayOf(value).text)).toEqual([
    "–",
    "–",
    "1,000,000",
    "1970-01-01",
    "a",
    "yes",
  ]);
});

test("prints the text form outside a kernel", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    show(md`**${1000}** customers`);
    expect(write).toHaveBeenCalledExactlyOnceWith("**1,000** customers\n");
  } finally {
    write.mockRestore();
  }
});

test("keeps the rows of later pages in a script that no cell can end, bounded, and only beside real tables", () => {
  const n = Array.from({ length: 50 }, (_, i) => i);
  const shown = htmlOf(table({ n, word: n.map((i) => (i === 30 ? "</script><b>" : `w${i}`)) }), { rows: 10 });
  expect(shown.match(/<\/script>/g)).toHaveLength(1);
  expect(shown).toContain('["30","\\u003c/script>\\u003cb>"]');
  expect(shown).toContain('"total":50,"page":10}');
  const long = htmlOf(table({ n: Array.from({ length: 30_000 }, (_, i) => i) }));
  expect(long).toContain('["19,999"]],"total":30000');
  expect(long).not.toContain('["20,000"]');
  expect(htmlOf(table({ n: [1] }))).not.toContain("<script");
});

test("a later row keeps decimals that the first page has not", () => {
  expect(htmlOf(table({ x: [1, 2, 2.5, 3] }), { rows: 2 })).toContain('{"rows":[["2.50"],["3"]]');
});

test("shows rows as objects, and a ledger with what each step took", () => {
  expect(displayOf([{ a: 1, b: "x" }, { a: 2 }]).text).toBe("a  b\n1  x\n2  –");
  const left = { customers: 2, invoices: 2, revenue: 10.5 };
  const ledger = [
    { step: "read", from: null, reason: "every row", rows: 9, ...left },
    { step: "goods", from: "read", reason: "goods only", rows: 6, ...left },
    { step: "returns", from: "goods", reason: "sent back", rows: 1, ...left },
    { step: "sales", from: "goods", reason: "bought", rows: 4, ...left },
  ];
  expect(displayOf(ledger).text.split("\n")).toEqual([
    "step     reason      rows taken  rows left  customers  invoices  revenue",
    "read     every row            –          9          2         2       11",
    "goods    goods only           3          6          2         2       11",
    "returns  sent back            –          1          2         2       11",
    "sales    bought               2          4          2         2       11",
  ]);
  expect(displayOf([{ deep: { a: 1 } }]).bundle["text/html"]).toBeUndefined();
});

test("shows a matrix, a comparison and sales by what they say, and long values in part", () => {
  const matrix = createMatrix([[1, 2.5]], ["orders", "days"], ["ada"]);
  expect(displayOf(matrix).text).toBe("1 row × 2 columns\nid   orders  days\nada       1  2.50");
  const comparison = { matrix, runs: [], failures: [{ name: "k-means, k = 9", reason: "too few rows" }] };
  expect(displayOf(comparison).text).toContain("too few rows");
  const sales = { source: { name: "a<b.csv" }, ledger: [], asOf: "2011-12-10", query: () => null };
  expect(htmlOf(sales)).toContain("<strong>a&lt;b.csv, 0 rows, as of 2011-12-10</strong>");
  expect(displayOf(new Float64Array(1000)).text).toContain("... 980 more items");
  expect(displayOf(new Map([["a", 1]])).text).toBe("Map(1) { 'a' => 1 }");
  expect(displayOf({ list: Array.from({ length: 9000 }, (_, i) => i) }).text.length).toBeLessThan(1000);
});
