// Models as a tree.
import { copyable, element, table } from "./dom.js";

const ends = { List: "]", NonNull: "!" };

/** A field's type as GraphQL and schema/type_text.c write it, and the values of an enum. */
export function graphqlType(type) {
  let open = "";
  let close = "";
  let inner = type;
  for (; inner && (ends[inner.kind] || (inner.name === undefined && inner.type)); inner = inner.type) {
    open += inner.kind === "List" ? "[" : "";
    close = (ends[inner.kind] ?? "") + close;
  }
  const values = inner?.values?.length > 0 ? ` { ${inner.values.join(" ")} }` : "";
  return `${open}${inner?.name ?? "?"}${close}${values}`;
}

const keyWords = (what, { name = "", fields = [] }) => `${what} ${name}(${fields.join(", ")})`;

function fieldRow({ name = "", type, length }) {
  return [element("td", {}, name), element("td", { class: "type" }, graphqlType(type)),
    element("td", {}, length > 0 ? String(length) : "")];
}

function inside(model) {
  const keys = [...(model.primaryKey ? [keyWords("primary key", model.primaryKey)] : []),
    ...(model.indexes ?? []).map((index) => keyWords("index", index))];
  return [
    ...(model.fields?.length > 0
      ? [table(`Fields of ${model.name ?? "a model"}`, ["Field", "Type", "Length"], model.fields.map(fieldRow))] : []),
    ...(keys.length > 0 ? [element("ul", {}, ...keys.map((key) => element("li", { class: "code" }, key)))] : []),
    ...(model.sdl ? [copyable("h4", `SDL of ${model.name ?? "a model"}`, model.sdl)] : []),
  ];
}

// Its inside is made when it opens: a page can have many models.
function branch(model, open) {
  const count = model.fields?.length ?? 0;
  const made = element("details", { class: "model" }, element("summary", {},
    element("strong", {}, model.name ?? "(no name)"), ` ${count} ${count === 1 ? "field" : "fields"}`));
  made.addEventListener("toggle", () => made.append(...inside(model)), { once: true });
  made.open = open;
  return made;
}

/** The models of an answer. */
export function modelTree(models, count) {
  const sdl = models.map((model) => model.sdl).filter(Boolean).join("\n\n");
  const some = count > models.length ? `, of which the first ${models.length} are shown` : "";
  return element("div", {},
    element("h3", {}, `Models: ${count.toLocaleString("en")}${some}`),
    ...models.map((model) => branch(model, models.length === 1)),
    ...(sdl === ""
      ? [element("p", { class: "quiet" }, "They have no SDL. A request asks for it with includeModelsSDL.")]
      : [copyable("h3", some === "" ? "SDL of all models" : "SDL of the models shown", sdl)]));
}
