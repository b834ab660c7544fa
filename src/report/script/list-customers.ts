/**
 * The part of the page's script that saves the customers inside an explorer's brush as CSV. The spec says in
 * `usermeta.customerList` where its data stand; the file is made in the page, and spreadsheets run nothing of it.
 */
export const listCustomers = `const listCustomers = (() => {
  "use strict";
  // as the library writes CSV: a text that a spreadsheet would run as a formula gets an apostrophe in front
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
    const text = String(value);
    const guarded = /^[=+\\-@\\t\\r]/.test(text) ? "'" + text : text;
    return /[",\\n\\r]/.test(guarded) ? '"' + guarded.replaceAll('"', '""') + '"' : guarded;
  };
  const extents = (view, list) => list.extents.map((name) => view.signal(list.brush)[name] ?? []);
  const inside = (view, list) => {
    const rows = view.data(list.data);
    const sides = extents(view, list);
    if (sides.some((side) => side.length !== 2)) return rows;
    const fields = list.places[view.signal(list.layout)];
    return rows.filter((row) =>
      fields.every((field, axis) => row[field] >= Math.min(...sides[axis]) && row[field] <= Math.max(...sides[axis])),
    );
  };
  const toCsv = (view, list) => {
    const alphabet = view.signal(list.alphabet);
    const candidate = view.signal(list.candidate);
    const [first, ...others] = list.columns;
    const lines = [[first.name, "cluster", ...others.map(({ name }) => name)]];
    for (const row of inside(view, list)) {
      const cluster = alphabet.indexOf(row.l[candidate]) - 1;
      lines.push([row[first.field], cluster, ...others.map(({ field }) => row[field])]);
    }
    return lines.map((line) => line.map(cell).join(",") + "\\n").join("");
  };
  const save = (text, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  return (figure, list, view) => {
    const bar = document.createElement("div");
    bar.className = "chart-buttons";
    const download = document.createElement("button");
    const all = document.createElement("button");
    download.type = all.type = "button";
    all.textContent = "Show all";
    const tell = () => {
      download.textContent = "Download these customers (" + inside(view, list).length.toLocaleString("en-GB") + ")";
      all.hidden = extents(view, list).some((side) => side.length !== 2);
    };
    download.addEventListener("click", () => {
      const name = view.signal(list.captions)[view.signal(list.candidate)].split(":")[0];
      save(toCsv(view, list), "customers-" + name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/-$/, "") + ".csv");
    });
    all.addEventListener("click", () => view.signal(list.clear, view.signal(list.clear) + 1).runAsync());
    view.addSignalListener(list.brush, tell);
    view.addSignalListener(list.layout, tell);
    tell();
    bar.append(download, all);
    figure.append(bar);
  };
})();
`;
