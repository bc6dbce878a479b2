package io.github.jukelab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Names of files as text. On Linux a name is bytes, which need not be text: names from old archives are often Latin-1.
 * Java shows such bytes as U+FFFD, so that different names look alike.
 */
public final class PathText {

    private static final Pattern BLANKS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");
    private static final char REPLACEMENT = '\uFFFD';

    private PathText() {}

    /**
     * A relative path as text.
     *
     * @param path any; only its names matter
     * @return the names with {@code /} between them; a name that is not UTF-8 is read as Latin-1; letters with accents
     *     are one character each (NFC), though macOS writes them as two
     */
    public static String of(Path path) {
        StringJoiner names = new StringJoiner("/");
        path.forEach(name -> names.add(name(name)));
        return names.toString();
    }

    private static String name(Path name) {
        String text = name.toString();
        String readable = text.indexOf(REPLACEMENT) < 0 ? text : new String(bytes(name), StandardCharsets.ISO_8859_1);
        return Normalizer.normalize(readable, Normalizer.Form.NFC);
    }

    /**
     * The label that the name of a folder gives. Nobody sees blanks around a word, and a label must be text.
     *
     * @param name of a folder
     * @return the name without blanks around it, with escapes in place of control characters; {@code unknown} if nothing
     *     else is left
     */
    public static String label(String name) {
        String label = Printable.of(withoutBlanks(name));
        return label.isEmpty() ? "unknown" : label;
    }

    /**
     * A text without blanks around it.
     *
     * @param text any
     * @return without white space, no-break spaces and characters without width at both ends
     */
    public static String withoutBlanks(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    /** The bytes of a name: its URI has them in hexadecimal. */
    private static byte[] bytes(Path name) {
        String uri = name.toUri().getRawPath();
        String encoded = uri.substring(uri.lastIndexOf('/') + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            boolean hexadecimal = encoded.charAt(i) == '%';
            bytes.write(hexadecimal ? Integer.parseInt(encoded.substring(i + 1, i + 3), 16) : encoded.charAt(i));
            i += hexadecimal ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    /**
     * A name or path without its extension.
     *
     * @param name as text
     * @return without the last dot and what follows it; unchanged if the last name has no dot after its first character
     */
    public static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    /**
     * The extension of a name or path.
     *
     * @param name as text
     * @return with its dot; empty if there is none
     */
    public static String extension(String name) {
        return name.substring(withoutExtension(name).length());
    }
}
