package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvProperties {

    @Provide
    Arbitrary<List<String>> fields() {
        return Arbitraries.strings().withChars("a,\"\n\r #é\uFEFF").list().ofSize(3);
    }

    @Property(tries = 300)
    void readsWhatWasWritten(@ForAll("fields") List<String> first, @ForAll("fields") List<String> second)
            throws IOException {
        String text = "a,b,c\n" + Csv.line(first) + "\n" + Csv.line(second) + "\n";

        Csv table = Csv.of("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(table.rows()).containsExactly(first, second);
    }
}
