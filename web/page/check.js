// A message to everything that the page shows of it. Nothing here touches the page.
import { Decoder, DsiError, decode, encode, parseArn, target, validate } from "../index.js";
import { adviceOn, nextStep } from "./advice.js";
import { causeMax, guess, lookAt, lookOf, partOf } from "./guess.js";
import { curlHead, headMax, promisesBytes } from "./head.js";
import { lineAt } from "./place.js";

/** What is longer is read in pieces, and its canonical form is not made. */
export const wholeMax = 1048576;

/** Of a longer answer, these many models are kept. */
export const modelsMax = 200;

const pieceMax = 65536;
const busyMs = 12;

// Room for one model. The package has less, because a program can have many decoders.
const memory = 16 * 1048576;

const turn = () => new Promise((resolve) => { setTimeout(resolve); });

// The pieces of a message. Between them the page can paint and answer its user.
async function* pacedPieces(blob, { progress, signal }) {
  let began = performance.now();
  for (let at = 0; at < blob.size; at += pieceMax * 16) {
    const bytes = new Uint8Array(await blob.slice(at, at + pieceMax * 16).arrayBuffer());
    for (let start = 0; start < bytes.length; start += pieceMax) {
      yield bytes.subarray(start, start + pieceMax);
      if (performance.now() - began > busyMs) {
        progress((at + start) / blob.size);
        await turn();
        signal.throwIfAborted();
        began = performance.now();
      }
    }
  }
}

// Some heads can be skipped, and more than that is not looked at.
const headsMax = 16 * headMax;

// The head and the body of a `curl -i`, or what of a request is the message. As text, the
// bytes are characters.
async function split(blob) {
  const bytes = new Uint8Array(await blob.slice(0, headsMax).arrayBuffer());
  const text = new TextDecoder("latin1").decode(bytes);
  const head = curlHead(text);
  const [origin, end] = head ? [head.length ?? 0, Infinity] : partOf(text);
  return { head, origin, body: blob.slice(origin, Math.min(end, blob.size)), look: lookOf(bytes.subarray(origin)),
    start: new TextDecoder().decode(bytes.subarray(origin, origin + lookAt)) };
}

// An empty body is a valid answer. So a transfer that was cut after its head must not pass.
function missingBody({ head, body, message }) {
  return message.endsWith("response") && head.status >= 200 && head.status <= 299 && body.size === 0
    && promisesBytes(head)
    ? { code: "DSI_E_TRUNCATED", message: "no byte of the body: was the transfer cut? (byte 0)" } : undefined;
}

/**
 * Which message it is, with which head. What the user chose comes first. `origin` is where
 * its body begins, and `error` why it has none.
 */
export async function identify(blob, choice) {
  const { head, body, start, origin, look } = await split(blob);
  const status = choice.status ?? head?.status;
  const guessed = guess(start, status);
  const message = choice.message || guessed.message;
  const assumed = status === undefined && message.endsWith("response") ? guessed.status : undefined;
  const found = { message, blob, body, origin, look, assumed, guessed: !choice.message,
    head: { status: status ?? assumed ?? 200, headers: [...(head?.headers ?? []), ...choice.headers] } };
  const error = head?.error ?? (head && missingBody({ ...found, head }));
  return error ? { ...found, error: new DsiError(error), unlike: head.error !== undefined } : found;
}

function arnsOf(value, level) {
  const { resourceArn, secretArn } = value.rdsDataApiConfig ?? {};
  return [["resourceArn", resourceArn, "rds-cluster"], ["secretArn", secretArn, "secret"]]
    .filter(([, arn]) => typeof arn === "string")
    .map(([name, arn, kind]) => ({ name, ...parseArn(arn, { kind, level }) }));
}

// A request that breaks a rule may have no target.
function targetOf(message, value) {
  try {
    return target(message, value);
  } catch (error) {
    if (error instanceof DsiError) {
      return undefined;
    }
    throw error;
  }
}

// A request that is this long is read in pieces. Its unknown members are not reported then.
async function readLong(found, how) {
  const decoder = new Decoder(found.message, {}, { memory });
  const models = decoder.read(pacedPieces(found.body, how));
  while (!(await models.next()).done);
  return decoder.answer;
}

async function checkRequest(found, { level }, how) {
  const { message, body } = found;
  const whole = body.size <= wholeMax;
  const bytes = whole ? new Uint8Array(await body.arrayBuffer()) : undefined;
  const value = whole ? decode(message, bytes) : await readLong(found, how);
  const { violations, unknown } = validate(message, whole ? bytes : value, { level });
  const canonical = encode(message, value);

  return { ...found, value, violations, unknown, arns: arnsOf(value, level), target: targetOf(message, value),
    canonical: canonical.length <= wholeMax ? new TextDecoder().decode(canonical) : undefined };
}

function canonicalOf({ message, body }, output, models, count) {
  if (body.size > wholeMax || count > models.length) {
    return undefined;
  }
  const result = output.introspectionResult && { ...output.introspectionResult, models };
  const value = count > 0 ? { ...output, introspectionResult: result } : output;
  return new TextDecoder().decode(encode(message, value));
}

async function readAnswer({ message, head, body }, how) {
  const decoder = new Decoder(message, head, { memory });
  const read = { models: [], count: 0 };
  try {
    for await (const model of decoder.read(pacedPieces(body, how))) {
      read.count++;
      if (read.models.length < modelsMax) {
        read.models.push(model);
      }
    }
    return { ...read, answer: decoder.answer };
  } catch (error) {
    if (!(error instanceof DsiError)) {
      throw error;
    }
    return { ...read, error };
  }
}

// The offset in `unread` also counts from the first byte of the input.
function inInput({ unread, ...error }, origin) {
  return unread ? { ...error, unread: { ...unread, offset: origin + unread.offset } } : error;
}

async function checkAnswer(found, how) {
  const { answer, error, models, count } = await readAnswer(found, how);
  const output = answer?.output;
  return { ...found, error, models, count, output,
    serviceError: answer?.error && inInput(answer.error, found.origin),
    advice: answer?.error && adviceOn(answer.error),
    next: await nextStep(found.message, found.head, answer, found.body),
    canonical: output && canonicalOf(found, output, models, count) };
}

async function checkFound(found, choice, how) {
  if (found.error) {
    return found;
  }
  try {
    return await (found.message.endsWith("request") ? checkRequest(found, choice, how) : checkAnswer(found, how));
  } catch (error) {
    if (error instanceof DsiError) {
      return { ...found, error };
    }
    throw error;
  }
}

// The words with line and column, and what was found instead, as the program has them.
async function located({ blob, origin, look, error }) {
  const { code, path } = error;
  const found = look && error.offset < causeMax ? `: found ${look}` : "";
  const offset = origin + error.offset;
  const { line, column } = await lineAt(blob, offset);
  const message = error.message.replace(`byte ${error.offset}`, `line ${line}, column ${column}, byte ${offset}`);
  return code === "DSI_E_ARGUMENT" ? error : new DsiError({ code, path, offset, message: message + found });
}

/** Checks a message. An error of dsi is a result as well; its offset counts from the first byte of all. */
export async function check(blob, choice, how) {
  const result = await checkFound(await identify(blob, choice), choice, how);
  const unlike = result.unlike || result.look !== undefined;
  return result.error ? { ...result, unlike, error: await located(result) } : result;
}
