// Records from the microphone into a wav file of 16 bits, mono, at the rate of the machine.

const HEADER_BYTES = 44;

/** Why nothing can be recorded here, in a sentence; undefined if it can. */
export async function whyNot() {
    if (!window.isSecureContext) {
        return "A browser gives the microphone only to pages of this machine (http://127.0.0.1) or with https.";
    }
    if (!navigator.mediaDevices?.getUserMedia || !window.AudioWorkletNode) {
        return "This browser cannot record.";
    }
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(device => device.kind === "audioinput") ? undefined : "No microphone was found on this machine.";
}

/** Why a recording could not begin. */
export function refusal(problem) {
    switch (problem.name) {
        case "NotAllowedError": return "The browser was not allowed to use the microphone. Allow it in the browser's address bar and try again.";
        case "NotFoundError": return "No microphone was found on this machine.";
        case "NotReadableError": return "The microphone is in use by another program.";
        default: return `The microphone could not be opened: ${problem.message}`;
    }
}

/**
 * Begins to record. `heard(level, seconds)` is called about twenty times a second with the loudest sample since the last
 * call, 0 to 1. The answer's `stop()` ends it and gives the wav file. The sound is taken as it is: no echo is cancelled,
 * no noise removed, no level changed.
 */
export async function record(heard) {
    const stream = await navigator.mediaDevices.getUserMedia({
        audio: {echoCancellation: false, noiseSuppression: false, autoGainControl: false}
    });
    const context = new AudioContext();
    const close = () => {
        stream.getTracks().forEach(track => track.stop());
        return context.close();
    };
    try {
        await context.audioWorklet.addModule("recorder-worklet.js");
        const recorder = new AudioWorkletNode(context, "recorder", {numberOfOutputs: 0});
        const blocks = [];
        let samples = 0;
        recorder.port.onmessage = ({data}) => {
            blocks.push(data);
            samples += data.length;
            heard(data.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0), samples / context.sampleRate);
        };
        context.createMediaStreamSource(stream).connect(recorder);
        await context.resume();
        return {
            async stop() {
                recorder.port.onmessage = null;
                await close();
                return wav(blocks, samples, context.sampleRate);
            }
        };
    } catch (problem) {
        await close();
        throw problem;
    }
}

function wav(blocks, samples, rate) {
    const view = new DataView(new ArrayBuffer(HEADER_BYTES + 2 * samples));
    const word = (offset, text) => [...text].forEach((letter, i) => view.setUint8(offset + i, letter.charCodeAt(0)));
    word(0, "RIFF");
    view.setUint32(4, view.byteLength - 8, true);
    word(8, "WAVEfmt ");
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true); // integers
    view.setUint16(22, 1, true); // one channel
    view.setUint32(24, rate, true);
    view.setUint32(28, 2 * rate, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    word(36, "data");
    view.setUint32(40, 2 * samples, true);
    let offset = HEADER_BYTES;
    for (const block of blocks) {
        for (const sample of block) {
            view.setInt16(offset, Math.round(32767 * Math.max(-1, Math.min(1, sample))), true);
            offset += 2;
        }
    }
    return new Blob([view], {type: "audio/wav"});
}
