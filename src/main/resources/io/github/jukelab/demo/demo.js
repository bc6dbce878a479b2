// The page: where a sound comes from, who answers, and what is shown meanwhile.

import {Answer} from "./answer.js";
import {knowledge} from "./knowledge.js";
import {record, refusal, whyNot} from "./microphone.js";
import {about, example, predict, Problem} from "./server.js";
import {clock, duration, element, size} from "./text.js";

const RECORDING_SECONDS = 30;
const BLOCK_SECONDS = 0.1; // at least as long as a block of samples
const FADING = 0.9; // of the level, from block to block

const part = id => document.getElementById(id);
const narrow = matchMedia("(max-width: 60rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

let server; // what /api/model told
let sound; // the last one: its name, and `open(signal)`, which gives its blob
let running; // the AbortController of the request that is on its way
let answer; // what is shown
let opening = false; // the microphone is being opened
let recording; // what stops it

/** Shows one part of the result. Whoever was in another one, on a button that is hidden now, stays near. */
function show(id) {
    const others = ["error", "progress", "empty", "answer"].filter(other => other !== id).map(part);
    if (others.some(other => other.contains(document.activeElement))) {
        part("result").focus({preventScroll: true});
    }
    others.forEach(other => { other.hidden = true; });
    part(id).hidden = false;
}

function tell(text) {
    part("status").textContent = text;
}

/** Moves the result into view where it lies below the buttons. */
function reveal() {
    if (narrow.matches) {
        part("result").scrollIntoView({behavior: calm.matches ? "auto" : "smooth"});
    }
}

function fail(problem, again) {
    forget();
    part("error-title").textContent = problem.title ?? "This did not work";
    part("error-text").textContent = problem.message;
    part("again").hidden = !problem.again;
    part("again").onclick = again;
    tell("");
    show("error");
    part("error-title").focus();
}

function forget() {
    answer?.close();
    answer = undefined;
}

// ---- models

/** The models; those with the same title are told apart by their files. */
function distinct(models) {
    const same = title => models.filter(model => model.title === title).length > 1;
    return models.map(model => ({...model, title: same(model.title) ? `${model.title} (${model.name})` : model.title}));
}

function chosen() {
    const boxes = [...part("model-list").querySelectorAll("input")];
    return boxes.length === 0 ? server.models.map(model => model.name)
        : boxes.filter(box => box.checked).map(box => box.value);
}

function listModels() {
    part("models").hidden = server.models.length < 2;
    if (server.models.length > 1) {
        part("model-list").replaceChildren(...server.models.map(model =>
            element("label", {class: "check"},
                element("input", {type: "checkbox", value: model.name, checked: true, change: choose}),
                element("span", {}, model.title))));
    }
}

/** One model at least; those that have not answered yet are asked. */
function choose(event) {
    const none = chosen().length === 0;
    part("models-note").textContent = none ? "One model at least has to answer." : "";
    if (none) {
        event.target.checked = true;
        return;
    }
    listKnowledge();
    if (answer && chosen().every(name => answer.models.includes(name))) {
        answer.show(chosen());
    } else if (answer || running) {
        send(sound);
    }
}

function listKnowledge() {
    const models = server.models.filter(model => chosen().includes(model.name));
    part("knows-title").textContent = models.length === 1 ? "What this model knows" : "What these models know";
    document.querySelector("main").classList.toggle("several", models.length > 1);
    part("known").replaceChildren(...models.map(model => knowledge(model, models.length > 1)));
    part("knows").hidden = false;
}

// ---- a sound and its answer

/** Asks the models; whatever was asked before is given up. */
async function send(next) {
    sound = next;
    running?.abort();
    stopRecording();
    forget();
    const own = running = new AbortController();
    const text = `Reading ${sound.name}`;
    part("progress-text").textContent = text;
    show("progress");
    tell(`${text} …`);
    reveal();
    const begun = performance.now();
    const timer = setInterval(() => {
        part("progress-time").textContent = `${Math.round((performance.now() - begun) / 1000)} s`;
    }, 1000);
    part("progress-time").textContent = "";
    try {
        const blob = await sound.open(own.signal);
        if (blob.size > server.limits.bytes) {
            throw new Problem("Too much", `${sound.name} has ${size(blob.size)}; at most ${size(server.limits.bytes)} can be sent. `
                + "Cut it, or save it as flac or mp3.");
        }
        const given = await predict(blob, chosen(), own.signal);
        if (!own.signal.aborted) {
            present({name: sound.name, blob}, given);
        }
    } catch (problem) {
        if (!own.signal.aborted) {
            fail(problem, () => send(next));
        }
    } finally {
        clearInterval(timer);
        if (running === own) {
            running = undefined;
        }
    }
}

function present(named, given) {
    answer = new Answer(part("answer"), named, given, server.models);
    show("answer");
    tell(`Result for ${named.name}. ${answer.summary}`);
    reveal();
}

function cancel() {
    running?.abort();
    running = undefined;
    show("empty");
    tell("Cancelled.");
    part("file").focus();
}

// ---- where sounds come from

function sendFile(files) {
    const [file] = files;
    if (!file) {
        fail(new Problem("No file", "What was dropped is no file. Drop a sound file from a folder."));
    } else {
        const others = files.length > 1 ? ` (the first of ${files.length} files)` : "";
        send({name: file.name + others, open: async () => file});
    }
}

function listExamples() {
    part("examples").hidden = server.examples.length === 0;
    part("example-list").replaceChildren(...server.examples.map(({name, url}) =>
        element("li", {}, element("button", {type: "button", class: "button", click: () =>
            send({name: `Example: ${name}`, open: signal => example(url, signal)})}, name))));
}

function acceptDrops() {
    const withFiles = event => event.dataTransfer?.types.includes("Files");
    let depth = 0;
    const over = value => { depth = value; part("drop").hidden = depth <= 0; };
    addEventListener("dragenter", event => withFiles(event) && over(depth + 1));
    addEventListener("dragleave", event => withFiles(event) && over(depth - 1));
    addEventListener("dragover", event => event.preventDefault());
    addEventListener("drop", event => {
        event.preventDefault();
        over(0);
        sendFile(event.dataTransfer.files);
    });
}

// ---- microphone

/** A recording must not be longer than what the server takes. */
function longest() {
    return Math.min(RECORDING_SECONDS, server.limits.seconds);
}

async function offerMicrophone() {
    const reason = await whyNot();
    part("record").disabled = reason !== undefined;
    part("record-note").textContent = reason ?? `At most ${longest()} seconds.`;
}

async function toggleRecording() {
    if (recording) {
        await sendRecording();
        return;
    }
    if (opening) {
        return;
    }
    opening = true;
    answer?.pause();
    try {
        let shown = 0;
        recording = await record((level, length) => {
            shown = Math.max(level, FADING * shown);
            part("level").style.width = `${100 * Math.min(1, Math.sqrt(shown))}%`;
            part("record-time").textContent = `${clock(length)} / ${clock(longest())}`;
            if (length + BLOCK_SECONDS >= longest()) {
                sendRecording();
            }
        });
        if (!part("error").hidden) {
            show("empty");
        }
        part("record-text").textContent = "Stop and see the labels";
        part("record").classList.add("running");
        part("level-line").hidden = false;
        tell(`Recording, at most ${longest()} seconds.`);
    } catch (problem) {
        fail(new Problem("No recording", refusal(problem)));
    }
    opening = false;
}

async function sendRecording() {
    const ended = stopRecording();
    const blob = await ended;
    if (blob) {
        send({name: "Your recording", open: async () => blob});
    }
}

/** The wav file of a recording that runs; undefined if none does. */
function stopRecording() {
    const ended = recording?.stop();
    recording = undefined;
    part("record-text").textContent = "Record from the microphone";
    part("record").classList.remove("running");
    part("level-line").hidden = true;
    return ended;
}

// ---- start

function privacy() {
    const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);
    return here
        ? "It stays on this machine. Jukelab reads it, answers, and removes its copy at once. The name of a file is not sent."
        : `It goes to ${location.host}, which reads it, answers, and removes its copy at once. The name of a file is not sent.`;
}

async function start() {
    show("empty");
    try {
        const told = await about();
        server = {...told, models: distinct(told.models)};
    } catch (problem) {
        fail(problem, start);
        return;
    }
    const {bytes, seconds} = server.limits;
    part("limits").textContent = `Or drop one anywhere on this page. At most ${size(bytes)} and ${duration(seconds)}.`;
    part("version").textContent = server.version;
    listModels();
    listExamples();
    listKnowledge();
    part("file").disabled = false;
    acceptDrops();
    await offerMicrophone();
}

part("privacy").textContent = privacy();
part("file").addEventListener("change", ({target}) => {
    if (target.files.length > 0) {
        sendFile([...target.files]);
        target.value = "";
    }
});
part("record").addEventListener("click", toggleRecording);
part("cancel").addEventListener("click", cancel);
navigator.mediaDevices?.addEventListener("devicechange", () => recording || offerMicrophone());
start();
