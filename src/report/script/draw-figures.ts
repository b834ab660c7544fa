import { narrowChart } from "../figure/narrow-chart.js";

/**
 * The part of the page's script that draws each figure from the spec beside it once it comes near the screen, in place of its static
 * drawing, and says so when it cannot. The Vega libraries are unpacked when the first figure needs them.
 */
export const drawFigures = `
const narrowChart = ${narrowChart.toString()};
const phone = matchMedia("screen and (max-width: 44rem)");
const unpack = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
};
let library = null;
const loadLibrary = () => {
  library ??= (async () => {
    const element = document.createElement("script");
    element.textContent = await unpack(document.querySelector("body > script#library").textContent);
    document.head.append(element);
    if (typeof vegaEmbed !== "function") throw new Error("this browser did not run the libraries in this page");
  })();
  return library;
};
const readSpec = async (figure) => {
  const element = figure.querySelector(":scope > script");
  return JSON.parse(element.type === "application/gzip" ? await unpack(element.textContent) : element.textContent);
};
const failFigure = (figure, message) => {
  const note = document.createElement("p");
  note.className = "chart-note";
  note.textContent = "This figure could not be drawn: " + message + ". It shows: " + figure.dataset.label;
  figure.querySelector(".chart-view").replaceChildren();
  figure.append(note);
  figure.dataset.state = "failed";
};
// the drawing is the image, not what holds it: controls beside it stay within reach
const describe = (figure, container) => {
  for (const name of ["role", "aria-roledescription", "aria-label"]) container.removeAttribute(name);
  const drawing = container.querySelector("svg, canvas");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", figure.dataset.label);
  drawing.removeAttribute("aria-roledescription");
};
const draw = async (figure) => {
  await loadLibrary();
  let spec = await readSpec(figure);
  if (figure.dataset.bare !== undefined) delete spec.title;
  // the page's own paper, light or dark
  spec.background = "transparent";
  if (phone.matches && figure.dataset.narrow) spec = narrowChart(spec, Number(figure.dataset.narrow));
  const loader = vega.loader();
  let missing = "";
  const refuse = (uri) => {
    missing = "it asks for " + uri + ", and this page loads nothing from outside";
    return Promise.reject(new Error(missing));
  };
  loader.load = refuse;
  // a mark's link is dropped, the mark is drawn
  loader.sanitize = (uri, options) => options.context === "href" ? Promise.resolve({}) : refuse(uri);
  const place = figure.querySelector(".chart-view");
  const result = await vegaEmbed(place, spec, {
    mode: "vega-lite",
    ast: true,
    loader,
    renderer: figure.dataset.renderer,
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  });
  figure.view = result.view;
  if (missing) throw new Error(missing);
  describe(figure, result.view.container());
  const { inputs, customerList } = spec.usermeta ?? {};
  if (inputs === "above") figure.classList.add("inputs-above");
  if (customerList) listCustomers(figure, customerList, result.view);
  figure.dataset.state = "drawn";
  performance.mark("figure-" + figure.dataset.number);
};
const perform = async (figure) => {
  if (figure.dataset.state !== "waiting" && !figure.isStale) return;
  figure.isStale = false;
  try {
    await draw(figure);
  } catch (error) {
    failFigure(figure, error && error.message ? error.message : String(error));
  }
  reachScrolling();
};
// one after the other: a figure is finished before the next one takes the processor
let last = Promise.resolve();
const drawFigure = (figure) => {
  last = last.then(() => perform(figure));
  return last;
};
const isNear = (figure) => {
  const { top, bottom } = figure.getBoundingClientRect();
  return bottom > -600 && top < innerHeight + 600;
};
const watchFigures = () => {
  const figures = [...document.querySelectorAll("figure.chart")];
  const ready = () => { document.documentElement.dataset.state = "ready"; };
  figures.forEach(figureTools);
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      // what was only scrolled past lets those before the reader's eyes go first
      last = last.then(() => (isNear(target) ? perform(target) : observer.observe(target)));
    }
    last.then(ready);
  }, { rootMargin: "300px 0px" });
  figures.forEach((figure) => observer.observe(figure));
  if (figures.length === 0) ready();
  phone.addEventListener("change", () => {
    for (const figure of figures) {
      if (figure.dataset.state !== "drawn" || !figure.dataset.narrow) continue;
      figure.view.finalize();
      figure.isStale = true;
      drawFigure(figure);
    }
  });
};
`;
