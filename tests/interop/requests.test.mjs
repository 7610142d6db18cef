// The public client and dsi must send the same bytes for a request. dsi must
// decode them to the values that the client was given.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  GetDataSourceIntrospectionCommand, StartDataSourceIntrospectionCommand, clientOf,
  generated, input, read, serve, written,
} from "./world.mjs";

const arns = input.rdsDataApiConfig;
const start = [
  ["every member", input],
  ["every member is absent", {}],
  ["an empty configuration, which the model forbids", { rdsDataApiConfig: {} }],
  ["values that the model forbids", { rdsDataApiConfig: {
    resourceArn: "arn", secretArn: "", databaseName: "x".repeat(200) } }],
  ["characters that JSON must or may escape", { rdsDataApiConfig: {
    ...arns, databaseName: "\" \\ / \b\f\n\r\t \u0000 \u001f \u007f \u2028 <>&'" } }],
  ["characters of two, three and four bytes", { rdsDataApiConfig: {
    ...arns, databaseName: "é € 👍 \u{10ffff} \ufeff" } }],
];
const get = [
  ["the id alone", { introspectionId: "a1234567-8910-abcd-efgh-identifier" }],
  ["every parameter, in the order of their names", { introspectionId: "7",
    nextToken: "page2", maxResults: 25, includeModelsSDL: true }],
  ["false and 0 are written", { introspectionId: "7", maxResults: 0,
    includeModelsSDL: false }],
  ["an empty token is written", { introspectionId: "7", nextToken: "" }],
  ["an id that would be three segments, and a query", { introspectionId: "a/../b?c=d&e#f" }],
  ["a token of characters that could end it", { introspectionId: "7",
    nextToken: "a+b/c==&maxResults=1#%25;,!'()*$@:~-._" }],
  ["characters of two, three and four bytes", { introspectionId: "é€👍",
    nextToken: "\u{10ffff}" }],
  ["the limits of an integer", { introspectionId: "7", maxResults: -2147483648 }],
];

// The digits of an escape may be in either case: \u001f, \u001F. This makes them lower
// case.
const plain = (bytes) => bytes.toString().replace(/\\u[0-9a-f]{4}/gi, (escape) => escape.toLowerCase());

// The values as JSON, for dsi. The client gets the values themselves.
const given = (value) => Buffer.from(JSON.stringify(value));

describe("requests", () => {
  let service;
  let client;

  before(async () => {
    service = await serve([{ body: "{}" }]);
    client = clientOf(service.url);
  });
  after(() => { client.destroy(); service.close(); });

  async function sent(command) {
    await client.send(command);
    return service.requests.at(-1);
  }

  // Compares what both send: the bytes, and the head.
  async function sameHead(command, message, bytes) {
    const theirs = await sent(command);
    const ours = written(message, bytes);

    assert.equal(theirs.method, ours.method);
    assert.equal(theirs.target, ours.target);
    assert.equal(theirs.headers["content-type"], ours.type);
    return { theirs, ours };
  }

  async function sameStart(values, bytes) {
    const { theirs, ours } = await sameHead(new StartDataSourceIntrospectionCommand(values),
      "start-request", bytes);

    assert.deepEqual(read("start-request", theirs.body), values);
    assert.equal(plain(theirs.body), plain(ours.body));
  }

  async function sameGet(values, bytes) {
    const { theirs } = await sameHead(new GetDataSourceIntrospectionCommand(values),
      "get-request", bytes);

    assert.deepEqual(read("get-request", theirs.target), values);
  }

  for (const [why, values] of start) {
    test(`start: ${why}`, () => sameStart(values, given(values)));
  }
  for (const [why, values] of get) {
    test(`get: ${why}`, () => sameGet(values, given(values)));
  }
  test("start: 200 messages from a seed", async () => {
    for (const bytes of generated("start-request", 200, 11)) {
      await sameStart(read("start-request", bytes), bytes);
    }
  });
  test("get: 200 targets from a seed", async () => {
    for (const bytes of generated("get-request", 200, 12)) {
      await sameGet(read("get-request", bytes), bytes);
    }
  });
});
