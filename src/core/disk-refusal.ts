/** Why a disk takes no more, by the system's code and by its words, which are all that the engine passes on. */
const refusals: readonly (readonly [codes: readonly string[], words: string, meaning: string])[] = [
  [["ENOSPC"], "No space left on device", "the disk is full"],
  [["EDQUOT"], "Disk quota exceeded", "the disk quota is used up"],
  [["EFBIG"], "File too large", "the file grows larger than this system allows"],
  [["EROFS"], "Read-only file system", "the disk is read-only"],
  [["EACCES", "EPERM"], "Permission denied", "its folder may not be written to"],
];

/** Says in words why nothing could be written; undefined for an error of another kind. */
export function diskRefusal(error: unknown): string | undefined {
  const { code = "", message = "" } = error as NodeJS.ErrnoException;
  return refusals.find(([codes, words]) => codes.includes(code) || message.includes(words))?.[2];
}
