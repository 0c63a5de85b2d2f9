// @ts-check
/**
 * The text of a sample. (In the page that is one file, the texts stand here.)
 * @param {string} file
 */
export async function sample(file) {
  const response = await fetch(new URL(`./samples/${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} for the sample ${file}`);
  return response.text();
}
