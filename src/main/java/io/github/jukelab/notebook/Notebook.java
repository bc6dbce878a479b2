package io.github.jukelab.notebook;

import io.github.jukelab.Journal;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.Workspace;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.SyntheticMusic;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.demo.DemoLimits;
import io.github.jukelab.demo.DemoModel;
import io.github.jukelab.demo.DemoServer;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.embedding.MusicnnPackage;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.ClusterAgreement;
import io.github.jukelab.evaluation.Comparison;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.McNemar;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.exercise.Exercises;
import io.github.jukelab.exercise.Verdict;
import io.github.jukelab.input.CheckedExamples;
import io.github.jukelab.input.ExampleCache;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.Occlusion;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.model.WavePrediction;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.network.Engines;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.Budget;
import io.github.jukelab.recipe.CardFolder;
import io.github.jukelab.recipe.CurveModel;
import io.github.jukelab.recipe.DenseClassifier;
import io.github.jukelab.recipe.FeatureKind;
import io.github.jukelab.recipe.FeatureTables;
import io.github.jukelab.recipe.KeptRuns;
import io.github.jukelab.recipe.LearningCurveRun;
import io.github.jukelab.recipe.LearningCurveSettings;
import io.github.jukelab.recipe.RecipeRun;
import io.github.jukelab.recipe.RecipeRuns;
import io.github.jukelab.recipe.TrackFeatures;
import io.github.jukelab.report.ErrorPlayers;
import io.github.jukelab.report.PredictedSpan;
import io.github.jukelab.robustness.Change;
import io.github.jukelab.robustness.Changes;
import io.github.jukelab.robustness.Horse;
import io.github.jukelab.robustness.Robustness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** The methods that cells call directly: all of them are imported into every notebook. */
public final class Notebook {

    private static final AtomicReference<Display> DISPLAY = new AtomicReference<>(new Silent());
    /** The seed of sounds that are in no data set. */
    private static final long NEW = 2026;

    private static final String NO_EMBEDDING = "no embedding here: 'make embeddings' writes it";

    /** What cells limit. */
    private static volatile Budget limits = Budget.FULL;

    private static Cost.Stopwatch reading;
    /** The demo that was started last; null if there was none. */
    private static volatile DemoServer demo;

    private Notebook() {}

    /**
     * Sets where outputs appear, that numbers look the same in every country, and where examples of large data sets are
     * kept. The adapter of a kernel calls this once.
     *
     * @param display the running kernel's output area
     */
    static void install(Display display) {
        Locale.setDefault(Locale.ROOT);
        DISPLAY.set(display);
        ExampleCache.useInThisProgram(() -> ExampleCache.of(home(), System.getenv()));
        Embeddings.useInThisProgram(home());
    }

    /**
     * The limits of this run: those of {@link #budget(int, int)} and of the environment variables {@code MAX_EPOCHS} and
     * {@code DATASET_LIMIT}, of each kind the tighter one.
     *
     * @return the budget; without limits unless they are set
     */
    public static Budget budget() {
        return limits.and(Budget.of(System.getenv()));
    }

    /**
     * Shortens this run, to look around or for a slow machine. The limits hold for data that are opened after this cell and
     * for trainings whose cells say {@code budget.epochs}, until they are set again; a restarted kernel has none. The run
     * is marked as shortened: its accuracies are no results.
     *
     * @param epochs at most so many, at least 1; 2 show that all works
     * @param tracks at most so many, at least 1; ten per label can be split and tested
     * @return the budget that holds: where the environment's limit is tighter, that stays
     */
    public static Budget budget(int epochs, int tracks) {
        limits = new Budget(epochs, tracks);
        Budget held = budget();
        if (!held.equals(limits)) {
            DISPLAY.get()
                    .show(MimeBundle.text("MAX_EPOCHS or DATASET_LIMIT of the environment is tighter, and stays."));
        }
        return held;
    }

    /**
     * ND4J's library, which predicts, and trains unless another engine does: on the GPU if {@code make run GPU=1} chose
     * that for DL4J, else on the CPU.
     *
     * @return the backend, with the requested device and the one in use
     * @throws io.github.jukelab.network.DeviceException if the GPU is requested and cannot be used
     */
    public static Backend backend() {
        return Backend.require(DeviceChoice.of(Engines.DL4J));
    }

    /**
     * The tracks of this run: the folder named by {@code GTZAN}, else {@code data/gtzan}, else the synthetic data set,
     * which is rendered on first use. A budget takes some tracks of every label.
     *
     * @return the data set
     * @throws IOException if the named folder has no tracks, or the synthetic data set cannot be written
     * @throws io.github.jukelab.network.EngineException if a GPU was asked for and cannot be used
     */
    public static Dataset dataset() throws IOException {
        return open(DefaultDataset.MUSIC, "rendering the synthetic data set");
    }

    /**
     * Your own recordings: a folder, or a label table that lies in the folder of its recordings. What the folder was
     * taken for and what of it is not used is shown below the cell. A budget takes some tracks of every label.
     *
     * @param data its path, from the notebook's folder
     * @return the data set, as {@link io.github.jukelab.dataset.Datasets#open(Path)} gives it
     * @throws IOException if it is missing or has no tracks, or the label table is invalid
     * @throws io.github.jukelab.network.EngineException if a GPU was asked for and cannot be used
     */
    public static Dataset dataset(String data) throws IOException {
        return shown(FolderReport.open(Path.of(data)));
    }

    /**
     * Your own recordings with a label table, as by {@link #dataset(String)}.
     *
     * @param folder of the recordings, from the notebook's folder
     * @param labels a label table, or a folder of those that Audacity and Raven write
     * @return the data set, as {@link io.github.jukelab.dataset.Datasets#open(Path, Path)} gives it
     * @throws IOException if one is missing, no row has a recording, or a table is invalid
     * @throws io.github.jukelab.network.EngineException if a GPU was asked for and cannot be used
     */
    public static Dataset dataset(String folder, String labels) throws IOException {
        return shown(FolderReport.open(Path.of(folder), Path.of(labels)));
    }

    private static Dataset shown(FolderReport folder) {
        checkDevice();
        startedReading();
        DISPLAY.get().show(MimeBundle.text(FolderText.of(folder)));
        return budget().tracks(folder.dataset());
    }

    /**
     * The cats and dogs of this run: the folder named by {@code CATS_DOGS}, else {@code data/cats_dogs}, else the
     * synthetic animals, which are rendered on first use. A budget takes some of each.
     *
     * @return the data set; its labels are {@code cat} and {@code dog}
     * @throws IOException if the named folder has neither, or the synthetic animals cannot be written
     * @throws io.github.jukelab.network.EngineException if a GPU was asked for and cannot be used
     */
    public static Dataset animals() throws IOException {
        return open(DefaultDataset.ANIMALS, "rendering the synthetic animals");
    }

    /**
     * The tracks of this run in one folder per label: the folder named by {@code TRACKS}, else {@code data/tracks},
     * else the synthetic tracks, which are rendered on first use. A budget takes some of every label.
     *
     * @return the data set
     * @throws IOException if the named folder has no tracks, or the synthetic tracks cannot be written
     * @throws io.github.jukelab.network.EngineException if a GPU was asked for and cannot be used
     */
    public static Dataset mp3Tracks() throws IOException {
        return open(DefaultDataset.TRACKS, "rendering the synthetic tracks");
    }

    private static Dataset open(DefaultDataset defaultDataset, String rendering) throws IOException {
        checkDevice();
        return budget().tracks(locator().open(defaultDataset, progress(rendering)));
    }

    /** Fails here rather than after hours on the CPU. */
    private static void checkDevice() {
        if (DeviceChoice.current().isPresent()) {
            Engines.require(Engines.defaultName());
        }
    }

    /**
     * The features of whole tracks: the published table {@code features_30_sec.csv} if it is in the copy of GTZAN, else
     * computed from the tracks of {@link #dataset} and stored in {@code build/features}. A budget takes some tracks of
     * every label.
     *
     * @return table and tracks
     * @throws IOException if the table is damaged, or there is none and no track can be used
     */
    public static TrackFeatures features() throws IOException {
        return features(FeatureTables.Rows.TRACKS);
    }

    /**
     * The features of 3 s segments: the published table {@code features_3_sec.csv} if it exists, else computed as by
     * {@link #features}; a line below the cell then says so, and how to get the published table.
     *
     * @return table and tracks
     * @throws IOException if the table is damaged, or there is none and no track can be used
     */
    public static TrackFeatures segmentFeatures() throws IOException {
        TrackFeatures features = features(FeatureTables.Rows.SEGMENTS);
        tables().missing(FeatureTables.Rows.SEGMENTS)
                .ifPresent(text -> DISPLAY.get().show(MimeBundle.text(text)));
        return features;
    }

    /**
     * The features of some tracks, computed with librosa's defaults and stored in {@code build/features}.
     *
     * @param dataset tracks that can be read
     * @return table and tracks
     * @throws IOException if no track can be used
     */
    public static TrackFeatures features(Dataset dataset) throws IOException {
        return features(FeatureKind.TABLE, dataset);
    }

    /**
     * Statistics of the mel bands of some tracks, 480 values each, stored in {@code build/features}: a strong baseline with
     * a linear model or an SVM. See {@link io.github.jukelab.feature.MelStatistics}.
     *
     * @param dataset tracks that can be read
     * @return table and tracks
     * @throws IOException if no track can be used
     */
    public static TrackFeatures melStatistics(Dataset dataset) throws IOException {
        return features(FeatureKind.MEL_STATISTICS, dataset);
    }

    /**
     * The values that a network, trained on other music, gives to some tracks, 200 each, stored in {@code build/features}.
     * See {@link io.github.jukelab.embedding.Embedding}.
     *
     * @param dataset tracks that can be read
     * @return table and tracks
     * @throws IOException if no track can be used
     * @throws java.io.UncheckedIOException if this machine does not have the network; the message says what to do
     */
    public static TrackFeatures embeddingFeatures(Dataset dataset) throws IOException {
        return features(FeatureKind.EMBEDDING, dataset);
    }

    /**
     * A network that was trained on other music: its values for a sound, and its tags, {@code embedding().map(network ->
     * network.tags(wave))}.
     *
     * @return the network musicnn; if this machine does not have it, a line that says what writes it
     * @throws java.io.UncheckedIOException if its file cannot be read
     */
    public static OptionalPart<Embedding> embedding() {
        return OptionalPart.of(Embeddings.find(MusicnnPackage.NAME), NO_EMBEDDING);
    }

    /**
     * A baseline on each kind of features that this machine can compute: table, mel statistics, and if the network of
     * {@link #embedding} is there, its values alone and beside the mel statistics. If it is not, a line below the cell says
     * so.
     *
     * @param baseline {@code logistic}, {@code svm}, {@code knn} or {@code dense}
     * @return two or four models, named after their features, for {@link #trainOnFolds} and {@link #learningCurve}
     * @throws IllegalArgumentException if there is no such baseline
     */
    public static List<CurveModel> featureModels(String baseline) {
        boolean complete = Embeddings.find(MusicnnPackage.NAME).isPresent();
        if (!complete) {
            DISPLAY.get().show(MimeBundle.text(NO_EMBEDDING));
        }
        return Stream.of("table", "mel-statistics", "embedding", "mel-statistics,embedding")
                .filter(features -> complete || !features.contains("embedding"))
                .map(features -> new CurveModel(
                        features, CurveModel.of(baseline + ":" + features).recipe()))
                .toList();
    }

    /**
     * Trains models on the same tracks and tests them on the same tracks: in folds by group, or by track if no group is
     * known. Each file is read once for all models.
     *
     * @param dataset the tracks; files that a model cannot use are left out for all models, and so are labels with fewer
     *     than five tracks
     * @param models with different names, such as those of {@link #featureModels}
     * @param seed of splits, folds and weights
     * @return a run per model
     * @throws IOException if the tracks cannot be read
     * @throws IllegalArgumentException if there are too few tracks for folds
     */
    public static RecipeRuns trainOnFolds(Dataset dataset, List<CurveModel> models, long seed) throws IOException {
        CheckedExamples checked = checked(dataset, models);
        return RecipeRuns.of(
                models,
                dataset.without(checked.report().unusable()),
                checked.collector(),
                budget(),
                seed,
                progress("training " + models.size() + " models"));
    }

    private static CheckedExamples checked(Dataset dataset, List<CurveModel> models) throws IOException {
        return CheckedExamples.of(
                dataset,
                models.stream().map(model -> model.recipe().preprocessing()).toList(),
                progress("reading " + dataset.tracks().size() + " tracks"));
    }

    private static TrackFeatures features(FeatureKind kind, Dataset dataset) throws IOException {
        return tables().of(kind, dataset, progress("extracting features"));
    }

    private static TrackFeatures features(FeatureTables.Rows rows) throws IOException {
        return tables().open(rows, progress("rendering the synthetic data set"), progress("extracting features"));
    }

    private static FeatureTables tables() {
        return new FeatureTables(workspace(), locator(), budget());
    }

    /**
     * Players for rows of a feature table: tracks, or segments of them.
     *
     * @param features such as {@link #features}
     * @param ids of rows, in the order to play them
     * @return one player per row, titled by id and artist; the titles of rows without a recording are listed
     * @throws IllegalArgumentException if there is no such row
     */
    public static Playlist listen(TrackFeatures features, String... ids) {
        return Playlist.ofPresent(features.waves(ids));
    }

    /**
     * The confusion matrix of some tracks, to listen to: a number opens players of what it counts, with an excerpt of 3 s
     * from the middle of each track. Below are the ten errors with the highest probability. At most twelve errors have a
     * player, so that the notebook stays small.
     *
     * @param predictions for tracks whose labels are known, such as {@code predictions.byTrack(Vote.MEAN)}
     * @param dataset the tracks; a file that cannot be read is named where its player would be
     * @return in a notebook, the matrix with its players
     * @throws IOException if something else than a file failed
     * @throws IllegalArgumentException if a track is not in the data set or has no label
     */
    public static ErrorPlayers errors(Predictions predictions, Dataset dataset) throws IOException {
        return errors(predictions, dataset, PredictedSpan.TRACK);
    }

    /**
     * The same with what a model got of each track: a window, or of a track the stretch that the model uses.
     *
     * @param predictions for tracks or windows whose labels are known
     * @param dataset the tracks
     * @param input that made the examples, such as {@code MelWindows.REPAIRED}
     * @return in a notebook, the matrix with its players
     * @throws IOException if something else than a file failed
     * @throws IllegalArgumentException if a track is not in the data set or has no label
     */
    public static ErrorPlayers errors(Predictions predictions, Dataset dataset, Preprocessing input)
            throws IOException {
        return errors(predictions, dataset, PredictedSpan.of(input));
    }

    /**
     * The same for rows of a feature table: tracks, or segments of them.
     *
     * @param predictions for rows
     * @param features the table with its tracks, such as {@link #segmentFeatures}
     * @return in a notebook, the matrix with its players
     * @throws IOException if something else than a file failed
     * @throws IllegalArgumentException if there is no such row
     */
    public static ErrorPlayers errors(Predictions predictions, TrackFeatures features) throws IOException {
        Map<String, Optional<TimeSpan>> spans =
                features.spans(predictions.rows().stream().map(Prediction::id).toList());
        return errors(predictions, features.dataset(), (row, seconds) -> spans.get(row.id())
                .orElse(new TimeSpan(0, seconds)));
    }

    private static ErrorPlayers errors(Predictions predictions, Dataset dataset, PredictedSpan span)
            throws IOException {
        return ErrorPlayers.of(
                predictions, dataset, span, ErrorPlayers.Limits.NOTEBOOK, progress("reading sounds of errors"));
    }

    /**
     * Whether a model gives the same answers when sounds are changed so that a listener would not mind: level, treble, MP3,
     * noise, pitch, tempo, start, offset and rate. Each track is read once; it takes about as long as a dozen evaluations.
     *
     * @param model with a preprocessing
     * @param tracks such as those of a test set, each of a label of the model; unusable ones are skipped and named in the
     *     report
     * @return the predictions before and after each of {@link Changes#ALL}
     * @throws IOException if no track can be used
     * @throws IllegalArgumentException if there is no track, a track has another label, or the model's input is not sound
     */
    public static RobustnessReport robustness(TrainedModel model, List<Track> tracks) throws IOException {
        return Robustness.of(model, tracks, Changes.ALL, progress("predicting for changed sounds"));
    }

    /**
     * A data set in which there is nothing to learn: at most 80 tracks get one of two labels by lot, and the sounds of one
     * label are changed. A model that is right on it has learned the change. Its files, 5 s each, are in {@code
     * build/horse}.
     *
     * @param dataset at least two tracks that can be read
     * @param plant what is done to the sounds of the label {@code heads}
     * @param seed of the lot
     * @return tracks of the labels {@code heads} and {@code tails}
     * @throws IOException if a track cannot be read or a file cannot be written
     * @throws IllegalArgumentException if there are too few tracks, or one is too short for the change
     */
    public static Dataset horse(Dataset dataset, Change plant, long seed) throws IOException {
        return Horse.of(dataset, plant, workspace().resolve("build/horse"), seed, progress("drawing labels by lot"));
    }

    /**
     * Where a model looked in a sound: patches of its input are hidden, one at a time. Of several windows it is the one
     * whose probability is nearest to that of the whole sound.
     *
     * @param model with an input of rows and columns, such as mel windows
     * @param wave the sound
     * @return in a notebook, the input and below it by how much the probability falls without each patch
     * @throws IllegalArgumentException if the input is a row of numbers, or the sound is too short or too loud
     */
    public static Occlusion occlusion(TrainedModel model, Wave wave) {
        return Occlusion.of(model, wave, progress("hiding patches"));
    }

    /**
     * A song of your own; if there is no such file, a synthetic one that is in no data set.
     *
     * @param file such as {@code my-song.mp3}; if relative, from the notebook's folder
     * @param dataset the synthetic song has the first of its labels that is a synthetic style, if there is one
     * @return the sound
     * @throws IOException if the file is there and cannot be used
     */
    public static Wave newSong(String file, Dataset dataset) throws IOException {
        List<String> styles = SyntheticMusic.INFO.labels();
        String style =
                dataset.labels().stream().filter(styles::contains).findFirst().orElse(styles.get(0));
        return Files.exists(Path.of(file)) ? Wave.read(file) : SyntheticMusic.song(style, NEW);
    }

    /**
     * A call of an animal of your own; if there is no such file, that of a synthetic dog which is in no data set.
     *
     * @param file such as {@code my-dog.wav}; if relative, from the notebook's folder
     * @return the sound
     * @throws IOException if the file is there and cannot be used
     */
    public static Wave newCall(String file) throws IOException {
        return Files.exists(Path.of(file)) ? Wave.read(file) : SyntheticAnimals.call("dog", NEW);
    }

    /**
     * The {@linkplain io.github.jukelab.network.Architectures#dense dense network} of the article on the feature table,
     * as a classifier: trained for a fixed number of epochs in batches of 128.
     *
     * @param epochs at least 1
     * @param seed of weights, order and dropout
     * @return the classifier, to be used with {@link Classifier#standardised}
     */
    public static Classifier denseNetwork(int epochs, long seed) {
        return new DenseClassifier(epochs, seed);
    }

    /**
     * Starts the demo of a model, a page in the browser, on a port that is free. It runs until it is closed, the session
     * ends or another one is started. Only this machine can open it: with a notebook on another machine, open a tunnel.
     *
     * @param model with a preprocessing
     * @return the server, whose {@code address()} is that of the page
     * @throws IOException if it cannot start
     * @throws IllegalArgumentException if the model's input is not sound but, for instance, rows of numbers
     */
    public static synchronized DemoServer demo(TrainedModel model) throws IOException {
        List<DemoModel> models = List.of(new DemoModel("this model", model));
        if (demo == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(Notebook::stopDemo));
        }
        stopDemo();
        demo = DemoServer.start(models, "127.0.0.1", 0, DemoLimits.DEFAULT);
        return demo;
    }

    private static void stopDemo() {
        if (demo != null) {
            demo.close();
        }
    }

    /**
     * The run card of this notebook: where its result comes from. If {@code JUKELAB_CARDS} names a folder, the card is
     * also written there.
     *
     * @param name of the card, unique within the folder, such as {@code 00-quick-tour}
     * @param dataset the tracks
     * @param split their subsets
     * @param evaluation of the test set
     * @return the card; its times are those since the notebook first opened its data
     * @throws IOException if the card cannot be written
     */
    public static RunCard card(String name, Dataset dataset, Split split, Evaluation evaluation) throws IOException {
        backend(); // fails here if a GPU was requested and is not used
        return cards().keep(name, CardFolder.card(dataset, split, evaluation, cost()));
    }

    /**
     * The run card of a recipe, written as by {@link #card(String, Dataset, Split, Evaluation)}.
     *
     * @param name of the card, unique within the folder, such as {@code 05-repaired}
     * @param run one training per split
     * @return the card; its times are those since the notebook first opened its data
     * @throws IOException if the card cannot be written
     */
    public static RunCard card(String name, RecipeRun run) throws IOException {
        return cards().keep(name, run.card(cost()));
    }

    /**
     * The run card of a long run that is kept with the project, to hold beside a short run of your own. Its curve is {@code
     * card.curves().get(0).history()}.
     *
     * @param name of its file in {@code results} or a folder in it, without the ending, such as {@code
     *     four-genres_mel-windows_as-printed_article_42}
     * @return the card; the one in {@code full-length} if both folders have one
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if there is none of this name; the message names similar ones
     */
    public static RunCard keptRun(String name) throws IOException {
        return new KeptRuns(home().resolve("results")).card(name);
    }

    /**
     * Long runs of several models on the same tracks that are kept with the project.
     *
     * @param folder in {@code results}, such as {@code four-genres}
     * @return a row per model: its accuracy, that of each seed, from where to where the 95 % intervals go, the test tracks
     * @throws IOException if a card cannot be read
     * @throws IllegalArgumentException if there is no card in such a folder
     */
    public static Table keptRuns(String folder) throws IOException {
        return KeptTable.of(folder, new KeptRuns(home().resolve("results")).cards(folder));
    }

    /**
     * What more recordings would bring: models trained on few tracks and on more, several times each. Its figure is {@code
     * Plots.learningCurve(curve)}.
     *
     * @param dataset the tracks; files that a model cannot use are left out for all models
     * @param settings sizes and draws, such as {@code LearningCurveSettings.DEFAULT.withDraws(10, 2)}
     * @param models such as {@code logistic:table}, {@code logistic:mel-statistics} or {@code small-windows}
     * @return the curve
     * @throws IOException if the tracks cannot be read
     * @throws IllegalArgumentException if there is no such model, or there are too few tracks
     */
    public static LearningCurve learningCurve(Dataset dataset, LearningCurveSettings settings, String... models)
            throws IOException {
        return learningCurve(
                dataset, settings, Stream.of(models).map(CurveModel::of).toList());
    }

    /**
     * The same for models that a cell has already.
     *
     * @param dataset the tracks; files that a model cannot use are left out for all models
     * @param settings sizes and draws
     * @param models with different names, such as those of {@link #featureModels}
     * @return the curve
     * @throws IOException if the tracks cannot be read
     * @throws IllegalArgumentException if there are too few tracks
     */
    public static LearningCurve learningCurve(Dataset dataset, LearningCurveSettings settings, List<CurveModel> models)
            throws IOException {
        CheckedExamples checked = checked(dataset, models);
        LearningCurveRun run = LearningCurveRun.of(
                models, dataset.without(checked.report().unusable()), checked.collector(), settings);
        run.dropped().ifPresent(text -> DISPLAY.get().show(MimeBundle.text(text)));
        try (Journal journal = Journal.temporary(run.journalSettings())) {
            return run.curve(journal, Notebook::progress);
        }
    }

    /**
     * What an evaluation says, in plain sentences: the accuracy with its interval, whether it can be told from always
     * predicting the most frequent label, the labels that are recognised best and worst, and the most frequent confusion.
     *
     * @param evaluation of tracks or of their segments
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Evaluation evaluation) {
        return new Paragraph(evaluation.summary());
    }

    /**
     * Whether a model's probabilities are right, in plain sentences.
     *
     * @param calibration of predictions for tracks
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Calibration calibration) {
        return new Paragraph(calibration.summary());
    }

    /**
     * What abstaining brings, in plain sentences.
     *
     * @param coverage of predictions for tracks
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Coverage coverage) {
        return new Paragraph(coverage.summary());
    }

    /**
     * What a temperature does, in plain sentences.
     *
     * @param temperature fitted to predictions for tracks
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Temperature temperature) {
        return new Paragraph(temperature.summary());
    }

    /**
     * What a training did, in plain sentences: its best epoch, and how it ended.
     *
     * @param history the epochs, such as {@code network.history()}
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(History history) {
        return new Paragraph(history.summary());
    }

    /**
     * The same for a training that had another subset in place of a validation set.
     *
     * @param history the epochs
     * @param subset what sentences call it, such as {@code test}
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(History history, String subset) {
        return new Paragraph(history.summary(subset));
    }

    /**
     * The sizes of the subsets and what they share, in plain sentences.
     *
     * @param split of tracks or segments
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Split split) {
        return new Paragraph(split.summary());
    }

    /**
     * What the test set shares with the training set, in plain sentences.
     *
     * @param report of a split
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(LeakageReport report) {
        return new Paragraph(report.summary());
    }

    /**
     * Which of two models is better, and whether that can be told, in plain sentences.
     *
     * @param comparison of two models on the same examples
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Comparison comparison) {
        return new Paragraph(comparison.summary());
    }

    /**
     * The same with the names of the models.
     *
     * @param comparison of two models on the same examples
     * @param first what sentences call the first model, such as {@code the network in decibels}
     * @param second what they call the second
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(Comparison comparison, String first, String second) {
        return new Paragraph(comparison.summary(first, second));
    }

    /**
     * What a learning curve says, in plain sentences: which model is ahead with the fewest recordings and with the most,
     * what the last doubling brought, and whether the test tracks can tell it.
     *
     * @param curve of one or more models
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(LearningCurve curve) {
        return new Paragraph(curve.summary());
    }

    /**
     * On how many tracks only one of two models is right, and whether that can be told from chance, in a sentence.
     *
     * @param test of two models on the same tracks
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(McNemar test) {
        return new Paragraph(test.summary());
    }

    /**
     * How many tracks were opened and what is wrong with them, in plain sentences.
     *
     * @param report such as {@code dataset.validate(…)}
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(IntegrityReport report) {
        return new Paragraph(report.summary());
    }

    /**
     * How many answers are different after changes that a listener would not mind, in plain sentences.
     *
     * @param report of a model
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(RobustnessReport report) {
        return new Paragraph(report.summary());
    }

    /**
     * Which of several models is the most accurate, and whether it can be told from the next, in plain sentences.
     *
     * @param result of models under one protocol
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(BenchmarkResult result) {
        return new Paragraph(result.summary());
    }

    /**
     * How the accuracies of the same models change from the first protocol to the last, in plain sentences.
     *
     * @param results at least two, of the same models
     * @return in a notebook, a paragraph
     * @throws IllegalArgumentException if there are fewer than two, or the last has not the models of the first
     */
    public static Paragraph summary(List<BenchmarkResult> results) {
        return new Paragraph(BenchmarkResult.summary(results));
    }

    /**
     * How well clusters agree with the labels, in plain sentences.
     *
     * @param agreement such as {@code clusters.agreement(examples)}
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(ClusterAgreement agreement) {
        return new Paragraph(agreement.summary());
    }

    /**
     * The most probable labels of a sound, and how many of its segments agree, in plain sentences.
     *
     * @param prediction of a sound
     * @return in a notebook, a paragraph
     */
    public static Paragraph summary(WavePrediction prediction) {
        return new Paragraph(prediction.summary());
    }

    /**
     * Saves a model with its origin, so that the command line can use it: {@code jukelab predict}, {@code evaluate} and
     * {@code model} take the newest model of this folder if none is named.
     *
     * @param name of the file, such as {@code 04-mel-windows}
     * @param model trained on the split's training set
     * @param dataset the tracks
     * @param split their subsets
     * @param evaluation of the test set
     * @return {@code build/models/<name>.zip} in the project's folder, as seen from the notebook; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public static Path save(String name, TrainedModel model, Dataset dataset, Split split, Evaluation evaluation)
            throws IOException {
        RunCard card = CardFolder.card(dataset, split, evaluation, cost());
        return save(name, model, new ModelCard(cards().marked(card), TrainingData.of(dataset, split)));
    }

    /**
     * Saves the model of a recipe with its origin: that of the first split.
     *
     * @param name of the file, such as {@code 05-two-genres-mp3}
     * @param run one training per split
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path save(String name, RecipeRun run) throws IOException {
        return save(name, run.folds().get(0).model(), run.modelCard(cards().marked(run.card(cost()))));
    }

    private static Path save(String name, TrainedModel model, ModelCard card) throws IOException {
        Path file = Workspace.models(home(), System.getenv()).resolve(name + ".zip");
        model.save(file, card);
        return seenFromHere(file);
    }

    /** Relative if the file is in the project's folder: stored outputs then are the same on every machine. */
    private static Path seenFromHere(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(home().toAbsolutePath().normalize())
                ? Path.of("").toAbsolutePath().relativize(absolute)
                : absolute;
    }

    private static Cost cost() {
        return startedReading().elapsed();
    }

    /** Runs since the first file was read, or else from now on. */
    private static synchronized Cost.Stopwatch startedReading() {
        reading = reading == null ? Cost.start() : reading;
        return reading;
    }

    private static CardFolder cards() {
        return CardFolder.of(System.getenv(), budget());
    }

    private static DatasetLocator locator() {
        startedReading();
        return new DatasetLocator(home(), System.getenv());
    }

    private static Path workspace() {
        return Workspace.of(home(), System.getenv());
    }

    /** The project folder: set in the kernel spec, else the folder above the notebooks. */
    private static Path home() {
        return Path.of(System.getProperty("io.github.jukelab.home", ".."));
    }

    /**
     * The words that cells can use, and the types to begin with.
     *
     * @return in a notebook, tables
     */
    public static Help help() {
        return HelpPages.words();
    }

    /**
     * A type, a method or a word of cells. Of a type: what it is, its constants and its methods, each with a sentence. Of
     * a method: what it does, what it takes, what it gives, and when it fails.
     *
     * @param name such as {@code MelBank}, {@code MelBank.of} or {@code features}; a type of another library by its full
     *     name, such as {@code java.util.List}. Always a name: a text is no value here
     * @return in a notebook, tables
     * @throws IllegalArgumentException if there is no such name; the message suggests similar ones
     * @throws NullPointerException if it is null
     */
    public static Help help(String name) {
        return HelpPages.named(name);
    }

    /**
     * What a value is and can do: its type, and the type's methods. Of a type such as {@code Wave.class}, the same.
     *
     * @param value anything but a text, which is a name
     * @return in a notebook, tables; of a type of another library the methods without sentences, and not all of very many
     * @throws NullPointerException if it is null
     */
    public static Help help(Object value) {
        return HelpPages.ofValue(value);
    }

    /**
     * Checks an answer to an exercise: whether it is right, or what to look at. It never tells the answer.
     *
     * @param id of the exercise, such as {@code 00.2}
     * @param values the answer, then what it is about; without any, the verdict says what to pass
     * @return one line
     * @throws IllegalArgumentException if there is no such exercise; the message names those with a similar id
     */
    public static Verdict check(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    /**
     * Help with an exercise, for those who do not know how to begin.
     *
     * @param id of the exercise, such as {@code 00.2}
     * @return in a notebook, a paragraph without the answer
     * @throws IllegalArgumentException if there is no such exercise; the message names those with a similar id
     */
    public static Paragraph hint(String id) {
        return new Paragraph(Exercises.of(id).hint());
    }

    /**
     * Checkpoints for a long training, in {@code build/checkpoints} of the project's folder: if its cell is stopped or the
     * kernel ends, the same cells go on after the last epoch. What becomes of them is shown below the cell.
     *
     * @return the last argument of {@code training.fit}; {@code checkpoints().withTime("2h")} ends it
     */
    public static Checkpoints checkpoints() {
        return Checkpoints.in(Workspace.checkpoints(home(), System.getenv()))
                .withMessages(message -> DISPLAY.get().show(MimeBundle.text(message)));
    }

    /**
     * A progress bar with the time left, updated in place below the running cell.
     *
     * @param title what the work is, a few words
     * @return the progress bar, to pass to the work
     * @throws java.util.concurrent.CancellationException if the cell before was stopped less than two seconds ago
     */
    public static LiveProgress progress(String title) {
        return new LiveProgress(title, DISPLAY.get(), System::nanoTime);
    }

    /** Shows nothing: the display outside a kernel. */
    private static final class Silent implements Display {

        @Override
        public String show(MimeBundle bundle) {
            return "";
        }

        @Override
        public void update(String id, MimeBundle bundle) {}
    }
}
