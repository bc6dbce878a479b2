package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.notebook.Renderers.Rendering;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class OptionalPartTest {

    private static MimeBundle shown(OptionalPart<?> part) {
        Rendering<?> rendering = Renderers.all().stream()
                .filter(each -> each.type() == OptionalPart.class)
                .findFirst()
                .orElseThrow();
        return rendering.ofAny(part);
    }

    @Test
    void aPartThatIsHereLooksAsItsValue() {
        Table table = Table.create("numbers", IntColumn.create("n", 1, 2));
        assertThat(shown(OptionalPart.of(Optional.of(table), "nothing"))).isEqualTo(Html.table(table));
        OptionalPart<Integer> number =
                OptionalPart.of(Optional.of("three"), "nothing").map(String::length);
        assertThat(number).hasToString("5");
        assertThat(shown(number)).isEqualTo(MimeBundle.text("5"));
    }

    @Test
    void aMissingPartIsALineWhateverIsMadeOfIt() {
        OptionalPart<Integer> number =
                OptionalPart.<String>of(Optional.empty(), "no part here").map(String::length);
        assertThat(number.value()).isEmpty();
        assertThat(shown(number)).isEqualTo(MimeBundle.text("no part here"));
    }
}
