// Progress for the person at the terminal: one line per step, with how long it took. Plain
// JavaScript without packages, because `npm start` uses it before anything is installed.

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const terminal = process.stdout.isTTY;
const patience = { spinner: 150, firstLine: 1_000, nextLine: 10_000 };

// A terminal that was closed takes no more lines; that must not keep anyone from stopping well.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 99_950) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Does `work` and tells how it goes. A terminal shows one line that is rewritten; anything else
 * gets plain lines, and only for what takes longer than a second.
 */
export async function step(doing, work, done = () => doing) {
  const begin = performance.now();
  const passed = () => performance.now() - begin;
  let now = doing;
  const ticker = terminal ? spin(() => `${now} … ${duration(passed())}`) : tell(() => now, passed);
  try {
    const result = await work((text) => {
      now = text;
    });
    ticker.stop();
    const sentence = done(result);
    if (sentence) console.log(`✓ ${sentence} (${duration(passed())})`);
    return result;
  } catch (error) {
    ticker.stop();
    console.log(`✗ ${doing} (${duration(passed())})`);
    throw error;
  }
}

/** A line that is rewritten until `stop` clears it. */
function spin(text) {
  let frame = 0;
  let drawn = false;
  const draw = () => {
    frame = (frame + 1) % frames.length;
    const room = (process.stdout.columns || 80) - 1;
    process.stdout.write(`\r\x1b[2K${`${frames[frame]} ${text()}`.slice(0, room)}`);
    drawn = true;
  };
  let timer = setTimeout(() => {
    draw();
    timer = setInterval(draw, 100);
  }, patience.spinner);
  return {
    stop() {
      clearInterval(timer); // clears a timeout too
      if (drawn) process.stdout.write("\r\x1b[2K");
    },
  };
}

/** A line after a second, and one every ten: a log file shows that something is going on. */
function tell(text, passed) {
  const say = () => console.log(`… ${text()} (${duration(passed())})`);
  let timer = setTimeout(() => {
    say();
    timer = setInterval(say, patience.nextLine);
  }, patience.firstLine);
  return { stop: () => clearInterval(timer) };
}
