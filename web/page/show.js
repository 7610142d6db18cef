// What the page shows of a checked message.
import { messages } from "../index.js";
import { wholeMax } from "./check.js";
import { copyable, element, facts } from "./dom.js";
import { modelTree } from "./models.js";
import { placeInBytes, placeInValue } from "./place.js";

const rules = ["", "AWS documents this rule.", "This rule compares two members."];
const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

// The value at a JSON Pointer.
function valueAt(value, path) {
  return path.split("/").slice(1).map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"))
    .reduce((inside, part) => inside?.[part], value);
}

function placeOfViolation(value, { path, index }) {
  const found = valueAt(value, path);
  if (typeof found === "string") {
    return [placeInValue(found, index)];
  }
  return found === undefined ? [] : [element("pre", {}, String(found))];
}

function finding(kind, { code, path, message }, ...more) {
  return element("li", { class: `finding ${kind}` },
    element("p", {}, element("code", {}, code), " ", element("strong", {}, path)),
    element("p", {}, message), ...more);
}

function violationItem(value, arns, violation) {
  const broken = arns.find(({ name, ok }) => !ok && violation.path.endsWith(`/${name}`));
  const words = [broken ? `In such an ARN, ${broken.message}.` : "", rules[violation.level]].join(" ").trim();
  return finding("bad", violation, ...(words === "" ? [] : [element("p", { class: "quiet" }, words)]),
    ...placeOfViolation(value, violation));
}

async function unknownItem(body, unknown) {
  return finding("warn", unknown, await placeInBytes(body, unknown.offset));
}

const unknownMax = 200;

const arnParts = ({ name, ok, ...parts }) =>
  [element("h4", {}, name), facts(`Parts of ${name}`, Object.entries(parts))];

async function requestReport({ message, body, value, violations, unknown, arns, target, canonical }) {
  const { method } = messages.find(({ name }) => name === message);
  const goodArns = arns.filter(({ ok }) => ok);
  return [
    ...(body.size > wholeMax
      ? [element("p", { class: "quiet" }, "The message is long, so unknown members were not looked for.")] : []),
    ...(violations.length > 0 ? [element("h3", {}, "Violations"),
      element("ol", {}, ...violations.map((violation) => violationItem(value, arns, violation)))] : []),
    ...(unknown.length > 0 ? [element("h3", {}, "Unknown members"),
      element("ol", {}, ...await Promise.all(unknown.slice(0, unknownMax).map((member) => unknownItem(body, member))))] : []),
    ...(unknown.length > unknownMax
      ? [element("p", { class: "quiet" }, `and ${unknown.length - unknownMax} more`)] : []),
    ...(target ? [copyable("h3", "Request line", `${method} ${target}`)] : []),
    ...(canonical ? [copyable("h3", "Canonical form", canonical)] : []),
    ...(goodArns.length > 0 ? [element("h3", {}, "ARNs"), ...goodArns.flatMap(arnParts)] : []),
  ];
}

function serviceErrorReport(error, { means, todo }) {
  const { detail, unread, retryAfterMs, ...rest } = error;
  const pairs = [["what it means", means], ["what to do", todo], ...Object.entries(rest),
    ...(retryAfterMs === undefined ? [] : [["retry after", `${retryAfterMs} ms`]]),
    ...(detail === undefined ? [] : [["detail", JSON.stringify(detail)]]),
    ...(unread ? [["body not read", `${unread.code} at byte ${unread.offset}`]] : [])];
  return [element("h3", {}, "Service error"), facts("Service error", pairs)];
}

function outputReport({ output, models, count, canonical }) {
  const { introspectionResult, ...members } = output;
  const pairs = Object.entries({ ...members, ...(introspectionResult?.nextToken === undefined ? {}
    : { nextToken: introspectionResult.nextToken }) });
  return [
    ...(pairs.length > 0 ? [element("h3", {}, "Answer"), facts("Answer", pairs)] : []),
    ...(count > 0 ? [modelTree(models, count)] : []),
    ...(canonical ? [copyable("h3", "Canonical form", canonical)] : []),
  ];
}

async function errorReport({ error, blob, models, count }) {
  const place = error.code === "DSI_E_ARGUMENT" ? [] : [await placeInBytes(blob, error.offset)];
  return [element("ol", {}, finding("bad", error, ...place)), ...(count > 0 ? [modelTree(models, count)] : [])];
}

/** The elements of a report. */
export async function report(result) {
  const next = result.next ? [element("h3", {}, "What to do next"), element("p", {}, result.next)] : [];
  if (result.error) {
    return [...await errorReport(result), ...next];
  }
  if (result.serviceError) {
    return [...serviceErrorReport(result.serviceError, result.advice), ...next];
  }
  return result.output ? [...next, ...outputReport(result)] : requestReport(result);
}

function outcome({ error, serviceError, output, violations, unknown, count }) {
  if (error) {
    return ["bad", `Refused: ${error.message}.`];
  }
  if (serviceError) {
    return ["warn", `A service error of class ${serviceError.class}.`];
  }
  if (output) {
    return ["good", count > 0 ? `A good answer with ${plural(count, "model")}.` : "A good answer."];
  }
  const strangers = unknown.length > 0 ? ` It has ${plural(unknown.length, "unknown member")}.` : "";
  return violations.length > 0 ? ["bad", `Not valid: ${plural(violations.length, "violation")}.${strangers}`]
    : [unknown.length > 0 ? "warn" : "good", `Valid.${strangers}`];
}

/** The verdict in words, and its kind: good, warn or bad. */
export function verdict(result) {
  const [kind, words] = outcome(result);
  if (result.unlike) {
    return [kind, words];
  }
  const status = result.message.endsWith("response") ? `, status ${result.head.status}` : "";
  const assumed = result.assumed ? " The status is a guess: set the one that came." : "";
  return [kind, `${words} ${result.guessed ? "It looks like a" : "It was read as a"} ${result.message}${status}.${assumed}`];
}
