// The page: its form, what is dropped on it, and when a message is checked.
import { messages, version } from "../index.js";
import { bytesOf } from "../wasm.js";
import { check, wholeMax } from "./check.js";
import { element } from "./dom.js";
import { headersOf } from "./guess.js";
import { samples } from "./samples.js";
import { report, verdict } from "./show.js";

const pauseMs = 150;
const byId = (id) => document.getElementById(id);
const form = byId("form");
const text = byId("text");

let file; // shown by its name alone, because it is too long for the box or no text
let running = new AbortController();
let timer;

function choice() {
  return { message: byId("kind").value, level: byId("level").value, headers: headersOf(byId("headers").value),
    status: byId("status").value === "" ? undefined : Number(byId("status").value) };
}

function say(kind, words) {
  byId("verdict").className = kind;
  byId("verdict").textContent = words;
}

function showProgress(share) {
  byId("progress").hidden = share === undefined;
  byId("bar").value = share ?? 0;
}

const begin = "Paste a message, drop a file, or take a sample.";

async function checkNow(signal) {
  const blob = file ?? new Blob([bytesOf(text.value)]);
  if (blob.size === 0 && byId("kind").value === "") {
    say("", begin);
    byId("report").replaceChildren();
    return;
  }
  if (blob.size > wholeMax) {
    say("", "The message is being read.");
    showProgress(0);
  }
  const result = await check(blob, choice(), { signal, progress: showProgress });
  const elements = await report(result);
  signal.throwIfAborted();
  say(...verdict(result));
  byId("report").replaceChildren(...elements);
}

// Only the newest check may show its result.
async function run() {
  clearTimeout(timer);
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    await checkNow(signal);
  } catch (error) {
    if (!signal.aborted) {
      say("bad", `The message cannot be read: ${error.message}`);
      byId("report").replaceChildren();
    }
  }
  if (!signal.aborted) {
    showProgress();
  }
}

function runSoon() {
  clearTimeout(timer);
  timer = setTimeout(run, pauseMs);
}

function setText(value) {
  file = undefined;
  byId("file").value = "";
  byId("chosen").hidden = true;
  text.hidden = false;
  text.value = value;
}

function setFile(chosen) {
  file = chosen;
  byId("chosen-name").textContent = `${chosen.name}, ${chosen.size.toLocaleString("en")} bytes.`;
  byId("chosen").hidden = false;
  text.hidden = true;
}

// A short text can be changed in the box. Its bytes must survive that.
async function take(chosen) {
  if (chosen.size <= wholeMax) {
    const bytes = await chosen.arrayBuffer();
    try {
      const value = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      setText(value);
    } catch {
      setFile(chosen);
    }
  } else {
    setFile(chosen);
  }
  await run();
}

function takeSample(value) {
  setText(value);
  ["kind", "status", "headers"].forEach((id) => { byId(id).value = ""; });
  return run();
}

function dropping(event) {
  event.preventDefault();
  document.body.classList.toggle("dropping", event.type === "dragover");
  const [dropped] = event.type === "drop" ? event.dataTransfer.files : [];
  const words = event.type === "drop" ? event.dataTransfer.getData("text") : "";
  if (dropped) {
    take(dropped);
  } else if (words !== "") {
    setText(words);
    run();
  }
}

byId("version").textContent = version;
byId("kind").append(...messages.map(({ name }) => element("option", { value: name }, `a ${name}`)));
for (const [name, value] of samples) {
  const button = element("button", { type: "button" }, name);
  button.addEventListener("click", () => takeSample(value));
  byId("samples").append(button);
}
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => event.target.id !== "file" && runSoon());
byId("file").addEventListener("change", ({ target }) => target.files.length > 0 && take(target.files[0]));
byId("remove").addEventListener("click", () => { setText(""); text.focus(); run(); });
["dragover", "dragleave", "drop"].forEach((name) => document.addEventListener(name, dropping));
run();
