// The messages behind the buttons.
import broken from "../../examples/messages/start-request-broken.json";
import answer from "../../examples/messages/get-response.json";
import good from "../../examples/messages/start-request.json";

const throttled = `HTTP/1.1 429 Too Many Requests
content-type: application/json
x-amzn-requestid: 9f0b1c5e-0000-4000-8000-000000000000
retry-after: 3

{"__type":"TooManyRequestsException","message":"Rate exceeded"}
`;

/** Names and texts. */
export const samples = [
  ["a good request", good],
  ["a broken request", broken.replace('"databaseName": ""', '"databaseNme": "orders"')],
  ["a page of models", answer],
  ["a service error", throttled],
];
