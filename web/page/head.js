// The head that `curl -i` prints before a body. The rules are the program's, in tool/head.c
// and tool/head_line.c, which say why: whoever writes a body must not choose the status.

/** The most bytes that a head can have. */
export const headMax = 65536;

const mark = "HTTP/";
const noAnswer = "no HTTP head: does curl print it (-i)?";
const noHeader = "a line of the HTTP head is not 'NAME: VALUE'";

// In a form 's' is a digit from 1 to 9, and 'd' any digit.
const forms = ["HTTP/1.0 sdd", "HTTP/1.1 sdd", "HTTP/2 sdd", "HTTP/3 sdd"];
const digits = { s: /[1-9]/, d: /[0-9]/ };

function matched(line, form) {
  let i = 0;
  while (i < form.length && i < line.length && (digits[form[i]]?.test(line[i]) ?? form[i] === line[i])) {
    i++;
  }
  return i;
}

// Where a line stops being one that is allowed, or -1.
function wrongInStatus(line) {
  const lengths = forms.map((form) => matched(line, form));
  const whole = lengths.find((length, i) => length === forms[i].length);
  if (whole === undefined) {
    return Math.max(...lengths);
  }
  return whole === line.length || line[whole] === " " ? -1 : whole;
}

function wrongInHeader(line, headers) {
  const { length } = /^[^\0-\x20\x7f:]*/.exec(line)[0];
  const folded = /^[ \t]/.test(line) && headers.length > 0;
  return line === "" || folded || (length > 0 && line[length] === ":") ? -1 : length;
}

const refused = (code, offset, words) => ({ error: { code, offset, path: "", message: `${words} (byte ${offset})` } });

// Of a line that a carriage return ends, the byte after it is the first that cannot stand.
function refusedLine(line, wrong, { at, end, first }) {
  const place = wrong === line.length ? end : at + wrong + (line[wrong] === "\r" ? 1 : 0);
  return refused("DSI_E_SYNTAX", place, first ? noAnswer : noHeader);
}

// A folded line continues the value before it, and blanks stand for the line end.
function takeLine(headers, line, { at, before }) {
  if (/^[ \t]/.test(line)) {
    headers.at(-1)[1] += " ".repeat(at - before) + line;
  } else {
    const colon = line.indexOf(":");
    headers.push([line.slice(0, colon), line.slice(colon + 1)]);
  }
}

// One head, which begins at `start`. Its length counts from the beginning of the text.
function readOne(text, start) {
  const limit = Math.min(text.length, start + headMax);
  const headers = [];
  let status;
  let before = start; // where the line before ends, without its line end
  for (let at = start; ;) {
    const found = text.indexOf("\n", at);
    const whole = found >= 0 && found < limit;
    const end = whole ? found : limit;
    const line = text.slice(at, end).replace(/\r$/, "");
    const first = at === start;
    const wrong = first ? wrongInStatus(line) : wrongInHeader(line, headers);
    if (wrong >= 0 && (whole || wrong < line.length)) {
      return refusedLine(line, wrong, { at, end, first });
    }
    if (!whole) {
      return text.length - start <= headMax ? refused("DSI_E_TRUNCATED", limit, "the HTTP head is cut short")
        : refused("DSI_E_MAX_BYTES", limit, "the HTTP head is longer than 64 KiB");
    }
    if (line === "") {
      return { status, headers, length: end + 1 };
    }
    if (first) {
      status = Number(line.slice(line.indexOf(" ") + 1).slice(0, 3));
    } else {
      takeLine(headers, line, { at, before });
    }
    before = at + line.length;
    at = end + 1;
  }
}

const valueOf = ({ headers }, wanted) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

/** Whether a head's Content-Length says that bytes follow. */
export function promisesBytes(head) {
  const length = valueOf(head, "content-length");
  return length !== undefined && !/^[ \t\r]*0[ \t\r0]*$/.test(length);
}

// A proxy's answer to CONNECT describes no body.
const canBeOfProxy = (head) => head.status >= 200 && head.status <= 299 && !promisesBytes(head)
  && valueOf(head, "transfer-encoding") === undefined && valueOf(head, "content-type") === undefined;

/**
 * Reads the head of an answer: `{ status, headers, length }`, or `{ error }` if the head is broken.
 * undefined: the text, whose characters are bytes, does not begin as a head.
 */
export function curlHead(text) {
  if (!text.startsWith(mark)) {
    return undefined;
  }
  let head = readOne(text, 0);
  while (!head.error && (head.status < 200 || (canBeOfProxy(head) && text.startsWith(mark, head.length)))) {
    head = readOne(text, head.length);
  }
  return head;
}
