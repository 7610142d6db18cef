// Test vectors from a seed.
import { argumentError } from "./error.js";
import { indexOf } from "./message.js";
import { bytes, close, expect, own, text, wasm } from "./wasm.js";

function open(owner, index, seed, broken) {
  const number = BigInt(seed);
  if (number !== BigInt.asUintN(64, number)) {
    throw argumentError(`a seed has 64 bits and no sign, unlike ${seed}`);
  }
  return own(owner, wasm.vectors_open(index, Number(number & 0xffffffffn),
    Number(number >> 32n), broken ? 1 : 0));
}

/** Yields vectors; see index.d.ts. */
export function* generate(message, { seed = 0, count = Infinity, broken = false } = {}) {
  const owner = {};
  const handle = open(owner, indexOf(message), seed, broken);
  try {
    for (let i = 0; i < count; i++) {
      expect(wasm.vectors_next(handle));
      const vector = JSON.parse(text());
      expect(wasm.vectors_bytes(handle));
      yield { ...vector, bytes: bytes() };
    }
  } finally {
    close(owner, handle);
  }
}
