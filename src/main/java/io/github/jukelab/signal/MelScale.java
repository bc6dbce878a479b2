package io.github.jukelab.signal;

/** Two scales of perceived pitch in mel: roughly linear below 1 kHz, logarithmic above. */
public enum MelScale {
    /**
     * Slaney's scale, librosa's default: {@code 3 f / 200} up to 1000 Hz (15 mel), above that one mel more for
     * each factor {@code exp(ln(6.4) / 27)}.
     *
     * @see <a href="https://engineering.purdue.edu/~malcolm/interval/1998-010/">Slaney, Auditory Toolbox (1998)</a>
     */
    SLANEY {
        @Override
        public double toMel(double hertz) {
            return hertz < CORNER ? hertz / LINEAR_STEP : CORNER / LINEAR_STEP + Math.log(hertz / CORNER) / LOG_STEP;
        }

        @Override
        public double toHertz(double mel) {
            double above = mel - CORNER / LINEAR_STEP;
            return above < 0 ? mel * LINEAR_STEP : CORNER * Math.exp(LOG_STEP * above);
        }
    },
    /** The scale of the HTK speech toolkit: {@code 2595 log10(1 + f / 700)}. */
    HTK {
        @Override
        public double toMel(double hertz) {
            return 2595 * Math.log10(1 + hertz / 700);
        }

        @Override
        public double toHertz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    };

    private static final double CORNER = 1000;
    private static final double LINEAR_STEP = 200.0 / 3;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    /**
     * From Hz to mel.
     *
     * @param hertz 0 or more
     * @return mel
     */
    public abstract double toMel(double hertz);

    /**
     * From mel to Hz, the inverse of {@link #toMel}.
     *
     * @param mel 0 or more
     * @return Hz
     */
    public abstract double toHertz(double mel);
}
