// The base of the package's tests: the mock service, and pieces of bytes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export const input = {
  rdsDataApiConfig: {
    resourceArn: "arn:aws:rds:us-east-1:123456789012:cluster:orders",
    secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf",
    databaseName: "orders",
  },
};

// Starts dsi-mock, and calls `use` with its address.
export async function withMock(args, use) {
  const child = spawn(join(process.env.DSI_EXAMPLES, "dsi-mock"), args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  try {
    let out = "";
    child.stdout.on("data", (data) => { out += data; });
    while (!/^listening on \S+$/m.test(out)) {
      await Promise.race([once(child.stdout, "data"), ended.then(() => { throw new Error("dsi-mock ended"); })]);
    }
    return await use(/^listening on (\S+)$/m.exec(out)[1]);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

// A text's bytes in pieces of some length.
export function pieces(text, length = Infinity) {
  const bytes = Buffer.from(text);
  const all = [];
  for (let at = 0; at < bytes.length; at += length) {
    all.push(bytes.subarray(at, at + length));
  }
  return all;
}

// The error that a call throws. It must not succeed.
export function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
