package io.github.jukelab.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version and the commit of Jukelab's own code, as compiled: the same in the command line, in a notebook and in a
 * test. Maven asks git for the commit, so a version unpacked from an archive has none.
 *
 * @param version of the project, such as {@code 0.1.0}; {@code unknown} if the code was not built by Maven
 * @param commit all digits of the commit's name; {@code unknown} if there was no git
 * @param modified whether the code, its resources or its libraries differed from that commit
 */
public record Build(String version, String commit, boolean modified) {

    private static final String UNKNOWN = "unknown";
    private static final Build CURRENT = read();

    /**
     * The running code.
     *
     * @return always the same value
     */
    public static Build current() {
        return CURRENT;
    }

    private static Build read() {
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Build of(Properties properties) {
        String commit = properties.getProperty("commit", "");
        return new Build(
                properties.getProperty("version", UNKNOWN),
                commit.isEmpty() ? UNKNOWN : commit,
                Boolean.parseBoolean(properties.getProperty("modified")));
    }

    /** Such as {@code 0.1.0, commit 5380674f18ca, modified}. */
    @Override
    public String toString() {
        String shortened = commit.substring(0, Math.min(12, commit.length()));
        return version + ", commit " + shortened + (modified ? ", modified" : "");
    }
}
