// The module, and how bytes go in and out of it. web/face.h says what each function does.
//
// A call writes its bytes with `put`, calls a function, and reads the output at once: the
// next call may move it. Nothing here runs between these, because JavaScript has one
// thread.
import { DsiError, argumentError } from "./error.js";
import { load } from "./load.js";

export const { exports: wasm } = (await WebAssembly.instantiate(await load())).instance;
wasm._initialize();

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
let view = new Uint8Array(0);

// Memory that has grown is another buffer.
function memory() {
  if (view.buffer !== wasm.memory.buffer) {
    view = new Uint8Array(wasm.memory.buffer);
  }
  return view;
}

// Where the input goes. A view of memory that has grown since then has no length.
const inputMin = 65536;
let input = new Uint8Array(0);

function room(length) {
  if (input.length < length || input.length === 0) {
    const size = Math.max(length, inputMin);
    input = new Uint8Array(0); // a refused call leaves no input
    const at = size < 2 ** 30 ? wasm.input(size) : 0;
    if (at === 0) {
      throw new DsiError({ code: "DSI_E_MEMORY", message: "there is no memory for the message" });
    }
    input = new Uint8Array(wasm.memory.buffer, at, size);
  }
  return input;
}

const surrogate = /\p{Surrogate}/u;
const isWellFormed = "isWellFormed" in String.prototype
  ? (text) => text.isWellFormed()
  : (text) => !surrogate.test(text);

// UTF-8 has no half of a pair. An encoder would put another character in its place.
function refuseSurrogate(text) {
  const index = text.search(surrogate);
  throw new DsiError({ code: "DSI_E_SURROGATE",
    message: `the string has half of a surrogate pair at index ${index}`,
    offset: encoder.encode(text.slice(0, index)).length });
}

function putText(text) {
  if (!isWellFormed(text)) {
    refuseSurrogate(text);
  }
  return encoder.encodeInto(text, room(3 * text.length)).written;
}

// A subclass may give a length of its own. These getters read the memory's. They also know
// an array of another realm, such as a frame's or a test's, which is no instance here.
const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
const [bufferOf, offsetOf, lengthOf, typeOf] = ["buffer", "byteOffset", "byteLength", Symbol.toStringTag]
  .map((name) => getter(typedArray, name));
const sizeOf = getter(ArrayBuffer.prototype, "byteLength");

/** What an object is, as "Map". */
export const tagOf = (data) => Object.prototype.toString.call(data).slice(8, -1);

/** A value in words: its type or its tag, and never what it holds. */
export const nameOf = (data) => (typeof data === "object" ? tagOf(data) : typeof data);

// Any object can have the tag. Only a buffer has a size.
function isBuffer(data) {
  try {
    return tagOf(data) === "ArrayBuffer" && sizeOf.call(data) >= 0;
  } catch {
    return false;
  }
}

/** Whether a value is bytes, of any realm. */
export const isBytes = (data) => typeOf.call(data) === "Uint8Array" || isBuffer(data);

/** The bytes of a string or of a buffer. */
export function bytesOf(data) {
  if (typeof data === "string") {
    if (!isWellFormed(data)) {
      refuseSurrogate(data);
    }
    return encoder.encode(data);
  }
  if (typeOf.call(data) === "Uint8Array") {
    return new Uint8Array(bufferOf.call(data), offsetOf.call(data), lengthOf.call(data));
  }
  if (isBuffer(data)) {
    return new Uint8Array(data);
  }
  throw argumentError(`expected a string, a Uint8Array or an ArrayBuffer, and not ${nameOf(data)}`);
}

/** Writes the input. Returns its length in bytes. */
export function put(data) {
  if (typeof data === "string") {
    return putText(data);
  }
  const bytes = bytesOf(data);
  room(bytes.length).set(bytes);
  return bytes.length;
}

/** Writes two inputs, one after the other. */
export function putBoth(first, second) {
  const both = room(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
}

/** The output as a text. */
export function text() {
  const at = wasm.output();
  return decoder.decode(memory().subarray(at, at + wasm.output_length()));
}

/** The output as bytes, which are a copy. */
export function bytes() {
  const at = wasm.output();
  return memory().slice(at, at + wasm.output_length());
}

/** The error that is the output. */
export function failure() {
  return new DsiError(wasm.output_length() > 0
    ? JSON.parse(text())
    : { code: "DSI_E_MEMORY", message: "there is no memory for the result" });
}

/** Throws unless a function returned DSI_OK. */
export function expect(code) {
  if (code !== 0) {
    throw failure();
  }
}

// Handles of objects that nobody closed.
const lost = new FinalizationRegistry((handle) => wasm.close(handle));

/** Closes the handle when `owner` is collected. Throws if there is no handle. */
export function own(owner, handle) {
  if (handle === 0) {
    throw failure();
  }
  lost.register(owner, handle, owner);
  return handle;
}

export function close(owner, handle) {
  lost.unregister(owner);
  wasm.close(handle);
}
