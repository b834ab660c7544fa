export { createMatrix, type Matrix } from "./core/matrix.js";
