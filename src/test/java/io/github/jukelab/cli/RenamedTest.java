package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "features recordings --out t.csv         | 'features' is now 'table'",
                "feature mfcc a.wav --out x              | 'feature' is now 'extract'",
                "table recordings --out t.csv --piece 3  | '--piece' is now '--segment'",
                "table recordings --out t.csv --piece=3  | '--piece' is now '--segment'",
                "extract rms a.wav --out x --hop 512     | '--hop' is now '--hop-length'",
                "extract mfcc a.wav --out x --mels 40    | '--mels' is now '--n-mels'",
                "extract mfcc a.wav --out x --mfcc 13    | '--mfcc' is now '--n-mfcc'",
                "results --again                         | '--again' is now '--rerun'"
            })
    void oldNamesAreAnsweredInOneLineWithTheNewOnes(String arguments, String answer) {
        Console console = new Console(folder);

        assertThat(console.run((Object[]) arguments.split(" "))).isEqualTo(2);

        assertThat(console.errors()).containsExactly("jukelab: " + answer);
        assertThat(console.output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"song, 'song' is now 'track'", "artists, must be one of"})
    void anOldSplitRuleIsAnsweredToo(String rule, String answer) {
        Console console = new Console(folder);

        assertThat(console.run("train", "mel-windows", "--data", "d", "--out", "m.zip", "--split", rule))
                .isEqualTo(2);

        assertThat(console.errors().get(0)).contains(answer);
    }
}
