// Loads each card of what `warroom notify check --json` printed, and ends with 1 where the library finds anything to say.

const { readFileSync } = require("fs");
const { AdaptiveCard, SerializationContext, Versions } = require("adaptivecards/dist/adaptivecards.js");

const LIMIT = 28 * 1024;

// What is inside of an element, however it holds it.
function inside(element) {
    const many = (count, at) => [...Array(element[count]?.() ?? 0).keys()].map((n) => element[at](n));
    const own = [...many("getItemCount", "getItemAt"), ...many("getInlineCount", "getInlineAt")];
    return [...own, ...own.flatMap(inside)];
}

function wrong(body) {
    const found = [];
    const bytes = Buffer.byteLength(JSON.stringify(body));
    if (bytes > LIMIT) found.push(`${bytes} bytes`);
    if (body.type !== "message" || body.attachments.length !== 1) found.push("not one message with one card");
    for (const { contentType, content } of body.attachments) {
        if (contentType !== "application/vnd.microsoft.card.adaptive") found.push(contentType);
        const context = new SerializationContext(Versions.v1_4);
        const card = new AdaptiveCard();
        card.parse(content, context);
        for (let n = 0; n < context.eventCount; n++) found.push(context.getEventAt(n).message);
        found.push(...card.validateProperties().validationEvents.map((event) => event.message));
        if (!card.version || card.version.compareTo(Versions.v1_4) > 0) found.push(`version ${card.version}`);
        const elements = inside(card);
        if (!elements.some((element) => element.text)) found.push("nothing to read");
        // A run of text is text alone; a text block would read Markdown, with its links.
        if (elements.some((element) => element.getJsonTypeName() === "TextBlock")) found.push("reads Markdown");
        if (elements.some((element) => element.selectAction)) found.push("has a link");
        if (content.msteams?.entities) found.push("mentions somebody");
        if (card.getActionCount() > 0) found.push("has actions");
    }
    return found;
}

const targets = JSON.parse(readFileSync(process.argv[2], "utf8"));
const bodies = targets.flatMap((target) => target.parts.map((part) => part.body));
const found = bodies.flatMap(wrong);
console.log(`${bodies.length} card(s): ${found.length === 0 ? "well formed" : found.join("; ")}`);
process.exit(bodies.length > 0 && found.length === 0 ? 0 : 1);
