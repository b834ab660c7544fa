import { figureStyle } from "./style/figure-style.js";
import { frameStyle } from "./style/frame-style.js";
import { indexStyle } from "./style/index-style.js";
import { screenStyle } from "./style/screen-style.js";
import { textStyle } from "./style/text-style.js";
import { themeStyle } from "./style/theme-style.js";

/** The look of every page: calm, readable, in the reader's own fonts, light or dark, on a telephone and on paper. */
export const pageStyle = [themeStyle, textStyle, frameStyle, figureStyle, indexStyle, screenStyle].join("");
