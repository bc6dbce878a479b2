package io.github.jukelab.spark;

import io.github.jukelab.Durations;
import io.github.jukelab.Printable;
import io.github.jukelab.Require;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.provenance.Build;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program that {@code spark-submit} starts: a table of features or predictions, computed on a cluster. */
@Command(
        name = "jukelab-spark",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = SparkTable.Version.class,
        customSynopsis = "spark-submit jukelab-spark.jar [OPTIONS] DIR|FILE|GLOB... --out DIR",
        description = {
            "Write a table of features, or of a model's predictions, on Apache Spark.",
            "",
            "One row per track. Features are those of 'jukelab table', to the last bit; predictions are those of "
                    + "'jukelab predict', to 1e-5. DIR/features-FINGERPRINT or DIR/predictions-FINGERPRINT gets the table "
                    + "as Parquet (table) and as CSV (table.csv). The fingerprint is that of the settings. A run that was "
                    + "killed goes on when it is started again; so does one with new files. Run one at a time.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The table is written.",
            "1:An error; or too many files are bad, then no table is written.",
            "2:Wrong options."
        },
        footer = {
            "",
            "Examples:",
            "  spark-submit jukelab-spark.jar hdfs:/music --out hdfs:/tables",
            "  spark-submit --packages " + OnnxModel.LIBRARY + " \\",
            "      jukelab-spark.jar hdfs:/music --model model.onnx --out hdfs:/tables"
        })
public final class SparkTable implements Callable<Integer> {

    private static final long MEGABYTE = 1 << 20;
    private static final double PERCENT = 100;
    private static final int TASKS_PER_CORE = 4;
    private static final int LEAST_TASKS = 16;

    /** Options that make no sense with {@code --model}. */
    private static final List<String> OF_FEATURES = List.of("--features", "--preset", "--rate");

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR|FILE|GLOB...",
            hideParamSyntax = true,
            description =
                    "Folders of classes, sound files and globs on any file system of Hadoop (file:, hdfs:, s3a:). "
                            + "The label is the first folder below DIR.")
    private List<String> inputs;

    @Option(
            names = "--manifest",
            paramLabel = "FILE.csv",
            description = "In place of folders: a table with the columns path, bytes, label and, if names in the table "
                    + "shall be others than those of the files, filename.")
    private String manifest;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for tables.")
    private String out;

    @Option(
            names = "--model",
            paramLabel = "MODEL.onnx",
            description = "Predict by this model in place of features: a file of 'jukelab export --onnx' on any file "
                    + "system of Hadoop.")
    private String model;

    @Option(
            names = "--features",
            paramLabel = "KIND",
            description = "table or mel-statistics, as for 'jukelab table' (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private FeatureSettings.Features features;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "For --features table: librosa or kaggle-2020 (default: librosa).")
    private Preset preset;

    @Option(
            names = "--segment",
            paramLabel = "SECONDS",
            description =
                    "One row per segment of this length (default: whole tracks; with --model those of at most 10 minutes).")
    private Double segment;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Sample rate to resample to first (default: ${DEFAULT-VALUE}).",
            defaultValue = "22050")
    private int rate;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "A file that takes longer is bad (default: ${DEFAULT-VALUE}).",
            defaultValue = "30m")
    private Duration limit;

    @Option(names = "--retry-bad", description = "Read files again that an earlier run could not use.")
    private boolean retryBad;

    @Option(
            names = "--fail-above",
            paramLabel = "PERCENT",
            description = "Stop with exit code 1 when more files are bad (default: ${DEFAULT-VALUE}).",
            defaultValue = "1%")
    private String failAbove;

    @Option(
            names = "--task-mb",
            paramLabel = "MB",
            description =
                    "Megabytes of sound files per task, at most; a batch with all files has smaller tasks (default: ${DEFAULT-VALUE}).",
            defaultValue = "64")
    private int taskMegabytes;

    @Option(
            names = "--batch-tasks",
            paramLabel = "N",
            description = "Tasks per batch. A run that is killed loses a batch (default: four per core, at least 16).")
    private Integer batchTasks;

    @Option(names = "--dry-run", description = "Count the files, and those that have no row yet; compute nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"jukelab " + Build.current()};
        }
    }

    private SparkTable() {}

    /**
     * Runs the command and ends the JVM, unless all went well: a cluster manager takes the exit code for the result.
     *
     * @param arguments options and inputs
     */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static CommandLine commandLine() {
        return new CommandLine(new SparkTable())
                .setExpandAtFiles(false)
                .registerConverter(Preset.class, Preset::of)
                .registerConverter(Duration.class, Durations::of)
                .registerConverter(FeatureSettings.Features.class, SparkTable::features)
                .setExecutionExceptionHandler((exception, line, result) -> {
                    line.getErr().println("jukelab: " + Printable.of(String.valueOf(exception.getMessage())));
                    return 1;
                });
    }

    private static FeatureSettings.Features features(String name) {
        for (FeatureSettings.Features kind : FeatureSettings.Features.values()) {
            if (kind.toString().equals(name)) {
                return kind;
            }
        }
        throw new TypeConversionException("must be table or mel-statistics, got " + name);
    }

    @Override
    public Integer call() throws IOException {
        double share = share();
        checkOptions();
        if ((inputs == null) == (manifest == null)) {
            throw new ParameterException(spec.commandLine(), "give either folders and files, or --manifest");
        }
        try (SparkSession spark = SparkSession.builder().appName("Jukelab").getOrCreate()) {
            TableSettings settings = settings(spark);
            Path place = new Path(out, settings.folder());
            Path folder = place.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .makeQualified(place);
            return run(spark, TableRun.open(spark, settings, folder, files(spark, folder)), share);
        }
    }

    /** All that can be said before Spark starts. */
    private void checkOptions() throws IOException {
        try {
            Require.atLeast("--task-mb", 1, taskMegabytes);
            Require.atLeast("--batch-tasks", 1, Optional.ofNullable(batchTasks).orElse(1));
            if (model == null) {
                features().extraction();
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        for (String option : OF_FEATURES) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(
                        spec.commandLine(), option + " is for features: the file of --model says what it needs");
            }
        }
        OnnxModel.requireLibrary();
    }

    private TableSettings settings(SparkSession spark) throws IOException {
        return model == null ? features() : predictions(spark);
    }

    private FeatureSettings features() {
        return new FeatureSettings(features, preset, segment, rate);
    }

    private PredictionSettings predictions(SparkSession spark) throws IOException {
        spark.sparkContext().setJobDescription("read the model");
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        OnnxModel read = OnnxModel.read(new Path(model), context);
        try {
            PredictionSettings settings = new PredictionSettings(read, segment);
            settings.extraction();
            return settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private double share() {
        if (!failAbove.matches("\\d{1,3}(\\.\\d+)?%")) {
            throw new ParameterException(
                    spec.commandLine(), "--fail-above must be a share such as 1% or 0.5%, got '" + failAbove + "'");
        }
        return Double.parseDouble(failAbove.replace("%", "")) / PERCENT;
    }

    private Dataset<Row> files(SparkSession spark, Path folder) throws IOException {
        spark.sparkContext().setJobDescription("list the files");
        Path place = new Path(folder, "manifest");
        return manifest == null ? Manifest.list(spark, inputs, place) : Manifest.read(spark, manifest, place);
    }

    private int run(SparkSession spark, TableRun run, double share) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter text = spec.commandLine().getOut();
        long all = run.files();
        if (dryRun) {
            text.printf(
                    Locale.ROOT,
                    "%,d files, %,d without a row%n",
                    all,
                    run.missing().count());
            return 0;
        }
        if (retryBad) {
            run.forgetBad();
        }
        long mostBad = (long) (share * all);
        int tasks = Optional.ofNullable(batchTasks)
                .orElse(Math.max(
                        LEAST_TASKS, TASKS_PER_CORE * spark.sparkContext().defaultParallelism()));
        boolean complete = run.compute(limit, new TableRun.Cut(taskMegabytes * MEGABYTE, tasks), mostBad, err);
        TableCounts counts = run.counts();
        counts.reasons().forEach(reason -> err.println("jukelab: bad: " + Printable.of(reason)));
        if (!complete) {
            err.printf(
                    Locale.ROOT,
                    "jukelab: more than %s of %,d files are bad: %s; no table was written%n",
                    failAbove,
                    all,
                    counts);
            return 1;
        }
        if (counts.rows() == 0) {
            err.println("jukelab: no file could be used, so no table was written");
            return 1;
        }
        text.printf(Locale.ROOT, "%s: %s%n", run.publish(), counts);
        return 0;
    }

    @Override
    public String toString() {
        return "SparkTable[" + out + "]";
    }
}
