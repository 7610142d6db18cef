// The public client and dsi must read the same in a service error: type, status, fault,
// message, request id, and the members of a BadRequestException.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  StartDataSourceIntrospectionCommand, clientOf, failure, input, readError, serve,
} from "./world.mjs";

const bad = JSON.stringify({ message: "no", reason: "CODE_ERROR", detail: { codeErrors: [
  { errorType: "SYNTAX", value: "x", location: { line: 1, column: 2, span: -1 } }, null] } });
const rows = [
  ["a modelled error with its members", 400, "BadRequestException", bad],
  ["modelled, 401", 401, "UnauthorizedException", '{"message":"who?"}'],
  ["modelled, 404", 404, "NotFoundException", '{"message":"what?"}'],
  ["modelled, the server's fault", 500, "InternalFailureException", '{"message":"oh"}'],
  ["a type with a URI after it", 400, "BadRequestException:http://internal.amazon.com/x", "{}"],
  ["a type with a namespace before it", 400, "aws.protocoltests#BadRequestException", "{}"],
  ["with both", 400, "aws.protocoltests#BadRequestException:http://internal/x", "{}"],
  ["the type in `code`", 404, undefined, '{"code":"NotFoundException","message":"m"}'],
  ["the type in `__type`", 404, undefined,
    '{"__type":"com.amazonaws.appsync#NotFoundException","message":"m"}'],
  ["the type in `Code`", 400, undefined, '{"Code":"BadRequestException","Message":"m"}'],
  ["a header that was sent twice: the first element counts", 400,
    "BadRequestException,AccessDeniedException", '{"message":"m"}'],
  ["the header counts before the body", 404, "NotFoundException",
    '{"code":"BadRequestException","__type":"UnauthorizedException"}'],
  ["`code` counts before `__type`", 404, undefined,
    '{"__type":"UnauthorizedException","code":"NotFoundException"}'],
  ["a nested type never counts", 404, "NotFoundException",
    '{"error":{"code":"BadRequestException"},"message":"m"}'],
  ["of API Gateway", 403, "MissingAuthenticationTokenException",
    '{"message":"Missing Authentication Token"}'],
  ["an error of IAM, with a capital M", 403, "AccessDeniedException",
    '{"Message":"User: arn:aws:iam::123456789012:user/x is not authorized"}'],
  ["an error about a bad signature", 403, "InvalidSignatureException", '{"message":"expired"}'],
  ["throttled", 429, "TooManyRequestsException", '{"message":"Too Many Requests"}'],
  ["null is not a message", 403, "ForbiddenException", '{"message":null,"Message":"Forbidden"}'],
];

// Sends Start's request to a server with this reply. Returns the error that the client
// throws.
async function thrown(reply) {
  const service = await serve([reply]);
  const client = clientOf(service.url);

  return failure(client.send(new StartDataSourceIntrospectionCommand(input))).finally(() => {
    client.destroy();
    service.close();
  });
}

function replyOf(status, type, body) {
  return { status, body, headers: { "x-amzn-requestid": "6304d639-8431",
    ...(type === undefined ? {} : { "x-amzn-errortype": type }) } };
}

describe("errors", () => {
  for (const [why, status, type, body] of rows) {
    test(why, async () => {
      const reply = replyOf(status, type, body);
      const theirs = await thrown(reply);
      const ours = readError(reply);

      assert.equal(theirs.name, ours.type);
      assert.equal(theirs.$metadata.httpStatusCode, ours.status);
      assert.equal(theirs.$fault, ours.fault);
      assert.equal(theirs.$metadata.requestId, ours.requestId);
      // If there is no message, the client makes its own.
      assert.equal(theirs.message, ours.message ?? "UnknownError");
      assert.equal(theirs.reason, ours.reason);
      assert.deepEqual(theirs.detail, ours.detail);
    });
  }

  // The client fails on a body that is not JSON. dsi keeps the text, and the type.
  for (const [why, body, message] of [
    ["HTML of a front end", "<html>Service Unavailable</html>", "<html>Service Unavailable</html>"],
    ["plain text", "no", "no"],
  ]) {
    test(`where they differ: ${why}`, async () => {
      const reply = replyOf(503, "ServiceUnavailable", body);
      const theirs = await thrown(reply);
      const ours = readError(reply);

      assert.equal(theirs.name, "SyntaxError");
      assert.equal(theirs.$metadata.httpStatusCode, ours.status);
      assert.equal(ours.type, "ServiceUnavailable");
      assert.equal(ours.class, "transient");
      assert.equal(ours.message, message);
    });
  }
});
