// A message to everything that the page shows of it. Nothing here touches the page.
import { Decoder, DsiError, decode, encode, parseArn, target, validate } from "../index.js";
import { adviceOn, nextStep } from "./advice.js";
import { curlHead, guess, lookAt } from "./guess.js";

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

// The head of a `curl -i`, as characters that are bytes.
async function split(blob) {
  const bytes = new Uint8Array(await blob.slice(0, lookAt).arrayBuffer());
  const head = curlHead(new TextDecoder("latin1").decode(bytes));
  const body = head ? blob.slice(head.length) : blob;
  return { head, body, start: new TextDecoder().decode(bytes.subarray(head?.length ?? 0)) };
}

/** Which message it is, with which head. What the user chose comes first. */
export async function identify(blob, choice) {
  const { head, body, start } = await split(blob);
  const status = choice.status ?? head?.status;
  const guessed = guess(start, status);
  const message = choice.message || guessed.message;
  const assumed = status === undefined && message.endsWith("response") ? guessed.status : undefined;
  return { message, body, assumed, guessed: !choice.message,
    head: { status: status ?? assumed ?? 200, headers: [...(head?.headers ?? []), ...choice.headers] } };
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

async function checkAnswer(found, how) {
  const { answer, error, models, count } = await readAnswer(found, how);
  const output = answer?.output;
  return { ...found, error, models, count, output, serviceError: answer?.error,
    advice: answer?.error && adviceOn(answer.error),
    next: await nextStep(found.message, found.head, answer, found.body),
    canonical: output && canonicalOf(found, output, models, count) };
}

/** Checks a message. An error of dsi is a result as well. */
export async function check(blob, choice, how) {
  const found = await identify(blob, choice);
  try {
    return await (found.message.endsWith("request") ? checkRequest(found, choice, how) : checkAnswer(found, how));
  } catch (error) {
    if (error instanceof DsiError) {
      return { ...found, error };
    }
    throw error;
  }
}
