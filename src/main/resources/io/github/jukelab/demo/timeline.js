// Player, waveform, spectrogram and, for each model, a strip of its labels over time. All share one axis and a playhead.

import {clock, count, duration, element, number, percent, seconds, shape} from "./text.js";

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];
const MOST_TICKS = 7;
const MOST_NAMES = 40;
const PAGE = 10;

/** The time line of one sound. */
export class Timeline {
    element;
    #url;
    #length;
    #player;
    #strips;
    #legend;
    #hue;
    #moment; // that is played: a segment, and its strip

    constructor(blob, answer, models, hue) {
        this.#url = URL.createObjectURL(blob);
        this.#length = answer.seconds;
        this.#hue = hue;
        this.#player = element("audio", {controls: true, src: this.#url, "aria-label": "The sound"});
        this.#strips = models.map(model => new Strip(model, this.#length, hue, (strip, segment) => this.#play(strip, segment)));
        this.#legend = element("ul", {class: "legend", "aria-label": "Colours of the labels"});
        const unplayable = element("p", {class: "hint", hidden: true},
            "This browser cannot play this kind of file; the model could read it.");
        this.element = element("div", {class: "timeline", role: "group", "aria-label": "The sound over time"},
            this.#player, unplayable,
            this.#picture(answer),
            ticks(this.#length),
            ...this.#strips.map(strip => strip.element),
            this.#legend,
            element("p", {class: "hint", id: "strip-help"},
                "Blocks are as high as their label is probable. A click plays that moment; on the keyboard, arrow keys choose it "
                + "and Enter plays it."));
        this.#player.addEventListener("error", () => {
            this.#player.hidden = true;
            unplayable.hidden = false;
        });
        this.#player.addEventListener("play", () => this.#follow());
        this.#player.addEventListener("timeupdate", () => this.#move());
        this.#player.addEventListener("seeked", () => this.#move());
        this.show(models.map(model => model.name));
    }

    show(names) {
        this.#strips.forEach(strip => { strip.element.hidden = !names.includes(strip.model.name); });
        const labels = this.#strips.filter(strip => !strip.element.hidden).flatMap(strip => strip.labels);
        this.#legend.replaceChildren(...[...new Set(labels)].map(label =>
            element("li", {}, element("span", {class: `chip ${this.#hue(label)}`, "aria-hidden": "true"}), label)));
    }

    pause() {
        this.#player.pause();
    }

    close() {
        this.#player.pause();
        this.#player.removeAttribute("src");
        URL.revokeObjectURL(this.#url);
    }

    #picture({waveform, spectrogram}) {
        const place = element("div", {class: "pictures", click: event => {
            const box = place.getBoundingClientRect();
            this.#moment = undefined;
            this.#player.currentTime = this.#length * (event.clientX - box.left) / box.width;
        }},
            element("div", {class: "lane"}, wave(waveform)),
            element("div", {class: "lane"},
                element("img", {class: "spectrogram", src: spectrogram.png, alt: spectrogram.alt}),
                element("span", {class: "hertz high", "aria-hidden": "true"}, `${number(spectrogram.highestHertz)} Hz`),
                element("span", {class: "hertz low", "aria-hidden": "true"},
                    `${number(spectrogram.lowestHertz)} Hz, ${spectrogram.scale} scale`)));
        return place;
    }

    /** Plays what the model was given: from the start of a segment to its end, and goes back to its start. */
    #play(strip, {start, end}) {
        this.#moment = {strip, start, end};
        this.#player.currentTime = start;
        this.#player.play().catch(() => { this.#moment = undefined; });
    }

    #follow() {
        this.#move();
        if (!this.#player.paused) {
            requestAnimationFrame(() => this.#follow());
        }
    }

    #move() {
        const now = this.#player.currentTime;
        this.element.style.setProperty("--now", now / this.#length);
        this.#strips.filter(strip => strip !== this.#moment?.strip).forEach(strip => strip.tell(now));
        if (now >= this.#moment?.end) {
            this.#player.pause();
            this.#player.currentTime = this.#moment.start;
            this.#moment = undefined;
        }
    }
}

function wave({minimum, maximum}) {
    const loudest = Math.max(1e-9, ...minimum.map(Math.abs), ...maximum.map(Math.abs));
    const up = maximum.map((value, x) => `${x} ${-value / loudest}`);
    const down = minimum.map((value, x) => `${x} ${-value / loudest}`).reverse();
    return shape("svg", {
        class: "wave", role: "img", viewBox: `0 -1.05 ${Math.max(1, minimum.length - 1)} 2.1`, preserveAspectRatio: "none",
        "aria-label": `Waveform; the loudest sample is ${percent(loudest)} of full scale.`
    }, shape("path", {d: `M${[...up, ...down].join("L")}Z`}));
}

function ticks(length) {
    const step = STEPS.find(step => length / step <= MOST_TICKS) ?? length;
    const line = element("div", {class: "ticks", "aria-hidden": "true"});
    for (let time = 0; time <= length * 0.97; time += step) {
        const tick = element("span", {}, length < 120 ? `${number(Math.round(time / step) * step)} s` : clock(time).replace(/\D\d$/, ""));
        tick.style.left = `${100 * time / length}%`;
        line.append(tick);
    }
    return line;
}

/** One model's labels over time: one thing to focus, whose value is the chosen segment. */
class Strip {
    element;
    model;
    #parts;
    #length;
    #slider;
    #choice;
    #readout;
    #play;
    #chosen = 0;
    #told;

    constructor(model, length, hue, play) {
        this.model = model;
        this.#length = length;
        this.#play = play;
        this.#parts = parts(model, length);
        this.#choice = element("span", {class: "choice"});
        this.#readout = element("span", {class: "readout", "aria-hidden": "true"});
        this.#slider = element("div", {
            class: "lane strip", role: "slider", tabindex: 0, "aria-label": `Labels over time, ${model.title}`,
            "aria-describedby": "strip-help", "aria-valuemin": 1, "aria-valuemax": this.#parts.length,
            click: event => this.#choose(this.#at(event), true),
            pointermove: event => this.#read(this.#at(event)),
            pointerleave: () => this.#read(this.#chosen),
            keydown: event => this.#key(event)
        }, this.#names(hue), skyline(this.#parts, length, hue), this.#choice);
        this.element = element("div", {class: "over-time"},
            element("p", {class: "strip-title"}, element("span", {}, model.title), this.#readout),
            this.#slider, this.#list());
        this.#choose(0, false);
    }

    /** The labels of its segments, each once. */
    get labels() {
        return [...new Set(this.#parts.map(part => part.label))];
    }

    /** Tells which label the sound has now. */
    tell(now) {
        if (!this.#slider.matches(":hover")) {
            this.#read(this.#shownAt(now));
        }
    }

    #shownAt(time) {
        const next = this.#parts.findIndex(part => part.start > time);
        return next < 0 ? this.#parts.length - 1 : Math.max(0, next - 1);
    }

    #at(event) {
        const box = this.#slider.getBoundingClientRect();
        return this.#shownAt(this.#length * (event.clientX - box.left) / box.width);
    }

    #key(event) {
        const last = this.#parts.length - 1;
        const to = {
            ArrowRight: this.#chosen + 1, ArrowUp: this.#chosen + 1, ArrowLeft: this.#chosen - 1, ArrowDown: this.#chosen - 1,
            PageUp: this.#chosen + PAGE, PageDown: this.#chosen - PAGE, Home: 0, End: last, Enter: this.#chosen, " ": this.#chosen
        }[event.key];
        if (to !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            this.#choose(Math.max(0, Math.min(last, to)), event.key === "Enter" || event.key === " ");
        }
    }

    #choose(index, play) {
        this.#chosen = index;
        const part = this.#parts[index];
        this.#slider.setAttribute("aria-valuenow", index + 1);
        this.#slider.setAttribute("aria-valuetext", `${seconds(part.start)} to ${seconds(part.end)} seconds: ${words(part)}`);
        this.#choice.style.left = `${100 * part.start / this.#length}%`;
        this.#choice.style.width = `${100 * (Math.min(part.end, this.#length) - part.start) / this.#length}%`;
        this.#read(index);
        if (play) {
            this.#play(this, part);
        }
    }

    #read(index) {
        if (index !== this.#told) {
            const part = this.#parts[index];
            this.#told = index;
            this.#readout.replaceChildren(when(part), ` ${words(part)}`);
        }
    }

    /** The label of each run of segments, where there is room for it. */
    #names(hue) {
        const runs = runsOf(this.#parts);
        return element("span", {class: "names", "aria-hidden": "true"},
            ...(runs.length > MOST_NAMES ? [] : runs).map(({label, start, until}) => {
                const name = element("span", {class: `name ${hue(label)}`}, element("span", {}, label));
                name.style.left = `${100 * start / this.#length}%`;
                name.style.width = `${100 * (until - start) / this.#length}%`;
                return name;
            }));
    }

    /** The same as buttons, made when they are asked for; hidden where there is one moment only. */
    #list() {
        const list = element("ol", {class: "moments"});
        return element("details", {hidden: this.#parts.length === 1, toggle: () => {
            if (list.childElementCount === 0) {
                list.append(...this.#parts.map((part, index) => element("li", {},
                    element("button", {type: "button", class: "quiet", click: () => this.#choose(index, true)},
                        when(part), " ", element("span", {class: "what"}, part.label), " ", percent(part.probability)))));
            }
        }}, element("summary", {}, `As a list of ${count(this.#parts.length, "moment")}`), list);
    }
}

/** Segments with the probability of their label, and until when they are shown: segments may overlap. */
function parts(model, length) {
    return model.segments.map((segment, i) => ({
        ...segment,
        probability: segment.probabilities[model.labels.indexOf(segment.label)],
        until: Math.min(length, model.segments[i + 1]?.start ?? segment.end)
    }));
}

function runsOf(parts) {
    const runs = [];
    for (const {label, start, until} of parts) {
        const last = runs.at(-1);
        if (last?.label === label) {
            last.until = until;
        } else {
            runs.push({label, start, until});
        }
    }
    return runs;
}

function when({start, end}) {
    return element("span", {class: "when"}, `${clock(start)}–${clock(end)}`);
}

function words({label, probability}) {
    return `${label} ${percent(probability)}`;
}

/** Each segment as a block of its label's colour, as high as its probability. */
function skyline(parts, length, hue) {
    const classes = new Set(parts.map(part => hue(part.label)));
    const blocks = [...classes].flatMap(name => {
        const own = parts.filter(part => hue(part.label) === name);
        const path = height => own.map(part => `M${part.start} 1V${1 - height(part)}H${part.until}V1Z`).join("");
        return [
            shape("path", {class: `ground ${name}`, d: path(() => 1)}),
            shape("path", {class: `block ${name}`, d: path(part => part.probability)})];
    });
    return shape("svg", {
        class: "skyline", viewBox: `0 0 ${length} 1`, preserveAspectRatio: "none", "aria-hidden": "true"
    }, ...blocks);
}
