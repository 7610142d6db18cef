// What to do after an answer: the rows of docs/errors.md, and what the poll machine does.
import { Poll, encode } from "../index.js";

const bodyMax = 1048576;

const rows = [
  [(error) => ["throttle", "transient"].includes(error.class) || (error.class === "modelled" && error.fault === "server"),
    "Not now.", "Wait, and retry."],
  [(error) => error.class === "server", "Another failure of the server.", "Do not retry. Tell those who run it."],
  [(error) => !error.type && error.unread?.code === "DSI_E_TRUNCATED",
    "The body was cut, and may have named a throttle.", "Retry."],
  [(error) => error.class === "auth" || error.type === "UnauthorizedException",
    "Key, signature, clock or rights are wrong.", "Correct them."],
  [() => true, "The service understood, and refused.", "Do not retry unchanged."],
];

/** What a service error means, and what to do. */
export function adviceOn(error) {
  const [, means, todo] = rows.find(([fits]) => fits(error));
  const wait = error.retryAfterMs === undefined ? "" : ` Wait at least ${error.retryAfterMs / 1000} s.`;
  return { means, todo: todo + wait };
}

/** What each action of a step that follows an answer means. */
export const words = {
  restart: "Wait, and start again.",
  wait: "Wait, and ask again.",
  fetch: "Fetch the next page.",
  retry: "Wait, and send the same request again.",
  done: "Nothing: this was the last page.",
  failed: "Stop: the same request would fail again.",
  "give-up": "Stop.",
};

function stepWords(message, { action, reason }) {
  const todo = message === "start-response" && action === "fetch" ? "Fetch the first page." : words[action];
  return reason === "" ? todo : `${todo} (${reason})`;
}

/** What the poll machine would do next, in words, or undefined for an answer too large to read again. */
export async function nextStep(message, head, answer, body) {
  const again = answer?.output ? new Blob([encode(message, answer.output)]) : body;
  if (again.size > bodyMax) {
    return undefined;
  }
  const poll = new Poll();
  try {
    if (message === "get-response") {
      poll.resume("x");
    }
    const models = poll.read({ ...head, body: again.stream() });
    while (!(await models.next()).done);
    return stepWords(message, poll.step);
  } finally {
    poll.close();
  }
}
