// below what an eye tells apart on paper at 200 dots per inch
const tolerance = 0.3;

/**
 * Thins out a path of many straight lines, keeping its shape to a third of a pixel (Douglas and Peucker 1973), and writes it with
 * relative places to a tenth, which are shorter. Paths with curves are left as they are.
 */
export function simplifyPath(d: string): string {
  if (d.length < 200 || /[^MLZ\d\s.+-]/.test(d)) return d;
  return (d.match(/M[^M]*/g) ?? []).map(simplifyPart).join("");
}

function simplifyPart(part: string): string {
  const numbers = (part.match(/-?[\d.]+/g) ?? []).map(Number);
  const count = numbers.length / 2;
  const kept = new Uint8Array(count);
  kept[0] = kept[count - 1] = 1;
  const stack: (readonly [number, number])[] = [[0, count - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const away = distance(numbers, i, from, to);
      if (away > most) [most, farthest] = [away, i];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    stack.push([from, farthest], [farthest, to]);
  }
  let [x, y] = [tenths(numbers[0]!), tenths(numbers[1]!)];
  let written = `M${x / 10} ${y / 10}l`;
  for (let i = 1; i < count; i++) {
    if (!kept[i]) continue;
    const [toX, toY] = [tenths(numbers[2 * i]!), tenths(numbers[2 * i + 1]!)];
    const across = short(toX - x);
    const down = short(toY - y);
    written += `${/[a-z]$/.test(written) || across.startsWith("-") ? "" : " "}${across}${down.startsWith("-") ? "" : " "}${down}`;
    [x, y] = [toX, toY];
  }
  return written.replace(/l$/, "") + (part.includes("Z") ? "Z" : "");
}

// from the line between two points, or from the first where they are one
function distance(numbers: readonly number[], i: number, from: number, to: number): number {
  const [x, y] = [numbers[2 * from]!, numbers[2 * from + 1]!];
  const [dx, dy] = [numbers[2 * to]! - x, numbers[2 * to + 1]! - y];
  const [px, py] = [numbers[2 * i]! - x, numbers[2 * i + 1]! - y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(px, py);
  // beyond an end the end itself is nearest: a line that turns back keeps its turn
  const along = (px * dx + py * dy) / length;
  if (along < 0) return Math.hypot(px, py);
  if (along > length) return Math.hypot(px - dx, py - dy);
  return Math.abs(px * dy - py * dx) / length;
}

function tenths(value: number): number {
  return Math.round(value * 10);
}

function short(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, "$1.");
}
