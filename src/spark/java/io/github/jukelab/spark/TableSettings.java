package io.github.jukelab.spark;

import io.github.jukelab.Sha256;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.extraction.TrackRows;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What a table has of each sound, and all that its values depend on. As it is sent to executors. */
sealed interface TableSettings extends Serializable permits FeatureSettings, PredictionSettings {

    /** Digits of a fingerprint. */
    int DIGITS = 12;

    /** What the rows are, in a word. */
    String name();

    /** Each sound, or segment of one, becomes numbers. One track is computed per task, so it has one thread. */
    FeatureExtraction extraction();

    /** The columns that only tables of this kind have. */
    StructType columns();

    /**
     * The values of these columns.
     *
     * @param computed by {@link #rows}, for a sound or a segment of one
     */
    List<Object> values(List<Double> computed);

    /**
     * Computes the rows of a sound.
     *
     * @param sound open; stays open
     * @param track what it is called
     * @param label its class
     * @throws AudioException as {@link FeatureExtraction#rows}
     */
    default TrackRows rows(AudioSource sound, String track, String label) throws AudioException {
        return extraction().rows(sound, track, label);
    }

    /** To which each sound is resampled first, in Hz. */
    default int rate() {
        return extraction().rate();
    }

    /** Equal for equal settings. */
    default String fingerprint() {
        return Sha256.of(extraction().settings()).substring(0, DIGITS);
    }

    /** The folder of the table, which no other settings have. */
    default String folder() {
        return name() + "-" + fingerprint();
    }
}
