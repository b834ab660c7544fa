/** The part of the page's script that sorts tables and saves them as CSV. */
export const tableTools = String.raw`
const tableTools = (() => {
  // "£1,234.50", "12 %" and "−3" are numbers; anything else is text
  const readNumber = (text) => {
    const match = /^([−-]?)\s*[£$€¥]?\s*([−-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*%?$/.exec(text);
    if (!match) return null;
    const value = Number(match[3].replaceAll(",", ""));
    return match[1] || match[2] ? -value : value;
  };
  const textOf = (cell) => cell.textContent.trim();
  const isEmpty = (text) => text === "" || text === "–";
  const compare = (a, b) => {
    if (isEmpty(a) || isEmpty(b)) return isEmpty(a) - isEmpty(b);
    const [x, y] = [readNumber(a), readNumber(b)];
    return x !== null && y !== null ? x - y : a.localeCompare(b, "en", { numeric: true });
  };
  const sortBy = (table, column, header) => {
    const next = header.getAttribute("aria-sort") === "ascending" ? "descending" : header.getAttribute("aria-sort") === "descending" ? "" : "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    if (next) header.setAttribute("aria-sort", next);
    const body = table.tBodies[0];
    const sign = next === "descending" ? -1 : 1;
    const rows = [...body.rows].sort((a, b) => {
      if (!next) return a.dataset.at - b.dataset.at;
      const [x, y] = [textOf(a.cells[column]), textOf(b.cells[column])];
      // empty cells stay below, whichever way
      return isEmpty(x) || isEmpty(y) ? compare(x, y) : sign * compare(x, y) || a.dataset.at - b.dataset.at;
    });
    body.append(...rows);
  };
  const linesOf = (table) => [...table.rows]
    .filter((row) => row.closest("tfoot") === null)
    .map((row) => [...row.cells].map((cell) => {
      const text = textOf(cell);
      return isEmpty(text) ? "" : /%$/.test(text) ? text : readNumber(text) ?? text;
    }));
  const isSortable = (table) => {
    const head = table.tHead?.rows.length === 1 && table.tBodies.length === 1 ? table.tHead.rows[0] : null;
    return head !== null && table.tBodies[0].rows.length > 1
      && [...table.tBodies[0].rows].every((row) => row.cells.length === head.cells.length);
  };
  const makeSortable = (table) => {
    [...table.tBodies[0].rows].forEach((row, i) => { row.dataset.at = i; });
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sortBy(table, column, header));
      header.append(button);
    });
  };
  return () => {
    for (const table of document.querySelectorAll("main table")) {
      if (isSortable(table)) makeSortable(table);
      if (!table.tHead || table.classList.contains("plotted")) continue;
      const caption = table.caption?.textContent ?? "";
      const bar = document.createElement("div");
      bar.className = "chart-tools table-tools";
      const name = fileName(caption || document.title);
      bar.append(makeButton("CSV", "CSV of " + (caption ? "the table “" + caption + "”" : "this table"), () => saveCsv(linesOf(table), name)));
      table.after(bar);
    }
  };
})();
`;
