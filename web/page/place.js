// A place in a text, with a caret under it.
import { element } from "./dom.js";

const before = 72;
const after = 40;

// Control characters have pictures, so that each has a width.
const visible = (text) => text.replace(/[\0-\x1f]/g, (unit) => String.fromCharCode(0x2400 + unit.charCodeAt(0)))
  .replace(/\x7f/g, "\u2421");

function show(left, right) {
  const at = right === "" ? " " : String.fromCodePoint(right.codePointAt(0));
  return element("pre", { class: "place" }, visible(left),
    element("span", { class: "unseen" }, " here: "),
    element("span", { class: "at" }, visible(at)), visible(right.slice(at.length)));
}

/** The place of a violation in a value. */
export function placeInValue(value, index) {
  const left = value.slice(Math.max(0, index - before), index);
  const right = value.slice(index, index + after);
  return show((index > before ? "…" : "\"") + left, right + (index + after < value.length ? "…" : "\""));
}

// Of one line alone. A slice can begin or end inside of a character.
async function textOf(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const whole = bytes.findIndex((byte) => byte >> 6 !== 2);
  return new TextDecoder().decode(bytes.subarray(Math.max(0, whole)), { stream: true });
}

/** The place of an error in the bytes of a message. */
export async function placeInBytes(blob, offset) {
  const left = await textOf(blob.slice(Math.max(0, offset - before), offset));
  const right = await textOf(blob.slice(offset, offset + after));
  return show(left.slice(left.lastIndexOf("\n") + 1), right.split("\n")[0]);
}

const pieceMax = 1048576;

/** The line and column of a byte. Both count from 1, and a column is a byte. */
export async function lineAt(blob, offset) {
  let line = 1;
  let start = 0;
  for (let at = 0; at < offset; at += pieceMax) {
    const bytes = new Uint8Array(await blob.slice(at, Math.min(at + pieceMax, offset)).arrayBuffer());
    for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10, feed + 1)) {
      line++;
      start = at + feed + 1;
    }
  }
  return { line, column: offset - start + 1 };
}
