// Which message a text is, from its first bytes.

/** As many bytes as are looked at. */
export const lookAt = 65536;

/** Lines of headers as pairs. */
export function headersOf(lines) {
  return lines.split(/\r?\n/).map((line) => /^([^:\s]+):\s*(.*)$/.exec(line)).filter(Boolean)
    .map(([, name, value]) => [name, value]);
}

// The first row that fits. A start response and a get response without models are alike.
const rows = [
  ["get-request", /^\s*\/v1\//],
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
