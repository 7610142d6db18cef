// The base of all tests: the program dsi, the public client and its signer, and a
// server with given replies.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";

// ./dev interop installs the client in another folder than this one.
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

// Runs dsi. Returns its exit status, and its output as bytes.
export function dsi(args, bytes = "") {
  const done = spawnSync(process.env.DSI, args, { input: bytes });
  if (done.error !== undefined) {
    throw done.error;
  }
  return { status: done.status, out: done.stdout, words: done.stderr.toString() };
}

// What dsi reads in a message. Exit status 4 means a decoded service error. If a body
// can be empty, `args` must contain --status, so that dsi knows that an answer came.
export function read(message, bytes, args = []) {
  const { status, out, words } = dsi(["decode", message, ...args], bytes);
  if (status !== 0 && status !== 4) {
    throw new Error(`dsi decode ${message}: exit status ${status}: ${words}`);
  }
  return JSON.parse(out);
}

// What dsi reads in a service error.
export function readError({ status, headers, body }) {
  const args = Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
  return read("start-response", body, ["--status", status, ...args]).error;
}

// The error that a call to the client throws. It must not succeed.
export function failure(call) {
  return call.then(() => { throw new Error("nothing was thrown"); }, (thrown) => thrown);
}

// The request that dsi would send.
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

// The header Authorization that AWS's own code makes for a request. It signs the
// headers with these names, for the date that is in the headers.
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

// A server on loopback. It records each request, and answers with the next of
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

// The members of an output, without the client's own metadata. JavaScript has -0, which
// JSON's integers do not distinguish from 0, so -0 becomes 0.
export function members({ $metadata, ...rest }) {
  return JSON.parse(JSON.stringify(rest));
}

// Starts an introspection with the public client, and polls it to the last page.
// Returns every output, and the models of all pages.
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

// Runs a program, and calls `ready` with each line that it prints. Returns the whole
// output.
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
