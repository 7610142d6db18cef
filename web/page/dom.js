// Elements. Data enters the page as text only, and never as HTML.

/** An element with attributes and children. A string becomes a text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  for (const child of children) {
    made.append(child);
  }
  return made;
}

/** A table with a head, in a box that scrolls if the screen is narrow. */
export function table(caption, heads, rows) {
  return element("div", { class: "table", role: "group", "aria-label": caption, tabindex: "0" },
    element("table", {},
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells)))));
}

/** Rows of a name and a value. */
export function facts(caption, pairs) {
  return element("div", { class: "table", role: "group", "aria-label": caption, tabindex: "0" },
    element("table", {}, element("tbody", {}, ...pairs.map(([name, value]) => element("tr", {},
      element("th", { scope: "row" }, name), element("td", {}, String(value)))))));
}

// Not every address may use the clipboard. There the text is selected instead.
async function copy(button, shown, text) {
  try {
    await navigator.clipboard.writeText(text());
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(shown);
    button.textContent = "Selected: press Ctrl+C";
  }
}

/** A text with a heading and a button that copies it. */
export function copyable(level, heading, value) {
  const shown = element("pre", { class: "scroll", tabindex: "0", "aria-label": heading }, value);
  const button = element("button", { type: "button", "aria-live": "polite" }, "Copy");
  button.append(element("span", { class: "unseen" }, ` ${heading}`));
  button.addEventListener("click", () => copy(button, shown, () => value));
  return element("div", {}, element("div", { class: "row" }, element(level, {}, heading), button), shown);
}
