// What the page asks the server. docs/demo.md describes requests and answers.

/** Why there is no answer: a sentence, a title above it, and whether to ask again may help. */
export class Problem extends Error {
    constructor(title, message, again = false) {
        super(message);
        this.title = title;
        this.again = again;
    }
}

const TITLES = {
    413: "Too much",
    415: "Not a sound file",
    422: "This sound cannot be used",
    429: "Too many at once",
    503: "Busy"
};
const MAY_PASS = [429, 500, 502, 503, 504];

/** The models, their cards and cautions, the limits and the examples. */
export function about() {
    return json("api/model", {});
}

/** The predictions of these models for the bytes of a sound file. */
export async function predict(sound, models, signal) {
    try {
        await sound.slice(0, 1).arrayBuffer();
    } catch {
        throw new Problem("This file cannot be read", "It may be a folder, or it was moved or changed. Choose it again.");
    }
    const query = new URLSearchParams(models.map(name => ["model", name]));
    return json(`api/predict?${query}`, {method: "POST", body: sound, signal});
}

/** An example's sound. */
export async function example(url, signal) {
    return (await ask(url, {signal})).blob();
}

async function json(url, options) {
    return (await ask(url, options)).json();
}

async function ask(url, options) {
    let response;
    try {
        response = await fetch(url, options);
    } catch (problem) {
        if (options.signal?.aborted) {
            throw problem;
        }
        throw new Problem("No answer", "The server does not answer. Does jukelab demo still run?", true);
    }
    if (!response.ok) {
        const body = await response.json().catch(() => undefined);
        throw new Problem(
            TITLES[response.status] ?? "This did not work",
            body?.error?.message ?? `The server answered with status ${response.status}.`,
            MAY_PASS.includes(response.status));
    }
    return response;
}
