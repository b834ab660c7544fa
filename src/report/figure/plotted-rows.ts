/** A table behind a chart: where in the spec its rows stand, and which columns mean something to a reader. */
export interface PlottedTable {
  /** The way to the rows in the spec, its steps parted by "/". */
  readonly path: string;
  readonly columns: readonly { readonly field: string; readonly title: string; readonly isTime: boolean }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

type Spec = Readonly<Record<string, unknown>>;

const mostTables = 3;
const mostColumns = 10;
// longer text is packed for the drawing, not for people
const longestText = 160;

/** What a chart calls a field, and where in the spec it does. */
interface FieldTitle {
  readonly path: string;
  readonly field: string;
  readonly title: string;
  readonly isTime: boolean;
}

/** Finds the rows that a Vega-Lite chart draws, the tables with most to tell first. */
export function plottedRows(spec: Spec): readonly PlottedTable[] {
  const titles: FieldTitle[] = [];
  const lists = new Map<string, readonly unknown[]>();
  walk(spec, [], titles, lists);
  const seen = new Set<string>();
  const tables = [...lists].flatMap(([path, rows]) => {
    const table = readTable(path, rows, titles);
    const key = table && JSON.stringify([table.columns, rows.length, rows[0]]);
    if (!table || seen.has(key!)) return [];
    seen.add(key!);
    return table;
  });
  const worth = ({ rows, columns }: PlottedTable): number => Math.min(rows.length, 200) * columns.length;
  return tables.sort((a, b) => worth(b) - worth(a)).slice(0, mostTables);
}

function walk(
  node: unknown,
  path: readonly string[],
  titles: FieldTitle[],
  lists: Map<string, readonly unknown[]>,
): void {
  if (typeof node !== "object" || node === null) return;
  const parent = path.at(-1);
  const holder = path.at(-2);
  if (Array.isArray(node) && (holder === "datasets" || (parent === "values" && holder === "data"))) {
    lists.set(path.join("/"), node);
    return;
  }
  const { field, title, type, timeUnit } = node as Spec;
  if (typeof field === "string") {
    const text = typeof title === "string" && title !== "" ? title : field;
    titles.push({ path: path.join("/"), field, title: text, isTime: type === "temporal" || timeUnit !== undefined });
  }
  for (const [key, child] of Object.entries(node)) walk(child, [...path, key], titles, lists);
}

function readTable(path: string, list: readonly unknown[], titles: readonly FieldTitle[]): PlottedTable | null {
  const rows = list.map((row) => (typeof row === "object" && row !== null ? (row as Spec) : { value: row }));
  const fields = Object.keys(rows[0] ?? {}).filter((field) => rows.slice(0, 50).every((row) => isScalar(row[field])));
  const known = new Set(titles.map(({ field }) => field));
  const named = fields.filter((field) => known.has(field));
  const columns = (named.length > 0 ? named : fields).slice(0, mostColumns);
  if (columns.length === 0) return null;
  const texts = columns.map((field) => titleOf(field, path, titles));
  return {
    path,
    rows,
    columns: columns.map((field, i) => ({
      field,
      title: texts.indexOf(texts[i]!) === i ? texts[i]! : `${texts[i]} (${field})`,
      isTime: titles.some((one) => one.field === field && one.isTime),
    })),
  };
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" ? value.length <= longestText : typeof value !== "object" || value === null;
}

/** The first title of a field in the view that holds the rows, else in the chart: panels may call it otherwise. */
function titleOf(field: string, path: string, titles: readonly FieldTitle[]): string {
  const own = titles.filter((one) => one.field === field && one.title !== field);
  const view = path.includes("data/") ? path.slice(0, path.lastIndexOf("data/")) : "";
  return (own.find((one) => one.path.startsWith(view)) ?? own[0])?.title ?? field;
}
