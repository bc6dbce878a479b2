package io.github.jukelab.network;

import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The number of threads of native operations while a network trains or predicts. For a small network it is one: several
 * threads would wait for each other longer than they compute, and on a busy machine an epoch of the dense network on
 * 800 rows would take seconds instead of a tenth of a second. OpenMP sets the number per calling thread, OpenBLAS for
 * the whole process.
 */
final class Threads {

    /**
     * Five times the multiplications of the dense network, a seventh of those of {@link Architectures#small} at 32 x
     * 65.
     */
    private static final long SMALL = 1_000_000;

    private static int running;
    private static int openBlasBefore;

    private Threads() {}

    static boolean isSmall(long multiplications) {
        return multiplications < SMALL;
    }

    /** Runs the work with the number of threads for a network of N multiplications per example. */
    static <T> T run(long multiplications, Supplier<T> work) {
        return isSmall(multiplications) && Nd4j.getEnvironment().isCPU() ? runOnOneThread(work) : work.get();
    }

    private static <T> T runOnOneThread(Supplier<T> work) {
        NativeOps openMp = NativeOpsHolder.getInstance().getDeviceNativeOps();
        int openMpBefore = openMp.ompGetMaxThreads();
        openMp.setOmpNumThreads(1);
        enter();
        try {
            return work.get();
        } finally {
            leave();
            openMp.setOmpNumThreads(openMpBefore);
        }
    }

    private static synchronized void enter() {
        if (running++ == 0) {
            openBlasBefore = Nd4j.factory().blas().getMaxThreads();
            Nd4j.factory().blas().setMaxThreads(1);
        }
    }

    private static synchronized void leave() {
        if (--running == 0) {
            Nd4j.factory().blas().setMaxThreads(openBlasBefore);
        }
    }
}
