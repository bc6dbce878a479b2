package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class OverviewJobTest {

    private static final Wave NOISE = Waves.noise(30_000, 3);

    /** A sound that is not held. */
    private record Streamed(Recording of) implements Recording {
        @Override
        public int rate() {
            return of.rate();
        }

        @Override
        public long length() {
            return of.length();
        }

        @Override
        public List<String> warnings() {
            return of.warnings();
        }

        @Override
        public SampleReader reader() throws AudioException {
            throw new AudioException("x.wav", Problem.TRUNCATED, "no sample");
        }
    }

    @Test
    void givesTheOverview() throws IOException {
        Recording recording = Recording.of(NOISE);
        try (OverviewJob job = OverviewJob.of(recording)) {
            assertThat(job.get().spectrogram())
                    .isEqualTo(SoundOverview.of(recording).spectrogram());
        }
    }

    @Test
    void aSourceThatIsNotHeldIsReadBefore() throws AudioException {
        try (OverviewJob job = OverviewJob.of(new Streamed(Recording.of(NOISE)))) {
            assertThat(job).hasToString("OverviewJob[done]");
            assertThatThrownBy(job::get).isInstanceOf(AudioException.class).hasMessageContaining("no sample");
        }
    }

    @Test
    void failsAsTheOverviewDoes() {
        float[] loud = new float[5000];
        loud[0] = Float.MAX_VALUE;
        try (OverviewJob job = OverviewJob.of(Recording.of(Wave.of(loud, 8000)))) {
            assertThatIllegalArgumentException().isThrownBy(job::get).withMessageContaining("too large");
        }
    }

    @Test
    void anInterruptStopsTheWait() {
        Thread.currentThread().interrupt();
        try (OverviewJob job = OverviewJob.of(Recording.of(Waves.noise(3_000_000, 3)))) {
            assertThatThrownBy(job::get).isInstanceOf(CancellationException.class);
        }
        assertThat(Thread.interrupted()).isFalse();
    }
}
