package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResampledRecordingTest {

    private static final Wave TONE = Wave.sine(440, 1.5, 48_000);

    @Test
    void hasTheSamplesOfTheResampledWaveAsOftenAsItIsRead() throws AudioException {
        Recording recording = ResampledRecording.of("tone", Recording.of(TONE), 22_050);
        float[] expected = TONE.resample(22_050).samples();
        assertThat(recording.rate()).isEqualTo(22_050);
        assertThat(recording.length()).isEqualTo(expected.length);
        assertThat(recording).hasToString("ResampledRecording[tone, 22050 Hz]");
        for (int pass = 0; pass < 2; pass++) {
            try (SampleReader reader = recording.reader()) {
                float[] samples = new float[expected.length + 5];
                assertThat(reader.read(samples, 2, 1000)).isEqualTo(1000);
                assertThat(reader.read(samples, 1002, samples.length - 1002)).isEqualTo(expected.length - 1000);
                assertThat(Wave.of(samples, 1).slice(2, 2 + expected.length).samples())
                        .isEqualTo(expected);
                assertThat(reader.read(samples, 0, 1)).isZero();
            }
        }
    }

    @Test
    void namesTheFirstSampleThatIsNotFinite() throws AudioException {
        float[] loud = new float[200_000];
        Arrays.fill(loud, 150_000, 150_100, Float.MAX_VALUE);
        Recording recording = ResampledRecording.of("loud.wav", Recording.of(Wave.of(loud, 44_100)), 22_050);
        try (SampleReader reader = recording.reader()) {
            float[] block = new float[10_000];
            assertThat(reader.read(block, 0, block.length)).isEqualTo(block.length);
            assertThatThrownBy(() -> {
                        while (reader.read(block, 0, block.length) > 0) {}
                    })
                    .isInstanceOf(AudioException.class)
                    .hasMessageMatching("loud.wav: sample \\d{5} is (NaN|-?Infinity) at 22050 Hz");
        }
    }

    @Test
    void hasTheWarningsOfItsSourceAndClosesIt() throws AudioException {
        Source source = new Source(8000);
        Recording recording = ResampledRecording.of("source", source, 16_000);
        assertThat(recording.warnings()).containsExactly("truncated");
        SampleReader reader = recording.reader();
        assertThat(source.closed).isZero();
        reader.close();
        assertThat(source.closed).isEqualTo(1);
    }

    @Test
    void refusesRatesThatComeFromABrokenHeader() throws AudioException {
        assertThat(ResampledRecording.of("a.wav", new Source(100), 25_699).rate())
                .isEqualTo(25_699);
        assertThatThrownBy(() -> ResampledRecording.of("a.wav", new Source(100), 25_856))
                .isInstanceOf(AudioException.class)
                .hasMessage("a.wav: the header says 100 Hz, too low for sound at 25856 Hz");
    }

    @Test
    void aRecordingGivesItselfAtAnotherRate() throws AudioException {
        Recording tone = Recording.of(TONE);
        Recording resampled = tone.resample(8000);
        assertThat(tone.resample(48_000)).isSameAs(tone);
        assertThat(resampled.part(0, (int) resampled.length()).samples())
                .isEqualTo(TONE.resample(8000).samples());
        assertThat(resampled.name()).isEqualTo(tone.name()).isEqualTo("wave");
        assertThat(new Source(8000).resample(16_000).name()).isEqualTo("recording");
    }

    /** One sample of a truncated file. */
    private static final class Source implements Recording {

        private final int rate;
        private int closed;

        private Source(int rate) {
            this.rate = rate;
        }

        @Override
        public int rate() {
            return rate;
        }

        @Override
        public long length() {
            return 1;
        }

        @Override
        public List<String> warnings() {
            return List.of("truncated");
        }

        @Override
        public SampleReader reader() {
            return new SampleReader() {

                @Override
                public int read(float[] target, int offset, int count) {
                    return 0;
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }
}
