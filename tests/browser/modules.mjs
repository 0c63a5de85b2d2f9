// The page's modules in Node, as they are served: there they stand beside what they take of the package.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { site } from "./harness.mjs";

/** @param {string} path in the site */
const load = (path) => import(pathToFileURL(join(site, path)).href);

/** @type {typeof import("../../www/export/csv.js")} */
export const { csv } = await load("export/csv.js");
/** @type {typeof import("../../www/export/docx.js")} */
export const { docx } = await load("export/docx.js");
/** @type {typeof import("../../www/export/formats.js")} */
export const { fileName } = await load("export/formats.js");
/** @type {typeof import("../../www/export/html.js")} */
export const { html } = await load("export/html.js");
/** @type {typeof import("../../www/export/opml.js")} */
export const { opml } = await load("export/opml.js");
/** @type {typeof import("../../www/export/picture.js")} */
export const { svg } = await load("export/picture.js");
/** @type {typeof import("../../www/export/plain.js")} */
export const { plain } = await load("export/plain.js");
/** @type {typeof import("../../www/export/quotation.js")} */
export const { quotation } = await load("export/quotation.js");
