// Measures the package beside what a program would write without it. Prints the table of
// web/README.md. Each number is the median of nine rounds, of processor time.
//
//     DSI_INTEROP_MODULES=$PWD/build/interop node tests/web/speed.mjs
import { createRequire } from "node:module";
import { decode, encode, validate } from "../../web/index.js";
import { input } from "./world.mjs";

const installed = createRequire(process.env.DSI_INTEROP_MODULES + "/");
const { AppSyncClient, GetDataSourceIntrospection$ } = installed("@aws-sdk/client-appsync");
const { HttpResponse } = installed("@smithy/protocol-http");

const cluster = /^arn:[a-z-]*:rds:[a-z0-9-]*:\d{12}:cluster:[0-9A-Za-z_/-]*$/;
const secret = /^arn:[a-z-]*:secretsmanager:[a-z0-9-]*:\d{12}:secret:[0-9A-Za-z_/+=.@!-]*$/;

// The model's rules by hand: ARNs are ASCII, and a name counts characters.
function isRight({ rdsDataApiConfig: config }) {
  const { resourceArn, secretArn, databaseName } = config;
  const length = [...databaseName].length;
  return resourceArn.length >= 20 && resourceArn.length <= 2048 && cluster.test(resourceArn)
    && secretArn.length >= 20 && secretArn.length <= 2048 && secret.test(secretArn)
    && length >= 1 && length <= 128;
}

// One field of a table, as AppSync describes it.
const field = (name) => ({ name, type: { kind: "NonNull", type: { kind: "Scalar", name: "String" } }, length: 255 });
const model = (name) => ({ name, fields: Array.from({ length: 20 }, (_, i) => field(`column_${i}`)),
  primaryKey: { name: "PRIMARY_KEY", fields: ["column_0"] }, indexes: [] });
const page = { introspectionId: "a1234567", introspectionStatus: "SUCCESS",
  introspectionResult: { models: Array.from({ length: 25 }, (_, i) => model(`table_${i}`)), nextToken: "t" } };

const json = JSON.stringify(input);
const longInput = { rdsDataApiConfig: { ...input.rdsDataApiConfig,
  resourceArn: input.rdsDataApiConfig.resourceArn.padEnd(2048, "x") } };
const long = JSON.stringify(longInput);
const body = Buffer.from(JSON.stringify(page));
const bytes = new TextEncoder();
const text = new TextDecoder();

const client = new AppSyncClient({ region: "us-east-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } });
const [, namespace, name, traits, request, output] = GetDataSourceIntrospection$;
const deserialize = () => client.config.protocol.deserializeResponse(
  { namespace, name, traits, input: request, output },
  client.config, new HttpResponse({ statusCode: 200, headers: {}, body }));

async function round(call, count) {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const result = call();
    if (result instanceof Promise) {
      await result;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

async function median(call, count) {
  const rounds = [];
  for (let i = 0; i < 9; i++) {
    rounds.push(await round(call, count));
  }
  return rounds.sort((left, right) => left - right)[4];
}

function check(condition) {
  if (!condition) {
    throw new Error("two ways do not agree");
  }
}

check(validate("start-request", json).valid && isRight(JSON.parse(json)) && isRight(longInput));
check(JSON.stringify(decode("get-response", body).output) === JSON.stringify(page));
check(JSON.stringify(await deserialize()).includes("table_24"));

const rows = [
  ["validate JSON of 191 bytes", 100000, () => validate("start-request", json),
    "`JSON.parse` and checks by hand", () => isRight(JSON.parse(json))],
  ["the same with an ARN of 2,048 characters", 50000, () => validate("start-request", long),
    "the same", () => isRight(JSON.parse(long))],
  ["validate an object", 100000, () => validate("start-request", input),
    "checks by hand alone", () => isRight(input)],
  [`decode a page of 25 models, ${Math.round(body.length / 1000)} KB`, 200, () => decode("get-response", body),
    "AWS's client", deserialize],
  ["the same", 200, () => decode("get-response", body),
    "`JSON.parse`", () => JSON.parse(text.decode(body))],
  ["encode an object", 100000, () => encode("start-request", input),
    "`JSON.stringify` to bytes", () => bytes.encode(JSON.stringify(input))],
];

const show = (time) => (time < 10 ? `${time.toFixed(2)} µs` : `${Math.round(time)} µs`);
console.log("| | dsi-appsync | instead | takes |\n| --- | --- | --- | --- |");
for (const [what, count, ours, instead, theirs] of rows) {
  console.log(`| ${what} | ${show(await median(ours, count))} | ${instead} | ${show(await median(theirs, count))} |`);
}
