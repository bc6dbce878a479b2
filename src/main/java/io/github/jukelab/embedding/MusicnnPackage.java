package io.github.jukelab.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads an embedding from the Python package in which the authors of musicnn published its weights; nothing in it is run.
 */
public final class MusicnnPackage {

    /** The name of the embedding that was trained on the Million Song Dataset. */
    public static final String NAME = "musicnn-msd";

    private static final String FOLDER = "musicnn/MSD_musicnn/";
    private static final Pattern TAGS = Pattern.compile("MSD_LABELS *= *\\[([^\\]]*)]");
    private static final Pattern TAG = Pattern.compile("'([^']*)'");

    private MusicnnPackage() {}

    /**
     * The embedding of the package's network that was trained on the Million Song Dataset.
     *
     * @param wheel the file {@code musicnn-0.1.0-py3-none-any.whl}
     * @return weights, tags and licence of it
     * @throws IOException if it cannot be read or is another package; the message names it
     */
    public static Embedding read(Path wheel) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            Weights weights = TensorFlowCheckpoint.read(
                    bytes(zip, FOLDER + ".index"), bytes(zip, FOLDER + ".data-00000-of-00001"));
            return Embedding.of(
                    NAME,
                    weights,
                    tags(text(zip, "musicnn/configuration.py")),
                    text(zip, "musicnn-0.1.0.dist-info/LICENSE.md").strip(),
                    "Weights MSD_musicnn of the Python package musicnn 0.1.0, https://github.com/jordipons/musicnn.");
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(wheel + ": not the package musicnn 0.1.0, or a damaged one: " + e.getMessage(), e);
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry).readAllBytes();
    }

    private static List<String> tags(String configuration) {
        Matcher list = TAGS.matcher(configuration);
        if (!list.find()) {
            throw new IllegalArgumentException("musicnn/configuration.py has no MSD_LABELS");
        }
        return TAG.matcher(list.group(1)).results().map(tag -> tag.group(1)).toList();
    }
}
