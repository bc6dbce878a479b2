package io.github.jukelab.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which device trains networks, by which engine, and why. The program {@code tools/gpu.sh} chooses before a program starts,
 * because the choice decides which libraries are loaded; {@code jukelab} and the kernel hand it over by the system
 * property {@code io.github.jukelab.gpu}.
 *
 * @param engine name of the engine
 * @param device the device on which it trains; empty if a GPU is required and none can be used
 * @param words what was asked for, what is used and why, in one line
 */
public record DeviceChoice(String engine, Optional<Device> device, String words) {

    private static final String PROPERTY = "io.github.jukelab.gpu";

    /** What was asked for, engine, device, folder of jars, card, words. */
    private static final Pattern LINE = Pattern.compile("\\S+ (\\S+) (gpu|cpu|-) \\S+ \\S+ (.+)");

    /**
     * The choice that was made for this program.
     *
     * @return empty if nobody asked for a GPU
     * @throws IllegalArgumentException if the system property is no line of {@code tools/gpu.sh}
     */
    public static Optional<DeviceChoice> current() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(DeviceChoice::parse);
    }

    /**
     * The device on which an engine trains in this program.
     *
     * @param engine name of the engine
     * @return a GPU if one was chosen for this engine, else the CPU
     */
    public static Device of(String engine) {
        return current()
                .filter(choice -> choice.engine.equals(engine))
                .flatMap(DeviceChoice::device)
                .orElse(Device.CPU);
    }

    /**
     * Reads what {@code tools/gpu.sh} prints.
     *
     * @param line without line break
     * @return the choice
     * @throws IllegalArgumentException if it is no such line
     */
    public static DeviceChoice parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a line that tools/gpu.sh printed, got: " + line);
        }
        String device = matcher.group(2);
        return new DeviceChoice(
                matcher.group(1),
                device.equals("-") ? Optional.empty() : Optional.of(device.equals("gpu") ? Device.GPU : Device.CPU),
                matcher.group(3));
    }

    @Override
    public String toString() {
        return words;
    }
}
