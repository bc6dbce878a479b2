package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import io.github.jukelab.evaluation.LearningCurve.Line;
import io.github.jukelab.evaluation.LearningCurve.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a learning curve says, in sentences. */
final class LearningCurveSummary {

    /** Standard errors on each side of a 95 % interval. */
    private static final double ERRORS = 1.96;

    /** How much more is recognised, as the mean over the test tracks that both points have, with its 95 % interval. */
    private record Gain(double mean, double low, double high, int tracks) {

        static Gain of(Point more, Point less) {
            double[] gains = more.tracks().keySet().stream()
                    .filter(less.tracks()::containsKey)
                    .mapToDouble(id -> more.tracks().get(id) - less.tracks().get(id))
                    .toArray();
            double mean = 0;
            for (double gain : gains) {
                mean += gain / gains.length;
            }
            double squares = 0;
            for (double gain : gains) {
                squares += (gain - mean) * (gain - mean);
            }
            double error = ERRORS * Math.sqrt(squares / Math.max(1, gains.length - 1) / gains.length);
            return new Gain(mean, mean - error, mean + error, gains.length);
        }

        String text() {
            if (low > 0 || high < 0) {
                return String.format(
                        Locale.ROOT,
                        "That can be told: the 95 %% interval is from %+.1f to %+.1f points.",
                        100 * low,
                        100 * high);
            }
            return String.format(
                    Locale.ROOT,
                    "%s are too few to tell: the 95 %% interval is from %+.1f to %+.1f points.",
                    Phrases.count(tracks, "test track"),
                    100 * low,
                    100 * high);
        }
    }

    private LearningCurveSummary() {}

    static String of(LearningCurve curve) {
        List<String> sentences = new ArrayList<>();
        if (curve.sizes().size() > 1) {
            leader(curve, Line::fewest, sentences);
        }
        Line best = leader(curve, Line::most, sentences);
        half(best).ifPresent(half -> sentences.add(doubling(best, half)));
        return String.join(" ", sentences);
    }

    /** Adds who is ahead at a size, and returns it. */
    private static Line leader(LearningCurve curve, Function<Line, Point> size, List<String> sentences) {
        Comparator<Line> byMean =
                Comparator.comparingDouble(line -> size.apply(line).mean());
        List<Line> ranked = curve.lines().stream().sorted(byMean.reversed()).toList();
        Line first = ranked.get(0);
        Point point = size.apply(first);
        String start = String.format(
                Locale.ROOT,
                "With %s per class, %s recognises %s",
                recordings(point),
                first.model(),
                Phrases.percent(point.mean()));
        if (ranked.size() == 1) {
            sentences.add(start + ".");
            return first;
        }
        Line second = ranked.get(1);
        Point other = size.apply(second);
        sentences.add(String.format(Locale.ROOT, "%s, %s %s.", start, second.model(), Phrases.percent(other.mean())));
        sentences.add(Gain.of(point, other).text());
        return first;
    }

    private static String recordings(Point point) {
        return point.size() + (point.perClass() == 1 ? " recording" : " recordings");
    }

    /** The point that is nearest to half of the most recordings. */
    private static Optional<Point> half(Line line) {
        double half = line.most().perClass() / 2;
        return line.points().stream()
                .filter(point -> point.perClass() <= 0.75 * line.most().perClass())
                .min(Comparator.comparingDouble(point -> Math.abs(Math.log(point.perClass() / half))));
    }

    private static String doubling(Line line, Point half) {
        Point most = line.most();
        Gain gain = Gain.of(most, half);
        return String.format(
                Locale.ROOT,
                "From %s to %s per class, %s goes from %s to %s. %s",
                half.size(),
                recordings(most),
                line.model(),
                Phrases.percent(half.mean()),
                Phrases.percent(most.mean()),
                gain.text());
    }
}
