// The answer: each model's label with bars of the most probable ones, and the time line below.

import {colours} from "./colours.js";
import {count, duration, element, number, percent} from "./text.js";
import {Timeline} from "./timeline.js";

const SHOWN = 5;

/** The answer for one sound, shown in a part of the page. `close()` frees its sound. */
export class Answer {
    /** The names of the models that have answered. */
    models;
    /** The answer in one sentence, to be read aloud. */
    summary;
    #timeline;
    #cards;

    /** `sound` has a name and the blob; `answer` is the server's; `models` are those that it has predictions of. */
    constructor(place, sound, answer, models) {
        const predicted = answer.predictions.map(prediction => ({
            ...prediction, ...models.find(model => model.name === prediction.model)
        }));
        this.models = predicted.map(model => model.name);
        this.summary = predicted.map(({title, probabilities: [best]}) =>
            `${title}: ${best.label} ${percent(best.probability)}.`).join(" ");
        const hue = colours([...new Set(predicted.flatMap(model => model.labels))], important(predicted));
        this.#timeline = new Timeline(sound.blob, answer, predicted, hue);
        this.#cards = predicted.map(model => card(model, hue));
        place.replaceChildren(
            element("p", {class: "source"}, element("strong", {}, sound.name), ` ${facts(answer)}`),
            ...warnings(answer.warnings),
            element("div", {class: "cards"}, ...this.#cards),
            this.#timeline.element);
    }

    /** Shows the models of these names, and hides the others. */
    show(names) {
        this.#cards.forEach(card => { card.hidden = !names.includes(card.dataset.model); });
        this.#timeline.show(names);
    }

    pause() {
        this.#timeline.pause();
    }

    close() {
        this.#timeline.close();
    }
}

/** The labels that most need a colour of their own: the answers first, then the labels of most segments. */
function important(predicted) {
    const segments = new Map();
    for (const {label} of predicted.flatMap(model => model.segments)) {
        segments.set(label, (segments.get(label) ?? 0) + 1);
    }
    const frequent = [...segments.keys()].sort((a, b) => segments.get(b) - segments.get(a));
    const probable = predicted.flatMap(model => model.probabilities.slice(0, SHOWN).map(({label}) => label));
    return [...predicted.map(model => model.label), ...frequent, ...probable];
}

function facts({seconds, rate, channels}) {
    const mixed = channels > 1 ? ", mixed to one" : "";
    return `${duration(seconds)}, ${number(rate)}\u00a0Hz, ${count(channels, "channel")}${mixed}`;
}

function warnings(texts) {
    return texts.length === 0 ? [] : [element("ul", {class: "warnings", "aria-label": "Warnings"},
        ...texts.map(text => element("li", {}, text)))];
}

function card(model, hue) {
    const best = model.probabilities[0];
    const rows = model.probabilities.map(({label, probability}, place) => row(label, probability, hue, place));
    const unsure = element("p", {class: "hint", hidden: best.probability >= 0.5},
        "No label has more than half: the model is unsure.");
    return element("article", {class: "card", "data-model": model.name},
        element("div", {class: "card-body"},
            element("div", {},
                element("h3", {}, model.title),
                element("p", {class: "label"}, best.label),
                element("p", {class: "share"}, percent(best.probability))),
            element("div", {},
                element("table", {},
                    element("caption", {class: "visually-hidden"}, `Labels and probabilities of ${model.title}`),
                    element("tbody", {}, ...rows)),
                ...more(rows),
                unsure)),
        element("a", {class: "to-knows", href: "#knows"}, "What this model knows"));
}

function row(label, probability, hue, place) {
    const bar = element("span", {class: `fill ${hue(label)}`});
    bar.style.width = `${100 * probability}%`;
    return element("tr", {hidden: place >= SHOWN},
        element("th", {scope: "row"}, element("span", {}, label)),
        element("td", {},
            element("div", {class: "measure"},
                element("span", {class: "bar", "aria-hidden": "true"}, bar),
                element("span", {class: "value"}, percent(probability)))));
}

/** A button that shows the other labels too. */
function more(rows) {
    if (rows.length <= SHOWN) {
        return [];
    }
    const all = `All ${count(rows.length, "label")}`;
    const button = element("button", {type: "button", class: "quiet", "aria-expanded": "false", click() {
        const open = button.getAttribute("aria-expanded") === "false";
        button.setAttribute("aria-expanded", String(open));
        button.textContent = open ? `The first ${SHOWN}` : all;
        rows.slice(SHOWN).forEach(row => { row.hidden = !open; });
    }}, all);
    return [button];
}
