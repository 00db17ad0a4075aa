// Charts, read by the library that draws them: each step is a section of its own, and nothing that somebody wrote is more than a name.
const fs = require("node:fs");
const path = require("node:path");
const { JSDOM } = require("jsdom");

const { window } = new JSDOM("<body></body>");
globalThis.window = window;
globalThis.document = window.document;

(async () => {
  const entry = path.join(process.env.NODE_PATH, "mermaid/dist/mermaid.core.mjs");
  const { default: mermaid } = await import(entry);
  for (const file of process.argv.slice(2)) {
    const text = fs.readFileSync(file, "utf8");
    const wanted = (pattern) => (text.match(pattern) || []).length;
    const { config } = await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    // Of the settings only the room for the names is ours, and no text may set another.
    const set = JSON.stringify(config, (key, value) => (key === "leftPadding" ? 0 : value));
    const counted = [db.getSections().length, db.getTasks().length, set];
    const expected = [
      wanted(/^    section /gm),
      wanted(/^    .* : .*\d{2}:\d{2}:\d{2}/gm),
      '{"gantt":{"leftPadding":0}}',
    ];
    const reversed = db.getTasks().filter((task) => task.endTime < task.startTime);
    if (counted.join() !== expected.join() || reversed.length > 0 || !db.getDiagramTitle()) {
      throw new Error(`${file}: ${counted} instead of ${expected}`);
    }
    console.log(`${path.basename(file)}: ${counted[0]} sections, ${counted[1]} bars`);
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
