// Work in slices: however many elements a page has, it stays responsive.

/** How long a slice may take, in milliseconds. */
const SLICE = 8;

/** After so long there will be no frame, in milliseconds. */
const NO_FRAME = 100;

/** @type {(() => void)[]} */
const queue = [];
let running = false;

/** Does it soon, after what was asked for earlier. @param {() => void} work */
export function soon(work) {
  queue.push(work);
  if (!running) void run();
}

async function run() {
  running = true;
  // What is asked for together is done together.
  await null;
  let start = performance.now();
  for (let work = queue.shift(); work; work = queue.shift()) {
    work();
    if (performance.now() - start < SLICE) continue;
    await pause();
    start = performance.now();
  }
  running = false;
}

/**
 * Lets the page draw what is new and handle what has come up: the next slice begins after the next frame. A page in the
 * background has no frames.
 *
 * @returns {Promise<void>}
 */
function pause() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
