/** Where a label wants to stand, in pixels from the top left. */
export interface LabelBox {
  readonly left: number;
  readonly width: number;
  readonly y: number;
}

/**
 * Moves labels apart that would overprint each other: downwards first, then back up from the bottom edge.
 *
 * @param labels the places they want; labels that stand beside each other do not push
 * @param gap the least distance between two lines, in pixels
 * @param height the height of the plot, which labels do not leave
 * @returns a y for each label, in the order given
 */
export function placeLabels(labels: readonly LabelBox[], gap: number, height: number): number[] {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.y - labels[b]!.y || a - b);
  const placed = labels.map((label) => label.y);
  const clash = (a: LabelBox, b: LabelBox): boolean => a.left < b.left + b.width && b.left < a.left + a.width;
  for (const sign of [1, -1]) {
    const done: number[] = [];
    for (const i of sign > 0 ? order : order.reverse()) {
      let y = sign > 0 ? placed[i]! : Math.min(placed[i]!, height);
      for (const j of done) {
        if (clash(labels[i]!, labels[j]!) && sign * (y - placed[j]!) < gap) y = placed[j]! + sign * gap;
      }
      placed[i] = y;
      done.push(i);
    }
  }
  return placed;
}
