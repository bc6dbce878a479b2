package io.github.jukelab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Splits of the pieces of songs: the rows of a table of 3 s pieces. */
class PiecesTest {

    private static final Corpus GTZAN = Tree.whole(Gtzan.DECLARATION);

    /** Ten a song, but of every seventh the last is missing, as in the published table. */
    private static final List<String> PIECES = IntStream.range(0, 1000)
            .boxed()
            .flatMap(song -> IntStream.range(0, song % 7 == 0 ? 9 : 10)
                    .mapToObj(i -> Gtzan.DECLARATION.songs().get(song) + "." + i))
            .toList();

    @Test
    void atRandomNearlyEverySongCrosses() {
        Split split = Splits.byRow(GTZAN, PIECES, Shares.of(0.8, 0.2), 42);

        assertThat(split.train().size() + split.test().size()).isEqualTo(PIECES.size());
        assertThat(split.byRow()).isTrue();
        assertThat(split.name()).isEqualTo("BY ROW, leaks songs, 80/0/20");
        assertThat(LeakReport.of(split, GTZAN).sharingSong())
                .hasSizeGreaterThan(split.test().size() * 99 / 100);
    }

    @Test
    void namedOrCountedPiecesAreTheSame() {
        List<String> ten = GTZAN.songs().stream()
                .flatMap(song -> IntStream.range(0, 10).mapToObj(i -> song.id() + "." + i))
                .toList();

        assertThat(Splits.byRow(GTZAN, ten, Shares.of(0.8, 0.2), 7))
                .isEqualTo(Splits.byRow(GTZAN, 10, Shares.of(0.8, 0.2), 7));
    }

    @Test
    void piecesFollowTheirSongs() {
        Split songs = Splits.stratified(GTZAN, Shares.of(0.7, 0.1, 0.2), 42);
        Split pieces = songs.inPieces(GTZAN, PIECES);

        for (Side side : Side.values()) {
            Set<String> cut = new TreeSet<>();
            GTZAN.songsOf(pieces.ids(side)).values().forEach(song -> cut.add(song.id()));
            assertThat(cut).containsExactlyInAnyOrderElementsOf(songs.ids(side));
        }
        assertThat(pieces.byRow()).isFalse();
        assertThat(pieces.leak()).isEqualTo(songs.leak());
        assertThat(pieces.name()).isEqualTo("by song, stratified 70/10/20, in pieces");
    }

    @Test
    void piecesOfSongsOnNoSideAreLeftOut() {
        Split pieces = Splits.artistFolds(GTZAN).get(0).inPieces(GTZAN, PIECES);

        assertThat(pieces.train().size() + pieces.test().size()).isBetween(9 * 948, 10 * 948);
        assertThat(pieces.leak().any()).isFalse();
    }

    @Test
    void validationTakesWholeArtistsFromTraining() {
        for (Split fold : Splits.artistFolds(GTZAN)) {
            Split split = fold.withValidation(GTZAN, 0.15, 3);

            assertThat(split.test()).isEqualTo(fold.test());
            assertThat(split.train().size() + split.validation().size())
                    .isEqualTo(fold.train().size());
            assertThat(split.validation().size()).isBetween(70, 110);
            assertThat(split.leak().any()).isFalse();
            assertThat(split.counts(GTZAN).values())
                    .allSatisfy(row -> assertThat(row.values()).allMatch(count -> count > 0));
            assertThat(split.name()).startsWith(fold.name()).endsWith(", 15 % of train to validation (seed 3)");
            assertThat(split).isEqualTo(fold.withValidation(GTZAN, 0.15, 3));
            assertThat(split.validation())
                    .isNotEqualTo(fold.withValidation(GTZAN, 0.15, 4).validation());
        }
    }

    @Test
    void anArtistWithTooManySongsStays() {
        Corpus corpus = Corpus.of(Gtzan.DECLARATION, Gtzan.DECLARATION.songs().subList(0, 30));
        Split split = new Split(
                "x",
                0,
                corpus.songs().stream().map(Song::id).toList().subList(0, 29),
                List.of(),
                List.of("blues.00029"),
                new Leak(Set.of(), Set.of(), 0, 1, 0));
        Map<String, Long> sizes = corpus.songsOf(split.train()).values().stream()
                .collect(Collectors.groupingBy(song -> song.artist().orElseThrow(), Collectors.counting()));

        assertThat(sizes.values()).containsExactlyInAnyOrder(12L, 17L);
        assertThat(split.withValidation(corpus, 0.2, 1).validation()).hasSize(12);
        assertThat(split.withValidation(corpus, 0.5, 1).validation()).hasSize(12);
    }

    @Test
    void whatCannotBeSplitIsNamed() {
        Shares shares = Shares.of(0.5, 0.5);
        Split songs = Splits.stratified(GTZAN, shares, 1);
        assertThatThrownBy(() -> Splits.byRow(GTZAN, List.of("blues.00000.1", "blues.00000.1"), shares, 1))
                .hasMessage("pieces must be unique, got blues.00000.1 twice");
        assertThatThrownBy(() -> Splits.byRow(GTZAN, List.of("blues.00000.1", "polka.00000.1"), shares, 1))
                .hasMessageEndingWith("has no song for polka.00000.1");
        assertThatThrownBy(() -> songs.inPieces(GTZAN, List.of("polka.00000.1")))
                .hasMessageEndingWith("has no song for polka.00000.1");
        assertThatThrownBy(() -> songs.inPieces(GTZAN, List.of()))
                .hasMessage("a split needs a training and a test side, got 0 and 0 ids");
        assertThatThrownBy(() -> songs.withValidation(GTZAN, 1, 1)).hasMessage("share must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> Splits.filtered(GTZAN).withValidation(GTZAN, 0.1, 1))
                .hasMessage("there is a validation side already, of 197 ids");
        Split lonely = new Split(
                "x",
                0,
                List.of("blues.00000"),
                List.of(),
                List.of("jazz.00000"),
                new Leak(Set.of(), Set.of(), 0, 1, 0));
        assertThatThrownBy(() -> lonely.withValidation(GTZAN, 0.1, 1))
                .hasMessage("a validation side needs two artists of every label in training, blues has one");
    }
}
