// What the tests share: the program dsi, the public client and its signer, and a service
// that says what it is told to.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";

// The client lies where ./dev interop has installed it, not beside these files.
const installed = createRequire(process.env.DSI_INTEROP_MODULES + "/");

export const {
  AppSyncClient,
  GetDataSourceIntrospectionCommand,
  StartDataSourceIntrospectionCommand,
} = installed("@aws-sdk/client-appsync");
export const { NodeHttpHandler } = installed("@smithy/node-http-handler");
const { SignatureV4 } = installed("@smithy/signature-v4");
const { Sha256 } = installed("@aws-crypto/sha256-js");

export const region = "us-east-1";
export const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};
export const input = {
  rdsDataApiConfig: {
    resourceArn: "arn:aws:rds:us-east-1:123456789012:cluster:orders",
    secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf",
    databaseName: "orders",
  },
};

// Runs dsi; its exit status, and what it prints as bytes.
export function dsi(args, bytes = "") {
  const done = spawnSync(process.env.DSI, args, { input: bytes });
  if (done.error !== undefined) {
    throw done.error;
  }
  return { status: done.status, out: done.stdout, words: done.stderr.toString() };
}

// What dsi reads in a message. Exit status 4 is an error answer, decoded. That an answer
// came, `args` must say if it can be empty.
export function read(message, bytes, args = []) {
  const { status, out, words } = dsi(["decode", message, ...args], bytes);
  if (status !== 0 && status !== 4) {
    throw new Error(`dsi decode ${message}: exit status ${status}: ${words}`);
  }
  return JSON.parse(out);
}

// An error answer as dsi reads it.
export function readError({ status, headers, body }) {
  const args = Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
  return read("start-response", body, ["--status", status, ...args]).error;
}

// What a call to the client ends with; it must not succeed.
export function failure(call) {
  return call.then(() => { throw new Error("nothing was thrown"); }, (thrown) => thrown);
}

// What dsi would put on the wire for a request.
export function written(message, bytes) {
  const { status, out, words } = dsi(
    ["encode", message, "--from", "-", "--no-validate", "--http"], bytes);
  if (status !== 0) {
    throw new Error(`dsi encode ${message}: exit status ${status}: ${words}`);
  }
  const end = out.indexOf("\r\n\r\n");
  const [first, ...lines] = out.subarray(0, end).toString().split("\r\n");
  const [method, target] = first.split(" ");
  const type = lines.find((line) => /^content-type:/i.test(line));
  return { method, target, type: type?.replace(/^[^:]*: */, ""),
    body: out.subarray(end + 4) };
}

// Good messages from a seed.
export function generated(message, count, seed) {
  const { out } = dsi(["generate", message, "--count", count, "--seed", seed]);
  return out.toString().trimEnd().split("\n").map(
    (line) => Buffer.from(JSON.parse(line).bytes, "base64"));
}

// The header Authorization with which AWS's own code signs a request and those of its
// headers that have these names, for the date in them.
export async function authorization({ method, target, headers, body }, names) {
  const signer = new SignatureV4({ service: "appsync", region, credentials, sha256: Sha256,
    applyChecksum: false });
  const url = new URL(target, "http://" + headers.host);
  const date = headers["x-amz-date"]
    .replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const signed = await signer.sign({ method, protocol: "http:", hostname: url.hostname,
    path: url.pathname, query: Object.fromEntries(url.searchParams), body,
    headers: Object.fromEntries(names.map((name) => [name, headers[name]])) },
  { signingDate: new Date(date) });

  return signed.headers.authorization;
}

// A service on loopback that notes what it is asked, and answers with the next of
// `replies`: {status, headers, body}.
export async function serve(replies) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) {
      parts.push(part);
    }
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    requests.push({ method: request.method, target: request.url,
      headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(reply.status ?? 200,
      { "content-type": "application/json", ...reply.headers });
    response.end(reply.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { requests, url: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); server.close(); } };
}

export function clientOf(url, options = {}) {
  return new AppSyncClient({ endpoint: url, region, credentials, maxAttempts: 1, ...options });
}

// The members of an output, without what the client adds; -0, which JavaScript tells
// from 0 and JSON's integers do not, is 0.
export function members({ $metadata, ...rest }) {
  return JSON.parse(JSON.stringify(rest));
}

// Starts an introspection with the public client and asks until there is nothing more to
// ask for: every output, and the models of all pages.
export async function introspect(client, options = {}) {
  const started = await client.send(new StartDataSourceIntrospectionCommand(input));
  const { introspectionId } = started;
  const outputs = [started];
  const models = [];
  let pages = 0;
  let output;
  let nextToken;

  do {
    output = await client.send(
      new GetDataSourceIntrospectionCommand({ introspectionId, nextToken, ...options }));
    outputs.push(output);
    if (output.introspectionStatus === "SUCCESS") {
      models.push(...output.introspectionResult.models);
      nextToken = output.introspectionResult.nextToken;
      pages++;
    }
  } while (outputs.length < 100
    && (output.introspectionStatus === "PROCESSING" || nextToken !== undefined));
  return { outputs, models, pages };
}

// Starts a program; what it has printed when it ends. `ready` is called with each line.
export function run(program, args, ready = () => {}, token = "") {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1",
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, AWS_SESSION_TOKEN: token } });
  let out = "";
  let words = "";
  child.stdout.on("data", (data) => { out += data; ready(out); });
  child.stderr.on("data", (data) => { words += data; });
  const ended = once(child, "close").then(([status]) => ({ status, out, words }));
  return { child, ended };
}
