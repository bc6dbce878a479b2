package io.github.jukelab.demo;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.SyntheticMusic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sounds to try the demo with: synthetic ones that are in no data set, rendered when they are first asked for. */
final class ExampleSounds {

    private static final int MOST = 6;

    /** Not that of the notebooks' new sounds, which are played there. */
    private static final long SEED = 28;

    private final List<String> labels;
    private final Map<Integer, byte[]> rendered = new HashMap<>();

    private ExampleSounds(List<String> labels) {
        this.labels = labels;
    }

    /** A sound for each label of the models that has a synthetic one. */
    static ExampleSounds of(List<DemoModel> models) {
        return new ExampleSounds(models.stream()
                .flatMap(model -> model.model().labels().stream())
                .distinct()
                .filter(label ->
                        isStyle(label) || SyntheticAnimals.INFO.labels().contains(label))
                .limit(MOST)
                .toList());
    }

    private static boolean isStyle(String label) {
        return SyntheticMusic.INFO.labels().contains(label);
    }

    /** An example as the page knows it. */
    record Example(String name, String url, String label) {}

    List<Example> list() {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Example(labels.get(i) + ", synthetic", "/examples/" + i + ".wav", labels.get(i)))
                .toList();
    }

    /**
     * The sound of an example.
     *
     * @param file such as {@code 0.wav}
     * @return a wav file; must not be changed
     * @throws RequestFailure if there is none
     */
    synchronized byte[] wav(String file) throws RequestFailure {
        int index = IntStream.range(0, labels.size())
                .filter(i -> file.equals(i + ".wav"))
                .findFirst()
                .orElseThrow(RequestFailure::notFound);
        return rendered.computeIfAbsent(index, i -> render(labels.get(i)).toWav());
    }

    private static Wave render(String label) {
        return isStyle(label) ? SyntheticMusic.song(label, SEED) : SyntheticAnimals.call(label, SEED);
    }
}
