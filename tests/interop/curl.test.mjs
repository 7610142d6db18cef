// The example with libcurl and the public client against the same server. Both must
// send the same requests, correctly signed, and get the same models or the same error.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import {
  authorization, clientOf, credentials, input, introspect, members, region, run, serve,
} from "./world.mjs";

const example = join(process.env.DSI_EXAMPLES, "dsi_example_curl");
const id = "a1234567-8910-abcd-efgh-identifier";
const json = (value) => ({ body: JSON.stringify(value) });
const processing = { introspectionId: id, introspectionStatus: "PROCESSING",
  introspectionStatusDetail: null, introspectionResult: null };
const model = (name) => ({ name, fields: [
  { name: "id", type: { kind: "NonNull", name: null, values: null,
    type: { kind: "Scalar", name: "Int", type: null, values: null } }, length: 0 },
  { name: "état 👍", type: { kind: "Enum", name: "E", values: ["A", "B"] } }],
primaryKey: { name: "PRIMARY_KEY", fields: ["id"] }, indexes: [], sdl: null });
const page = (models, nextToken) => json({ introspectionId: id, introspectionStatus: "SUCCESS",
  introspectionResult: { models: models.map(model), nextToken } });
const error = (status, type, value) => ({ status, body: JSON.stringify(value),
  headers: type === undefined ? {} : { "x-amzn-errortype": type } });

// Runs the example against a server with these replies.
async function ours(replies, args = [], token = "") {
  const service = await serve(replies);
  const { ended } = run(example, ["--endpoint", service.url, "--region", region,
    "--resource-arn", input.rdsDataApiConfig.resourceArn,
    "--secret-arn", input.rdsDataApiConfig.secretArn,
    "--database-name", input.rdsDataApiConfig.databaseName,
    "--max-wait-ms", "1", ...args], undefined, token);
  const { status, out } = await ended.finally(service.close);
  const lines = out.trimEnd().split("\n").map((line) => JSON.parse(line));

  return { status, requests: service.requests, models: lines.slice(0, -1), end: lines.at(-1) };
}

// Runs the public client against the same replies.
async function theirs(replies, options = {}) {
  const service = await serve(replies);
  const client = clientOf(service.url, { maxAttempts: 6 });

  try {
    const { models, outputs } = await introspect(client, options);
    return { requests: service.requests, models: models.map(members), last: outputs.at(-1) };
  } catch (thrown) {
    return { requests: service.requests, thrown };
  } finally {
    client.destroy();
    service.close();
  }
}

const onWire = ({ method, target, headers, body }) => (
  { method, target, type: headers["content-type"], body: body.toString() });

// Signs a request by AWS's own code. The signature that was sent must be the same.
async function assertSigned(request) {
  const { headers } = request;
  const sent = /^AWS4-HMAC-SHA256 Credential=([^,]*), ?SignedHeaders=([^,]*), ?Signature=(\S+)$/
    .exec(headers.authorization);
  assert.ok(sent, headers.authorization);
  const [, credential, names, signature] = sent;
  const date = headers["x-amz-date"];
  const theirs = await authorization(request, names.split(";"));

  assert.equal(credential,
    `${credentials.accessKeyId}/${date.slice(0, 8)}/${region}/appsync/aws4_request`);
  assert.equal(signature, /Signature=(\S+)$/.exec(theirs)[1]);
}

describe("the example with libcurl", () => {
  for (const [why, replies, args, options] of [
    ["ready at once", [json(processing), page(["a"])], [], {}],
    ["two waits and three pages", [json(processing), json(processing), json(processing),
      page(["a", "b"], "t/1+=="), page(["c"], "t 2"), page([])], [], {}],
    ["every parameter", [json(processing), page(["a"], "t1"), page(["b"])],
      ["--max-results", "1", "--include-models-sdl"], { maxResults: 1, includeModelsSDL: true }],
    ["the public answer of a real database", [json(processing),
      { body: readFileSync(new URL("../../examples/messages/get-response.json", import.meta.url)) },
      page([])], [], {}],
  ]) {
    test(`success: ${why}`, async () => {
      const mine = await ours(replies, args);
      const other = await theirs(replies, options);

      assert.deepEqual(mine.end, { status: "SUCCESS", models: other.models.length });
      assert.equal(mine.status, 0);
      assert.deepEqual(mine.models, other.models);
      assert.deepEqual(mine.requests.map(onWire), other.requests.map(onWire));
      await Promise.all(mine.requests.map(assertSigned));
    });
  }

  for (const [why, reply] of [
    ["a modelled error", error(400, "BadRequestException", { message: "no" })],
    ["with a namespace and a URI", error(404, "a.b#NotFoundException:http://c/", { message: "m" })],
    ["the type in the body", error(401, undefined, { __type: "UnauthorizedException",
      message: "who?" })],
    ["an error of the front end", error(403, "AccessDeniedException", { Message: "not authorized" })],
    ["a bad signature", error(403, "InvalidSignatureException", { message: "expired" })],
  ]) {
    test(`error: ${why}`, async () => {
      for (const replies of [[reply], [json(processing), reply]]) {
        const mine = await ours(replies);
        const { thrown } = await theirs(replies);

        assert.equal(mine.status, 1);
        assert.deepEqual(
          [mine.end.error.type, mine.end.error.status, mine.end.error.message],
          [thrown.name, thrown.$metadata.httpStatusCode, thrown.message]);
        assert.equal(mine.requests.length, replies.length);
      }
    });
  }

  for (const [why, reply] of [
    ["throttled", error(429, "TooManyRequestsException", { message: "Too Many Requests" })],
    ["throttled, by name", error(400, "ThrottlingException", { message: "Rate exceeded" })],
    ["the server's fault", error(500, "InternalFailureException", { message: "oh" })],
    ["a front end that is down", error(503, "ServiceUnavailable", { message: "down" })],
  ]) {
    test(`both try again: ${why}`, async () => {
      const replies = [json(processing), reply, json(processing), page(["a"])];
      const mine = await ours(replies);
      const other = await theirs(replies);

      assert.deepEqual(mine.end, { status: "SUCCESS", models: 1 });
      assert.deepEqual(mine.models, other.models);
      assert.deepEqual(mine.requests.map(onWire), other.requests.map(onWire));
    });
  }

  test("temporary keys: the token is sent and signed", async () => {
    const { requests } = await ours([json(processing), page(["a"])], [], "a/session+token==");

    assert.equal(requests.length, 2);
    for (const request of requests) {
      assert.equal(request.headers["x-amz-security-token"], "a/session+token==");
      assert.match(request.headers.authorization, /SignedHeaders=[^,]*x-amz-security-token/);
      await assertSigned(request);
    }
  });

  test("a FAILED introspection ends in its detail", async () => {
    const failed = json({ introspectionId: id, introspectionStatus: "FAILED",
      introspectionStatusDetail: "no such database" });
    const mine = await ours([json(processing), failed]);
    const { last } = await theirs([json(processing), failed]);

    assert.equal(mine.status, 1);
    assert.equal(mine.end.introspectionStatus, last.introspectionStatus);
    assert.equal(mine.end.introspectionStatusDetail, last.introspectionStatusDetail);
  });
});
