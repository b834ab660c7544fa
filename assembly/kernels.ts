// the hot loops of clustering as WebAssembly, which works on two numbers at once. Each has a twin in TypeScript
// (src/clustering) that adds in the same order, so both give the same digits. Rows stand one `stride` of bytes apart:
// their columns, and a zero where they are odd in number.
export { assignRows, inertiaOf, shorten, sumRows } from "./kmeans";
export { addTiles, shareRows, tileDistances } from "./mixture";
export { nearestByWard, reach } from "./nearest";
export { addFromFour, addToFour, distancesFromFour, distancesToList } from "./pairs";
export { addRows, addSquares, largestValue, spreadRows } from "./rows";
