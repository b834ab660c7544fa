/** The page's own script: draws each figure from the spec beside it, says so when it cannot, and unfolds code. */
export const drawFigures = `(() => {
  "use strict";
  const fail = (figure, message) => {
    const note = document.createElement("p");
    note.className = "chart-note";
    note.textContent = "This figure could not be drawn: " + message + ". It shows: " + figure.dataset.label;
    figure.append(note);
    figure.dataset.state = "failed";
  };
  // the drawing is the image, not what holds it: controls and the menu beside it stay within reach
  const describe = (figure, container) => {
    for (const name of ["role", "aria-roledescription", "aria-label"]) container.removeAttribute(name);
    const drawing = container.querySelector("svg, canvas");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", figure.dataset.label);
    drawing.removeAttribute("aria-roledescription");
  };
  const draw = async (figure) => {
    const spec = JSON.parse(figure.querySelector("script").textContent);
    const loader = vega.loader();
    let missing = "";
    loader.load = (uri) => {
      missing = "it asks for " + uri + ", and this page loads nothing from outside";
      return Promise.reject(new Error(missing));
    };
    const result = await vegaEmbed(figure.querySelector(".chart-view"), spec, {
      mode: "vega-lite",
      ast: true,
      loader,
      renderer: figure.dataset.renderer,
      actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
      downloadFileName: document.title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    });
    figure.view = result.view;
    if (missing) throw new Error(missing);
    describe(figure, result.view.container());
    const summary = figure.querySelector("summary");
    if (summary) summary.setAttribute("aria-label", "Save this figure");
    const { inputs, customerList } = spec.usermeta ?? {};
    if (inputs === "above") figure.classList.add("inputs-above");
    if (customerList) listCustomers(figure, customerList, result.view);
    figure.dataset.state = "drawn";
  };
  const drawAll = async () => {
    for (const figure of document.querySelectorAll("figure.chart")) {
      try {
        await draw(figure);
      } catch (error) {
        fail(figure, error && error.message ? error.message : String(error));
      }
    }
    // what scrolls sideways must scroll by keyboard too
    for (const box of document.querySelectorAll("pre, .output, .table-scroll, figure")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
    document.documentElement.dataset.state = "ready";
  };
  const button = document.querySelector("#toggle-code");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const isOpen = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(isOpen));
      for (const fold of document.querySelectorAll("details.code")) fold.open = isOpen;
    });
  }
  drawAll();
})();
`;
