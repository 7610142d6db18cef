// What is wrong with a request or an ARN.
import { json } from "./json.js";
import { choose, indexOf, levels } from "./message.js";
import { unknownMember } from "./unknown.js";
import { expect, put, text, wasm } from "./wasm.js";

const nothing = Object.freeze({ valid: true, message: "",
  violations: Object.freeze([]), unknown: Object.freeze([]) });

function report(strict) {
  const { message, violations, unknown } = JSON.parse(text());
  const strangers = unknown.map(unknownMember);
  const all = strict ? [...violations, ...strangers] : violations;
  const words = strict ? strangers.map((stranger) => stranger.message) : [];
  return { valid: all.length === 0, violations: all, unknown: strangers,
    message: [...(violations.length > 0 ? [message] : []), ...words].join("; ") };
}

/** Every rule that a request breaks; see index.d.ts. */
export function validate(message, value, { level = "model", strict = false } = {}) {
  const index = indexOf(message);
  const rules = level === "model" ? 0 : choose("level", levels, level);

  expect(wasm.validate(index, put(json(value)), rules));
  return wasm.output_length() === 0 ? nothing : report(strict);
}

// A single ARN cannot disagree with another.
const arnLevels = levels.slice(0, 2);
const kinds = ["any", "rds-cluster", "secret"];

/** The parts of an ARN, or why the text is none; see index.d.ts. */
export function parseArn(arn, { kind = "any", level = "model" } = {}) {
  const numbers = [choose("kind", kinds, kind), choose("level", arnLevels, level)];

  if (typeof arn !== "string") {
    throw new TypeError("an ARN is a string");
  }
  expect(wasm.arn(put(arn), ...numbers));
  return JSON.parse(text());
}
