package io.github.jukelab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An NVIDIA card, as its driver describes it.
 *
 * @param name such as {@code Tesla T4}
 * @param capability compute capability times ten, such as 75 for 7.5
 * @param driver the driver's version, such as {@code 535.104.05}
 */
record GraphicsCard(String name, int capability, String driver) {

    /**
     * ND4J 1.0.0-M2.1 contains CUDA 11.6 code for compute capabilities from this one to the maximum, and none that
     * newer cards could translate.
     */
    private static final int MIN_CAPABILITY = 37;

    private static final int MAX_CAPABILITY = 89;

    private static final int MIN_DRIVER = 450;

    private static final List<String> QUERY =
            List.of("nvidia-smi", "--query-gpu=name,compute_cap,driver_version", "--format=csv,noheader");

    /** The first card that the driver lists, if there is a driver and a card. */
    static Optional<GraphicsCard> find() {
        try {
            Process process =
                    new ProcessBuilder(QUERY).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean succeeded = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            return succeeded ? text.lines().findFirst().flatMap(GraphicsCard::parse) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Reads a line such as {@code Tesla T4, 7.5, 535.104.05}. */
    static Optional<GraphicsCard> parse(String line) {
        String[] parts = line.split(",\\s*");
        if (parts.length != 3 || !parts[1].matches("\\d+\\.\\d+")) {
            return Optional.empty();
        }
        return Optional.of(
                new GraphicsCard(parts[0].strip(), Integer.parseInt(parts[1].replace(".", "")), parts[2].strip()));
    }

    /** Why this ND4J cannot use the card; empty if it can. */
    Optional<String> obstacle() {
        if (capability < MIN_CAPABILITY || capability > MAX_CAPABILITY) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s has compute capability %d.%d; this ND4J (CUDA 11.6) has code for 3.7 to 8.9",
                    name,
                    capability / 10,
                    capability % 10));
        }
        int major = Integer.parseInt(driver.replaceAll("\\..*", "").replaceAll("\\D", "0"));
        if (major < MIN_DRIVER) {
            return Optional.of("driver " + driver + " is too old for CUDA 11.6; 510 or newer is recommended");
        }
        return Optional.empty();
    }
}
