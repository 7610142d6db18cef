// The known name that an unknown one was meant to be.
import { messages } from "./message.js";

// How many characters must be added, removed or replaced to make one of the other.
function distance(left, right) {
  let row = [...Array(right.length + 1).keys()];
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
    }
    row = next;
  }
  return row[right.length];
}

// Names of the members of the structure at a path.
function names(index, path) {
  const inside = messages[index].fields.filter((field) => field.path.startsWith(`${path}/`));
  return [...new Set(inside.map((field) => field.path.slice(path.length + 1).split("/")[0]))];
}

/** The nearest known name, or undefined. Upper and lower case do not differ. */
export function suggest(index, { path, name }) {
  const given = name.slice(0, 64).toLowerCase();
  const near = names(index, path)
    .map((known) => ({ known, far: distance(given, known.toLowerCase()) }))
    .filter(({ known, far }) => far <= Math.max(1, known.length / 3))
    .sort((left, right) => left.far - right.far);
  return near[0]?.known;
}
