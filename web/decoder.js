// A message that comes in pieces.
import { argumentError } from "./error.js";
import { head, indexOf, limits, unsigned } from "./message.js";
import { bytesOf, close, expect, isBytes, nameOf, own, put, text, wasm } from "./wasm.js";

// A longer piece is fed in parts, so that the input stays small.
const pieceMax = 65536;

// Not every browser can iterate over a stream.
async function* piecesOfStream(stream) {
  const reader = stream.getReader();
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

const isFunction = (value) => typeof value === "function";

// The first row that fits. Bytes and strings can be iterated over, but each is one piece.
const sources = [
  [(source) => source == null, () => []],
  [(source) => typeof source === "string" || isBytes(source), (source) => [source]],
  [(source) => isFunction(source[Symbol.asyncIterator]) || isFunction(source[Symbol.iterator]), (source) => source],
  [(source) => isFunction(source.getReader), piecesOfStream],
  [(source) => isFunction(source.stream), (source) => piecesOfStream(source.stream())],
  [(source) => source.body !== undefined, (source) => piecesOf(source.body)],
];

/** The pieces of a stream, of anything that has them, or of what has such a body. */
export function piecesOf(source) {
  const row = sources.find(([fits]) => fits(source));
  if (row === undefined) {
    throw argumentError(`a source has pieces: a response, a stream, a Blob, bytes or an iterable, and not ${nameOf(source)}`);
  }
  return row[1](source);
}

/** Decodes a message as it arrives; see index.d.ts. */
export class Decoder {
  #handle;
  /** What finish returned. */
  answer;

  constructor(message, { status = 200, headers } = {}, options = {}) {
    const index = indexOf(message);
    const numbers = [unsigned("status", status), ...limits(options),
      unsigned("memory", options.memory)];
    this.#handle = own(this, wasm.decoder_open(index, put(head(headers)), ...numbers));
  }

  /** The number that the module knows the decoder by. */
  get handle() {
    if (this.#handle === 0) {
      throw argumentError("the decoder is closed");
    }
    return this.#handle;
  }

  /** Takes the next bytes. Returns the models that end in them. */
  feed(piece) {
    const all = bytesOf(piece);
    const items = [];
    for (let at = 0; at < all.length; at += pieceMax) {
      expect(wasm.decoder_feed(this.handle, put(all.subarray(at, at + pieceMax))));
      items.push(...JSON.parse(text()));
    }
    return items;
  }

  /** Whether more bytes are of use. They are not once the message has an error. */
  get wantsMore() {
    return wasm.decoder_wants(this.handle) !== 0;
  }

  /** Ends the message. Returns everything but the models, or throws its first error. */
  finish() {
    expect(wasm.decoder_finish(this.handle));
    this.answer = JSON.parse(text());
    return this.answer;
  }

  /** Yields each model of the source. Then `answer` has everything else. */
  async *read(source) {
    try {
      for await (const piece of piecesOf(source)) {
        yield* this.feed(piece);
        if (!this.wantsMore) {
          break; // the source is cancelled, however long it is
        }
      }
      this.finish();
    } finally {
      this.close();
    }
  }

  /** Gives the memory back. */
  close() {
    if (this.#handle !== 0) {
      close(this, this.#handle);
      this.#handle = 0;
    }
  }
}
