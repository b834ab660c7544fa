/** What the script below a table knows beside the rows that the table shows. */
export interface TableRest {
  /** The cells of the rows that follow, as text. */
  readonly rows: readonly (readonly string[])[];
  /** All rows that there are, whether or not the output holds them. */
  readonly total: number;
  /** Rows a page. */
  readonly page: number;
}

// runs in the notebook's page, behind a table: JupyterLab has no channel to the kernel, so all that it needs is here
const program = `(rest) => {
  "use strict";
  const script = document.currentScript;
  const table = script?.previousElementSibling;
  if (table?.tagName !== "TABLE") return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const align = heads.map((head) => head.style.textAlign);
  const shown = [...body.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
  const all = [...shown, ...rest.rows].map((cells, place) => ({ cells, place }));
  const pages = Math.max(1, Math.ceil(all.length / rest.page));
  const look = "font:inherit;color:inherit;background:none;cursor:pointer;";
  const word = (n) => n.toLocaleString("en-GB");
  let page = 0;
  let sorted = { column: -1, sign: 1 };
  const numberOf = (text) => (text.endsWith("∞") ? (text.startsWith("−") ? -Infinity : Infinity) : Number(text.replaceAll(",", "").replace("−", "-")));
  const compare = (a, b) => {
    const { column, sign } = sorted;
    if (column < 0) return a.place - b.place;
    const [left, right] = [a.cells[column], b.cells[column]];
    if ((left === "–") !== (right === "–")) return left === "–" ? 1 : -1;
    const difference = align[column] === "right" ? numberOf(left) - numberOf(right) : left.localeCompare(right, "en", { numeric: true });
    return sign * (difference || 0) || a.place - b.place;
  };
  const draw = () => {
    const from = page * rest.page;
    body.replaceChildren(...[...all].sort(compare).slice(from, from + rest.page).map(({ cells }) => {
      const row = document.createElement("tr");
      cells.forEach((text, j) => {
        const cell = row.insertCell();
        cell.textContent = text;
        cell.style.textAlign = align[j];
      });
      return row;
    }));
    heads.forEach((head, j) => {
      const isSorted = sorted.column === j;
      head.setAttribute("aria-sort", isSorted ? (sorted.sign > 0 ? "ascending" : "descending") : "none");
      const mark = head.querySelector("[aria-hidden]");
      mark.textContent = isSorted ? (sorted.sign > 0 ? "▲" : "▼") : "";
    });
    if (!told) return;
    told.textContent = word(from + 1) + "–" + word(Math.min(from + rest.page, all.length)) + " of " + word(all.length) +
      (rest.total > all.length ? " kept here, of " + word(rest.total) + " in all" : " rows");
    [first, back].forEach((one) => { one.disabled = page === 0; });
    [next, last].forEach((one) => { one.disabled = page === pages - 1; });
    [first, back, next, last].forEach((one) => { one.style.opacity = one.disabled ? 0.4 : 1; });
  };
  heads.forEach((head, j) => {
    const button = document.createElement("button");
    const mark = document.createElement("span");
    button.type = "button";
    button.style.cssText = look + "border:0;padding:0;text-align:inherit";
    button.title = "Sort";
    mark.setAttribute("aria-hidden", "true");
    // beside the text, without a place of its own: columns stay as wide as they are
    mark.style.cssText = "position:absolute;font-size:0.6em;line-height:2.2;" + (align[j] === "right" ? "transform:translateX(-120%)" : "margin-left:2px");
    if (align[j] === "right") button.append(mark, ...head.childNodes);
    else button.append(...head.childNodes, mark);
    button.addEventListener("click", () => {
      const start = align[j] === "right" ? -1 : 1;
      if (sorted.column !== j) sorted = { column: j, sign: start };
      else sorted = sorted.sign === start ? { column: j, sign: -start } : { column: -1, sign: 1 };
      page = 0;
      draw();
    });
    head.append(button);
  });
  const [first, back, next, last] = [["«", "First page", () => 0], ["‹", "Previous page", () => page - 1], ["›", "Next page", () => page + 1], ["»", "Last page", () => pages - 1]].map(([text, label, turn]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.style.cssText = look + "border:1px solid currentColor;border-radius:3px;padding:1px 9px;margin-right:4px";
    button.textContent = text;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      // columns keep their width while pages turn
      table.style.minWidth = table.offsetWidth + "px";
      page = Math.min(pages - 1, Math.max(0, turn()));
      draw();
    });
    return button;
  });
  let told = null;
  if (pages > 1) {
    told = document.createElement("span");
    told.setAttribute("role", "status");
    told.style.marginLeft = "8px";
    const bar = document.createElement("div");
    bar.style.cssText = "margin:4px 0 12px;font-size:0.9em";
    bar.append(first, back, next, last, told);
    table.tFoot?.remove();
    table.after(bar);
  }
  draw();
}`;

// comments and indentation are for readers of this file
const short: string = program
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => !line.startsWith("//"))
  .join("\n");

/**
 * A script that makes the table in front of it sortable, and turns its pages where there are more rows. Where scripts
 * do not run (untrusted notebooks, exported pages, GitHub) the table stays as it is.
 */
export function tableScript(rest: TableRest): string {
  // the text of a cell must not end the script
  const data = JSON.stringify(rest)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
  return `<script>(${short})(${data})</script>`;
}
