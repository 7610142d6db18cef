// The module and the native library make the same of 10,000 vectors of each message:
// verdict, code, offset, path, violations, and the bytes of the message encoded again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import {
  Decoder, DsiError, decode, encode, generate, messages, target, validate,
} from "../../web/index.js";

const count = 10000;
const seed = 20261;

function nativeVerdicts(message) {
  return execFileSync(process.env.DSI_NATIVE, [message, String(count), String(seed)],
    { maxBuffer: 2 ** 30, encoding: "utf8" }).trimEnd().split("\n").map((line) => JSON.parse(line));
}

const place = ({ code, offset, path }) => ({ code, offset, path });

// What a call returns, or its error as `code`, `offset` and `path`.
function outcome(call) {
  try {
    return { value: call() };
  } catch (error) {
    assert.ok(error instanceof DsiError, error);
    return place(error);
  }
}

// The answer of a stream that comes in pieces of some lengths, put together again.
function streamed(message, bytes, lengths) {
  const decoder = new Decoder(message);
  const items = [];
  try {
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const length = lengths[i % lengths.length];
      items.push(...decoder.feed(bytes.subarray(at, at + length)));
      at += length;
    }
    return { answer: decoder.finish(), items };
  } finally {
    decoder.close();
  }
}

function sameDecoded(name, bytes, native) {
  const decoded = outcome(() => decode(name, bytes));
  if (native.code !== "DSI_OK") {
    assert.deepEqual(decoded, place(native));
    return undefined;
  }
  return decoded.value;
}

// A stream has the error of the whole message, or its models and everything else.
function sameStreamed(name, bytes, native, whole) {
  const stream = outcome(() => streamed(name, bytes, [1, 7, 64, 3]));
  if (native.code !== "DSI_OK") {
    assert.deepEqual(stream, place(native));
    return;
  }
  const { answer, items } = stream.value;
  const models = whole.output?.introspectionResult?.models;
  if (models !== undefined) {
    answer.output.introspectionResult.models = models;
  }
  assert.deepEqual(answer, whole);
  assert.deepEqual(items, models ?? []);
}

function sameViolations(name, bytes, native) {
  const report = validate(name, bytes);
  assert.deepEqual(report.violations.map(place), native.violations);
  assert.equal(report.valid, native.violations.length === 0);
}

for (const { name, isRequest, hasBody } of messages) {
  test(`${name}: ${count} vectors, natively and in the module`, () => {
    const natives = nativeVerdicts(name);
    let i = 0;

    assert.equal(natives.length, count);
    for (const vector of generate(name, { seed, count, broken: true })) {
      const native = natives[i++];
      const bytes = Buffer.from(native.bytes, "base64");

      assert.deepEqual(Buffer.from(vector.bytes), bytes);
      const whole = sameDecoded(name, bytes, native);
      if (hasBody) {
        sameStreamed(name, bytes, native, whole);
      }
      if (native.code === "DSI_OK") {
        const text = Buffer.from(native.text, "base64");
        assert.deepEqual(isRequest ? whole : whole.output, JSON.parse(text));
        assert.deepEqual(Buffer.from(encode(name, bytes)), text);
        sameViolations(name, bytes, native);
      }
    }
    assert.equal(i, count);
  });
}

test("a target that was encoded is decoded to the same request", () => {
  for (const { bytes } of generate("get-request", { seed, count: 1000 })) {
    const request = decode("get-request", bytes);

    assert.deepEqual(decode("get-request", target("get-request", request)), request);
  }
});
