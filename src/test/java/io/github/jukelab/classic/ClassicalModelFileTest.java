package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.ModelZip;
import io.github.jukelab.Mutants;
import io.github.jukelab.Progress;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.ModelFileException;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file may come from anyone: it is a classical model, or refused with its name and the reason. */
class ClassicalModelFileTest {

    private static final String ENTRY = "jukelab.json";
    private static final FeatureVectorInput INPUT = FeatureVectorInput.of(Preset.LIBROSA);
    private static final List<String> LABELS = List.of("cat", "cow", "dog");

    @TempDir
    Path folder;

    private enum Kind {
        NEIGHBOURS(NearestNeighbours.of(3)),
        SVM(Svm.rbf(1)),
        LOGISTIC(LogisticRegression.of(1));

        private final Classifier classifier;

        Kind(Classifier classifier) {
            this.classifier = classifier;
        }
    }

    /** Twelve rows; the feature of its label is larger by 3. */
    private static Examples examples(List<String> labels) {
        SplittableRandom random = new SplittableRandom(1);
        return Examples.of(labels, IntStream.range(0, 12).mapToObj(i -> {
            double[] row = random.doubles(57, -1, 1).toArray();
            row[i % 3] += 3;
            return Example.of("" + i, "" + i, labels.get(i % 3), row);
        }));
    }

    private Path file() {
        return folder.resolve("model.zip");
    }

    private ModelZip saved(Kind kind) throws IOException {
        ClassicalModel.fit(kind.classifier, examples(LABELS), INPUT, Progress.NONE)
                .save(file());
        return ModelZip.of(file());
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> ClassicalModel.load(file()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file() + ": ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("null", "io.github", "java.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anUnchangedFilePredictsTheSame(Kind kind) throws IOException {
        saved(kind).write(file());
        ClassicalModel before = ClassicalModel.fit(kind.classifier, examples(LABELS), INPUT, Progress.NONE);
        assertThat(ClassicalModel.load(file()).predict(examples(LABELS)).rows())
                .isEqualTo(before.predict(examples(LABELS)).rows());
    }

    @Test
    void aFileOfVersion3IsRead() throws IOException {
        ClassicalModel old = ClassicalModel.load(Path.of("src/test/resources/stored/version-3/neighbours.zip"));
        ClassicalModel now = ClassicalModel.fit(Kind.NEIGHBOURS.classifier, examples(LABELS), INPUT, Progress.NONE);
        assertThat(old.card()).isEmpty();
        assertThat(old.predict(examples(LABELS)).rows())
                .isEqualTo(now.predict(examples(LABELS)).rows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            NEIGHBOURS | /nearestNeighbours/k | -3 | k must be from 1 to the number of vectors, got -3
            NEIGHBOURS | /nearestNeighbours/k | 13 | k must be from 1 to the number of vectors, got 13
            NEIGHBOURS | /nearestNeighbours/k | 2.5 | nearestNeighbours.k is missing
            NEIGHBOURS | /nearestNeighbours/actual/0 | 3 | there is no label with the index 3
            NEIGHBOURS | /nearestNeighbours/actual/0 | -1 | there is no label with the index -1
            NEIGHBOURS | /nearestNeighbours/actual | [0] | one label per vector
            NEIGHBOURS | /nearestNeighbours/training/rows | 2147483647 | a finite value for each row
            NEIGHBOURS | /nearestNeighbours/training/columns | [] | rows and a column per feature
            NEIGHBOURS | /nearestNeighbours/training/columns/3 | [] | a finite value for each row
            NEIGHBOURS | /nearestNeighbours/training/columns/3 | null | nearestNeighbours.training.columns[3]
            NEIGHBOURS | /nearestNeighbours/training/columns/3/1 | "NaN" | a finite value for each row
            NEIGHBOURS | /nearestNeighbours/training/columns/3/1 | 1e400 | a finite value for each row
            NEIGHBOURS | /nearestNeighbours/training/columns/3/1 | null | nearestNeighbours.training.columns[3]
            NEIGHBOURS | /nearestNeighbours/schema/labels/0 | "sheep" | features and labels of the model
            NEIGHBOURS | /nearestNeighbours/schema/features/0 | "1" | features and labels of the model
            NEIGHBOURS | /nearestNeighbours/schema | null | nearestNeighbours.schema is missing
            NEIGHBOURS | /nearestNeighbours | null | nearestNeighbours is missing
            NEIGHBOURS | /svm | {} | must name one kind of model
            NEIGHBOURS | /labels/0 | "sheep" | features and labels of the model
            NEIGHBOURS | /labels/0 | "dog" | labels must be unique
            NEIGHBOURS | /version | 2.9 | written in version 2.9
            SVM | /svm/kernel/gamma | -1 | gamma must be positive
            SVM | /svm/kernel/gamma | "NaN" | gamma must be positive
            SVM | /svm/classifiers | [] | at least one classifier
            SVM | /svm/classifiers/0 | null | svm.classifiers
            SVM | /svm/classifiers/0/first | 1 | the labels of a pair must ascend
            SVM | /svm/classifiers/0/second | 3 | there is no label with the index 3
            SVM | /svm/classifiers/0/first | -1 | there is no label with the index -1
            SVM | /svm/classifiers/0/second | 2 | each pair of labels must have one classifier
            SVM | /svm/classifiers/0/indices/0 | 12 | each index must be that of a support vector
            SVM | /svm/classifiers/0/indices/0 | -1 | each index must be that of a support vector
            SVM | /svm/classifiers/0/weights | [] | one weight per index
            SVM | /svm/classifiers/0/weights/0 | 1e400 | weights and bias must be finite
            SVM | /svm/classifiers/0/bias | "NaN" | weights and bias must be finite
            SVM | /svm/supportVectors/columns/56 | [1, 2] | a finite value for each row
            SVM | /svm/supportVectors/rows | 0 | rows and a column per feature
            LOGISTIC | /logisticRegression/present | [0, 2, 1] | labels must ascend
            LOGISTIC | /logisticRegression/present | [0, 1, 1] | labels must ascend
            LOGISTIC | /logisticRegression/present | [0, 1, 3] | there is no label with the index 3
            LOGISTIC | /logisticRegression/present | [0, 1] | needs weights
            LOGISTIC | /logisticRegression/weights/0 | [1, 2] | a finite weight for each feature
            LOGISTIC | /logisticRegression/weights/1/3 | "Infinity" | a finite weight for each feature
            LOGISTIC | /logisticRegression/weights/0 | null | logisticRegression.weights[0]
            """)
    void aModelIsChecked(Kind kind, String pointer, String value, String reason) throws IOException {
        saved(kind).with(ENTRY, pointer, value).write(file());
        assertRefused(reason);
    }

    @Test
    void itNeedsAPreprocessingAndNoOtherEntry() throws IOException {
        saved(Kind.SVM).without(ENTRY, "/preprocessing").write(file());
        assertRefused("has no preprocessing");
        saved(Kind.SVM).with("coefficients.bin", "").write(file());
        assertRefused("has an entry that models of this kind do not have, coefficients.bin");
        saved(Kind.SVM).with(ENTRY, "{").write(file());
        assertRefused("jukelab.json is not readable as JSON at line 1");
    }

    @Test
    void aDescriptionIsShownInWords() throws IOException {
        saved(Kind.SVM);
        ModelFile.Format format = new ModelFile.Format(1 << 20, Set.of());
        assertThat(ModelFile.<String>read(file(), format, ModelFile.Description::toString))
                .isEqualTo("Description[[cat, cow, dog], " + INPUT + "]");
    }

    @Test
    void neitherKindReadsTheOther() throws IOException {
        saved(Kind.SVM);
        assertThatThrownBy(() -> Network.load(file()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("a model of another kind, not a network");
        saved(Kind.SVM).without(ENTRY, "/svm").with(ENTRY, "/shape", "{}").write(file());
        assertRefused("a model of another kind, not a classical one");
    }

    @Test
    void labelsThatNoFileMayHaveAreRefusedBeforeTraining() {
        assertThatThrownBy(() ->
                        ClassicalModel.fit(Svm.rbf(1), examples(List.of("cat", "a\nb", "dog")), INPUT, Progress.NONE))
                .hasMessageStartingWith("a label must be text without control characters");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void mutantsAreReadOrRefused(Kind kind) throws IOException {
        SplittableRandom random = new SplittableRandom(Mutants.seed(2026));
        Path good = saved(kind).write(folder.resolve("good.zip"));
        List<String> pointers = ModelZip.of(good).pointers(ENTRY);
        List<String> values = List.of("null", "-1", "1e9", "\"NaN\"", "\"\"", "[]", "{}", "1e400");
        for (int i = 0; i < Mutants.times(100); i++) {
            String pointer = pointers.get(random.nextInt(pointers.size()));
            String value = values.get(random.nextInt(values.size()));
            ModelZip.of(good).with(ENTRY, pointer, value).write(file());
            try {
                ClassicalModel.load(file()).predict(examples(LABELS));
            } catch (ModelFileException e) {
                assertThat(e.getMessage())
                        .as(pointer + " of " + value)
                        .startsWith(file() + ": ")
                        .doesNotContain("null");
            }
        }
    }
}
