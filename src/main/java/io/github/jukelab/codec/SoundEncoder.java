package io.github.jukelab.codec;

/** Encodes a mono sound as a file. */
public final class SoundEncoder {

    private SoundEncoder() {}

    /**
     * A wav file of 16-bit PCM.
     *
     * @param samples shape [n]; clipped to the range of 16 bits
     * @param rate in Hz
     * @return the file's bytes
     * @throws IllegalArgumentException if there are more samples than a wav file can hold
     */
    public static byte[] wav(float[] samples, int rate) {
        return WavEncoder.of(samples, rate);
    }

    /**
     * An MP3 file of 64 kbit/s.
     *
     * @param samples shape [n]
     * @param rate one of those of MP3, in Hz
     * @return the file's bytes
     * @throws IllegalArgumentException if the rate is not one of MP3
     * @throws IllegalStateException if the installed FFmpeg cannot encode MP3
     */
    public static byte[] mp3(float[] samples, int rate) {
        return Mp3Encoder.of(samples, rate);
    }

    /**
     * Whether an MP3 file can have a rate.
     *
     * @param rate in Hz
     * @return whether it is one of the nine of MP3, from 8000 to 48000 Hz
     */
    public static boolean isMp3Rate(int rate) {
        return Mp3Encoder.RATES.contains(rate);
    }
}
