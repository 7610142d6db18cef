// What the functions of the package return and refuse.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import {
  Decoder, DsiError, Poll, decode, encode, generate, messages, parseArn, target, validate, version,
} from "../../web/index.js";
import { input, pieces, thrown } from "./world.mjs";

const config = input.rdsDataApiConfig;
const start = (members) => ({ rdsDataApiConfig: { ...config, ...members } });
const text = (bytes) => Buffer.from(bytes).toString();

test("the package has dsi's version", () => {
  const { version: own } = JSON.parse(readFileSync(new URL("../../web/package.json", import.meta.url)));
  assert.equal(own, version);
});

describe("the file for browsers", () => {
  const { browser } = JSON.parse(readFileSync(new URL("../../web/package.json", import.meta.url)));
  for (const [own, other] of Object.entries(browser)) {
    const [here, there] = [own, other].map((name) => new URL(`../../web/${name}`, import.meta.url));
    test(`${other} needs no module of Node`, () => assert.doesNotMatch(readFileSync(there, "utf8"), /node:/));
    test(`${other} exports what ${own} does`, async () => assert.deepEqual(
      Object.keys(await import(there)), Object.keys(await import(here))));
  }
  test("no other file needs one", () => {
    const folder = new URL("../../web/", import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
    assert.deepEqual(names.filter((name) => /["']node:/.test(readFileSync(new URL(name, folder)))), ["load.js"]);
    assert.deepEqual(Object.keys(browser), ["./load.js"]);
  });
});

// A source without an end: pieces are counted as they are pulled.
function endless(first) {
  const source = { pulled: 0, cancelled: false };
  source.stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode(source.pulled++ === 0 ? first : " ".repeat(1000)));
    },
    cancel() {
      source.cancelled = true;
    },
  });
  return source;
}

describe("a source without an end is cancelled", () => {
  for (const [why, first, options, code] of [
    ["when its message is refused", "{nothing", {}, "DSI_E_SYNTAX"],
    ["at the limit", "{", { maxBytes: 5000 }, "DSI_E_MAX_BYTES"],
  ]) {
    test(why, async () => {
      const source = endless(first);
      const decoder = new Decoder("get-response", { status: 200 }, options);
      const failed = await decoder.read(source.stream).next().catch((error) => error);
      assert.equal(failed.code, code);
      assert.ok(source.pulled < 20 && source.cancelled, `${source.pulled} pieces`);
    });
    test(`${why}, by a poll`, async () => {
      const source = endless(first);
      const poll = new Poll();
      poll.resume("i");
      await poll.read({ status: 200, headers: [], body: source.stream }, options).next();
      assert.equal(poll.error.code, code);
      assert.ok(source.pulled < 20 && source.cancelled, `${source.pulled} pieces`);
      poll.close();
    });
  }
});

test("an answer to a step that is past is refused", async () => {
  const poll = new Poll();
  const reading = poll.read({ status: 200, headers: [], body: endlessly(poll) });
  const error = await reading.next().catch((failed) => failed);
  assert.equal(error.code, "DSI_E_ARGUMENT");
  assert.equal(poll.step.request.introspectionId, "other");
  poll.close();
});

// Resumes the poll while its answer arrives.
async function* endlessly(poll) {
  poll.resume("other");
  yield '{"introspectionId":"q","introspectionStatus":"PROCESSING"}';
}

test("a view that lies about its length gives its own bytes", () => {
  class Liar extends Uint8Array {
    get length() {
      return 300;
    }
  }
  parseArn("arn:aws:rds:us-east-1:123456789012:cluster:a-name-of-an-earlier-call");
  assert.deepEqual(decode("start-request", new Liar(Buffer.from("{}"))), {});
});

test("the 1025th decoder is refused, and another one is made when one is closed", () => {
  const decoders = Array.from({ length: 1024 }, () => new Decoder("start-response", {}, { memory: 1 }));
  assert.equal(thrown(() => new Decoder("start-response")).message,
    "1024 decoders, polls and generators are open: close what is not needed");
  decoders.pop().close();
  decoders.push(new Decoder("start-response", {}, { memory: 1 }));
  decoders.forEach((decoder) => decoder.close());
});

test("the list of messages", () => {
  assert.deepEqual(messages.map(({ name }) => name),
    ["start-request", "start-response", "get-request", "get-response"]);
  assert.equal(messages[2].path, "/v1/datasources/introspections/{introspectionId}");
  assert.deepEqual(messages[1].fields[1].values, ["PROCESSING", "FAILED", "SUCCESS"]);
  assert.throws(() => { messages[0].fields[0].path = ""; }, TypeError);
});

describe("validate", () => {
  test("a request that is right", () => assert.deepEqual(validate("start-request", input),
    { valid: true, message: "", violations: [], unknown: [] }));
  test("every violation, with its place in the value", () => {
    const { valid, message, violations } = validate("start-request", start({
      resourceArn: "arn:aws:rds:us-east-1:1:cluster:orders", databaseName: "" }));

    assert.equal(valid, false);
    assert.match(message, /^2 validation errors detected\. /);
    assert.deepEqual(violations.map(({ code, path, offset, index, part }) => [code, path, offset, index, part]), [
      ["DSI_E_PATTERN", "/rdsDataApiConfig/resourceArn", 23, 23, "account"],
      ["DSI_E_LENGTH", "/rdsDataApiConfig/databaseName", 0, 0, undefined]]);
  });

  for (const [why, secretArn, offset, index] of [
    ["a character of two bytes before it", "arn:aws:secretsmanager:é", 23, 23],
    ["an ARN of another service", "arn:aws:rds:us-east-1:123456789012:secret:a", 8, 8],
  ]) {
    test(`a place in bytes and in units: ${why}`, () => {
      const [violation] = validate("start-request", start({ secretArn })).violations;
      assert.deepEqual([violation.offset, violation.index], [offset, index]);
    });
  }
  test("an index counts the units of characters outside the basic plane", () => {
    const { violations } = validate("get-request", { introspectionId: "x", nextToken: "é😀 a" });
    assert.deepEqual([violations[0].offset, violations[0].index], [6, 3]);
  });

  for (const [why, value, suggestion] of [
    ["another case", { secretARN: "x" }, "secretArn"],
    ["a letter too few", { databasName: "x" }, "databaseName"],
    ["nothing near", { colour: "x" }, undefined],
  ]) {
    test(`an unknown member: ${why}`, () => {
      const report = validate("start-request", start(value));
      const strict = validate("start-request", start(value), { strict: true });
      const [name] = Object.keys(value);

      assert.equal(report.valid, true);
      assert.deepEqual(report.unknown.map((member) => [member.path, member.name, member.suggestion]),
        [[`/rdsDataApiConfig/${name}`, name, suggestion]]);
      assert.equal(strict.valid, false);
      assert.deepEqual(strict.violations, report.unknown);
      assert.match(strict.message, /is not known/);
    });
  }
  test("an unknown member of an item: its structure has other names", () => {
    const models = [{}, { name: "orders", primaryKy: null }];
    const [member] = validate("get-response", { introspectionResult: { models } }).unknown;
    assert.deepEqual([member.path, member.suggestion],
      ["/introspectionResult/models/1/primaryKy", "primaryKey"]);
    assert.match(member.message, /did you mean 'primaryKey'\?$/);
  });
  test("a name that needs escapes in a path", () => {
    const [member] = validate("start-request", { "a/b~\"\u0001": 1 }).unknown;
    assert.deepEqual([member.path, member.name], ["/a~1b~0\"\u0001", "a/b~\"\u0001"]);
  });
  test("levels", () => {
    const value = start({ resourceArn: "arn:aws:rds:nowhere:123456789012:cluster:orders" });
    assert.equal(validate("start-request", value).valid, true);
    assert.equal(validate("start-request", value, { level: "documented" }).violations[0].level, 1);
    assert.equal(thrown(() => validate("start-request", value, { level: "all" })).code, "DSI_E_ARGUMENT");
  });
  test("JSON as a string, as bytes, and a target", () => {
    const json = JSON.stringify(input);
    assert.ok(validate("start-request", json).valid);
    assert.ok(validate("start-request", Buffer.from(json)).valid);
    assert.ok(validate("start-request", new TextEncoder().encode(json).buffer).valid);
    assert.equal(validate("get-request", "/v1/datasources/introspections/x?maxResults=26")
      .violations[0].code, "DSI_E_RANGE");
  });
});

describe("what is no such message is an error", () => {
  const cyclic = {};
  cyclic.self = cyclic;
  for (const [why, call, expected] of [
    ["a type", () => validate("start-request", { rdsDataApiConfig: 5 }),
      { code: "DSI_E_TYPE", offset: 20, path: "/rdsDataApiConfig" }],
    ["a byte that is not JSON", () => decode("start-request", "{]"), { code: "DSI_E_SYNTAX", offset: 1, path: "" }],
    ["bytes that are not UTF-8", () => decode("start-request", Buffer.from([0x7b, 0x22, 0xff])),
      { code: "DSI_E_UTF8", offset: 2 }],
    ["half of a pair in a value", () => validate("start-request", start({ databaseName: "a\ud800" })),
      { code: "DSI_E_SURROGATE", path: "/rdsDataApiConfig/databaseName" }],
    ["half of a pair in JSON", () => validate("start-request", "{\"é\udc00\":1}"),
      { code: "DSI_E_SURROGATE", offset: 4 }],
    ["half of a pair in an ARN", () => parseArn("arn:\ud83d"), { code: "DSI_E_SURROGATE", offset: 4 }],
    ["half of a pair in a header", () => decode("start-response", "",
      { status: 500, headers: { "x-amzn-requestid": "\ud83d" } }),
      { code: "DSI_E_SURROGATE" }],
    ["a number that JSON does not have", () => encode("get-request", { introspectionId: "x", maxResults: NaN }),
      { code: "DSI_E_INTEGER", path: "/maxResults" }],
    ["a number with a fraction", () => encode("get-request", { maxResults: 1.5 }),
      { code: "DSI_E_INTEGER", path: "/maxResults" }],
    ["an unknown member of an object", () => encode("start-request", { other: 1 }),
      { code: "DSI_E_UNKNOWN_MEMBER", offset: 1, path: "/other", message: "'/other' is not known" }],
    ["an unknown member inside of an object", () => encode("start-request", { rdsDataApiConfig: { secretARN: "" }, b: 1 }),
      { code: "DSI_E_UNKNOWN_MEMBER", offset: 21, path: "/rdsDataApiConfig/secretARN",
        message: "'/rdsDataApiConfig/secretARN' is not known; did you mean 'secretArn'?" }],
    ["an unknown member of an item", () => encode("get-response", { introspectionResult: { models: [{}, { sld: "" }] } }),
      { code: "DSI_E_UNKNOWN_MEMBER", path: "/introspectionResult/models/1/sld" }],
    ["an unknown member with a name that needs escapes", () => encode("start-request", { "a/b~\"": 1 }),
      { code: "DSI_E_UNKNOWN_MEMBER", path: "/a~1b~0\"" }],
    ["an unknown member of JSON, strictly", () => encode("start-request", '{ "other": 1}', { strict: true }),
      { code: "DSI_E_UNKNOWN_MEMBER", offset: 2, path: "/other" }],
    ["an unknown member that would be a parameter", () => target("get-request", { introspectionId: "x", maxResult: 1 }),
      { code: "DSI_E_UNKNOWN_MEMBER", offset: 23, path: "/maxResult",
        message: "'/maxResult' is not known; did you mean 'maxResults'?" }],
    ["an unknown parameter of a target, strictly",
      () => target("get-request", "/v1/datasources/introspections/x?MaxResults=1", { strict: true }),
      { code: "DSI_E_UNKNOWN_MEMBER", offset: 33, message: "'/MaxResults' is not known; did you mean 'maxResults'?" }],
    ["an answer where an output is meant", () => encode("start-response", decode("start-response", "{}")),
      { code: "DSI_E_UNKNOWN_MEMBER", path: "/output" }],
    ["a type, after an unknown member", () => encode("get-request", { other: 1, nextToken: 5 }),
      { code: "DSI_E_TYPE", path: "/nextToken" }],
    ["a boolean of a query", () => decode("get-request", "/v1/datasources/introspections/x?includeModelsSDL=True"),
      { code: "DSI_E_TYPE", offset: 50, path: "/includeModelsSDL",
        message: "a boolean is true or false, in lower case, in '/includeModelsSDL' (byte 50)" }],
    ["a boolean of a query that is checked",
      () => validate("get-request", "/v1/datasources/introspections/x?includeModelsSDL=1"),
      { code: "DSI_E_TYPE", message: "a boolean is true or false, in lower case, in '/includeModelsSDL' (byte 50)" }],
    ["a boolean of JSON", () => decode("get-request", '{"includeModelsSDL":"True"}'),
      { code: "DSI_E_TYPE", offset: 20 }],
    ["more bytes than the limit", () => decode("start-request", "{}   ", {}, { maxBytes: 4 }),
      { code: "DSI_E_MAX_BYTES", offset: 4 }],
    ["a limit that is negative", () => decode("start-request", "{}", {}, { maxBytes: -1 }), { code: "DSI_E_ARGUMENT" }],
    ["a status that is too large", () => decode("start-response", "{}", { status: 2 ** 33 + 200 }),
      { code: "DSI_E_ARGUMENT" }],
    ["a message that is unknown", () => encode("stop-request", {}), { code: "DSI_E_ARGUMENT" }],
    ["a number for a message", () => validate("start-request", 5), { code: "DSI_E_ARGUMENT" }],
    ["a value that has no JSON", () => validate("get-request", { toJSON() {} }), { code: "DSI_E_ARGUMENT" }],
    ["null for a message", () => validate("get-request", null), { code: "DSI_E_ARGUMENT" }],
    ["an id that a path cannot hold", () => target("get-request", { introspectionId: ".." }),
      { code: "DSI_E_DOT_SEGMENT" }],
    ["a seed with a sign", () => generate("get-request", { seed: -1 }).next(), { code: "DSI_E_ARGUMENT" }],
  ]) {
    test(why, () => {
      const error = thrown(call);

      assert.ok(error instanceof DsiError, error);
      assert.equal(error.name, "DsiError");
      assert.ok(error.message.length > 0);
      for (const [name, value] of Object.entries(expected)) {
        assert.equal(error[name], value, name);
      }
    });
  }
  test("a value that JSON cannot hold at all", () => {
    assert.throws(() => validate("start-request", cyclic), TypeError);
    assert.throws(() => validate("get-request", { maxResults: 1n }), TypeError);
  });
});

describe("bytes of another realm", () => {
  const bytes = runInNewContext("new Uint8Array([123, 0x22, 97, 0x22, 58, 49, 125, 125]).subarray(0, 7)"); // {"a":1}
  for (const [why, value] of [["an array", bytes], ["a buffer", bytes.slice().buffer]]) {
    test(why, () => {
      assert.equal(value instanceof Uint8Array || value instanceof ArrayBuffer, false);
      assert.deepEqual(validate("start-request", value).unknown.map(({ name }) => name), ["a"]);
      assert.equal(thrown(() => decode("start-request", value, {}, { strict: true })).code, "DSI_E_UNKNOWN_MEMBER");
      const decoder = new Decoder("start-response");
      decoder.feed(value);
      assert.deepEqual(decoder.finish(), { output: {} });
    });
  }
  test("an object of another realm", () => assert.deepEqual(
    validate("start-request", runInNewContext("({ b: 1 })")).unknown.map(({ name }) => name), ["b"]));
});

describe("what only looks like an object or like bytes is refused", () => {
  for (const value of [new DataView(new ArrayBuffer(2)), new SharedArrayBuffer(2), new Uint16Array(1), new Int8Array(2),
    new Uint8ClampedArray(2), new Map([["a", 1]]), new Set(["a"]), Promise.resolve({}), new Blob(["{}"]),
    runInNewContext("new Map()"), { get [Symbol.toStringTag]() { return "ArrayBuffer"; } }, 5, null, undefined]) {
    const name = Object.prototype.toString.call(value).slice(8, -1);
    test(name, () => {
      for (const call of [() => validate("start-request", value), () => encode("start-request", value),
        () => decode("start-request", value)]) {
        const error = thrown(call);
        assert.equal(error.code, "DSI_E_ARGUMENT", error);
        assert.match(error.message, new RegExp(`and not ${name}$`, "i"));
      }
    });
  }
});

describe("texts cross exactly", () => {
  for (const databaseName of ["", "\u0000", "\" \\ / \b\f\n\r\t\u001f\u007f", "é€😀\u{10ffff}\ufeff", "\ufeffa",
    "null", "x".repeat(100000)]) {
    test(JSON.stringify(databaseName).slice(0, 40), () => {
      const value = start({ databaseName });
      assert.deepEqual(decode("start-request", encode("start-request", value)), value);
      assert.deepEqual(JSON.parse(text(encode("start-request", value))), value);
    });
  }
});

describe("encode and target", () => {
  test("members in the model's order, without absent ones", () => assert.equal(
    text(encode("start-request", { rdsDataApiConfig: { databaseName: "d", resourceArn: "r", secretArn: undefined } })),
    '{"rdsDataApiConfig":{"resourceArn":"r","databaseName":"d"}}'));
  test("with nulls, and pretty", () => assert.equal(
    text(encode("start-response", { introspectionId: "x" }, { nulls: true, pretty: true })),
    '{\n  "introspectionId": "x",\n  "introspectionStatus": null,\n  "introspectionStatusDetail": null\n}\n'));
  test("JSON without its unknown members", () => {
    assert.equal(text(encode("get-request", '{ "other": 1, "nextToken": "x" }')), '{"nextToken":"x"}');
    assert.equal(text(encode("get-request", { other: 1, nextToken: "x" }, { strict: false })), '{"nextToken":"x"}');
    assert.equal(target("start-request", '{"other":1}'), "/v1/datasources/introspections");
  });
  test("the bytes are a copy", () => {
    const first = encode("get-request", { introspectionId: "a" });
    encode("get-request", { introspectionId: "b" });
    assert.equal(text(first), '{"introspectionId":"a"}');
  });
  test("targets", () => {
    assert.equal(target("start-request"), "/v1/datasources/introspections");
    assert.equal(target("get-request", { introspectionId: "a/b é", maxResults: 3, nextToken: "+&" }),
      "/v1/datasources/introspections/a%2Fb%20%C3%A9?maxResults=3&nextToken=%2B%26");
  });
});

describe("decode", () => {
  test("an output", () => assert.deepEqual(decode("start-response", '{"introspectionId":"x","new":1}'),
    { output: { introspectionId: "x" } }));
  for (const [why, headers] of [
    ["an object", { "Retry-After": "3", "x-amzn-errortype": "BadRequestException:http://x", other: undefined }],
    ["Node's lists", { "retry-after": ["3"], "x-amzn-errortype": ["BadRequestException"] }],
    ["Headers of fetch", new Headers({ "Retry-After": "3", "X-Amzn-ErrorType": "BadRequestException" })],
    ["a Map", new Map([["retry-after", "3"], ["x-amzn-errortype", "BadRequestException"]])],
  ]) {
    test(`a service error, headers as ${why}`, () => {
      const { error } = decode("get-response", '{"message":"no"}', { status: 400, headers });
      assert.deepEqual([error.type, error.status, error.message, error.retryAfterMs, error.class],
        ["BadRequestException", 400, "no", 3000, "modelled"]);
    });
  }
  test("a request is the value itself", () => assert.deepEqual(
    decode("get-request", "/v1/datasources/introspections/x?includeModelsSDL=true"),
    { introspectionId: "x", includeModelsSDL: true }));
  test("a page of 40 MB", () => {
    const model = { name: "a".repeat(1000) };
    const output = { introspectionResult: { models: Array(40000).fill(model) } };
    const decoded = decode("get-response", JSON.stringify(output)).output;
    assert.equal(decoded.introspectionResult.models.length, 40000);
    assert.deepEqual(decoded.introspectionResult.models[39999], model);
  });
});

describe("parseArn", () => {
  test("its parts", () => assert.deepEqual(parseArn(config.resourceArn, { kind: "rds-cluster" }),
    { ok: true, partition: "aws", service: "rds", region: "us-east-1",
      account: "123456789012", resource: "cluster:orders" }));
  test("where it is wrong", () => {
    const { ok, part, offset, index, message } = parseArn("arn:aws:s3:::é", { kind: "secret" });
    assert.deepEqual([ok, part, offset, index], [false, "service", 9, 9]);
    assert.ok(message.length > 0);
  });
  test("a value that is no text", () => assert.throws(() => parseArn(5), TypeError));
  test("levels: one ARN cannot disagree", () => {
    const arn = "arn:aws:rds:nowhere:123456789012:cluster:orders";
    assert.equal(parseArn(arn, { kind: "rds-cluster" }).ok, true);
    assert.equal(parseArn(arn, { kind: "rds-cluster", level: "documented" }).part, "region");
    assert.deepEqual(thrown(() => parseArn(arn, { level: "agreement" })).message,
      "level is one of model, documented, and not 'agreement'");
  });
});

describe("Decoder", () => {
  const models = [{ name: "a" }, { name: "é😀" }];
  const output = { introspectionId: "i", introspectionResult: { models, nextToken: "t" } };
  const rest = { output: { introspectionId: "i", introspectionResult: { nextToken: "t" } } };
  const body = JSON.stringify(output);

  for (const [why, source] of [
    ["one piece", () => pieces(body)],
    ["single bytes", () => pieces(body, 1)],
    ["a body of fetch", () => new Response(body).body],
    ["a stream that cannot be iterated over", () => {
      const reader = new Response(body).body.getReader();
      return { getReader: () => reader };
    }],
    ["a response of fetch", () => new Response(body)],
    ["a Blob", () => new Blob([body])],
    ["bytes", () => new TextEncoder().encode(body)],
    ["a buffer", () => new TextEncoder().encode(body).buffer],
    ["a string", () => body],
    ["a list of strings", () => [...body]],
    ["a stream of Node, in what has a body", () => ({ body: Readable.from(pieces(body, 3)) })],
    ["an asynchronous generator", async function* source() { yield* pieces(body, 7); }],
  ]) {
    test(`models of ${why}`, async () => {
      const decoder = new Decoder("get-response");
      const found = [];
      for await (const model of decoder.read(source())) {
        found.push(model);
      }
      assert.deepEqual(found, models);
      assert.deepEqual(decoder.answer, rest);
    });
  }
  for (const [why, source, name] of [["a number", 5, "number"], ["an object", {}, "Object"],
    ["a promise", Promise.resolve(), "Promise"], ["a list of numbers", [123], "number"]]) {
    test(`models of ${why}: an error about the argument`, async () => {
      const decoder = new Decoder("get-response");
      await assert.rejects(decoder.read(source).next(),
        { code: "DSI_E_ARGUMENT", message: new RegExp(`, and not ${name}$`) });
      assert.match(thrown(() => decoder.finish()).message, /closed/);
    });
  }
  test("a response without a body", async () => {
    const decoder = new Decoder("get-response", { status: 204 });
    assert.equal((await decoder.read(new Response(null, { status: 204 })).next()).done, true);
    assert.deepEqual(decoder.answer, { output: {} });
  });
  test("a response of fetch that is a service error", async () => {
    const response = new Response("slow down", { status: 429 });
    const decoder = new Decoder("get-response", response);
    for await (const model of decoder.read(response.body)) {
      assert.fail(model);
    }
    assert.equal(decoder.answer.error.class, "throttle");
  });
  test("an answer that breaks off", async () => {
    const decoder = new Decoder("get-response");
    const found = [];
    await assert.rejects(async () => {
      for await (const model of decoder.read(pieces(body.slice(0, 75), 5))) {
        found.push(model);
      }
    }, { code: "DSI_E_TRUNCATED", path: /^\/introspectionResult\/models/ });
    assert.deepEqual(found, models.slice(0, 1));
  });
  test("a loop that ends early closes the decoder", async () => {
    const decoder = new Decoder("get-response");
    for await (const model of decoder.read(pieces(body))) {
      assert.deepEqual(model, models[0]);
      break;
    }
    assert.equal(thrown(() => decoder.feed(pieces(body)[0])).code, "DSI_E_ARGUMENT");
    decoder.close();
  });
  test("a model that needs more memory than there is", () => {
    const large = JSON.stringify({ introspectionResult: { models: [{ fields: Array(9000).fill({ name: "a" }) }] } });
    const small = new Decoder("get-response");
    small.feed(Buffer.from(large));
    assert.equal(thrown(() => small.finish()).code, "DSI_E_MEMORY");
    const decoder = new Decoder("get-response", {}, { memory: 4 * 1024 * 1024 });
    assert.equal(decoder.feed(large)[0].fields.length, 9000);
    assert.deepEqual(decoder.finish(), { output: { introspectionResult: {} } });
    [small, decoder].forEach((one) => one.close());
  });
});

test("a message that is too large is refused, and the next one is read", () => {
  for (const length of [2 ** 30, 2 ** 30 - 1]) {
    assert.equal(thrown(() => decode("start-request", new Uint8Array(length))).code, "DSI_E_MEMORY");
    assert.ok(validate("start-request", input).valid);
  }
});

test("vectors: the same seed gives the same ones", () => {
  const codes = (options) => [...generate("start-request", { count: 50, ...options })]
    .map(({ code, bytes }) => code + text(bytes));
  assert.deepEqual(codes({ seed: 7n, broken: true }), codes({ seed: 7, broken: true }));
  assert.notDeepEqual(codes({ seed: 2n ** 40n }), codes({ seed: 0 }));
  assert.ok(codes({ seed: 7 }).every((code) => code.startsWith("DSI_OK")));
});
