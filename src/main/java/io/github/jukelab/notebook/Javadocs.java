package io.github.jukelab.notebook;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.MethodJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javadoc of our code as plain text; empty for other code. The build keeps it beside the classes. */
final class Javadocs {

    /** {@code reference label} of a linkplain; the reference may have parameters. */
    private static final Pattern LINK = Pattern.compile("([^\\s(]+(?:\\([^)]*\\))?)\\s*(.*)", Pattern.DOTALL);

    private static final Pattern SENTENCE = Pattern.compile(".*?\\.(?=\\s|$)", Pattern.DOTALL);

    private Javadocs() {}

    static String of(Class<?> type) {
        return text(RuntimeJavadoc.getJavadoc(type).getComment());
    }

    static String of(Field constant) {
        ClassJavadoc type = RuntimeJavadoc.getJavadoc(constant.getDeclaringClass());
        return Stream.concat(type.getFields().stream(), type.getEnumConstants().stream())
                .filter(field -> field.getName().equals(constant.getName()))
                .map(field -> text(field.getComment()))
                .findFirst()
                .orElse("");
    }

    /** Of a record's accessor that has no comment of its own, the component's. */
    static String of(Method method) {
        String text = text(docs(method).getComment());
        return text.isEmpty() && method.getParameterCount() == 0
                ? parameter(
                        RuntimeJavadoc.getJavadoc(method.getDeclaringClass()).getRecordComponents(), method.getName())
                : text;
    }

    static String parameter(Method method, String name) {
        return parameter(docs(method).getParams(), name);
    }

    private static String parameter(List<ParamJavadoc> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> text(parameter.getComment()))
                .findFirst()
                .orElse("");
    }

    static String returned(Method method) {
        return text(docs(method).getReturns());
    }

    /** Exceptions with the reasons for them. */
    static List<Help.Row> errors(Method method) {
        return docs(method).getThrows().stream()
                .map(error -> new Help.Row("error", Signatures.simple(error.getName()), text(error.getComment())))
                .toList();
    }

    private static MethodJavadoc docs(Method method) {
        return RuntimeJavadoc.getJavadoc(method);
    }

    /** The first sentence of a text. */
    static String sentence(String text) {
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.lookingAt() ? sentence.group() : text;
    }

    private static String text(Comment comment) {
        PlainText text = new PlainText();
        comment.visit(text);
        return text.toString();
    }

    /** Leaves out tags; paragraphs are separated by an empty line. */
    private static final class PlainText implements CommentVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String html) {
            text.append(html.replaceAll("\\s+", " ")
                    .replaceAll(" ?<p> ?", "\n\n")
                    .replaceAll("<[^>]*>", "")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&"));
        }

        @Override
        public void inlineLink(Link link) {
            append(Signatures.simple(link.getLabel().strip()));
        }

        @Override
        public void inlineTag(String name, String value) {
            Matcher link = LINK.matcher(value.strip());
            boolean isLink = name.equals("linkplain") && link.matches();
            append(isLink ? (link.group(2).isEmpty() ? Signatures.simple(link.group(1)) : link.group(2)) : value);
        }

        @Override
        public void inlineValue(Value value) {
            append(value.getReferencedMemberName());
        }

        private void append(String part) {
            text.append(part.strip().replaceAll("\\s+", " "));
        }

        @Override
        public String toString() {
            return text.toString().strip();
        }
    }
}
