// The public client and dsi must read the same in an answer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
  GetDataSourceIntrospectionCommand, StartDataSourceIntrospectionCommand, clientOf,
  generated, input, members, read, serve,
} from "./world.mjs";

const example = (name) => readFileSync(
  new URL(`../../examples/messages/${name}`, import.meta.url));
const operations = {
  "start-response": () => new StartDataSourceIntrospectionCommand(input),
  "get-response": () => new GetDataSourceIntrospectionCommand({ introspectionId: "7" }),
};

// Lets both read each body. The client makes one call for each.
async function sameAnswers(message, bodies) {
  const service = await serve(bodies.map((body) => ({ body })));
  const client = clientOf(service.url);

  try {
    for (const body of bodies) {
      const output = await client.send(operations[message]());
      assert.deepEqual(members(output), read(message, body, ["--status", 200]));
    }
  } finally {
    client.destroy();
    service.close();
  }
}

const rows = [
  ["start-response", "the example", example("start-response.json")],
  ["start-response", "an empty body counts as {}", ""],
  ["start-response", "nulls count as absent",
    '{"introspectionId":null,"introspectionStatus":"FAILED"}'],
  ["start-response", "a status that the model does not list is kept",
    '{"introspectionStatus":"PAUSED"}'],
  ["start-response", "unknown members are skipped",
    '{"a":[{"introspectionId":"x"}],"introspectionId":"7"}'],
  ["get-response", "the example", example("get-response.json")],
  ["get-response", "nulls in lists are dropped",
    '{"introspectionResult":{"models":[null,{"name":"a","indexes":[null]},null]}}'],
  ["get-response", "empty lists are lists",
    '{"introspectionResult":{"models":[],"nextToken":"t"}}'],
  ["get-response", "nested types", '{"introspectionResult":{"models":[{"fields":[{"type":'
    + '{"kind":"NonNull","name":null,"type":{"kind":"List","type":{"kind":"Enum",'
    + '"name":"E","values":["A",null,"B"]}}},"length":9007199254740991}]}]}}'],
  ["get-response", "escapes, a NUL among them",
    '{"introspectionResult":{"models":[{"name":"\\u0000\\ud83d\\udc4d\\/\\"","sdl":"é€"}]}}'],
];

describe("answers", () => {
  for (const [message, why, body] of rows) {
    test(`${message}: ${why}`, () => sameAnswers(message, [body]));
  }
  test("start-response: 300 messages from a seed",
    () => sameAnswers("start-response", generated("start-response", 300, 21)));
  test("get-response: 300 messages from a seed",
    () => sameAnswers("get-response", generated("get-response", 300, 22)));
});
