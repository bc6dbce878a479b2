package io.github.jukelab.synth;

/**
 * The timbres of the synthetic songs: wavetables of one period, with fewer harmonics for higher tones, built from one
 * table of {@link StrictMath} sines.
 */
enum Timbre {
    FLUTE(0.05, 0, 1, 0.2, 0.1, 0.03),
    REED(0.02, 0, 1, 0.06, 0.7, 0.06, 0.5, 0.05, 0.3, 0.04, 0.15),
    SAW(0.008, 0, 1, 0.5, 0.33, 0.25, 0.2, 0.167, 0.143, 0.125, 0.11, 0.1, 0.09, 0.083, 0.077, 0.07, 0.066, 0.06),
    SQUARE(0.006, 0, 1, 0, 0.33, 0, 0.2, 0, 0.143, 0, 0.11, 0, 0.09, 0, 0.077, 0, 0.066),
    ORGAN(0.012, 0, 1, 0.7, 0.3, 0.5, 0, 0.3, 0, 0.25),
    PLUCK(0.002, 0.35, 0.8, 0.75, 0.5, 0.1, 0.2, 0.25, 0.2, 0.05, 0.08, 0.1, 0.08),
    HOLLOW(0.03, 0, 1, 0, 0.11, 0, 0.04, 0, 0.02),
    BRASS(0.03, 0, 0.6, 0.9, 1, 0.85, 0.65, 0.45, 0.3, 0.2, 0.12, 0.08),
    VOWEL(0.05, 0, 1, 0.8, 0.3, 0.1, 0.1, 0.35, 0.4, 0.2, 0.05, 0.05, 0.15, 0.1),
    BELL(0.001, 0.6, 1, 0.05, 0.1, 0.6, 0, 0.05, 0.4, 0, 0, 0.2, 0, 0, 0.1),
    KEYS(0.003, 0.5, 1, 0.4, 0.15, 0.12, 0.05, 0.03, 0.06),
    STRINGS(0.07, 0, 1, 0.6, 0.5, 0.35, 0.3, 0.25, 0.2, 0.18, 0.15, 0.12, 0.1, 0.09);

    static final int SIZE = 2048;
    private static final int OCTAVES = 9;
    private static final double LOWEST = 40;
    private static final double[] SINE = new double[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            SINE[i] = StrictMath.sin(2 * StrictMath.PI * i / SIZE);
        }
        for (Timbre timbre : values()) {
            timbre.build();
        }
    }

    /** Seconds until the tone has its full level. */
    final double attack;
    /** Seconds in which a struck or plucked tone decays to a third; 0 if it does not decay. */
    final double decay;

    private final double[] harmonics;
    private final float[][] tables = new float[OCTAVES][];

    Timbre(double attack, double decay, double... harmonics) {
        this.attack = attack;
        this.decay = decay;
        this.harmonics = harmonics;
    }

    /** One period and its first sample again, without harmonics above 10 kHz for tones up to the given frequency. */
    float[] table(double hertz) {
        int octave = 0;
        for (double top = 2 * LOWEST; top < hertz && octave < OCTAVES - 1; top *= 2) {
            octave++;
        }
        return tables[octave];
    }

    /** The sine of a phase in periods. */
    static double sine(double phase) {
        return SINE[(int) ((phase - StrictMath.floor(phase)) * SIZE) & (SIZE - 1)];
    }

    private void build() {
        for (int octave = 0; octave < OCTAVES; octave++) {
            int max = (int) (10_000 / (LOWEST * (2 << octave)));
            tables[octave] = table(StrictMath.max(1, StrictMath.min(max, harmonics.length)));
        }
    }

    private float[] table(int count) {
        float[] table = new float[SIZE + 1];
        double energy = 0;
        for (double harmonic : harmonics) {
            energy += harmonic * harmonic;
        }
        double gain = 1 / StrictMath.sqrt(energy);
        for (int i = 0; i <= SIZE; i++) {
            double sum = 0;
            for (int h = 1; h <= count; h++) {
                sum += harmonics[h - 1] * SINE[(h * i) & (SIZE - 1)];
            }
            table[i] = (float) (gain * sum);
        }
        return table;
    }
}
