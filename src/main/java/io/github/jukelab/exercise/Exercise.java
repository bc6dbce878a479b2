package io.github.jukelab.exercise;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A question of a notebook whose answer can be checked. */
public final class Exercise {

    /** A check that takes the answer and two values that it is about. */
    @FunctionalInterface
    interface TriFunction<A, B, C> {
        Verdict apply(A answer, B second, C third);
    }

    private final String id;
    private final String hint;
    private final List<Parameter<?>> parameters;
    private final Function<Object[], Verdict> check;

    private Exercise(String id, String hint, List<Parameter<?>> parameters, Function<Object[], Verdict> check) {
        this.id = id;
        this.hint = hint;
        this.parameters = List.copyOf(parameters);
        this.check = check;
    }

    static <A> Exercise of(String id, String hint, Parameter<A> answer, Function<A, Verdict> check) {
        return new Exercise(id, hint, List.of(answer), values -> check.apply(answer.read(values[0])));
    }

    static <A, B> Exercise of(
            String id, String hint, Parameter<A> answer, Parameter<B> second, BiFunction<A, B, Verdict> check) {
        return new Exercise(
                id,
                hint,
                List.of(answer, second),
                values -> check.apply(answer.read(values[0]), second.read(values[1])));
    }

    static <A, B, C> Exercise of(
            String id,
            String hint,
            Parameter<A> answer,
            Parameter<B> second,
            Parameter<C> third,
            TriFunction<A, B, C> check) {
        return new Exercise(
                id,
                hint,
                List.of(answer, second, third),
                values -> check.apply(answer.read(values[0]), second.read(values[1]), third.read(values[2])));
    }

    /**
     * Its name.
     *
     * @return the number of the notebook and that of the exercise, such as {@code 00.2}
     */
    public String id() {
        return id;
    }

    /**
     * Help for those who do not know how to begin.
     *
     * @return one or two sentences, without the answer
     */
    public String hint() {
        return hint;
    }

    /**
     * How its check is called.
     *
     * @return the call and what each of its values is, in their order
     */
    public String usage() {
        String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        String kinds = parameters.stream()
                .map(parameter -> parameter.name() + ": " + parameter.kind())
                .collect(Collectors.joining("; "));
        return "write check(\"" + id + "\", " + names + ") with " + kinds + ".";
    }

    /**
     * Checks an answer.
     *
     * @param values the answer and what it is about, as {@link #usage} says; none: nothing was answered
     * @return the verdict; of values that cannot be used, which one and what is needed instead
     */
    public Verdict check(Object... values) {
        Object[] given = values == null ? new Object[1] : values;
        if (given.length == 0) {
            return Verdict.noAnswer(usage());
        }
        if (given.length != parameters.size()) {
            return Verdict.notYet(
                    "the check takes " + count(parameters.size()) + " and got " + given.length + ": " + usage());
        }
        try {
            return check.apply(given);
        } catch (UnusableValueException e) {
            return Verdict.notYet(e.getMessage() + ": " + usage());
        } catch (IllegalArgumentException e) {
            return Verdict.notYet("these values do not belong together (" + e.getMessage() + "): " + usage());
        }
    }

    private static String count(int values) {
        return values == 1 ? "1 value" : values + " values";
    }

    /** Its id and how its check is called. */
    @Override
    public String toString() {
        return "Exercise[" + id + ": " + usage() + "]";
    }
}
