// The package against dsi-mock: whole introspections over fetch, and AWS's own client
// with its input validated before anything is sent.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Poll, ValidationError, encode, target, validateInput } from "../../web/index.js";
import { input, pieces, withMock } from "./world.mjs";

const installed = createRequire(process.env.DSI_INTEROP_MODULES + "/");
const {
  AppSyncClient, GetDataSourceIntrospectionCommand, ListApisCommand, StartDataSourceIntrospectionCommand,
} = installed("@aws-sdk/client-appsync");

const quick = { baseDelayMs: 1, maxDelayMs: 2 };

function send(url, { message, request }) {
  const options = message === "start-request"
    ? { method: "POST", headers: { "content-type": "application/json" }, body: encode(message, input) } : {};
  return fetch(url + target(message, request), options);
}

// Polls to the end. Returns the steps and the models.
async function introspect(poll, answer) {
  const steps = [poll.step];
  const models = [];
  while (!poll.step.ended) {
    await delay(poll.step.delayMs);
    const response = await answer(poll.step);
    if (response === null) {
      poll.lost(new Error("no answer"));
    } else {
      for await (const model of poll.read(response)) {
        models.push(model.name);
      }
    }
    steps.push(poll.step);
  }
  poll.close();
  return { steps, models, actions: steps.map(({ action }) => action), last: steps.at(-1) };
}

describe("Poll", () => {
  for (const [why, args, options, count, actions] of [
    ["ready at once", ["--processing", "0"], {}, 7, ["start", "wait", "fetch", "fetch", "done"]],
    ["the caller's page size", ["--processing", "0"], { maxResults: 2 }, 7,
      ["start", "wait", "fetch", "fetch", "fetch", "done"]],
    ["throttled at first", ["--processing", "0", "--fault", "throttle@1"], {}, 7,
      ["start", "restart", "wait", "fetch", "fetch", "done"]],
    ["a page that is cut", ["--processing", "0", "--fault", "cut@3"], {}, undefined,
      ["start", "wait", "fetch", "retry", "fetch", "done"]],
    ["an introspection that fails", ["--fault", "failed"], {}, 0, undefined],
  ]) {
    test(`against dsi-mock: ${why}`, () => withMock(args, async (url) => {
      const run = await introspect(new Poll({ ...quick, ...options }), (step) => send(url, step));

      if (actions !== undefined) {
        assert.deepEqual(run.actions, actions);
        assert.equal(new Set(run.models).size, 7);
      } else {
        assert.deepEqual([run.last.action, run.last.cause], ["failed", "status-failed"]);
        assert.ok(run.last.detail.length > 0);
      }
      if (count !== undefined) {
        assert.equal(run.models.length, count);
      }
    }));
  }

  const answer = (value) => ({ status: 200, body: pieces(JSON.stringify(value)) });

  test("answers that never come spend the retries", async () => {
    const poll = new Poll({ ...quick, maxRetries: 2 });
    const { actions, last } = await introspect(poll, () => null);
    assert.deepEqual(actions, ["start", "restart", "restart", "give-up"]);
    assert.deepEqual([last.cause, last.lastCause], ["retries-spent", "lost"]);
    assert.equal(poll.error.message, "no answer");
  });
  test("a body whose source fails is lost, and its error is kept", async () => {
    const poll = new Poll(quick);
    async function* broken() {
      yield Buffer.from("{");
      throw new Error("reset");
    }
    for await (const model of poll.read({ status: 200, body: broken() })) {
      assert.fail(model);
    }
    assert.deepEqual([poll.step.action, poll.step.cause, poll.error.message], ["restart", "lost", "reset"]);
    poll.close();
  });
  test("pieces that are no bytes are the caller's error", async () => {
    const poll = new Poll(quick);
    await assert.rejects(async () => {
      for await (const model of poll.read({ body: [5] })) {
        assert.fail(model);
      }
    }, { code: "DSI_E_ARGUMENT" });
    assert.equal(poll.step.action, "start");
    poll.close();
  });
  test("a body that has no pieces is the caller's error, too", async () => {
    const poll = new Poll(quick);
    await assert.rejects(poll.read({ body: 5 }).next(), { code: "DSI_E_ARGUMENT" });
    assert.deepEqual([poll.step.action, poll.error], ["start", undefined]);
    poll.close();
  });
  test("an answer that dsi refuses is the end", async () => {
    const poll = new Poll(quick);
    const { last } = await introspect(poll, () => answer({ introspectionId: 5 }));
    assert.deepEqual([last.action, last.cause, poll.error.code], ["failed", "unreadable", "DSI_E_TYPE"]);
  });
  test("resume goes on with a page", () => {
    const poll = new Poll({ includeModelsSDL: true });
    const step = poll.resume("id é", "token");
    assert.deepEqual([step.action, step.request],
      ["fetch", { introspectionId: "id é", includeModelsSDL: true, nextToken: "token" }]);
    poll.close();
  });
  test("restart after a failure that may pass; the random number is the caller's", async () => {
    const poll = new Poll({ baseDelayMs: 1000, random: () => 2 ** 32 - 1 });
    const failed = answer({ introspectionStatus: "FAILED", introspectionStatusDetail: "paused" });
    for await (const model of poll.read(failed)) {
      assert.fail(model);
    }
    assert.deepEqual([poll.step.action, poll.step.detail], ["failed", "paused"]);
    assert.equal(poll.restart().action, "restart");
    assert.equal(poll.step.delayMs, 1000);
    poll.close();
    assert.throws(() => poll.restart(), { code: "DSI_E_ARGUMENT" });
  });
});

describe("validateInput, in AWS's client", () => {
  const broken = { rdsDataApiConfig: { ...input.rdsDataApiConfig,
    resourceArn: "arn:aws:rds:us-east-1:1:cluster:orders", databaseName: "" } };

  // Calls the mock with a client, and returns what it sent beside the outcome.
  function call(command, options) {
    return withMock(["--processing", "0"], async (endpoint) => {
      const client = new AppSyncClient({ endpoint, region: "us-east-1", maxAttempts: 1,
        credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" } });
      let sent = 0;
      client.middlewareStack.use(validateInput(options));
      client.middlewareStack.add((next) => (args) => { sent++; return next(args); }, { step: "finalizeRequest" });
      try {
        return await client.send(command).then((output) => ({ output, sent }), (error) => ({ error, sent }));
      } finally {
        client.destroy();
      }
    });
  }

  for (const options of [{ level: "foo" }, { level: null }]) {
    test(`level ${options.level} is refused at once, and no input is blamed`, () => assert.throws(
      () => validateInput(options), { name: "DsiError", code: "DSI_E_ARGUMENT", message: /^level is one of model, / }));
  }
  test("a Start request that is right is sent", async () => {
    const { output, sent } = await call(new StartDataSourceIntrospectionCommand(input));
    assert.ok(output.introspectionId);
    assert.equal(sent, 1);
  });
  for (const [why, command, paths] of [
    ["Start", new StartDataSourceIntrospectionCommand(broken),
      ["/rdsDataApiConfig/resourceArn", "/rdsDataApiConfig/databaseName"]],
    ["Get", new GetDataSourceIntrospectionCommand({ introspectionId: "", maxResults: 26 }),
      ["/introspectionId", "/maxResults"]],
  ]) {
    test(`${why}: every violation, before anything is sent`, async () => {
      const { error, sent } = await call(command);
      assert.ok(error instanceof ValidationError, error);
      assert.deepEqual(error.violations.map(({ path }) => path), paths);
      assert.equal(error.path, paths[0]);
      assert.equal(sent, 0);
    });
  }
  test("strictly: a member that is not known", async () => {
    const command = new GetDataSourceIntrospectionCommand({ introspectionId: "x", maxResult: 3 });
    const { error, sent } = await call(command, { strict: true });
    assert.equal(error.violations[0].suggestion, "maxResults");
    assert.equal(sent, 0);
  });
  test("a value of another type is an error of dsi", async () => {
    const { error, sent } = await call(new GetDataSourceIntrospectionCommand({ introspectionId: 5 }));
    assert.ok(error instanceof ValidationError, error);
    assert.deepEqual([error.code, error.path, sent], ["DSI_E_TYPE", "/introspectionId", 0]);
    assert.deepEqual(error.violations.map(({ code }) => code), ["DSI_E_TYPE"]);
  });
  test("another operation passes", async () => {
    const { sent } = await call(new ListApisCommand({}));
    assert.equal(sent, 1);
  });
});
