import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Notebook } from "../../../src/report/notebook.js";
import { renderPage } from "../../../src/report/render-page.js";
import { type SegmentedShop, segmentShop } from "../../../src/report/run/segment-shop.js";
import { segmentPage } from "../../../src/report/segment-pages/segment-page.js";
import { segmentPages } from "../../../src/report/segment-pages/segment-pages.js";
import { listProfiles } from "../../../src/segments/hand-over/list-profiles.js";
import { listMembers } from "../../../src/segments/hand-over/plan-members.js";
import { planActions } from "../../../src/segments/plan/plan-actions.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { readCsv } from "../../segments/hand-over/read-csv.js";
import { madeCustomers, planInput } from "../../segments/plan/planned-shop.js";

const render = (page: Notebook) =>
  renderPage(page, { script: { page: "run();", library: "cGFja2Vk", libraryHash: "of+the+library=" } });

/** The CSV that a page lets its reader save, and what it says of it. */
function downloadOf(html: string): { readonly file: string; readonly label: string; readonly csv: string } {
  const [, file, href, label] = /<a download="([^"]*)" href="data:text\/csv;charset=utf-8,([^"]*)">([^<]*)<\/a>/.exec(
    html,
  )!;
  const address = href!.replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  return { file: file!, label: label!, csv: decodeURIComponent(address) };
}

describe("the pages of the synthetic shop's segments", () => {
  const workspace = scratchWorkspace();
  let shop: SegmentedShop;
  let pages: Notebook[];
  beforeAll(async () => {
    shop = await segmentShop({ data: "sample", choose: "kmeans:4", workspace });
    pages = await segmentPages(shop);
  });
  afterAll(() => shop.sales.close());

  it("are one a segment of the chosen clustering, the greatest revenue first, and the same bytes again", async () => {
    const byRevenue = shop.segments.toSorted((a, b) => b.revenue - a.revenue);
    const made = await Promise.all(pages.map(render));
    expect(made.map((html) => /<title>(.*)<\/title>/.exec(html)![1])).toEqual(byRevenue.map(({ name }) => name));
    expect(await Promise.all((await segmentPages(shop)).map(render))).toEqual(made);
  });

  it("say who, what, where and when they buy, what to do and not to do, what it brings and how that is known", async () => {
    for (const page of pages) {
      const html = await render(page);
      const headings = [...html.matchAll(/<h2 id="[^"]*">([^<]*)/g)].map(([, text]) => text);
      expect(headings).toEqual([
        ...["Who they are", "What they buy", "Where and when they buy", "What to do", "What not to do"],
        ...["What it costs and brings", "How we will know", "The list", "Where these figures come from"],
      ]);
      expect(html.match(/<figure class="chart"/g)!.length).toBeGreaterThanOrEqual(4);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
      expect(html).not.toContain('class="code"');
    }
  });

  it("carry the list of all customers of the segment, with the count that they say", async () => {
    const all: string[] = [];
    for (const [i, page] of pages.entries()) {
      const { file, label, csv } = downloadOf(await render(page));
      const rows = readCsv(csv);
      const contacts = rows.filter(({ status }) => status === "contact").length;
      expect(file).toBe(`${page.name}.csv`);
      expect(label).toContain(`all ${rows.length.toLocaleString("en-GB")} customers`);
      expect(label).toContain(`the ${contacts.toLocaleString("en-GB")} to write to first`);
      expect(rows.slice(0, contacts).every(({ status }) => status === "contact")).toBe(true);
      expect(rows).toHaveLength(shop.segments.toSorted((a, b) => b.revenue - a.revenue)[i]!.customers);
      all.push(...rows.map(({ customer }) => customer!));
    }
    expect(all.sort()).toEqual([...shop.plan.customers.customer].sort());
  });
});

it("takes names, ids and offers for text, whatever they hold, and needs neither products nor hours", async () => {
  const hostile = '<script>alert("x")</script> ../../[a](javascript:b) | c';
  const customers = madeCustomers(40, 6).map((one, i) => ({
    ...one,
    id: i === 0 ? "</a><script>\"#%&'" : `id, "${i}"\n`,
    cluster: 0,
  }));
  const input = planInput(customers);
  const segments = input.segments.map((segment) => ({ ...segment, name: hostile }));
  const plan = planActions({ ...input, segments });
  const place = plan.lists.findIndex(({ lens }) => lens === "clusters");
  const profiles = listProfiles(plan, input.customers);
  const page = segmentPage({
    file: "hostile",
    story: { plan, list: plan.lists[place]!, profile: profiles.lists[place]!, shop: profiles.shop },
    sales: { products: [], kinds: [], hours: [{ weekday: 1, hour: 0, orders: 3 }], months: [] },
    places: listMembers(plan, place),
    countries: customers.map(() => null),
    provenance: {
      ...{
        data: { name: hostile, sha256: "ab", rows: 1 },
        ledger: [],
        parameters: {},
        seed: 1,
        versions: {},
        banner: null,
      },
    },
  });
  const html = await render(page);
  // the page's own scripts and data, and none of the names'
  for (const tag of html.match(/<script\b[^>]*>/g)!)
    expect(tag).toMatch(/^<script( type="(application\/(json|gzip)|text\/plain)"( id="[a-z-]+")?)?>$/);
  expect(html).not.toContain("<script>alert");
  expect(html).not.toMatch(/href="javascript|<a href="\.\./);
  expect(html).not.toContain("What they buy");
  const rows = readCsv(downloadOf(html).csv);
  expect(rows.map(({ customer }) => customer).sort()).toEqual(customers.map(({ id }) => id).sort());
  expect(rows[0]!.campaign).toBeDefined();
});
