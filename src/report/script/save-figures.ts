/** The part of the page's script that saves a figure as SVG, PNG and data: as it stands now, in the colours of paper, with its caption. */
export const saveFigures = String.raw`
const figureTools = (() => {
  const font = "Helvetica Neue, Helvetica, Arial, sans-serif";
  const margin = 12;
  // a caption needs room, however small its drawing
  const least = 360;
  const captionOf = (figure) => {
    const how = figure.querySelector("figcaption .how")?.textContent ?? "";
    const number = figure.querySelector("figcaption .figure-number").textContent;
    const all = figure.querySelector("figcaption").textContent;
    return { how, title: all.slice(number.length, all.length - how.length).trim() };
  };
  const nameOf = (figure) => fileName(document.title + " figure " + figure.dataset.number);
  const wrap = (text, letters) => text.split(" ").reduce((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = last + " " + word;
    else lines.push(word);
    return lines;
  }, []);
  // the caption as lines above a drawing of so many pixels
  const layOut = (figure, width) => {
    if (figure.dataset.bare === undefined) return { lines: [], height: 0 };
    const { title, how } = captionOf(figure);
    const lines = [
      ...wrap(title, Math.floor(width / 8)).map((text) => ({ text, size: 15, step: 19, weight: 600, fill: "#222222" })),
      ...(how ? wrap(how, Math.floor(width / 6.2)).map((text) => ({ text, size: 12, step: 16, weight: 400, fill: "#5f6368" })) : []),
    ];
    let y = margin;
    for (const line of lines) { y += line.step; line.y = y; }
    return { lines, height: y + 6 };
  };
  const saveSvg = async (figure) => {
    await drawFigure(figure);
    const inner = new DOMParser().parseFromString(await figure.view.toSVG(), "image/svg+xml").documentElement;
    const [own, height] = [Number(inner.getAttribute("width")), Number(inner.getAttribute("height"))];
    const width = Math.max(own, least);
    const { lines, height: above } = layOut(figure, width);
    const outer = inner.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "svg");
    const add = (name, attributes, text = "") => {
      const element = inner.ownerDocument.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      outer.append(element);
    };
    for (const [key, value] of Object.entries({ width, height: height + above, viewBox: [0, 0, width, height + above].join(" ") })) outer.setAttribute(key, value);
    add("title", {}, captionOf(figure).title);
    add("desc", {}, figure.dataset.label);
    add("rect", { width, height: height + above, fill: "#ffffff" });
    for (const { text, size, weight, fill, y } of lines) add("text", { x: margin, y, fill, "font-family": font, "font-size": size, "font-weight": weight }, text);
    inner.setAttribute("y", above);
    outer.append(inner);
    saveFile(new Blob([new XMLSerializer().serializeToString(outer)], { type: "image/svg+xml" }), nameOf(figure) + ".svg");
  };
  const savePng = async (figure) => {
    await drawFigure(figure);
    const scale = 2;
    const drawn = await figure.view.toCanvas(scale);
    const width = Math.max(drawn.width / scale, least);
    const { lines, height: above } = layOut(figure, width);
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = drawn.height + above * scale;
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(drawn, 0, above * scale);
    context.scale(scale, scale);
    for (const { text, size, weight, fill, y } of lines) {
      context.font = weight + " " + size + "px " + font;
      context.fillStyle = fill;
      context.fillText(text, margin, y);
    }
    canvas.toBlob((blob) => saveFile(blob, nameOf(figure) + ".png"), "image/png");
  };
  const saveRows = async (figure, table, part) => {
    const spec = await readSpec(figure);
    const columns = JSON.parse(table.dataset.columns);
    const rows = table.dataset.path.split("/").reduce((node, key) => node[key], spec);
    const value = (row, [field, , isTime]) => {
      const own = typeof row === "object" && row !== null ? row[field] : row;
      return isTime && typeof own === "number" ? new Date(own).toISOString().replace(/T00:00:00\.000Z$/, "") : own;
    };
    const lines = [columns.map(([, title]) => title), ...rows.map((row) => columns.map((column) => value(row, column)))];
    saveCsv(lines, nameOf(figure) + (part ? "-part-" + part : ""));
  };
  return (figure) => {
    const bar = document.createElement("div");
    bar.className = "chart-tools";
    const number = figure.dataset.number;
    const say = (act) => () => act(figure).catch((error) => failFigure(figure, error.message));
    bar.append(
      makeButton("SVG", "SVG of figure " + number, say(saveSvg)),
      makeButton("PNG", "PNG of figure " + number, say(savePng)),
    );
    const tables = [...figure.querySelectorAll("table.plotted")];
    tables.forEach((table, i) => {
      const part = tables.length > 1 ? i + 1 : 0;
      const text = part ? "CSV " + part : "CSV";
      const label = text + " of the data of figure " + number;
      bar.append(makeButton(text, label, say(() => saveRows(figure, table, part))));
    });
    figure.querySelector(".frame").after(bar);
  };
})();
`;
