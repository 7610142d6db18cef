// Uses of the package's types that TypeScript must accept, and after each
// `@ts-expect-error` one that it must refuse. Nothing runs this.
import {
  type Answer, type GetOutput, type GetRequest, type Model, type StartOutput, type StartRequest, type Step,
  Decoder, DsiError, Poll, ValidationError, decode, encode, generate, messages, parseArn, target, validate,
  validateInput,
} from "dsi-appsync";

// What fetch sends must not lie in shared memory. What encode returns does not.
const post = (body: BodyInit) => fetch("/", { method: "POST", body });
post(encode("start-request", { rdsDataApiConfig: {} }, { nulls: true, strict: false }));
for (const { bytes, code } of generate("get-request", { seed: 1n, broken: true, count: 2 })) {
  post(bytes);
  code.toLowerCase();
}

// Violations and unknown members stand in one list.
const report = validate("get-request", new Uint8Array(2), { level: "agreement", strict: true });
for (const { code, path, message, offset, level, index, part, name, suggestion } of report.violations) {
  const numbers: (number | undefined)[] = [offset, level, index];
  const texts: (string | undefined)[] = [code, path, message, part, name, suggestion];
  console.log(numbers, texts);
}
// @ts-expect-error: a response has no rules
validate("get-response", {});

// What is decoded follows the message.
const start: StartRequest = decode("start-request", "{}");
const get: GetRequest = decode("get-request", new ArrayBuffer(2), {}, { maxBytes: 100 });
const started: Answer<StartOutput> = decode("start-response", "{}", { status: 200, headers: { a: ["b"] } });
const got: Answer<GetOutput> = decode("get-response", "{}", new Response("{}"));
const name: (typeof messages)[number]["name"] = messages[0].name;
console.log(start, get, started.error?.retryAfterMs, got.output?.introspectionResult, decode(name, "{}"));
// @ts-expect-error: a request is no answer
decode("start-request", "{}").error;

const decoder = new Decoder("start-request", {}, { memory: 1000 });
const finished: StartRequest = decoder.finish();
const models: Model[] = new Decoder("get-response").feed("{}");
const status: string | undefined = new Decoder("get-response").answer?.output?.introspectionStatus;
const any: Decoder = new Decoder(name);
console.log(finished, models, status, any.wantsMore);

// What has a body, and what is one.
for (const source of [new Response("{}"), new Response("{}").body, new Blob(["{}"]), "{}", new Uint8Array(), ["{}"], null]) {
  new Decoder("get-response").read(source);
}

// A step that is not the last has a request.
async function follow(poll: Poll, response: Response) {
  for (let step: Step = poll.step; !step.ended; step = poll.step) {
    target(step.message, step.request, { strict: true });
    for await (const model of poll.read(response)) {
      console.log(model.fields?.[0]?.type?.values);
    }
  }
  // @ts-expect-error: the last one may have none
  target(poll.step.message);
}
console.log(follow(new Poll({ maxResults: 3, random: () => 4 }), new Response()));

// @ts-expect-error: one ARN agrees with itself
parseArn("arn:aws", { level: "agreement" });
const arn = parseArn("arn:aws", { kind: "secret", level: "documented" });
console.log(arn.ok ? arn.region : arn.index);

const stack = { use: (plugin: ReturnType<typeof validateInput>) => plugin };
stack.use(validateInput({ level: "documented" }));
try {
  parseArn("");
} catch (error) {
  console.log(error instanceof ValidationError ? error.violations : error instanceof DsiError && error.offset);
}
