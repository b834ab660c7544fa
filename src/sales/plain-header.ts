/** A header without case, blanks and punctuation: how headers are compared. */
export function plainHeader(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
