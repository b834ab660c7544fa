import { describe, expect, test } from "vitest";
import { compactSvg } from "../../../src/report/figure/compact-svg.js";
import { countOverlaps } from "../../../src/report/figure/count-overlaps.js";
import { drawStatic } from "../../../src/report/figure/draw-static.js";
import { mergeMarks } from "../../../src/report/figure/merge-marks.js";
import { simplifyPath } from "../../../src/report/figure/simplify-path.js";
import { staticDrawings } from "../../../src/report/figure/static-drawings.js";
import { textWidth } from "../../../src/report/figure/text-width.js";

const dots = (count: number) => ({
  data: { values: Array.from({ length: count }, (_, i) => ({ x: i, y: (i * 37) % 101, c: i % 3 })) },
  mark: { type: "circle", size: 10, opacity: 0.7 },
  encoding: {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
    color: {
      field: "c",
      type: "nominal",
      legend: null,
      scale: { domain: [0, 1, 2], range: ["#0072b2", "#e69f00", "#009e73"] },
    },
  },
});

describe("a static drawing", () => {
  test("joins thousands of dots of three colours into three paths", async () => {
    const svg = compactSvg((await drawStatic(dots(6000)))!, "a")!;
    const rounded = [...svg.matchAll(/<path[^>]*stroke="(#[0-9a-f]{6})"[^>]*stroke-linecap="round"[^>]*d="([^"]*)"/g)];
    expect(rounded.map(([, colour]) => colour).sort()).toEqual(["#0072b2", "#009e73", "#e69f00"]);
    expect(rounded.reduce((sum, [, , d]) => sum + d!.split("h0").length - 1, 0)).toBe(6000);
    expect(svg.length).toBeLessThan(80_000);
  });

  test("is the same in every run", async () => {
    expect(await drawStatic(dots(50))).toBe(await drawStatic(dots(50)));
  });

  test("is none where the chart asks for something from outside, or is no chart", async () => {
    expect(await drawStatic({ data: { url: "https://example.org/data.json" }, mark: "bar" })).toBeNull();
    expect(await drawStatic({ mark: 3 })).toBeNull();
  });

  test("stands below one another for a telephone, no text over text", async () => {
    const view = { ...dots(20), width: 400, height: 100 };
    const { wide, narrow, narrowWidth } = await staticDrawings({ hconcat: [view, view] }, "f1");
    const size = (svg: string | null) =>
      [...svg!.matchAll(/ (?:width|height)="(\d+)"/g)].slice(0, 2).map(([, n]) => Number(n));
    expect(size(wide)[0]).toBeGreaterThan(800);
    expect(size(narrow)[0]).toBeLessThanOrEqual(328);
    expect(size(narrow)[1]).toBeGreaterThan(size(wide)[1]! * 1.8);
    expect(narrowWidth).toBeLessThan(328);
    expect([countOverlaps(wide!), countOverlaps(narrow!)]).toEqual([0, 0]);
  });
});

describe("compactSvg", () => {
  const svg = (inner: string) => compactSvg(`<svg width="10" height="10">${inner}</svg>`, "p-")!;

  test("keeps shapes and text, and nothing that runs, loads or styles", () => {
    const shown = svg(
      '<style>*{}</style><script>run()</script><image href="x"/><foreignObject><p>x</p></foreignObject>' +
        '<a href="javascript:run()"><text onclick="run()" style="x" fill="#222222">T&lt;b&gt;</text></a>' +
        '<path d="M0,0L1,1" fill="url(https://example.org)" stroke="red"/><path d="M0,0" fill="x:expression(run())"/>',
    );
    expect(shown).toContain('<text fill="#222222">T&lt;b&gt;</text><path d="M0 0L1 1" stroke="red"/>');
    expect(shown).not.toMatch(/style|run|example|javascript|image|foreign/);
  });

  test("gives ids of its own, and is none for what is no drawing", () => {
    expect(
      svg(
        '<defs><clipPath id="c"><rect width="1" height="1"/></clipPath></defs><g clip-path="url(#c)"><path d="M0,0h1" fill="red"/></g>',
      ),
    ).toMatch(/<clipPath id="p-1">.*clip-path="url\(#p-1\)"/);
    expect(compactSvg("<p>no</p>", "p")).toBeNull();
    expect(compactSvg('<svg width="x" height="1"></svg>', "p")).toBeNull();
  });
});

test("a drawing is the same however many were drawn before it: Vega counts its gradients", () => {
  const drawn = (count: number) =>
    `<svg width="9" height="9"><defs><linearGradient id="gradient_${count}"><stop offset="0" stop-color="red"/></linearGradient></defs><path d="M0,0h1v1Z" fill="url(#gradient_${count})"/></svg>`;
  expect(compactSvg(drawn(7), "f")).toBe(compactSvg(drawn(0), "f"));
  expect(compactSvg(drawn(7), "f")).toContain('fill="url(#f1)"');
});

test("few marks stay as they are, marks of two looks are two paths", () => {
  const mark = (i: number) => ({
    name: "path",
    attributes: { d: "M0 0h1v1Z", transform: `translate(${i},${2 * i})`, fill: i % 2 ? "red" : "blue" },
    children: [],
  });
  const few = Array.from({ length: 5 }, (_, i) => mark(i));
  expect(mergeMarks(few)).toBe(few);
  const merged = mergeMarks(Array.from({ length: 40 }, (_, i) => mark(i)));
  expect(merged).toHaveLength(2);
  expect(JSON.stringify(merged[0])).toContain("M0 0h1v1ZM2 4h1v1Z");
});

test("a straight run of points becomes one line, a spike stays", () => {
  const straight = Array.from({ length: 100 }, (_, i) => `${i ? "L" : "M"}${i} 5`).join("");
  expect(simplifyPath(straight)).toBe("M0 5l99 0");
  expect(simplifyPath(straight.replace("L50 5", "L50 25"))).toBe("M0 5l49 0 1 20 1-20 48 0");
  expect(simplifyPath(`${straight}C1 1 2 2 3 3`)).toBe(`${straight}C1 1 2 2 3 3`);
});

test("text has the width of Helvetica, on every machine", () => {
  expect(textWidth("Hi", 10)).toBeCloseTo(9.44, 10);
  expect(textWidth("", 10)).toBe(0);
  expect(textWidth("漢", 10)).toBe(10);
});

test("words that run into one another are counted", () => {
  const two = (x: number) =>
    `<svg width="99" height="9"><text x="0" y="9">first words</text><text x="${x}" y="9">others</text></svg>`;
  expect(countOverlaps(two(20))).toBe(1);
  expect(countOverlaps(two(70))).toBe(0);
});
