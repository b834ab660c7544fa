/**
 * The memory below a value of plain objects, arrays and typed arrays that can be handed to another thread. Shared
 * memory is not among it: both threads keep that.
 */
export function transferableParts(value: unknown): ArrayBuffer[] {
  const parts = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) parts.add(part.buffer);
    } else for (const inner of Array.isArray(part) ? part : Object.values(part)) visit(inner);
  };
  visit(value);
  return [...parts];
}
