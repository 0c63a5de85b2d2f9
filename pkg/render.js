// The outline as something to read or to index: Markdown, HTML, schema.org data. Pure functions, without the module and
// without a document: for servers, builds and browsers alike.

export { describeJsonLd, renderJsonLd } from "./render/json-ld.js";
export { labels } from "./render/labels.js";
export { escapeMarkdown, renderMarkdown } from "./render/markdown.js";
export { renderElement, renderHtml } from "./render/html.js";
