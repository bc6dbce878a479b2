package io.github.jukelab.cli;

import io.github.jukelab.extraction.FeatureCatalog;
import io.github.jukelab.extraction.FeatureParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Stack;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The parameters of features as options: one for each name in the {@link FeatureCatalog}. */
final class FeatureOptions {

    private FeatureOptions() {}

    /** Adds the options to a command. */
    static void addTo(CommandSpec command) {
        FeatureCatalog.parameters().forEach(parameter -> command.addOption(option(parameter)));
    }

    /** Lets options have underscores, as in librosa: {@code --n_fft} is {@code --n-fft}. */
    static final class Underscores implements IParameterPreprocessor {

        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
            arguments.replaceAll(text -> {
                String name = text.replaceFirst("=.*", "");
                String dashed = name.replace('_', '-');
                return command.optionsMap().containsKey(dashed) ? dashed + text.substring(name.length()) : text;
            });
            return false;
        }
    }

    /** The values that were given, as text, by the names of their parameters. */
    static Map<String, String> given(ParseResult parsed) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (FeatureParameter<?> parameter : FeatureCatalog.parameters()) {
            if (parsed.hasMatchedOption(name(parameter))) {
                texts.put(parameter.name(), parsed.matchedOptionValue(name(parameter), ""));
            }
        }
        return texts;
    }

    /** The option of a parameter, such as {@code --n-fft}. */
    static String name(FeatureParameter<?> parameter) {
        return "--" + parameter.name().replace('_', '-');
    }

    /** What a parameter is, with its unit. */
    static String meaning(FeatureParameter<?> parameter) {
        String unit = parameter.unit().isEmpty() ? "" : ", " + parameter.unit();
        return parameter.description() + unit;
    }

    private static OptionSpec option(FeatureParameter<?> parameter) {
        return OptionSpec.builder(name(parameter))
                .paramLabel(parameter.unit().equals("Hz") ? "HZ" : "VALUE")
                .type(String.class)
                .description(description(parameter.name()))
                .build();
    }

    /** What the parameter is for the features that take it; each meaning once. */
    private static String description(String name) {
        List<FeatureParameter<?>> all = FeatureCatalog.features().stream()
                .flatMap(feature -> feature.parameter(name).stream())
                .toList();
        String meanings = distinct(all, FeatureOptions::meaning);
        return meanings.substring(0, 1).toUpperCase(Locale.ROOT) + meanings.substring(1) + " (default: "
                + distinct(all, FeatureParameter::defaultText) + ").";
    }

    private static String distinct(List<FeatureParameter<?>> parameters, Function<FeatureParameter<?>, String> text) {
        return parameters.stream().map(text).distinct().collect(Collectors.joining("; or "));
    }
}
