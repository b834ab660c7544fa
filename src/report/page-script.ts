import { drawFigures } from "./script/draw-figures.js";
import { listCustomers } from "./script/list-customers.js";
import { pageControls } from "./script/page-controls.js";
import { saveFigures } from "./script/save-figures.js";
import { saveFiles } from "./script/save-files.js";
import { searchHeadings } from "./script/search-headings.js";
import { tableTools } from "./script/table-tools.js";

const parts = [saveFiles, pageControls, tableTools, listCustomers, drawFigures, saveFigures, searchHeadings];

/** The script of every page, index included: what the page can do beyond being read. Without it everything can still be read. */
export const pageScript = `(() => {
"use strict";
${parts.join("")}
followTheme();
followSections();
searchHeadings();
tableTools();
reachScrolling();
watchFigures();
addEventListener("resize", reachScrolling);
addEventListener("change", reachScrolling);
addEventListener("toggle", reachScrolling, true);
})();
`;
