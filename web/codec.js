// Whole messages: values to bytes and back.
import { DsiError } from "./error.js";
import { json } from "./json.js";
import { head, indexOf, limits, unsigned } from "./message.js";
import { unknownMember } from "./unknown.js";
import { bytes, bytesOf, expect, put, putBoth, text, wasm } from "./wasm.js";

// An unknown member of a program's own object is a mistake. JSON may have come from elsewhere.
function how(value, input, { nulls = false, pretty = false, strict = input !== value }) {
  return (nulls ? 1 : 0) + (pretty ? 2 : 0) + (strict ? 4 : 0);
}

// The module has seen JSON, and the caller an object: so the member itself is named, and
// not only where in the JSON it is.
function expectKnown(code) {
  const { unknown } = code !== 0 && wasm.output_length() > 0 ? JSON.parse(text()) : {};
  if (unknown) {
    throw new DsiError(unknownMember(unknown[0]));
  }
  expect(code);
}

/** A message's bytes; see index.d.ts. */
export function encode(message, value, options = {}) {
  const input = json(value);

  expectKnown(wasm.encode(indexOf(message), put(input), how(value, input, options)));
  return bytes();
}

/** The path and query of a request; see index.d.ts. */
export function target(message, value = {}, options = {}) {
  const input = json(value);

  expectKnown(wasm.target(indexOf(message), put(input), how(value, input, options)));
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
