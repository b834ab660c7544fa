/** A Vega-Lite title: the message over one or more lines, and what explains it below. */
export interface ChartTitle {
  readonly text: readonly string[];
  readonly subtitle?: readonly string[];
}

/**
 * Lays a chart's message out in lines that fit the chart.
 *
 * @param message the message, a sentence without a full stop
 * @param subtitle how to read the chart, in smaller type
 * @param width the width of the chart in pixels
 * @returns a Vega-Lite chart, for `show()`
 */
export function chartTitle(message: string, subtitle = "", width = 640): ChartTitle {
  // about 7.4 px a letter at 15 px semi-bold, 6 px at 12 px
  const text = wrapWords(message, Math.floor(width / 7.4));
  return subtitle === "" ? { text } : { text, subtitle: wrapWords(subtitle, Math.floor(width / 6)) };
}

function wrapWords(sentence: string, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  // a number stays with its unit: only plain spaces break lines
  for (const word of sentence.split(/ (?!%)/)) {
    if (line !== "" && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}
