package io.github.jukelab.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Commands under one title in {@code jukelab --help}: each on one line, with the first line of its description.
 *
 * @param title in the help text
 * @param commands in the order of the help text
 */
record CommandGroup(String title, List<Class<?>> commands) {

    static CommandGroup of(String title, Class<?>... commands) {
        return new CommandGroup(title, List.of(commands));
    }

    /** Adds the commands of all groups to a command line, and the groups to its help. */
    static CommandLine add(List<CommandGroup> groups, CommandLine line) {
        for (CommandGroup group : groups) {
            group.commands.forEach(line::addSubcommand);
        }
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list(groups, help));
        return line;
    }

    private static String list(List<CommandGroup> groups, Help help) {
        List<Help> all = List.copyOf(help.subcommands().values());
        StringBuilder text = new StringBuilder();
        for (CommandGroup group : groups) {
            text.append(String.format(Locale.ROOT, "%n%s%n", group.title));
            all.stream()
                    .filter(command -> group.commands.contains(
                            command.commandSpec().userObject().getClass()))
                    .forEach(command -> text.append(line(command)));
        }
        return text.append(String.format(Locale.ROOT, "%n'jukelab COMMAND --help' explains a command.%n"))
                .toString();
    }

    private static String line(Help command) {
        String description = command.commandSpec().usageMessage().description()[0];
        return String.format(Locale.ROOT, "  %-15s%s%n", command.commandSpec().name(), description);
    }
}
