package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

    private static final long TENTH = 100_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final List<String> shown = new ArrayList<>();

    private final Display display = new Display() {
        @Override
        public String show(MimeBundle bundle) {
            shown.add("show " + bundle.data().get(MimeBundle.TEXT));
            return "id";
        }

        @Override
        public void update(String id, MimeBundle bundle) {
            shown.add(id + " " + bundle.data().get(MimeBundle.TEXT));
        }
    };

    private static void interrupt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(Progress::checkInterrupted).isInstanceOf(CancellationException.class);
    }

    private LiveProgress progress() {
        return new LiveProgress("reading", display, now::get);
    }

    @Test
    void updatesInPlaceAtMostThreeTimesPerSecondAndAtTheEnd() {
        LiveProgress progress = progress();
        for (int i = 1; i <= 10; i++) {
            now.addAndGet(TENTH);
            progress.report(i, 10, "track " + i);
        }
        assertThat(shown)
                .containsExactly(
                        "show reading: 1 of 10, track 1, 0.9 s left",
                        "id reading: 5 of 10, track 5, 0.5 s left",
                        "id reading: 9 of 10, track 9, 0.1 s left",
                        "id reading: 10 of 10 in 1.0 s");
    }

    @Test
    void curvesSayOnWhichTracksTheEpochsWereMeasured() {
        History history = new History(List.of(new Epoch(1, 1, 0.5, 2, 0.25, 0.001, 1)));
        LiveProgress progress = progress();
        progress.curve(history);
        progress.testCurve(history);
        assertThat(shown.get(0)).startsWith("show Line chart").contains("validation ends at 25 %");
        assertThat(shown.get(1)).startsWith("id Line chart").contains("test ends at 25 %");
    }

    @Test
    void showsNoTimeLeftBeforeTheFirstStep() {
        progress().report(0, 3, "blues.00000");
        assertThat(shown).containsExactly("show reading: 0 of 3, blues.00000");
    }

    @Test
    void anInterruptStopsTheWork() {
        LiveProgress progress = progress();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> progress.report(1, 2, "x")).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void workThatStartsRightAfterAnInterruptIsStopped() {
        interrupt();
        now.set(System.nanoTime());
        assertThatThrownBy(this::progress)
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped with the cell before; run it again");
    }

    @Test
    void laterWorkIsNotStopped() {
        interrupt();
        now.set(System.nanoTime() + 3_000_000_000L);
        progress().report(1, 1, "x");
        assertThat(shown).hasSize(1);
    }

    @Test
    void formatsDurations() {
        assertThat(List.of(
                        LiveProgress.duration(0.04),
                        LiveProgress.duration(42.4),
                        LiveProgress.duration(61),
                        LiveProgress.duration(3600)))
                .containsExactly("0.0 s", "42 s", "1 min 01 s", "60 min 00 s");
    }
}
