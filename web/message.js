// Messages by name, and the options that functions share.
import { argumentError } from "./error.js";
import { expect, text, wasm } from "./wasm.js";

expect(wasm.messages());
const { version: release, messages: list } = JSON.parse(text());

/** The version of dsi. */
export const version = release;

/** Every message: a frozen list. */
export const messages = deepFreeze(list);

const indices = new Map(list.map(({ name }, index) => [name, index]));

function deepFreeze(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

/** The number that the module knows a message by. */
export function indexOf(name) {
  const index = indices.get(name);
  if (index === undefined) {
    throw argumentError(`no message is named '${name}': there are ${[...indices.keys()].join(", ")}`);
  }
  return index;
}

/** One of some words as its number. */
export function choose(what, words, word) {
  const number = words.indexOf(word);
  if (number < 0) {
    throw argumentError(`${what} is one of ${words.join(", ")}, and not '${word}'`);
  }
  return number;
}

/** A number of 32 bits without sign. WebAssembly would cut any other one. */
export function unsigned(what, number = 0) {
  if (number !== number >>> 0) {
    throw argumentError(`${what} is an integer from 0 to ${2 ** 32 - 1}, and not ${number}`);
  }
  return number;
}

export const levels = ["model", "documented", "agreement"];

/** Limits as the module's last arguments. */
export function limits({ strict = false, maxBytes, maxDepth, maxToken } = {}) {
  return [strict ? 1 : 0, unsigned("maxBytes", maxBytes), unsigned("maxDepth", maxDepth),
    unsigned("maxToken", maxToken)];
}

function pairs(headers) {
  return typeof headers[Symbol.iterator] === "function" ? [...headers] : Object.entries(headers);
}

/**
 * A response's headers as the module reads them: names and values, each followed by a
 * NUL. A value that is a list, as Node has them, counts as its first.
 */
export function head(headers = {}) {
  return pairs(headers)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)])
    .filter((pair) => !pair.join("").includes("\0"))
    .map(([name, value]) => `${name}\0${value}\0`).join("");
}
