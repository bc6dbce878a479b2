package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendMemoryTest {

    @TempDir
    Path folder;

    /**
     * DL4J calls this when memory runs out, before it throws the error again. The report would need OSHI, which is not
     * on the class path: with a NoClassDefFoundError in its place nobody would learn that memory ran out.
     */
    @Test
    void runningOutOfMemoryIsReportedByItsErrorAlone() {
        Backend.current();
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list(new OutputLayer.Builder().nIn(2).nOut(2).build())
                .build());
        model.init();
        CrashReportingUtil.crashDumpOutputDirectory(folder.toFile());

        CrashReportingUtil.writeMemoryCrashDump(model, new OutOfMemoryError("made by a test"));

        assertThat(folder).isEmptyDirectory();
    }
}
