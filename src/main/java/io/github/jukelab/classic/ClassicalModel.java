package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.ModelFileException;
import io.github.jukelab.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A classical model for sounds: it is trained on examples of a preprocessing that gives one row of numbers per example,
 * and predicts for any sound. Immutable.
 *
 * <p>Example: {@code ClassicalModel.fit(Svm.rbf(10), train, preprocessing, Progress.NONE)}
 */
public final class ClassicalModel implements TrainedModel {

    /** The name of each kind of model in a file; never changed, even if a class is renamed. */
    private static final Map<String, Class<? extends Fitted>> KINDS = Map.of(
            "nearestNeighbours", NearestNeighbours.Neighbourhood.class,
            "svm", SupportVectors.class,
            "logisticRegression", Softmax.class);

    /** 64 MiB: about three million numbers as text. */
    private static final ModelFile.Format FORMAT = new ModelFile.Format(64 << 20, Set.of());

    private final Fitted fitted;
    private final Preprocessing preprocessing;
    private final Temperature temperature;
    private final Optional<ModelCard> card;

    private ClassicalModel(
            Fitted fitted, Preprocessing preprocessing, Temperature temperature, Optional<ModelCard> card) {
        this.temperature = temperature;
        this.card = card;
        this.fitted = fitted;
        this.preprocessing = preprocessing;
    }

    /**
     * Trains a model.
     *
     * @param classifier nearest neighbours, an SVM or logistic regression
     * @param train the training set, labelled, before normalisation
     * @param preprocessing of the examples, with the normalisation fitted to them
     * @param progress told about the training
     * @return the trained model
     * @throws IllegalArgumentException if there are too few labels or examples, an example has no label, or the
     *     classifier is of another kind
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static ClassicalModel fit(
            Classifier classifier, Examples train, Preprocessing preprocessing, Progress progress) {
        train.requireLabels();
        Require.labels(train.labels());
        if (classifier.fit(vectors(train, preprocessing), progress) instanceof Fitted fitted) {
            return new ClassicalModel(fitted, preprocessing, Temperature.NONE, Optional.empty());
        }
        throw new IllegalArgumentException(
                "classifier must be nearest neighbours, an SVM or logistic regression, got " + classifier);
    }

    /**
     * Chooses the settings of a model on the same examples.
     *
     * @param search its classifiers {@linkplain Classifier#standardised standardise} the examples themselves, fold by fold
     * @param train the training set, labelled, before normalisation
     * @param preprocessing of the examples; its normalisation is not used
     * @param progress told about the search
     * @return the accuracies of each setting
     * @throws IllegalArgumentException as {@link GridSearch#search}, or if an example has no label
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static GridSearchResult search(
            GridSearch search, Examples train, Preprocessing preprocessing, Progress progress) {
        train.requireLabels();
        return search.search(vectors(train, preprocessing.withNormalisation(StandardScaler.NONE)), progress);
    }

    /**
     * Predicts for the examples of each fold of a search by a model that is trained on the other folds, as scikit-learn's
     * {@code cross_val_predict}.
     *
     * @param search its folds are used
     * @param classifier that {@linkplain Classifier#standardised standardises} the examples itself
     * @param train the training set, labelled, before normalisation
     * @param preprocessing of the examples; its normalisation is not used
     * @param progress told about the folds
     * @return one row per example
     * @throws IllegalArgumentException as {@link GridSearch#search}, or if an example has no label
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Predictions predictOutOfFold(
            GridSearch search, Classifier classifier, Examples train, Preprocessing preprocessing, Progress progress) {
        train.requireLabels();
        FeatureVectors vectors = vectors(train, preprocessing.withNormalisation(StandardScaler.NONE));
        return search.predictOutOfFold(classifier, vectors, progress);
    }

    /** Standardised rows; features are numbered, since an example does not name them. */
    private static FeatureVectors vectors(Examples examples, Preprocessing preprocessing) {
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            String label = examples.labels().get(examples.label(i).orElseThrow());
            vectors.add(new FeatureVector(examples.id(i), examples.track(i), label, row(examples, i, preprocessing)));
        }
        return FeatureVectors.of(features(examples.shape()), examples.labels(), vectors);
    }

    private static List<String> features(Shape shape) {
        return IntStream.range(0, shape.values()).mapToObj(Integer::toString).toList();
    }

    private static double[] row(Examples examples, int index, Preprocessing preprocessing) {
        float[] values = examples.values(index);
        preprocessing.normalisation().apply(values);
        double[] row = new double[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = values[i];
        }
        return row;
    }

    /**
     * A model from its file, which may come from anyone: all that it says is checked before it is used.
     *
     * @param file written by {@link #save}
     * @return the model, with predictions that are equal bit by bit
     * @throws ModelFileException if the file is missing, damaged, not a classical model, or has what none can have, such
     *     as a label that is not in its list; the message has file and reason
     */
    public static ClassicalModel load(Path file) throws ModelFileException {
        return ModelFile.read(file, FORMAT, ClassicalModel::read);
    }

    private static ClassicalModel read(ModelFile.Description description) throws IOException {
        for (Map.Entry<String, Class<? extends Fitted>> kind : KINDS.entrySet()) {
            Optional<? extends Fitted> fitted = description.value(kind.getKey(), kind.getValue());
            if (fitted.isPresent()) {
                return checked(fitted.get(), description);
            }
        }
        throw new IOException("a model of another kind, not a classical one");
    }

    private static ClassicalModel checked(Fitted fitted, ModelFile.Description description) throws IOException {
        Preprocessing preprocessing =
                description.preprocessing().orElseThrow(() -> new IOException("has no preprocessing"));
        Schema schema = new Schema(features(preprocessing.shape()), description.labels());
        if (!fitted.schema().equals(schema)) {
            throw new IOException("features and labels of the model must be those of its preprocessing and file");
        }
        return new ClassicalModel(fitted, preprocessing, description.temperature(), description.card());
    }

    @Override
    public Optional<ModelCard> card() {
        return card;
    }

    @Override
    public void save(Path file) throws IOException {
        save(file, card);
    }

    @Override
    public void save(Path file, ModelCard card) throws IOException {
        save(file, Optional.of(card));
    }

    private void save(Path file, Optional<ModelCard> card) throws IOException {
        String kind = KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == fitted.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        ModelFile.write(file, FORMAT, this, card, new ModelFile.Content(kind, fitted, zip -> {}));
    }

    @Override
    public List<String> labels() {
        return fitted.schema().labels();
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
        return Optional.of(preprocessing);
    }

    @Override
    public Temperature temperature() {
        return temperature;
    }

    @Override
    public ClassicalModel withTemperature(Temperature temperature) {
        return new ClassicalModel(fitted, preprocessing, temperature, card);
    }

    @Override
    public Predictions predict(Examples examples) {
        examples.requireMatching(preprocessing.shape(), labels());
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            float[] probabilities = fitted.probabilities(row(examples, i, preprocessing));
            rows.add(new Prediction(examples.id(i), examples.track(i), examples.label(i), probabilities));
        }
        return new Predictions(labels(), rows);
    }

    /**
     * Hands out its numbers.
     *
     * @param visitor takes those of its kind of model
     * @param <T> what is made of them
     * @return what the visitor made of them
     */
    public <T> T accept(ModelVisitor<T> visitor) {
        return fitted.accept(visitor);
    }

    @Override
    public String toString() {
        return "ClassicalModel[" + fitted + "]";
    }
}
