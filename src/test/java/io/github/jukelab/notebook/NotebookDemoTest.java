package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.demo.DemoServer;
import io.github.jukelab.model.SmallModel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The word {@code demo} of cells. */
class NotebookDemoTest {

    private static URL model(DemoServer server) throws IOException {
        return server.address().resolve("/api/model").toURL();
    }

    @Test
    void startsOneDemoAtATime() throws IOException {
        URL first = model(Notebook.demo(SmallModel.catOrDog()));
        assertThat(new ObjectMapper().readTree(first).at("/models/0/name").asText())
                .isEqualTo("this model");
        try (DemoServer second = Notebook.demo(SmallModel.catOrDog())) {
            assertThat(second).hasToString("DemoServer[" + second.address() + ", [this model]]");
            assertThat(new ObjectMapper().readTree(model(second)).at("/models")).hasSize(1);
            assertThatThrownBy(first::openStream).isInstanceOf(ConnectException.class);
        }
    }
}
