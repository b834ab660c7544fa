// what Windows takes for a device, whatever its ending
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Names for files and links, made of segments' names: lower-case letters of a to z, digits and hyphens, at most 60, so that
 * none leads out of its folder or is a device; two that would be the same are numbered.
 *
 * @param names in an order that stays the same, since the first of two keeps the plain name
 * @returns one a name, all different, without ending
 */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = plainName(name);
    let free = plain;
    for (let number = 2; taken.has(free); number++) free = `${plain}-${number}`;
    taken.add(free);
    return free;
  });
}

function plainName(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  if (letters === "") return "segment";
  // an index of pages has this name in many servers
  return reserved.test(letters) || letters === "index" ? `segment-${letters}` : letters;
}
