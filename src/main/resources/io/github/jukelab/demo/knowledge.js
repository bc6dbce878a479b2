// What a model knows, what it was evaluated by, and what it should not be used for.

import {count, element, number, seconds} from "./text.js";

const SHOWN = 30;

/** A model's labels, card and cautions. Its title stands above them if several models are shown. */
export function knowledge(model, titled) {
    return element("article", {class: "known"},
        ...(titled ? [element("h3", {}, model.title)] : []),
        element("p", {}, `It knows ${count(model.labels.length, "label")}. A label that it never saw cannot be named.`),
        ...labels(model.labels),
        ...(model.cautions.length === 0 ? [] : [element("ul", {class: "cautions", "aria-label": "Cautions"},
            ...model.cautions.map(text => element("li", {}, text)))]),
        facts(model.card),
        element("details", {}, element("summary", {}, "Technical"), technical(model)));
}

function labels(all) {
    const list = some => element("ul", {class: "labels", "aria-label": "Labels"}, ...some.map(label => element("li", {}, label)));
    const rest = all.slice(SHOWN);
    return [
        list(all.slice(0, SHOWN)),
        ...(rest.length === 0 ? [] : [element("details", {}, element("summary", {}, `${number(rest.length)} more`), list(rest))])];
}

function technical({name, kind, input, rate, segmentSeconds, temperature}) {
    return facts([
        {name: "file", value: name},
        {name: "model", value: kind},
        {name: "input", value: input},
        {name: "rate", value: `${number(rate)} Hz`},
        {name: "one moment", value: segmentSeconds > 0 ? `${seconds(segmentSeconds)} s` : "the whole sound"},
        {name: "temperature", value: temperature}]);
}

function facts(lines) {
    return element("dl", {class: "facts"}, ...lines.flatMap(({name, value}) => [
        element("dt", {}, name), element("dd", {}, value)]));
}
