package io.github.jukelab;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Damaged copies of files. {@code -Dmutants=20 -Dmutants.seed=7} tries twenty times as many, and others: {@code make
 * torture} does.
 */
public final class Mutants {

    private Mutants() {}

    /** How many copies a test tries that usually tries so many. */
    public static int times(int usual) {
        return usual * Integer.getInteger("mutants", 1);
    }

    /** The seed of a test that usually has this one. */
    public static int seed(int usual) {
        return usual + Integer.getInteger("mutants.seed", 0);
    }

    /** Copies with one to four damages each: a byte changed, inserted or removed, or the end cut off. */
    public static Stream<byte[]> of(byte[] whole, int usual, int seed) {
        Random random = new Random(seed(seed));
        return Stream.generate(() -> damaged(whole, random)).limit(times(usual));
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 1 -> bytes = replaced(bytes, at, 0, (byte) random.nextInt());
                case 2 -> bytes = replaced(bytes, at, 1 + random.nextInt(Math.min(50, bytes.length - at)), (byte) ',');
                default -> bytes[at] = (byte) random.nextInt();
            }
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte value) {
        byte[] result = new byte[bytes.length - length + 1];
        System.arraycopy(bytes, 0, result, 0, at);
        result[at] = value;
        System.arraycopy(bytes, at + length, result, at + 1, bytes.length - at - length);
        return result;
    }
}
