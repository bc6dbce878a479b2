package org.nd4j.nativeblas;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Tells DL4J whether oneDNN may be used. DL4J 1.0.0-M2.1 asks by reflection for this class and its
 * {@code Environment}, which moved to another package before the release; finding nothing, it trains every
 * convolution some five times slower than it could.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {}

    /** The two methods of the native environment that DL4J calls. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /**
         * The one environment.
         *
         * @return always the same
         */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /**
         * Whether the loaded native library was built with oneDNN, earlier called MKL-DNN. Without it DL4J's own
         * convolutions train faster than the helpers.
         *
         * @return what the library says about its own build
         */
        public boolean isUseMKLDNN() {
            Nd4j.getBackend();
            return NativeOpsHolder.getInstance()
                    .getDeviceNativeOps()
                    .buildInfo()
                    .contains("HAVE_ONEDNN");
        }
    }
}
