package io.github.jukelab.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.javacpp.Loader;

/** Skips tests where Maven's profile libtorch is not on; where it is, the library must load. */
final class NativeLibrary {

    private NativeLibrary() {}

    static void assumeIsThere() {
        String jar = "pytorch-.*-" + Loader.getPlatform() + "\\.jar";
        boolean installed = System.getProperty("java.class.path").matches("(?s).*" + jar + ".*");
        assumeTrue(installed, "no native library of libtorch: run Maven with -Plibtorch; Linux on arm64 has none");
        assertThat(Libtorch.obstacle()).isEmpty();
    }
}
