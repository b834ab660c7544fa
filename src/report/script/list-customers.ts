/**
 * The part of the page's script that saves the customers inside an explorer's brush as CSV. The spec says in
 * `usermeta.customerList` where its data stand; the file is made in the page, and spreadsheets run nothing of it.
 */
export const listCustomers = `
const listCustomers = (() => {
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
  const listLines = (view, list) => {
    const alphabet = view.signal(list.alphabet);
    const candidate = view.signal(list.candidate);
    const [first, ...others] = list.columns;
    const lines = [[first.name, "cluster", ...others.map(({ name }) => name)]];
    for (const row of inside(view, list)) {
      const cluster = alphabet.indexOf(row.l[candidate]) - 1;
      lines.push([row[first.field], cluster, ...others.map(({ field }) => row[field])]);
    }
    return lines;
  };
  return (figure, list, view) => {
    const bar = document.createElement("div");
    bar.className = "chart-tools chart-buttons";
    const download = makeButton("", "", () => {
      const name = view.signal(list.captions)[view.signal(list.candidate)].split(":")[0];
      saveCsv(listLines(view, list), "customers-" + fileName(name));
    });
    const all = makeButton("Show all", "", () => view.signal(list.clear, view.signal(list.clear) + 1).runAsync());
    const tell = () => {
      download.textContent = "Download these customers (" + inside(view, list).length.toLocaleString("en-GB") + ")";
      all.hidden = extents(view, list).some((side) => side.length !== 2);
    };
    view.addSignalListener(list.brush, tell);
    view.addSignalListener(list.layout, tell);
    tell();
    bar.append(download, all);
    figure.querySelector(".chart-buttons")?.remove();
    figure.querySelector(".frame").after(bar);
  };
})();
`;
