package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One run of a training: the loop over epochs and steps, and what it must remember. Used once. */
final class TrainingLoop {

    private record Scores(double loss, double accuracy) {}

    private final Training training;
    private final Network network;
    private final MultiLayerNetwork model;
    private final Examples train;
    private final Examples validation;
    private final Progress progress;
    private final Consumer<History> epochEnd;
    private final AccuracyListener hits = new AccuracyListener();
    private final List<Epoch> epochs = new ArrayList<>();
    private final double startRate;
    private final INDArray best;
    private long steps;

    TrainingLoop(
            Training training, Examples train, Examples validation, Progress progress, Consumer<History> epochEnd) {
        this.training = training;
        this.network = training.network();
        this.model = network.model();
        this.train = train;
        this.validation = validation;
        this.progress = progress;
        this.epochEnd = epochEnd;
        this.startRate = network.learningRate();
        this.best = model.params().dup();
    }

    History run() {
        model.setListeners(hits);
        network.remember(history());
        try (Batch training = new Batch(train, network.normalisation());
                Batch judging = new Batch(validation, network.normalisation())) {
            while (epochs.size() < this.training.epochs() && !waitedEnough()) {
                epoch(training, judging);
            }
            progress.report(total(), total(), "best epoch " + history().best().number());
            restore();
        } catch (CancellationException e) {
            if (!epochs.isEmpty()) {
                restore();
            }
            throw e;
        } catch (TrainingException e) {
            model.params().assign(best);
            model.setUpdater(null);
            throw e;
        } finally {
            model.setListeners();
            rate(startRate);
            best.close();
        }
        return history();
    }

    private void restore() {
        if (training.mode().keepsBest()) {
            model.params().assign(best);
        }
    }

    /** Only where it changes: DL4J builds its updater anew each time. */
    private void rate(double rate) {
        if (rate != network.learningRate()) {
            model.setLearningRate(rate);
        }
    }

    private boolean waitedEnough() {
        return !epochs.isEmpty() && epochs.size() - history().best().number() >= training.patience();
    }

    private History history() {
        return new History(epochs);
    }

    private void epoch(Batch training, Batch judging) {
        long start = System.nanoTime();
        int number = epochs.size() + 1;
        long seed = this.training.seed() + number;
        RandomGenerator random = new SplittableRandom(seed);
        Nd4j.getRandom().setSeed(seed);
        double rate = this.training
                .plateau()
                .rate(startRate, epochs.stream().map(Epoch::validationLoss).toList());
        rate(rate);
        Scores learned = learn(training, number, random);
        Scores judged = judge(judging, number, random);
        double seconds = (System.nanoTime() - start) / 1e9;
        epochs.add(new Epoch(number, learned.loss, learned.accuracy, judged.loss, judged.accuracy, rate, seconds));
        if (history().best().number() == number) {
            best.assign(model.params());
        }
        network.remember(history());
        epochEnd.accept(history());
    }

    private Scores learn(Batch batch, int number, RandomGenerator random) {
        int[] order = training.mode().training(train.size(), number, random);
        Batch.Transform changes = values -> training.augmentation().apply(values, train.shape(), random);
        double loss = 0;
        hits.take();
        for (int from = 0; from < order.length; from += training.batch()) {
            int to = Math.min(from + training.batch(), order.length);
            Progress.checkInterrupted();
            batch.fill(order, from, to, changes);
            model.fit(batch.features(), batch.labels());
            loss += (to - from) * finite(model.score(), number);
            steps++;
            progress.report(Math.min(steps, total()), total(), words(number, loss / to));
        }
        return new Scores(loss / order.length, (double) hits.take() / order.length);
    }

    private double finite(double loss, int number) {
        if (!Double.isFinite(loss)) {
            throw new TrainingException(String.format(
                    Locale.ROOT,
                    "loss became %s in epoch %d, step %d: a lower learning rate or normalised input usually helps",
                    loss,
                    number,
                    steps + 1));
        }
        return loss;
    }

    private long total() {
        int size = training.mode().training(train.size(), 1, new SplittableRandom()).length;
        return (long) training.epochs() * ((size + training.batch() - 1) / training.batch());
    }

    private String words(int number, double loss) {
        return String.format(Locale.ROOT, "epoch %d of %d, loss %.3f", number, training.epochs(), loss);
    }

    private Scores judge(Batch batch, int number, RandomGenerator random) {
        Augmentation augmentation = training.mode().onValidation(training.augmentation());
        Batch.Transform changes = values -> augmentation.apply(values, validation.shape(), random);
        int[] order = training.mode().validation(validation.size(), number);
        double[] loss = {0};
        int[] right = {0};
        network.answer(batch, order, changes, (place, said) -> {
            int actual = validation.label(order[place]).orElseThrow();
            loss[0] += network.output().loss(said, actual);
            right[0] += Network.first(said) == actual ? 1 : 0;
        });
        double mean = loss[0] / order.length + model.calcRegularizationScore(true);
        return new Scores(finite(mean, number), (double) right[0] / order.length);
    }
}
