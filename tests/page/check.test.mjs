// The page's verdict without a page: heads as `curl -i` prints them. The rows are those of
// tests/tool/test_http.c and test_http_head.c, so the page and the program agree.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { words } from "../../web/page/advice.js";
import { check } from "../../web/page/check.js";
import { actions } from "../../web/poll.js";

const how = { progress() {}, signal: new AbortController().signal };

// "start" is the first step, before any answer.
test("each action of a step after an answer has words", () => assert.deepEqual(
  Object.keys(words).sort(), actions.filter((action) => action !== "start" && action !== undefined).sort()));

// What the page finds in a text, whose characters are bytes.
function verdictOf(text, message = "get-response") {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return check(new Blob([bytes]), { message, level: "model", headers: [] }, how);
}

const json200 = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
const id = '{"introspectionId":"7"}';

describe("heads that are accepted", () => {
  for (const [why, head] of [
    ["HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\n"],
    ["no reason", "HTTP/1.1 200\r\n\r\n"],
    ["an empty reason", "HTTP/1.1 200 \r\n\r\n"],
    ["a reason of any bytes", "HTTP/1.1 200 \xe9\t: 403\r\n\r\n"],
    ["HTTP/2", "HTTP/2 200 \r\n\r\n"],
    ["HTTP/3", "HTTP/3 200\r\n\r\n"],
    ["line feeds alone", "HTTP/1.1 200 OK\na: b\n\n"],
    ["both line ends", "HTTP/1.1 200 OK\na: b\r\n\n"],
    ["any 2xx", "HTTP/1.1 201 Created\r\n\r\n"],
    ["an empty value", "HTTP/1.1 200 OK\r\na:\r\n\r\n"],
    ["a name with bytes beyond ASCII", "HTTP/1.1 200 OK\r\n\xc3\xa9(): b\r\n\r\n"],
    ["100 Continue", `HTTP/1.1 100 Continue\r\n\r\n${json200}`],
    ["103 Early Hints", `HTTP/1.1 103 Early Hints\r\nx-amzn-errortype: A\r\n\r\n${json200}`],
    ["two interim heads", "HTTP/2 103 \r\n\r\nHTTP/2 103 \r\n\r\nHTTP/2 200 \r\n\r\n"],
    ["CONNECT", `HTTP/1.1 200 Connection established\r\n\r\n${json200}`],
    ["CONNECT with headers", "HTTP/1.0 200 OK\nVia: proxy\nProxy-Agent: squid\n\nHTTP/2 200 \n\n"],
    ["CONNECT with a length of 0", `HTTP/1.1 200 OK\r\nContent-Length:  00\r\n\r\n${json200}`],
    ["CONNECT, then 100, then 200", `HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${json200}`],
    ["as many bytes as a head can have", `HTTP/1.1 200 OK\r\na: ${"b".repeat(65536 - 20 - 4)}\r\n\r\n`],
  ]) {
    test(why, async () => assert.deepEqual((await verdictOf(head + id)).output, { introspectionId: "7" }));
  }
  test("204 without a body", async () => assert.deepEqual((await verdictOf("HTTP/1.1 204 No\r\n\r\n")).output, {}));
  test("200 without a body", async () => assert.deepEqual((await verdictOf(json200)).output, {}));
});

const forbidden = { status: 403, fault: "client", class: "auth" };
const syntax = (offset) => ({ code: "DSI_E_SYNTAX", offset });

describe("service errors", () => {
  for (const [why, text, expected] of [
    ["status 999", "HTTP/1.1 999 Request denied\r\n\r\n", { status: 999, fault: "server", class: "server" }],
    ["a redirect", "HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n", { status: 302, fault: "client", class: "client" }],
    ["CONNECT, then an error", "HTTP/1.1 200 Connection established\r\n\r\n"
      + "HTTP/2 403 \r\nx-amzn-errortype: ForbiddenException\r\n\r\n", { ...forbidden, type: "ForbiddenException" }],
    ["100, then an error", "HTTP/1.1 100 Continue\r\nx-amzn-requestid: no\r\n\r\n"
      + "HTTP/1.1 503 Down\r\nretry-after: 3\r\n\r\n",
    { status: 503, fault: "server", class: "transient", retryAfterMs: 3000 }],
    ["an error, then another head in its body", "HTTP/1.1 503 Down\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}",
      { status: 503, fault: "server", class: "transient", message: "HTTP/1.1 200 OK\r\n\r\n{}", unread: syntax(21) }],
    ["a head in the body of an error without headers", "HTTP/1.1 403 Forbidden\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}",
      { ...forbidden, message: "HTTP/1.1 200 OK\r\n\r\n{}", unread: syntax(26) }],
    ["a folded value", "HTTP/1.1 403 No\r\nx-amzn-errortype:\r\n\t ForbiddenException\r\n\r\n",
      { ...forbidden, type: "ForbiddenException" }],
    ["a value that is folded twice", "HTTP/1.1 403 No\nx-amzn-errortype: ForbiddenException\n"
      + "x-amzn-requestid: a\n b\n \n  c\na: b\n\n", { ...forbidden, type: "ForbiddenException", requestId: "a  b     c" }],
    ["a carriage return in a value", "HTTP/1.1 403 No\r\nx-amzn-errortype: ForbiddenException\r:x\r\n"
      + "x-amzn-requestid: r\r\r\n\r\n", { ...forbidden, type: "ForbiddenException", requestId: "r" }],
    ["a type that was sent twice", "HTTP/1.1 403 No\r\nX-Amzn-ErrorType: ForbiddenException\r\n"
      + "x-amzn-errortype: BadRequestException\r\n\r\n", { ...forbidden, type: "ForbiddenException" }],
    ["a length, and no body", "HTTP/1.1 503 Down\r\nContent-Length: 9\r\n\r\n",
      { status: 503, fault: "server", class: "transient" }],
  ]) {
    test(why, async () => assert.deepEqual((await verdictOf(text)).serviceError, expected));
  }
});

const noAnswer = "no HTTP head: does curl print it (-i)?";
const noHeader = "a line of the HTTP head is not 'NAME: VALUE'";
const cut = "the HTTP head is cut short";
const tooLong = "the HTTP head is longer than 64 KiB";
const notHere = "this byte is not allowed here";
const noBody = "no byte of the body: was the transfer cut?";

describe("refusals, with their place in all of the input", () => {
  for (const [why, text, code, offset, words] of [
    ["status 099", "HTTP/1.1 099 X\r\n\r\n", "SYNTAX", 9, noAnswer],
    ["status 1000", "HTTP/1.1 1000 X\r\n\r\n", "SYNTAX", 12, noAnswer],
    ["a status of two digits", "HTTP/1.1 20\r\n\r\n", "SYNTAX", 12, noAnswer],
    ["no status", "HTTP/1.1\n\n", "SYNTAX", 8, noAnswer],
    ["two spaces before the status", "HTTP/1.1  200 OK\r\n\r\n", "SYNTAX", 9, noAnswer],
    ["HTTP/1.2", "HTTP/1.2 200 OK\r\n\r\n", "SYNTAX", 7, noAnswer],
    ["HTTP/2.0", "HTTP/2.0 200 OK\r\n\r\n", "SYNTAX", 6, noAnswer],
    ["HTTP/4", "HTTP/4 200 OK\r\n\r\n", "SYNTAX", 5, noAnswer],
    ["a carriage return in a status", "HTTP/1.1 200\rOK\r\n\r\n", "SYNTAX", 13, noAnswer],
    ["no second head", "HTTP/1.1 100 Continue\r\n\r\n{}", "SYNTAX", 25, noAnswer],
    ["a header without a colon", "HTTP/1.1 200 OK\r\nab\r\n\r\n", "SYNTAX", 20, noHeader],
    ["a header without a name", "HTTP/1.1 200 OK\r\n: b\r\n\r\n", "SYNTAX", 17, noHeader],
    ["a space before the colon", "HTTP/1.1 200 OK\na : b\n\n", "SYNTAX", 17, noHeader],
    ["a NUL in a name", "HTTP/1.1 200 OK\na\0b: c\n\n", "SYNTAX", 17, noHeader],
    ["a carriage return in a name", "HTTP/1.1 200 OK\na\rb: c\n\n", "SYNTAX", 18, noHeader],
    ["two carriage returns", "HTTP/1.1 200 OK\r\n\r\r\n", "SYNTAX", 18, noHeader],
    ["a folded line before any header", "HTTP/1.1 200 OK\r\n a: b\r\n\r\n", "SYNTAX", 17, noHeader],
    ["a head without its end", "HTTP/1.1 200 OK\r\nContent-Type: a\r\n", "TRUNCATED", 34, cut],
    ["a status line without its end", "HTTP/2 20", "TRUNCATED", 9, cut],
    ["an interim head alone", "HTTP/1.1 100 Continue\r\n\r\n", "TRUNCATED", 25, cut],
    ["64 KiB and a byte", `HTTP/1.1 200 OK\r\na: ${"b".repeat(65536 - 20 - 3)}\r\n\r\n`, "MAX_BYTES", 65536, tooLong],
    ["a length, and no body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "TRUNCATED", 38, noBody],
    ["a head after a content type", "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\nHTTP/1.1 403 No\r\n\r\n",
      "SYNTAX", 44, notHere],
    ["a head after a content length", "HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 19\r\n\r\nHTTP/1.1 403 No\r\n\r\n",
      "SYNTAX", 39, notHere],
    ["a head after a transfer encoding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nHTTP/1.1 403 No\r\n\r\n",
      "SYNTAX", 47, notHere],
    ["the beginning of a head", "HTTP/1.1 200 OK\r\n\r\nHTTP", "SYNTAX", 19, notHere],
    ["almost a head", "HTTP/1.1 200 OK\r\n\r\nHTTQ/1.1 200 OK\r\n\r\n", "SYNTAX", 19, notHere],
    ["an error in the body", `HTTP/1.1 100 Continue\r\n\r\n${json200}{]`, "SYNTAX", 77, notHere],
    ["a body in gzip", "HTTP/1.1 200 OK\r\nContent-Type: a\r\n\r\n\x1f\x8b\x08", "SYNTAX", 36, notHere],
    ["a second line", '{\n "a" 1}', "SYNTAX", 7, notHere],
  ]) {
    test(why, async () => {
      const { error } = await verdictOf(text);
      const lines = text.slice(0, offset).split("\n");
      const place = `line ${lines.length}, column ${lines.at(-1).length + 1}, byte ${offset}`;
      assert.deepEqual([error?.code, error?.offset], [`DSI_E_${code}`, offset], error?.message);
      assert.ok(error.message.startsWith(words) && error.message.includes(place), error.message);
    });
  }
});

const mark = "a byte order mark (EF BB BF); remove it";
const utf16 = "UTF-16; convert it to UTF-8";
const gzip = "gzip; decompress it, or give curl --compressed";

describe("what people paste by mistake is named", () => {
  for (const [why, text, words] of [
    ["a byte order mark", "\xef\xbb\xbf{}", mark],
    ["a byte order mark before an answer", `\xef\xbb\xbf${id}`, mark],
    ["UTF-16", "\xff\xfe{\0}\0", utf16],
    ["UTF-16, big-endian", "\xfe\xff\0{\0}", utf16],
    ["UTF-16 without a mark", "{\0}\0", utf16],
    ["UTF-16, big-endian, without a mark", "\0{\0}", utf16],
    ["gzip", "\x1f\x8b\x08\0\0", gzip],
    ["a body in gzip", "HTTP/1.1 200 OK\r\nContent-Type: a\r\n\r\n\x1f\x8b\x08", gzip],
    ["another request", "POST /v2 HTTP/1.1\r\n\r\n{}", "the head of another request"],
    ["a byte that means nothing", "\xef\xbb", undefined],
    ["an error that is later", `{"a":"${"b".repeat(20)}\0`, undefined],
  ]) {
    for (const message of ["", "start-request", "get-response"]) {
      test(`${why}, ${message || "guessed"}`, async () => {
        const { error, unlike } = await verdictOf(text, message);
        assert.equal(unlike, words !== undefined);
        assert.equal(/: found (.*)$/.exec(error.message)?.[1], words, error.message);
      });
    }
  }
});

const start = "/v1/datasources/introspections";
const get = `${start}/a%20b?maxResults=3`;

describe("requests, as they are copied", () => {
  for (const [why, text, message] of [
    ["a target", get, "get-request"],
    ["a target with a line feed", `${get}\n`, "get-request"],
    ["a target with CRLF", `${get}\r\n`, "get-request"],
    ["a target in absolute form", `https://appsync.us-east-1.amazonaws.com${get}`, "get-request"],
    ["a target in absolute form with a line end", `HTTP://localhost:8080${get}\r\n`, "get-request"],
    ["a request line", `GET ${get} HTTP/1.1`, "get-request"],
    ["a request line of HTTP/2 with its line end", `GET ${get} HTTP/2\r\n`, "get-request"],
    ["a request line in absolute form", `GET http://h${get} HTTP/1.1\n`, "get-request"],
    ["a request without a body", `GET ${get} HTTP/1.1\r\nHost: h\r\n\r\n`, "get-request"],
    ["a request with a body", `POST ${start} HTTP/1.1\r\nContent-Type: a\r\n\r\n{}`, "start-request"],
    ["a request with a body, in absolute form", `POST https://h${start} HTTP/1.1\n\n{}`, "start-request"],
  ]) {
    test(why, async () => {
      const { error, guessed, message: found, value } = await verdictOf(text, "");
      assert.equal(error, undefined, error?.message);
      assert.deepEqual([guessed, found, value],
        [true, message, message === "get-request" ? { introspectionId: "a b", maxResults: 3 } : {}]);
    });
  }
  for (const [why, text, code, offset, words] of [
    ["a second line end", `${get}\n\n`, "SYNTAX", get.length],
    ["an error in a target", `GET ${start}/7?maxResults=x HTTP/1.1\r\n`, "INTEGER", 48, "line 1, column 49, byte 48"],
    ["a boolean", `https://h${start}/7?includeModelsSDL=True\n`, "TYPE", 59,
      "a boolean is true or false, in lower case, in '/includeModelsSDL' (line 1, column 60, byte 59)"],
    ["an error in a body", `POST ${start} HTTP/1.1\r\n\r\n{]`, "SYNTAX", 49, "line 3, column 2, byte 49"],
    ["another target", "POST /v1/datasources HTTP/1.1\n\n{}", "SYNTAX", 0, "the head of another request"],
  ]) {
    test(why, async () => {
      const { error } = await verdictOf(text, "");
      assert.deepEqual([error?.code, error?.offset], [`DSI_E_${code}`, offset], error?.message);
      assert.ok(error.message.includes(words ?? ""), error.message);
    });
  }
});
