// The example that signs without libcurl: AWS's own signer must make the same
// signatures.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "node:test";
import { authorization, credentials, region } from "./world.mjs";

const example = join(process.env.DSI_EXAMPLES, "dsi_example_sign");
const date = "20261127T093000Z";
const id = "a1234567-8910-abcd-efgh-identifier";

// Splits the printed text into the request at its start, and the rest.
function take(printed) {
  const end = printed.indexOf("\r\n\r\n");
  const [line, ...lines] = printed.subarray(0, end).toString().split("\r\n");
  const [method, target] = line.split(" ");
  const headers = Object.fromEntries(lines.map((each) => each.split(": ")));
  const body = printed.subarray(end + 4, end + 4 + Number(headers["content-length"] ?? 0));

  return { request: { method, target, headers, body },
    rest: printed.subarray(end + 4 + body.length + 1) };
}

// The requests of Start and Get that the example signs.
function ours(args, { at = date, token = "" } = {}) {
  const done = spawnSync(example, [region, at, ...args], { env: { ...process.env,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: token } });
  assert.equal(done.status, 0, done.stderr?.toString());
  const start = take(done.stdout);
  const get = take(start.rest);
  assert.equal(get.rest.length, 0);
  return [start.request, get.request];
}

// Every header that is sent must be signed, except the length.
async function assertSigned(request) {
  const { authorization: mine, "content-length": _, ...signed } = request.headers;

  assert.equal(mine, await authorization(request, Object.keys(signed)));
}

describe("the example that signs without libcurl", () => {
  for (const [why, args, options] of [
    ["an id like those of AppSync", [id], {}],
    ["another day", [id], { at: "20240229T235959Z" }],
    ["a colon in the id", ["a:b"], {}],
    ["a slash in the id", ["a/b"], {}],
    ["slashes and dots in the id", ["a/../b//c/."], {}],
    ["a blank in the id", ["a b"], {}],
    ["a percent sign in the id", ["100%"], {}],
    ["an id that looks escaped", ["%3A%253a"], {}],
    ["characters of two, three and four bytes in the id", ["é€👍"], {}],
    ["an id of punctuation", ["!\"#$&'()*+,;<=>?@[\\]^`{|}"], {}],
    ["an id of characters that are never escaped", ["-._~"], {}],
    ["a page's token", [id, "+ / = ~"], {}],
    ["a page's token of characters that could end it", ["a:b", "t&u=v#?%26+é👍"], {}],
    ["an empty page's token", [id, ""], {}],
    ["temporary keys", ["a:b"], { token: "a/session+token==" }],
    ["a long token", [id, "t".repeat(8000)], { token: "s".repeat(2000) }],
  ]) {
    test(why, async () => {
      for (const request of ours(args, options)) {
        await assertSigned(request);
      }
    });
  }

  test("a session's token is sent and signed", () => {
    for (const { headers } of ours([id], { token: "t" })) {
      assert.equal(headers["x-amz-security-token"], "t");
      assert.match(headers.authorization, /SignedHeaders=[^,]*;x-amz-security-token,/);
    }
  });
});
