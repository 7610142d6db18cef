// Whole messages: values to bytes and back.
import { json } from "./json.js";
import { head, indexOf, limits, unsigned } from "./message.js";
import { bytes, bytesOf, expect, put, putBoth, text, wasm } from "./wasm.js";

/** A message's bytes; see index.d.ts. */
export function encode(message, value, { nulls = false, pretty = false, strict = false } = {}) {
  const how = (nulls ? 1 : 0) + (pretty ? 2 : 0) + (strict ? 4 : 0);

  expect(wasm.encode(indexOf(message), put(json(value)), how));
  return bytes();
}

/** The path and query of a request; see index.d.ts. */
export function target(message, value = {}) {
  expect(wasm.target(indexOf(message), put(json(value))));
  return text();
}

/** A request, or an answer; see index.d.ts. */
export function decode(message, body, { status = 200, headers } = {}, options = {}) {
  const index = indexOf(message);
  const first = bytesOf(head(headers));
  const second = bytesOf(body);

  putBoth(first, second);
  expect(wasm.decode(index, first.length, second.length, unsigned("status", status),
    ...limits(options)));
  return JSON.parse(text());
}
