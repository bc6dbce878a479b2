package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.notebook.Help.Row;
import io.github.jukelab.notebook.Help.Section;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class HelpTest {

    private static final Wave WAVE = Wave.of(new float[8], 8000);

    /** A tag, an inline tag, a reference or a gap where one was. */
    private static final Pattern MARKUP = Pattern.compile("\\{@|</?(p|pre|i|em|br|a|ul|li)\\b[^>]*>|&\\w+;|#\\w|  ");

    private static Section section(Help help, String title) {
        return help.sections().stream()
                .filter(section -> section.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aValueIsDescribedByItsType() {
        Help help = Notebook.help(WAVE);

        assertThat(help.title()).isEqualTo("Wave");
        assertThat(help.text()).startsWith("A mono sound: samples in [-1, 1]").endsWith("at a rate in Hz.");
        assertThat(help.sections())
                .extracting(Section::title)
                .containsExactly("called by the name Wave", "called on a value");
        assertThat(section(help, "called by").rows())
                .contains(new Row(
                        "Wave.of(float[] samples, int rate)",
                        "Wave",
                        "A wave of the given samples, which are copied."));
        assertThat(section(help, "called on").rows())
                .contains(
                        new Row("rate()", "int", "Samples per second."),
                        new Row(
                                "windows(int length, int hop)",
                                "List<Wave>",
                                "Windows over the wave, each starting hop samples after the one before."))
                .noneMatch(
                        row -> row.name().startsWith("toString") || row.name().startsWith("wait"));
        assertThat(Notebook.help("Wave")).isEqualTo(help);
        assertThat(Notebook.help(Wave.class)).isEqualTo(help);
    }

    @Test
    void constantsAndComponentsOfRecordsAreDescribed() {
        Help stft = Notebook.help("Stft");

        assertThat(section(stft, "constants").rows())
                .containsExactly(new Row(
                        "Stft.LIBROSA",
                        "Stft",
                        "2048 samples every 512, centred, padded with zeros: the defaults of librosa 0.11."));
        assertThat(section(stft, "called on").rows())
                .contains(new Row("hop()", "int", "samples from one frame to the next, at least 1"));
        assertThat(section(Notebook.help("Scale"), "constants").rows())
                .contains(new Row("Scale.POWER", "Scale", "Squared magnitudes; never negative."));
        assertThat(Notebook.help("Layer.Dense").title()).isEqualTo("Layer.Dense");
    }

    @Test
    void aMethodIsDescribedWithItsOverloads() {
        Help help = Notebook.help("MelBank.of");

        assertThat(help.title()).isEqualTo("MelBank.of");
        assertThat(help.sections()).isNotEmpty().first().satisfies(overload -> {
            assertThat(overload.title()).isEqualTo("MelBank.of(int bands, int rate)");
            assertThat(overload.text())
                    .isEqualTo("A bank over all frequencies on Slaney's scale, as librosa's default.");
            assertThat(overload.rows())
                    .containsExactly(
                            new Row("bands", "int", "number of filters, at least 1; 128 is usual"),
                            new Row("rate", "int", "of the waves it is for, in Hz, positive"),
                            new Row("gives", "MelBank", "the bank"),
                            new Row(
                                    "error",
                                    "IllegalArgumentException",
                                    "if there is no band or the rate is not positive"));
        });
        assertThat(Notebook.help("Spectrogram.of").sections()).hasSizeGreaterThan(3);
        assertThat(Notebook.help(" Wave.write(file) ").sections().get(0).rows())
                .contains(new Row("gives", "nothing", ""));
    }

    @Test
    void withoutArgumentsTheWordsAndTheMainTypesAreListed() {
        Help help = Notebook.help();

        assertThat(section(help, "words").rows())
                .extracting(Row::name)
                .contains("dataset()", "features(Dataset dataset)", "help(Object value)");
        assertThat(section(help, "main types").rows())
                .contains(new Row("Plots", "plot", "All plots, one method each."))
                .allMatch(row -> !row.text().isEmpty());
    }

    @Test
    void aWordIsDescribedAsAMethod() {
        assertThat(Notebook.help("features").sections())
                .extracting(Section::title)
                .containsExactly("features()", "features(Dataset dataset)");
    }

    @Test
    void aTextIsAName() {
        Object text = "Wave";
        assertThat(Notebook.help("Wave").title()).isEqualTo("Wave");
        assertThat(Notebook.help(text).title()).isEqualTo("String");
    }

    @Test
    void ofOtherLibrariesTheMethodsAreListed() {
        Help list = Notebook.help(List.of(1));
        Help table = Notebook.help(Table.create("x"));

        assertThat(list.title()).isEqualTo("List");
        assertThat(list.text()).isEqualTo("java.util.List");
        assertThat(section(list, "called on").rows()).contains(new Row("get(int)", "E", ""));
        assertThat(section(list, "called on").columns()).containsExactly("call", "gives");
        assertThat(section(table, "called on").title()).matches("called on a value, the first 40 of \\d+");
        assertThat(section(table, "called on").rows()).hasSize(40);
        assertThat(Notebook.help("java.util.List")).isEqualTo(list);
        assertThat(Notebook.help("java.util.List.copyOf").sections()).hasSize(1);
        assertThat(Notebook.help(new float[2])).hasToString("float[]");
    }

    @Test
    void aHiddenClassIsDescribedByWhatItIsKnownAs() {
        assertThat(Notebook.help(AudioSource.of("x", new byte[1])).title()).isEqualTo("AudioSource");
        assertThat(Notebook.help(Stream.of(1)).title()).isEqualTo("Stream");
    }

    @Test
    void unknownNamesAreToldWithSimilarOnes() {
        assertThatThrownBy(() -> Notebook.help("MelBnk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no type, method or word 'MelBnk'; similar: MelBank"
                        + " (help() lists the main ones; help(value), without quotes, is about a value)");
        assertThatThrownBy(() -> Notebook.help("Wave.raed"))
                .hasMessageContaining("'Wave.raed'; similar: Wave.rate, Wave.read");
        assertThatThrownBy(() -> Notebook.help("Wav.read")).hasMessageContaining("'Wav'; similar: Wave");
        assertThatThrownBy(() -> Notebook.help("Features")).hasMessageContaining("similar: features");
        assertThatThrownBy(() -> Notebook.help("TypeNames")).hasMessageStartingWith("there is no type");
        assertThatThrownBy(() -> Notebook.help(""))
                .hasMessageStartingWith("there is no type, method or word '' (help()");
    }

    @Test
    void nullIsNoValue() {
        assertThatThrownBy(() -> Notebook.help((Object) null)).hasMessageStartingWith("null is no value");
        assertThatThrownBy(() -> Notebook.help((String) null)).hasMessageStartingWith("null is no value");
    }

    @Test
    void noMarkupIsLeft() {
        assertThat(TypeNames.names())
                .hasSizeGreaterThan(150)
                .contains("Wave", "Layer.Dense")
                .allSatisfy(name -> {
                    Class<?> type = TypeNames.find(name).orElseThrow();
                    Stream<String> methods = Arrays.stream(type.getMethods())
                            .filter(method -> method.getDeclaringClass() == type)
                            .map(method -> Javadocs.of(method) + Javadocs.returned(method));
                    assertThat(Stream.concat(Stream.of(Javadocs.of(type)), methods))
                            .as(name)
                            .allSatisfy(text -> assertThat(text).doesNotContainPattern(MARKUP));
                });
    }

    @Test
    void typesOfCellsHaveNoPackage() {
        assertThat(Signatures.simple("java.util.Map<java.lang.String, io.github.jukelab.audio.Wave>"))
                .isEqualTo("Map<String, Wave>");
        assertThat(Signatures.simple("#read(Path, LoadOptions)")).isEqualTo("read(Path, LoadOptions)");
    }

    @Test
    void htmlIsEscapedAndAccessible() {
        Help help = new Help(
                "a<b",
                "x & y",
                List.of(new Section(
                        "s", "one\n\ntwo", List.of("call", "gives"), List.of(new Row("<T> of()", "List<T>", "")))));

        String html = Html.help(help).data().get(MimeBundle.HTML);

        assertThat(html)
                .contains("a&lt;b", "x &amp; y", "one<br><br>two", "&lt;T&gt; of()", "List&lt;T&gt;")
                .contains("<caption", "<th scope=\"col\"", "<th scope=\"row\"")
                .doesNotContain("color", "<script");
        assertThat(Html.help(help).data())
                .containsEntry(MimeBundle.TEXT, "a<b\nx & y\n\ns\none\n\ntwo\n  <T> of() · List<T>");
    }
}
