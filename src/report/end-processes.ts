import { readdirSync, readFileSync } from "node:fs";

/**
 * Ends a process group, and whatever else carries the mark in its environment: a cell may start processes that leave the
 * group. The second is for Linux only, where environments can be read.
 *
 * @param group the number of the process that leads the group
 * @param mark a setting, as `NAME=value`, that nothing else has
 */
export function endProcesses(group: number, mark: string): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // nobody is left in it
  }
  // a process may start another while the list is read
  for (let round = 0; round < 10; round++) {
    const found = findMarked(mark);
    if (found.length === 0) return;
    for (const id of found) {
      try {
        process.kill(id, "SIGKILL");
      } catch {
        // it has just ended by itself
      }
    }
  }
}

function findMarked(mark: string): number[] {
  return listProcesses().filter((id) => {
    try {
      return readFileSync(`/proc/${id}/environ`, "latin1").split("\0").includes(mark);
    } catch {
      // ended, or somebody else's
      return false;
    }
  });
}

function listProcesses(): number[] {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((id) => id > 0 && id !== process.pid);
  } catch {
    return [];
  }
}
