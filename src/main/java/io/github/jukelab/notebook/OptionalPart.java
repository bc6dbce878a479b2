package io.github.jukelab.notebook;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that needs an optional part of Jukelab; where this machine does not have the part, a line that says so. In a
 * notebook it looks as the value does, or is this line: cells that need the part are skipped, and none fails.
 *
 * <p>Example: {@code embedding().map(network -> network.tags())}
 *
 * @param <T> type of the value
 */
public final class OptionalPart<T> {

    private final Optional<T> value;
    private final String missing;

    private OptionalPart(Optional<T> value, String missing) {
        this.value = value;
        this.missing = missing;
    }

    /**
     * A value that may be missing.
     *
     * @param value empty if the part is not on this machine
     * @param missing what to say then
     * @param <T> type of the value
     * @return the part
     */
    static <T> OptionalPart<T> of(Optional<T> value, String missing) {
        return new OptionalPart<>(value, missing);
    }

    /**
     * What a function makes of the value.
     *
     * @param function called if the part is here; its result is not null
     * @param <R> type of the result
     * @return the result; the same line if the part is missing
     */
    public <R> OptionalPart<R> map(Function<? super T, ? extends R> function) {
        return new OptionalPart<>(value.map(known -> Objects.requireNonNull(function.apply(known))), missing);
    }

    /**
     * The value.
     *
     * @return empty if the part is missing
     */
    public Optional<T> value() {
        return value;
    }

    /** The text of the value, or what is missing. */
    @Override
    public String toString() {
        return value.map(String::valueOf).orElse(missing);
    }
}
