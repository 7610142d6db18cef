// The public client against dsi-mock: a whole introspection, page by page, and each of
// the mock's faults. dsi must read the same in the bytes of each answer as the client
// does.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import {
  NodeHttpHandler, GetDataSourceIntrospectionCommand, StartDataSourceIntrospectionCommand,
  clientOf, dsi, failure, input, introspect, members, read, readError, run,
} from "./world.mjs";

const mock = join(process.env.DSI_EXAMPLES, "dsi-mock");

// Keeps the bytes of each answer, and passes them on.
class Recorder extends NodeHttpHandler {
  answers = [];

  async handle(request, options) {
    const { response } = await super.handle(request, options);
    const parts = [];
    for await (const part of response.body) {
      parts.push(part);
    }
    const body = Buffer.concat(parts);
    this.answers.push({ status: response.statusCode, headers: response.headers, body });
    response.body = Readable.from([body]);
    return { response };
  }
}

// Starts a mock with `args`, and calls `use` with a client of it.
async function withMock(args, use, options = {}) {
  let url;
  let child;
  const started = new Promise((resolve, reject) => {
    const running = run(mock, args, (out) => {
      const found = /^listening on (\S+)$/m.exec(out);
      if (found) {
        url = found[1];
        resolve();
      }
    });
    child = running.child;
    running.ended.then(({ status, words }) => reject(new Error(`${mock}: ${status} ${words}`)));
  });
  await started;
  const recorder = new Recorder();
  const client = clientOf(url, { requestHandler: recorder, ...options });
  try {
    return await use(client, recorder.answers);
  } finally {
    client.destroy();
    child.kill("SIGTERM");
  }
}

const start = () => new StartDataSourceIntrospectionCommand(input);

describe("dsi-mock", () => {
  for (const [why, args, options, expected] of [
    ["all models, on three pages", [], {}, { models: 7, pages: 3 }],
    ["nulls, as the real service writes them", ["--nulls"], {}, { models: 7, pages: 3 }],
    ["the client's page size", [], { maxResults: 2 }, { models: 7, pages: 4 }],
    ["with GraphQL schemas", [], { includeModelsSDL: true }, { models: 7, pages: 3, sdl: true }],
    ["one page", ["--models", "3"], {}, { models: 3, pages: 1 }],
    ["an empty database", ["--models", "0"], {}, { models: 0, pages: 1 }],
    ["a larger database, ready at once", ["--models", "60", "--page", "25", "--processing", "0"],
      {}, { models: 60, pages: 3 }],
  ]) {
    test(`success: ${why}`, () => withMock(args, async (client, answers) => {
      const { outputs, models, pages } = await introspect(client, options);

      assert.equal(models.length, expected.models);
      assert.equal(pages, expected.pages);
      assert.equal(new Set(models.map(({ name }) => name)).size, expected.models);
      assert.equal(models.some(({ sdl }) => sdl !== undefined), expected.sdl === true);
      assert.equal(answers.length, outputs.length);
      outputs.forEach((output, i) => {
        const message = i === 0 ? "start-response" : "get-response";
        assert.deepEqual(members(output), read(message, answers[i].body));
        assert.ok(output.$metadata.requestId);
      });
    }));
  }

  for (const [fault, name, status, faulty] of [
    ["throttle", "TooManyRequestsException", 429, "client"],
    ["busy", "ServiceUnavailableException", 503, "server"],
    ["resuming", "DatabaseResumingException", 400, "client"],
    ["internal", "InternalFailureException", 500, "server"],
    ["unauthorized", "UnauthorizedException", 401, "client"],
  ]) {
    test(`fault: ${fault}`, () => withMock(["--fault", `${fault}@1`], async (client, answers) => {
      const error = await failure(client.send(start()));
      const ours = readError(answers[0]);

      assert.equal(error.name, name);
      assert.equal(error.$metadata.httpStatusCode, status);
      assert.equal(error.$fault, faulty);
      assert.deepEqual(
        [error.name, error.$metadata.httpStatusCode, error.$fault, error.message,
          error.$metadata.requestId],
        [ours.type, ours.status, ours.fault, ours.message, ours.requestId]);
    }));
  }

  test("fault: not-found, in an answer to Get", () => withMock(["--fault", "not-found@2"],
    async (client, answers) => {
      const error = await failure(introspect(client));

      assert.equal(error.name, "NotFoundException");
      assert.equal(error.message, readError(answers[1]).message);
    }));

  test("fault: code-error, the type in the body", () => withMock(["--fault", "code-error@1"],
    async (client, answers) => {
      const error = await failure(client.send(start()));
      const ours = readError(answers[0]);

      assert.equal(error.name, ours.type);
      assert.equal(error.message, ours.message);
      assert.equal(error.reason, ours.reason);
      assert.deepEqual(error.detail, ours.detail);
    }));

  test("fault: failed", () => withMock(["--fault", "failed"], async (client) => {
    const { outputs } = await introspect(client);
    const last = outputs.at(-1);

    assert.equal(last.introspectionStatus, "FAILED");
    assert.ok(last.introspectionStatusDetail);
  }));

  test("fault: slow bytes are only slow", () => withMock(["--fault", "slow@1"],
    async (client, answers) => {
      const output = await client.send(start());

      assert.deepEqual(members(output), read("start-response", answers[0].body));
    }));

  for (const fault of ["cut", "html"]) {
    test(`fault: ${fault}, and nothing is taken for an output`,
      () => withMock(["--fault", `${fault}@1`],
        (client) => assert.rejects(client.send(start()))));
  }

  test("the client's own retries get past throttling", () => withMock(
    ["--fault", "throttle@1"], async (client, answers) => {
      assert.equal((await introspect(client)).models.length, 7);
      assert.equal(answers[0].status, 429);
    }, { maxAttempts: 3 }));

  for (const [why, values] of [
    ["no configuration's members", { rdsDataApiConfig: {} }],
    ["texts that are not ARNs", { rdsDataApiConfig: {
      resourceArn: "arn:aws:rds:us-east-1:1:cluster:a", secretArn: "", databaseName: "" } }],
  ]) {
    test(`refused, in the words of dsi validate: ${why}`, () => withMock([], async (client) => {
      const error = await failure(client.send(new StartDataSourceIntrospectionCommand(values)));
      const report = JSON.parse(dsi(["validate", "start-request", "--json"],
        JSON.stringify(values)).out);

      assert.equal(error.name, "BadRequestException");
      assert.equal(error.$metadata.httpStatusCode, 400);
      assert.equal(error.message, report.message);
    }));
  }

  test("an id that the mock never gave", () => withMock([], (client) => assert.rejects(
    client.send(new GetDataSourceIntrospectionCommand({ introspectionId: "a/b?c" })),
    { name: "NotFoundException" })));

  test("a token that the mock never gave", () => withMock(["--processing", "0"], async (client) => {
    const { introspectionId } = await client.send(start());

    await assert.rejects(
      client.send(new GetDataSourceIntrospectionCommand({ introspectionId, nextToken: "x" })),
      { name: "BadRequestException" });
  }));
});
