package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of a training: the loop over epochs and steps, with its state. Used once. */
final class TrainingLoop {

    /** Ends the epoch in which the time was over. */
    private static final class TimeIsOver extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Scores(double loss, double accuracy) {}

    /** @param score decides which epoch is the best */
    private record Validated(double loss, double accuracy, double score) {}

    private final Training training;
    private final Network network;
    private final Engine engine;
    private final Examples train;
    private final Examples validation;
    private final Progress progress;
    private final Consumer<History> epochEnd;
    private final CheckpointedRun checkpoints;
    private final List<Epoch> epochs = new ArrayList<>();
    private final double startRate;
    /** One per label. */
    private final double[] weights;

    /** The parameters to leave if training ends now: those at the start, then of the best or the latest epoch. */
    private float[] kept;

    private long steps;

    /** Steps of earlier programs, which are no part of this work. */
    private long earlier;

    TrainingLoop(
            Training training,
            Network network,
            Engine engine,
            Examples train,
            Examples validation,
            Progress progress,
            Consumer<History> epochEnd,
            CheckpointedRun checkpoints) {
        this.training = training;
        this.network = network;
        this.engine = engine;
        this.train = train;
        this.validation = validation;
        this.progress = progress;
        this.epochEnd = epochEnd;
        this.checkpoints = checkpoints;
        this.startRate = engine.learningRate();
        this.kept = engine.parameters();
        int[] actual = IntStream.range(0, train.size())
                .map(i -> train.label(i).orElseThrow())
                .toArray();
        this.weights = ClassWeight.weights(
                training.classWeight(), actual, train.labels().size());
    }

    History run() {
        network.setHistory(history());
        Batch trainBatch = new Batch(train, network.normalisation(), Math.min(training.batch(), train.size()));
        try {
            if (training.classWeight().isPresent()) {
                engine.setLabelWeights(weights);
            }
            checkpoints.latest().ifPresent(this::resume);
            while (!training.isFinished(history())) {
                epoch(trainBatch);
            }
            steps = totalSteps();
            report("best epoch " + history().best().number());
            engine.setParameters(kept);
            checkpoints.finish();
        } catch (TrainingException e) {
            engine.setParameters(kept);
            engine.resetState();
            throw e;
        } catch (TimeIsOver e) {
            engine.setParameters(kept);
            if (epochs.isEmpty()) {
                engine.resetState();
                throw new TimeOverException();
            }
            report("time is over, best epoch " + history().best().number());
        } catch (CancellationException e) {
            restore(e);
            throw stopped(e);
        } catch (RuntimeException | Error e) {
            restore(e);
            throw e;
        } finally {
            engine.setLearningRate(startRate);
            engine.setLabelWeights(new double[0]);
        }
        return history();
    }

    /** Within the first epoch there is nothing to go back to: its steps stay. */
    private void restore(Throwable reason) {
        try {
            if (!epochs.isEmpty()) {
                engine.setParameters(kept);
            }
        } catch (RuntimeException | Error e) {
            reason.addSuppressed(e);
        }
    }

    private CancellationException stopped(CancellationException reason) {
        CancellationException stopped = new CancellationException(reason.getMessage() + whatIsKept());
        stopped.initCause(reason);
        return stopped;
    }

    private String whatIsKept() {
        int done = epochs.size();
        if (done == 0) {
            return "; no epoch has ended, the network is partly trained";
        }
        Epoch epoch = keptEpoch();
        return String.format(
                Locale.ROOT,
                " after epoch %d of %d; the network is that of epoch %d (%s), validation %.1f %%; network.history() has %s",
                done,
                training.epochs(),
                epoch.number(),
                training.mode().keepsBest() ? "best" : "last",
                100 * epoch.validationAccuracy(),
                done == 1 ? "the epoch" : "the " + done + " epochs");
    }

    private void resume(Checkpoint checkpoint) {
        engine.setParameters(checkpoint.parameters());
        engine.restore(checkpoint.state());
        kept = checkpoint.kept();
        epochs.addAll(checkpoint.epochs());
        earlier = totalSteps() / training.epochs() * epochs.size();
        steps = earlier;
        network.setHistory(history());
        epochEnd.accept(history());
        report("resumed after epoch " + epochs.size());
    }

    private History history(List<Epoch> some) {
        return new History(some, OptionalInt.of(training.epochs()));
    }

    private History history() {
        return history(epochs);
    }

    private void epoch(Batch trainBatch) {
        long start = System.nanoTime();
        int number = epochs.size() + 1;
        long seed = training.seed() + number;
        RandomGenerator random = new SplittableRandom(seed);
        engine.setSeed(seed);
        double rate = training.plateau()
                .rate(startRate, epochs.stream().map(Epoch::validationLoss).toList());
        engine.setLearningRate(rate);
        Scores trained = train(trainBatch, number, random);
        Validated validated = validate(number, random);
        double seconds = (System.nanoTime() - start) / 1e9;
        Epoch epoch = new Epoch(
                number,
                trained.loss,
                trained.accuracy,
                validated.loss,
                validated.accuracy,
                rate,
                seconds,
                validated.score);
        History next = history(Stream.concat(epochs.stream(), Stream.of(epoch)).toList());
        if (!training.mode().keepsBest() || next.best().number() == number) {
            kept = engine.parameters();
        }
        epochs.add(epoch);
        network.setHistory(next);
        checkpoints.epochEnded(
                training.isFinished(next),
                cost -> new Checkpoint(epochs, engine.parameters(), kept, engine.state(), cost));
        epochEnd.accept(next);
    }

    private Scores train(Batch batch, int number, RandomGenerator random) {
        int[] order = training.mode().trainingOrder(train.size(), number, random);
        Batch.Transform transform = values -> training.augmentation().apply(values, train.shape(), random);
        double loss = 0;
        int correct = 0;
        for (int from = 0; from < order.length; from += training.batch()) {
            int to = Math.min(from + training.batch(), order.length);
            Progress.checkInterrupted();
            if (checkpoints.isTimeOver()) {
                throw new TimeIsOver();
            }
            batch.fill(order, from, to, transform);
            Engine.Step step = engine.train(batch);
            loss += (to - from) * requireFinite(step.loss(), number);
            correct += step.correct();
            steps++;
            report(description(number, loss / to));
        }
        return new Scores(loss / order.length, (double) correct / order.length);
    }

    private double requireFinite(double loss, int number) {
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

    private void report(String what) {
        long all = Math.max(1, totalSteps() - earlier);
        progress.report(Math.min(steps - earlier, all), all, what);
    }

    private long totalSteps() {
        int size = training.mode().trainingOrder(train.size(), 1, new SplittableRandom()).length;
        return (long) training.epochs() * ((size + training.batch() - 1) / training.batch());
    }

    /** Names the epoch that an interruption would leave: kernels end an interrupted cell before it can say so. */
    private String description(int number, double loss) {
        String step = String.format(Locale.ROOT, "epoch %d of %d, loss %.3f", number, training.epochs(), loss);
        if (epochs.isEmpty()) {
            return step;
        }
        Epoch epoch = keptEpoch();
        return step
                + String.format(
                        Locale.ROOT,
                        "; kept: %d, validation %.0f %%",
                        epoch.number(),
                        100 * epoch.validationAccuracy());
    }

    /** The epoch whose parameters the network has if the training ends now. */
    private Epoch keptEpoch() {
        return training.mode().keepsBest() ? history().best() : history().last();
    }

    private Validated validate(int number, RandomGenerator random) {
        Augmentation augmentation = training.mode().validationAugmentation(training.augmentation());
        Batch.Transform transform = values -> augmentation.apply(values, validation.shape(), random);
        int[] order = training.mode().validationOrder(validation.size(), number);
        double[] loss = {0};
        int[] correct = new int[weights.length];
        int[] all = new int[weights.length];
        network.forward(engine, validation, order, transform, (index, output) -> {
            int actual = validation.label(order[index]).orElseThrow();
            loss[0] += weights[actual] * network.architecture().loss().loss(output, actual);
            correct[actual] += Network.argMax(output) == actual ? 1 : 0;
            all[actual]++;
        });
        double mean = loss[0] / order.length + engine.regularisation();
        double accuracy = (double) IntStream.of(correct).sum() / order.length;
        double score = training.classWeight().isEmpty() ? accuracy : balanced(correct, all);
        return new Validated(requireFinite(mean, number), accuracy, score);
    }

    /** The mean share of correct predictions of the labels that occur. */
    private static double balanced(int[] correct, int[] all) {
        return IntStream.range(0, all.length)
                .filter(label -> all[label] > 0)
                .mapToDouble(label -> (double) correct[label] / all[label])
                .average()
                .orElseThrow();
    }
}
