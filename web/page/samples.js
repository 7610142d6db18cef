// The messages behind the buttons.
import broken from "../../examples/messages/start-request-broken.json";
import good from "../../examples/messages/start-request.json";

const throttled = `HTTP/1.1 429 Too Many Requests
content-type: application/json
x-amzn-requestid: 9f0b1c5e-0000-4000-8000-000000000000
retry-after: 3

{"__type":"TooManyRequestsException","message":"Rate exceeded"}
`;

const scalar = (name) => ({ kind: "Scalar", name });
const nonNull = (type) => ({ kind: "NonNull", type });
const field = (name, type, length = 0) => ({ name, type, length });
const primaryKey = { name: "PRIMARY_KEY", fields: ["id"] };

const page = {
  introspectionId: "a1234567-8910-abcd-efgh-identifier",
  introspectionStatus: "SUCCESS",
  introspectionResult: {
    models: [
      { name: "customers", primaryKey, indexes: [{ name: "by_email", fields: ["email"] }],
        fields: [field("id", nonNull(scalar("Int"))), field("email", nonNull(scalar("String")), 320),
          field("tags", { kind: "List", type: nonNull(scalar("String")) })],
        sdl: "type customers {\n  id: Int!\n  email: String!\n  tags: [String!]\n}" },
      { name: "orders", primaryKey, indexes: [],
        fields: [field("id", nonNull(scalar("Int"))), field("placedAt", scalar("AWSDateTime")),
          field("state", nonNull({ kind: "Enum", name: "OrderState", values: ["OPEN", "SENT"] }))],
        sdl: "enum OrderState {\n  OPEN\n  SENT\n}\n\ntype orders {\n  id: Int!\n  placedAt: AWSDateTime\n"
          + "  state: OrderState!\n}" },
    ],
    nextToken: "eyJwYWdlIjoyfQ==",
  },
};

/** Names and texts. */
export const samples = [
  ["a good request", good],
  ["a broken request", broken.replace('"databaseName": ""', '"databaseNme": "orders"')],
  ["a page of models", JSON.stringify(page, null, 2)],
  ["a service error", throttled],
];
