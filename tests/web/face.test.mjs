// The module itself: what it needs, how large it is, what wrong calls get, and that its
// memory does not grow with the number of messages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

const file = readFileSync(new URL("../../web/dsi.wasm", import.meta.url));
const module = new WebAssembly.Module(file);
const page = 65536;
const [start, startAnswer, get, getAnswer] = [0, 1, 2, 3];
const DSI_OK = 0;
const DSI_E_ARGUMENT = 0x101;
const any = 0xffffffff;

function load() {
  const wasm = new WebAssembly.Instance(module).exports;
  wasm._initialize();
  return wasm;
}

// Writes the input, and returns its length.
function put(wasm, text) {
  const bytes = Buffer.from(text);
  const at = wasm.input(bytes.length);
  new Uint8Array(wasm.memory.buffer).set(bytes, at);
  return bytes.length;
}

const output = (wasm) => Buffer.from(wasm.memory.buffer, wasm.output(), wasm.output_length()).toString();

describe("the module", () => {
  test("imports nothing", () => assert.deepEqual(WebAssembly.Module.imports(module), []));
  test("has at most 150 KB, and 60 KB compressed", () => {
    assert.ok(file.length <= 150_000, `${file.length} bytes`);
    assert.ok(gzipSync(file, { level: 9 }).length <= 60_000);
  });
});

describe("wrong calls are refused", () => {
  for (const [why, call] of [
    ["a message that there is none of", (wasm, n) => wasm.validate(4, n, 0)],
    ["a message of any number", (wasm, n) => wasm.encode(any, n, 0)],
    ["a length past the input", (wasm) => wasm.decode(start, 0, page + 1, 200, 0, 0, 0, 0)],
    ["a length of any number", (wasm) => wasm.target(get, any, 0)],
    ["two lengths whose sum wraps", (wasm, n) => wasm.decode(getAnswer, any - n, 2 * n, 200, 0, 0, 0, 0)],
    ["a head without a NUL", (wasm, n) => wasm.decode(getAnswer, n, 0, 200, 0, 0, 0, 0)],
    ["a response without a status", (wasm, n) => wasm.decode(getAnswer, 0, n, 0, 0, 0, 0, 0)],
    ["a status that is no int", (wasm, n) => wasm.decode(getAnswer, 0, n, any, 0, 0, 0, 0)],
    ["a limit that is too large", (wasm, n) => wasm.decode(start, 0, n, 200, 0, 0, 1000, 0)],
    ["a kind of ARN that there is none of", (wasm, n) => wasm.arn(n, 3, 0)],
    ["a target of a response", (wasm, n) => wasm.target(startAnswer, n, 0)],
    ["a decoder of any number", (wasm, n) => wasm.decoder_feed(any, n)],
    ["a decoder 0", (wasm) => wasm.decoder_finish(0)],
    ["a poll that is a decoder", (wasm) => wasm.poll_advance(open(wasm), 0, 0)],
    ["vectors that are a decoder", (wasm) => wasm.vectors_next(open(wasm))],
    ["bytes of vectors that are a poll", (wasm) => wasm.vectors_bytes(poll(wasm))],
    ["a decoder that is closed", (wasm) => {
      const handle = open(wasm);
      wasm.close(handle);
      return wasm.decoder_finish(handle);
    }],
    ["a decoder that is closed, and another in its place", (wasm) => {
      const handle = open(wasm);
      wasm.close(handle);
      assert.notEqual(open(wasm), handle);
      return wasm.decoder_finish(handle);
    }],
    ["a poll that gets a decoder that is not finished", (wasm) => wasm.poll_advance(poll(wasm), open(wasm), 0)],
    ["a poll that gets a request", (wasm) => {
      const handle = wasm.decoder_open(start, 0, 200, 0, 0, 0, 0, 0);
      wasm.decoder_finish(handle);
      return wasm.poll_advance(poll(wasm), handle, 0);
    }],
    ["a poll that gets a poll", (wasm) => {
      const handle = poll(wasm);
      return wasm.poll_advance(handle, handle, 0);
    }],
    ["an id past the input", (wasm, n) => wasm.poll_resume(poll(wasm), n, any)],
  ]) {
    test(why, () => {
      const wasm = load();
      const length = put(wasm, "{}");

      assert.equal(call(wasm, length), DSI_E_ARGUMENT);
      assert.equal(JSON.parse(output(wasm)).code, "DSI_E_ARGUMENT");
      assert.equal(wasm.validate(start, put(wasm, "{}"), 0), DSI_OK); // it still works
    });
  }

  function open(wasm) {
    return wasm.decoder_open(getAnswer, 0, 200, 0, 0, 0, 0, 0);
  }

  function poll(wasm) {
    return wasm.poll_open(0, 0, 0, 0, 0, 0, 0);
  }

  test("a decoder without memory", () => {
    const wasm = load();
    assert.equal(wasm.decoder_open(getAnswer, 0, 200, 0, 0, 0, 0, any), 0);
    assert.match(output(wasm), /"DSI_E_(ARGUMENT|MEMORY)"/);
  });
  test("more decoders than there are handles, or memory for", () => {
    for (const memory of [1, 64 * 1024 * 1024]) {
      const wasm = load();
      let count = 0;
      while (wasm.decoder_open(getAnswer, 0, 200, 0, 0, 0, 0, memory) !== 0) {
        count++;
      }
      const { code, message } = JSON.parse(output(wasm));
      assert.equal(code, "DSI_E_MEMORY");
      assert.equal(message, memory === 1
        ? "1024 decoders, polls and generators are open: close what is not needed"
        : "there is no memory for another object");
      assert.ok(count === (memory === 1 ? 1024 : 15), `${count} decoders`);
    }
  });
  test("polls and generators get the same words when all handles are open", () => {
    const wasm = load();
    while (open(wasm) !== 0);
    for (const call of [() => poll(wasm), () => wasm.vectors_open(start, 0, 0, 0)]) {
      put(wasm, "{}");
      assert.equal(call(), 0);
      assert.match(JSON.parse(output(wasm)).message, /^1024 decoders, /);
    }
  });
  test("room for more input than there is", () => {
    const wasm = load();
    assert.equal(wasm.input(any), 0);
    assert.notEqual(wasm.input(10), 0);
  });
  test("another function than the module's grows the memory", () => {
    const wasm = load();
    wasm.memory.grow(3);
    assert.equal(wasm.validate(start, put(wasm, "{}"), 0), DSI_OK);
    assert.equal(wasm.decode(getAnswer, 0, put(wasm, `{"introspectionId":"${"x".repeat(120000)}"}`),
      200, 0, 0, 0, 0), DSI_OK);
  });
});

test("memory after 10,000 messages is as after 10", () => {
  const wasm = load();
  const body = JSON.stringify({ introspectionId: "x", introspectionResult: { models: Array(4).fill({
    name: "a", fields: Array(5).fill({ name: "b", type: { kind: "Scalar", name: "String" } }) }) } });
  let early;

  for (let i = 1; i <= 10000; i++) {
    const length = put(wasm, body);
    const decoder = wasm.decoder_open(getAnswer, 0, 200, 0, 0, 0, 0, 0);
    const poll = wasm.poll_open(0, 0, 0, 0, 0, 0, 0);
    const vectors = wasm.vectors_open(i % 4, i, 0, 1);
    assert.notEqual(decoder * poll * vectors, 0);
    wasm.decoder_feed(decoder, length);
    wasm.decoder_finish(decoder);
    wasm.poll_advance(poll, decoder, i);
    wasm.vectors_next(vectors);
    wasm.decode(getAnswer, 0, put(wasm, body), 200, 0, 0, 0, 0);
    [decoder, poll, vectors].forEach((handle) => wasm.close(handle));
    early ??= i === 10 ? wasm.memory.buffer.byteLength : undefined;
  }
  assert.equal(wasm.memory.buffer.byteLength, early);
});
