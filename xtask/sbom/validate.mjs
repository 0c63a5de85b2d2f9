// node validate.mjs FILE: compares a bill of materials with the schema of CycloneDX, and says what does not fit.
import { readFileSync } from "node:fs";

import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const [file = ""] = process.argv.slice(2);
const faults = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(readFileSync(file, "utf8"));
if (faults !== null) {
  console.error(faults);
  process.exit(1);
}
