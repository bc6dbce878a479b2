package io.github.jukelab.extraction;

import java.util.Optional;

/**
 * A number for each part of a sound, as librosa's {@code kernel_size} and {@code margin}.
 *
 * @param harmonic for the harmonic part
 * @param percussive for the percussive part
 */
public record PartPair(double harmonic, double percussive) {

    /**
     * The same number for both parts.
     *
     * @param both any
     * @return the pair
     */
    public static PartPair of(double both) {
        return new PartPair(both, both);
    }

    /** One number or two with a comma; empty for more; other texts throw a {@link NumberFormatException}. */
    static Optional<PartPair> parse(String text) {
        String[] numbers = text.split(",", -1);
        return switch (numbers.length) {
            case 1 -> Optional.of(of(Double.parseDouble(text)));
            case 2 -> Optional.of(new PartPair(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
            default -> Optional.empty();
        };
    }
}
