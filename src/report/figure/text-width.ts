// advance widths of Helvetica in thousandths of its size, from the space on (Adobe font metrics)
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/**
 * The width of a line of Helvetica, or of the fonts made to its measure, in pixels: the same on every machine, whatever
 * fonts it has.
 *
 * @param size in pixels
 * @param isBold whether it is set semi-bold or bolder
 */
export function textWidth(text: string, size: number, isBold = false): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    // full-width scripts take a whole em, other letters about as much as a digit
    thousandths +=
      widths[code - 32] ?? (code >= 0x1100 && code !== 0x2026 && !(code >= 0x2000 && code < 0x2e80) ? 1000 : 556);
  }
  return (thousandths * size * (isBold ? 1.06 : 1)) / 1000;
}
