package io.github.jukelab.exercise;

import io.github.jukelab.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/** The exercises of all notebooks. */
public final class Exercises {

    private static final List<Exercise> ALL = Stream.of(
                    QuickTourExercises.ALL,
                    ExploreExercises.ALL,
                    FeatureTablesExercises.ALL,
                    SpectrogramPicturesExercises.ALL,
                    MelWindowsExercises.ALL,
                    TwoGenresExercises.ALL,
                    CatsAndDogsExercises.ALL,
                    LeakageLabExercises.ALL,
                    AugmentationExercises.ALL,
                    FewRecordingsExercises.ALL,
                    HorseOrMusicExercises.ALL)
            .flatMap(List::stream)
            .toList();

    private Exercises() {}

    /**
     * All exercises.
     *
     * @return in the order of the notebooks
     */
    public static List<Exercise> all() {
        return ALL;
    }

    /**
     * An exercise by its id.
     *
     * @param id such as {@code 00.2}
     * @return the exercise
     * @throws IllegalArgumentException if there is none; the message names those with a similar id
     */
    public static Exercise of(String id) {
        return ALL.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no exercise '" + id + "'" + Suggestions.text(ids(), String.valueOf(id))));
    }

    private static List<String> ids() {
        return ALL.stream().map(Exercise::id).toList();
    }
}
