// Which message a text is, from its first bytes.

/** As many bytes as are looked at. */
export const lookAt = 65536;

/** Lines of headers as pairs. */
export function headersOf(lines) {
  return lines.split(/\r?\n/).map((line) => /^([^:\s]+):\s*(.*)$/.exec(line)).filter(Boolean)
    .map(([, name, value]) => [name, value]);
}

// What people paste by mistake, by its first bytes. The words are the program's, as in
// tool/look.c.
const utf16 = "UTF-16; convert it to UTF-8";
const looks = [
  ["\xef\xbb\xbf", "a byte order mark (EF BB BF); remove it"],
  ["\xff\xfe", utf16],
  ["\xfe\xff", utf16],
  ["{\0", utf16],
  ["\0{", utf16],
  ["\x1f\x8b", "gzip; decompress it, or give curl --compressed"],
  ["GET /", "the head of another request"],
  ["POST /", "the head of another request"],
];

/** As many bytes as can be the cause of an error, if they are another thing than a message. */
export const causeMax = 16;

/** What bytes are instead of a message, as a part of a sentence. undefined: nothing known. */
export function lookOf(bytes) {
  const text = String.fromCharCode(...bytes.subarray(0, causeMax));
  return looks.find(([begin]) => text.startsWith(begin))?.[1];
}

const path = "(?:https?://[^/\\s]*)?/v1/";
const version = "HTTP/[\\d.]+\\r?";
const targetAlone = new RegExp(`^(${path}[^\\s]*)\\r?\\n?$`, "i");
const getRequest = new RegExp(`^GET (${path}\\S*) ${version}(?:\\n|$)`);
const postRequest = new RegExp(`^POST ${path}datasources/introspections ${version}\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n`);

/**
 * Where the message lies in a text: `[begin, end]`, in characters. A target is cut out of its
 * request line, and its line end is cut off. The body of a request comes after its head.
 */
export function partOf(text) {
  const [, alone] = targetAlone.exec(text) ?? [];
  const [, requested] = getRequest.exec(text) ?? [];
  const [head] = postRequest.exec(text) ?? [""];
  if (alone !== undefined) {
    return [0, alone.length];
  }
  return requested === undefined ? [head.length, Infinity] : [4, 4 + requested.length];
}

// The first row that fits. A start response and a get response without models are alike.
const rows = [
  ["get-request", new RegExp(`^\\s*${path}`, "i")],
  ["start-request", /"rdsDataApiConfig"\s*:/],
  ["get-response", /"(introspectionResult|models)"\s*:/],
  ["start-response", /"introspectionStatus(Detail)?"\s*:/],
  ["get-request", /"(introspectionId|includeModelsSDL|nextToken|maxResults)"\s*:/],
  ["start-request", /"(resourceArn|secretArn|databaseName)"\s*:/i],
];
const serviceError = /"(__type|message|reason|detail)"\s*:/i;

/** The message, and the status that it must have had if none is known. */
export function guess(text, status) {
  const row = rows.find(([, pattern]) => pattern.test(text));
  const failed = status !== undefined && (status < 200 || status > 299);
  if (row && !(status !== undefined && row[0].endsWith("request"))) {
    return { message: row[0] };
  }
  if (failed || serviceError.test(text)) {
    return { message: "get-response", status: status ?? 400 };
  }
  return { message: status === undefined ? "start-request" : "start-response" };
}
