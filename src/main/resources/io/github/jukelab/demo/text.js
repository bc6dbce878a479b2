// Words and numbers of the page, and a short way to make elements.

const language = canonical(navigator.language);
const percents = new Intl.NumberFormat(language, {style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1});
const numbers = new Intl.NumberFormat(language, {maximumFractionDigits: 1});
const tenths = new Intl.NumberFormat(language, {minimumFractionDigits: 1, maximumFractionDigits: 1});
const clockSeconds = new Intl.NumberFormat(language, {
    minimumIntegerDigits: 2, minimumFractionDigits: 1, maximumFractionDigits: 1
});

/** The language, or undefined (the browser's own) if its name is none, such as "en-US@posix". */
function canonical(name) {
    try {
        return Intl.getCanonicalLocales(name)[0];
    } catch {
        return undefined;
    }
}

/** 0.91 as "91.0%" or "91,0 %". */
export function percent(probability) {
    return percents.format(probability);
}

export function number(value) {
    return numbers.format(value);
}

/** A time in seconds, with one digit: "12.0". */
export function seconds(value) {
    return tenths.format(value);
}

/** A time as on a player: "1:02.5". */
export function clock(value) {
    const whole = Math.round(value * 10) / 10;
    return `${Math.floor(whole / 60)}:${clockSeconds.format(whole % 60)}`;
}

/** How long a sound is: "30 s", "12.5 min". */
export function duration(value) {
    return value < 120 ? `${number(value)}\u00a0s` : `${number(value / 60)}\u00a0min`;
}

/** A size in bytes: "2.1 MB". */
export function size(bytes) {
    return bytes < 100_000 ? `${number(bytes / 1024)}\u00a0kB` : `${number(bytes / 1_048_576)}\u00a0MB`;
}

/** "1 label", "10 labels". */
export function count(value, noun) {
    return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/**
 * A new element with these attributes and children. Children are elements or text; a function as a value is a listener.
 */
export function element(name, attributes = {}, ...children) {
    return fill(document.createElement(name), attributes, children);
}

/** The same for a shape of a picture. */
export function shape(name, attributes = {}, ...children) {
    return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(made, attributes, children) {
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === "function") {
            made.addEventListener(key, value);
        } else if (value !== undefined && value !== false) {
            made.setAttribute(key, value === true ? "" : value);
        }
    }
    made.append(...children);
    return made;
}
