// Runs in the audio thread: sends what the microphone hears to the page, as mono blocks of 2048 samples.

const BLOCK = 2048;

class Recorder extends AudioWorkletProcessor {
    #block = new Float32Array(BLOCK);
    #filled = 0;

    process([channels]) {
        const length = channels.length === 0 ? 0 : channels[0].length;
        for (let i = 0; i < length; i++) {
            let sum = 0;
            for (const channel of channels) {
                sum += channel[i];
            }
            this.#block[this.#filled++] = sum / channels.length;
            if (this.#filled === BLOCK) {
                this.port.postMessage(this.#block, [this.#block.buffer]);
                this.#block = new Float32Array(BLOCK);
                this.#filled = 0;
            }
        }
        return true;
    }
}

registerProcessor("recorder", Recorder);
