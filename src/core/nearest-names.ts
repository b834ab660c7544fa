/**
 * Finds the known names that a mistyped one most likely means, by edit distance (Levenshtein 1966), the nearest first.
 *
 * @param name what was written
 * @param known the names that exist
 * @param most how many to give at most
 * @returns names of which at most half would change; of names equally near the one that stands first in `known`
 */
export function nearestNames(name: string, known: readonly string[], most = 3): string[] {
  return known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, candidate.length / 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** "; did you mean a or b?" for the end of a message; nothing where no name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearestNames(name, known);
  return near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
}

function editDistance(a: string, b: string): number {
  // half a name is meant as the whole one
  if (a.length > 2 && b.includes(a)) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
