package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.signal.Spectrogram;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Songs heard one after the other, as many at a time as there are cores, so that only those few are in memory. */
final class Listening {

    private final List<Song> songs;
    private final Preprocessing preprocessing;
    private final Progress progress;
    private int heard;

    Listening(List<Song> songs, Preprocessing preprocessing, Progress progress) {
        this.songs = songs;
        this.preprocessing = preprocessing;
        this.progress = progress;
    }

    /** The songs' windows in the songs' order. Lazy, for one pass by one thread. */
    Stream<Example> examples() {
        int cores = Runtime.getRuntime().availableProcessors();
        return IntStream.iterate(0, from -> from < songs.size(), from -> from + cores)
                .mapToObj(from -> songs.subList(from, Math.min(from + cores, songs.size())))
                .flatMap(this::hearAll);
    }

    private Stream<Example> hearAll(List<Song> few) {
        List<List<Example>> windows = few.parallelStream().map(this::hear).toList();
        heard += few.size();
        progress.report(heard, songs.size(), few.get(few.size() - 1).id());
        return windows.stream().flatMap(List::stream);
    }

    private List<Example> hear(Song song) {
        List<Spectrogram> windows = preprocessing.windows(read(song));
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(
                    song.file() + ": shorter than one window of " + preprocessing.window() + " samples");
        }
        List<Example> examples = new ArrayList<>();
        for (Spectrogram window : windows) {
            examples.add(Example.of(song.id() + "." + examples.size(), song.id(), song.label(), window));
        }
        return examples;
    }

    private static Wave read(Song song) {
        try {
            return Wave.read(song.file());
        } catch (AudioException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
