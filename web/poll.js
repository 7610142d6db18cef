// What to ask next, and when.
import { Decoder, piecesOf } from "./decoder.js";
import { argumentError } from "./error.js";
import { unsigned } from "./message.js";
import { bytesOf, close, expect, own, putBoth, text, wasm } from "./wasm.js";

// In the order of dsi_poll_action and dsi_poll_cause.
export const actions = [, "start", "restart", "wait", "fetch", "retry", "done", "failed", "give-up"];
const causes = ["none", "processing", "unknown-status", "throttled", "transient", "lost",
  "status-failed", "refused", "unreadable", "stopped", "no-id", "too-long", "token-repeated",
  "requests-spent", "retries-spent", "wait-spent"];

function readStep() {
  const { action, cause, lastCause, ...rest } = JSON.parse(text());
  const message = action <= 2 ? "start-request" : action <= 5 ? "get-request" : undefined;
  return { action: actions[action], cause: causes[cause], lastCause: causes[lastCause],
    ended: message === undefined, ...(message === undefined ? {} : { message }), ...rest };
}

const randomNumber = () => Math.floor(Math.random() * 2 ** 32);

/** The state machine of a whole introspection; see index.d.ts. */
export class Poll {
  #handle;
  #random;
  /** What to do next. */
  step;
  /** Why the last answer could not be read, or undefined. */
  error;

  constructor(options = {}) {
    const numbers = ["maxRequests", "maxRetries", "maxWaitMs", "baseDelayMs", "maxDelayMs"]
      .map((name) => unsigned(name, options[name]));
    const sdl = options.includeModelsSDL === undefined ? 0 : options.includeModelsSDL ? 2 : 1;
    const results = options.maxResults === undefined ? 0
      : Math.min(unsigned("maxResults", options.maxResults), 2 ** 31) + 1;

    this.#random = options.random ?? randomNumber;
    this.#handle = own(this, wasm.poll_open(...numbers, sdl, results));
    this.step = readStep();
  }

  #advance(code) {
    expect(code);
    this.step = readStep();
    return this.step;
  }

  #open() {
    if (this.#handle === 0) {
      throw argumentError("the poll is closed");
    }
    return this.#handle;
  }

  /** Goes on with an introspection that was started before. */
  resume(introspectionId, nextToken = "") {
    const first = bytesOf(introspectionId);
    const second = bytesOf(nextToken);
    putBoth(first, second);
    return this.#advance(wasm.poll_resume(this.#open(), first.length, second.length));
  }

  /** No answer came to the request of the last step. */
  lost(error) {
    this.error = error;
    return this.#advance(wasm.poll_advance(this.#open(), 0, this.#random()));
  }

  /** Starts once more after an introspection that failed. */
  restart() {
    return this.#advance(wasm.poll_restart(this.#open(), this.#random()));
  }

  /**
   * Reads the answer to the last step's request, and yields its models. Then `step` is
   * the next one. An answer that breaks off, or that dsi refuses, is the machine's to
   * judge: `error` says why. If that step repeats the request, its models come again.
   */
  async *read(response, options = {}) {
    const { step } = this;
    const { message } = step;
    if (message === undefined) {
      throw argumentError("the poll has ended, and asked for nothing");
    }
    const decoder = new Decoder(message.replace("request", "response"), response, options);
    try {
      yield* this.#models(decoder, response.body);
      if (this.step !== step) {
        throw argumentError("the poll has another step since this answer was asked for");
      }
      this.#advance(wasm.poll_advance(this.#open(), decoder.handle, this.#random()));
    } finally {
      decoder.close();
    }
  }

  // A source that fails has given all that it had: the answer breaks off there.
  async *#pieces(source) {
    try {
      yield* source;
    } catch (error) {
      this.error = error;
    }
  }

  async *#models(decoder, body) {
    this.error = undefined;
    for await (const piece of this.#pieces(piecesOf(body))) {
      yield* decoder.feed(piece);
      if (!decoder.wantsMore) {
        break;
      }
    }
    try {
      decoder.finish();
    } catch (error) {
      this.error ??= error;
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
